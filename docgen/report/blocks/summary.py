"""An executive summary, with the report's key messages.

- summary:
    body: States met to take stock of the resolution.
    key-messages:
      - Capacity has to be built region by region.
      - Reporting is a beginning, not an end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from docgen.document.block import Lowering, block
from docgen.document.kernel import Group, Heading, Item, List, Node, Paragraph, Width
from docgen.document.markup import Markup
from docgen.document.runs import TextRun
from docgen.findings import Finding, Span
from docgen.reading.shapes import Key
from docgen.reading.text import Title
from docgen.records import dataclass
from docgen.report.body import Body, CaptionLine, Line
from docgen.style.roles import Role


@block("summary")
@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryBlock:
    """What the report says, in short."""

    span: Span
    title: Annotated[Line | None, Key("its heading, where it is not the usual one", ("The Report in Brief",))] = None
    body: Annotated[Body | None, Key("its text in Markdown, or a list of text and blocks")] = None
    key_messages: Annotated[
        tuple[CaptionLine, ...], Key("what readers should take with them, a sentence or two each")
    ] = ()
    width: Annotated[Width, Key("how wide it stands: column or page", ("page",))] = Width.COLUMN

    def check(self) -> Iterator[Finding]:
        """It says something."""
        if self.body is None and not self.key_messages:
            yield Finding.error(self.span, "empty-value", "this summary says nothing", "give it a body or key-messages")

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One group with its heading, which stands in the contents."""
        title = self.title.runs if self.title else (TextRun(Title.generated(context.wording.summary, self.span)),)
        level = min(context.level + 1, 6)
        heading = Heading(level=level, runs=title, span=self.span.first(), role=Role.heading(level))
        body = context.body(self.body) if self.body is not None else ()
        children = (heading, *body, *self._messages(context))
        return (Group(children=children, span=self.span, role="summary", width=self.width),)

    def _messages(self, context: Lowering) -> Iterator[Node]:
        """The key messages, under a title where other text stands above them."""
        if not self.key_messages:
            return
        span = self.key_messages[0].text.span()
        if self.body is not None:
            words = Title.generated(context.wording.key_messages, span)
            yield Paragraph(runs=(TextRun(words),), span=span, role=Role.PANEL_HEADING)
        items = tuple(_item(message, context) for message in self.key_messages)
        yield List(items=items, span=span, tight=False)


def _item(message: CaptionLine, context: Lowering) -> Item:
    span = message.text.span()
    said = Paragraph(runs=message.runs, span=span, role=Role.LIST)
    return Item(children=context.markup(Markup((said,), message.notes, ())), span=span)
