"""Recommendations, numbered over the whole report.

- recommendations:
    - to: Member States
      text: Appoint a national point of contact.
      id: contact
    - Meet again within a year.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from docgen.document.block import Lowering, block
from docgen.document.kernel import Count, Group, Node, Paragraph
from docgen.document.runs import TextRun
from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder
from docgen.reading.shapes import Key
from docgen.reading.text import Prose
from docgen.records import dataclass
from docgen.report.body import Body
from docgen.report.entries import bind_entries, entries_schema
from docgen.report.label import Label
from docgen.style.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One recommendation."""

    span: Span
    to: Annotated[Prose | None, Key("whom it is for", ("Member States",))] = None
    text: Annotated[Body, Key("what is recommended, in Markdown", ("Appoint a national point of contact.",))]
    id: Annotated[Label | None, Key("what cross-references call it", ("contact",))] = None

    def lower(self, context: Lowering) -> Group:
        """Its number and whom it is for, then its text."""
        wording = context.wording
        number = Paragraph(
            runs=(TextRun(self.to),) if self.to is not None else (),
            count=Count(kind="recommendation", word=wording.recommendation, end=wording.addressee),
            label=self.id.value if self.id else None,
            span=self.to.span() if self.to is not None else self.span.first(),
            role=Role.PANEL_HEADING,
        )
        return Group(children=(number, *context.body(self.text)), span=self.span, role="recommendation")


@block("recommendations")
@dataclass(frozen=True, slots=True)
class RecommendationsBlock:
    """Recommendations, each with its number in the report."""

    recommendations: tuple[Recommendation, ...]
    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read the recommendations, each a text or keys."""
        return cls(bind_entries(node, binder, Recommendation, _alone), node.span)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a list of recommendations."""
        return entries_schema(maker, Recommendation)

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """A group for each, which the style may set in a panel."""
        return tuple(one.lower(context) for one in self.recommendations)


def _alone(text: Body) -> Recommendation:
    return Recommendation(text=text, span=text.span)
