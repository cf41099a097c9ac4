"""A quotation with its source.

- quote:
    body: Resolution 1540 is a cornerstone of the international effort.
    source: Ambassador Ann Lee, in her opening remarks
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from docgen.document.block import Lowering, block
from docgen.document.kernel import Node, Paragraph, Quote
from docgen.findings import Span
from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.report.body import Body, Line
from docgen.style.roles import Role


@block("quote")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteBlock:
    """What somebody said or wrote, word for word."""

    span: Span
    body: Annotated[Body, Key("what was said, in Markdown", ("Reporting is a beginning, not an end.",))]
    source: Annotated[Line | None, Key("who said it, or where it is written", ("Ambassador Ann Lee",))] = None

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One quotation; its source stands below it."""
        said = tuple(_quoted(node) for node in context.body(self.body))
        return (Quote(children=said, source=self.source.runs if self.source else (), span=self.span),)


def _quoted(node: Node) -> Node:
    if isinstance(node, Paragraph) and node.role == Role.BODY:
        return replace(node, role=Role.QUOTE)
    return node
