"""What every block needs to be set: style, pictures, the page numbers known so far, the way to the blocks inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from docgen.document.kernel import Node
from docgen.document.runs import Run
from docgen.layout.manner import Manner, PageNumbers
from docgen.layout.paragraph import set_paragraph
from docgen.layout.shapes import BreakSettings
from docgen.layout.strip import Frame, Strip
from docgen.records import dataclass
from docgen.style.model import Style
from docgen.style.pictures import Pictures
from docgen.style.roles import Role

CAPTION_LABEL = "{word} {number}{end} "


@dataclass(frozen=True, slots=True)
class Setting:
    """The same for all blocks of one pass over a document; `language` and `names` are the document's own."""

    style: Style
    pictures: Pictures
    numbers: PageNumbers
    language: str
    names: frozenset[str] = frozenset()

    def manner(self, role: str, node: str, language: str, frame: Frame | None = None) -> Manner:
        """How text of `role` is set inside `frame`."""
        text = self.style.text(role)
        if frame is not None and frame.align is not None:
            text = replace(text, align=frame.align)
        breaking = BreakSettings(self.style.pdf.glyph_scaling, self.style.pdf.protrusion)
        links = self.style.link
        spoken = language or self.language
        return Manner(text, self.style.family, self.numbers, node, role, spoken, breaking, links, names=self.names)

    def text(
        self, runs: Sequence[Run], role: str, node: str, language: str, frame: Frame, label: str = ""
    ) -> list[Strip]:
        """One paragraph over the whole measure of its frame, `label` put before its runs.

        Text of the body's leading stands on the grid, headings apart: they stand by the text below them.
        """
        manner = self.manner(role, node, language, frame)
        if manner.text.leading == self.style.text(Role.BODY).leading and not manner.text.keep_with_next:
            manner = replace(manner, on_grid=True)
        return set_paragraph(runs, manner, frame.left, frame.measure, label)


SetNodes: TypeAlias = Callable[[Sequence[Node], Frame, Setting], list[Strip]]
"""Sets blocks below each other; given to those modules whose blocks have others inside."""


def body_role(role: str, frame: Frame) -> str:
    """The role a paragraph is set in: inside a list, a quotation, a table or a note, body text looks as they do."""
    return frame.role if frame.role is not None and role == Role.BODY else role
