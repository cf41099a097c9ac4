"""Paragraphs numbered through the report, as in the reports of international organisations.

- numbered:
    - The meeting was opened by the Chair.
    - text: It adopted the agenda.
      id: agenda
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Self

from docgen.document.block import Lowering, block
from docgen.document.kernel import Count, Node, Paragraph
from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder
from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.report.body import Body
from docgen.report.entries import bind_entries, entries_schema
from docgen.report.label import Label
from docgen.style.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedText:
    """One paragraph or several, each with a number of its own."""

    span: Span
    text: Annotated[Body, Key("its text in Markdown; each paragraph has a number", ("It adopted the agenda.",))]
    id: Annotated[Label | None, Key("what cross-references call its first paragraph", ("agenda",))] = None

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """Its paragraphs, counted; lists and all else between them as it is."""
        count = Count(kind="paragraph", word=context.wording.paragraph, hangs=True)
        label = self.id.value if self.id else None
        found: list[Node] = []
        for node in context.body(self.text):
            if isinstance(node, Paragraph) and node.role == Role.BODY:
                node, label = replace(node, role=Role.NUMBERED, count=count, label=label), None
            found.append(node)
        return tuple(found)


@block("numbered")
@dataclass(frozen=True, slots=True)
class NumberedBlock:
    """Paragraphs that are numbered through the report."""

    texts: tuple[NumberedText, ...]
    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read the texts, each Markdown or keys."""
        return cls(bind_entries(node, binder, NumberedText, _alone), node.span)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a list of texts."""
        return entries_schema(maker, NumberedText)

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """The paragraphs of all texts, one after the other."""
        return tuple(node for text in self.texts for node in text.lower(context))


def _alone(text: Body) -> NumberedText:
    return NumberedText(text=text, span=text.span)
