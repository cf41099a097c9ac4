"""A pull quote: a striking sentence, set large, that draws readers into the text around it.

- pull-quote:
    text: Reporting is a beginning, not an end.
    source: Ambassador Ann Lee
"""

from __future__ import annotations

from typing import Annotated

from docgen.document.block import Lowering, block
from docgen.document.kernel import Group, Node, Paragraph, Quote, Width
from docgen.document.markup import Markup
from docgen.findings import Span
from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.report.body import CaptionLine, Line
from docgen.style.roles import Role


@block("pull-quote")
@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuoteBlock:
    """A sentence of the report, or about its subject, set large."""

    span: Span
    text: Annotated[CaptionLine, Key("the sentence", ("Reporting is a beginning, not an end.",))]
    source: Annotated[Line | None, Key("who said it", ("Ambassador Ann Lee",))] = None
    width: Annotated[Width, Key("how wide it stands: column or page", ("page",))] = Width.COLUMN

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One quotation in a group, which the style sets in its panel."""
        said = Paragraph(runs=self.text.runs, span=self.text.text.span(), role=Role.PULL_QUOTE)
        quote = Quote(
            children=context.markup(Markup((said,), self.text.notes, ())),
            source=self.source.runs if self.source else (),
            span=self.span,
            role=Role.PULL_QUOTE,
        )
        return (Group(children=(quote,), span=self.span, role="pull-quote", width=self.width),)
