"""A call-out: a text in a box of its own, beside what the report says in sequence.

- callout:
    title: What the Committee Does
    body: It helps states to keep weapons out of the hands of non-state actors.
"""

from __future__ import annotations

from typing import Annotated

from docgen.document.block import Lowering, block
from docgen.document.kernel import Group, Node, Paragraph, Width
from docgen.findings import Span
from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.report.body import Body, Line
from docgen.style.roles import Role


@block("callout")
@dataclass(frozen=True, slots=True, kw_only=True)
class CalloutBlock:
    """A text in a box."""

    span: Span
    title: Annotated[Line | None, Key("the line over it", ("What the Committee Does",))] = None
    body: Annotated[Body, Key("its text in Markdown, or a list of text and blocks", ("It helps states.",))]
    width: Annotated[Width, Key("how wide it stands: column or page", ("page",))] = Width.COLUMN

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One group, which the style sets in its panel."""
        title: tuple[Node, ...] = ()
        if self.title is not None:
            title = (Paragraph(runs=self.title.runs, span=self.title.span, role=Role.PANEL_HEADING),)
        children = (*title, *context.body(self.body))
        return (Group(children=children, span=self.span, role="callout", width=self.width),)
