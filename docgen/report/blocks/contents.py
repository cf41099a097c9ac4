"""A table of contents.

- contents: {title: In this report, depth: 1}
"""

from __future__ import annotations

from typing import Annotated

from docgen.document.block import Lowering, block
from docgen.document.kernel import Contents, Node
from docgen.document.runs import TextRun
from docgen.findings import Span
from docgen.reading.shapes import Key
from docgen.reading.text import Title
from docgen.records import dataclass
from docgen.report.body import Line


@block("contents")
@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsBlock:
    """The report's headings and their pages, where this block stands."""

    span: Span
    title: Annotated[Line | None, Key("the heading over it", ("In this report",))] = None
    depth: Annotated[int, Key("how many levels of headings it lists", ("2",), least=1, most=3)] = 2

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One contents node; its entries come when all headings are known."""
        standard = Title.generated(context.wording.contents, self.span)
        title = self.title.runs if self.title else (TextRun(standard),)
        return (Contents(span=self.span, title=title, depth=self.depth),)
