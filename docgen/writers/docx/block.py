"""Blocks of a Word file, ready but for their place: what stands in the body, one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from docgen.document.kernel import Width
from docgen.writers.docx.wordml import twips


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParagraph:
    """A paragraph: its style's id, its finished runs, and what it has otherwise than its style. Lengths are pt.

    `left` and `right` are indents; `hanging` pulls the first line out to the left. `number` is the list it counts in
    and the level there. `divides` says whether a section may end with it. `section` is the section that does.
    """

    style: str
    content: str
    width: Width
    keep_next: bool = False
    page_break: bool = False
    number: tuple[int, int] | None = None
    tab: float | None = None
    before: float | None = None
    after: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: str = ""
    outline: int | None = None
    divides: bool = True
    section: str = ""

    def xml(self) -> str:
        """The element, its properties in the schema's order."""
        properties = (
            f'<w:pStyle w:val="{self.style}"/>'
            f"{'<w:keepNext/>' if self.keep_next else ''}{'<w:pageBreakBefore/>' if self.page_break else ''}"
            f"{self._number()}{self._tab()}{self._spacing()}{self._indents()}"
        )
        if self.align:
            properties += f'<w:jc w:val="{self.align}"/>'
        if self.outline is not None:
            properties += f'<w:outlineLvl w:val="{self.outline}"/>'
        return f"<w:p><w:pPr>{properties}{self.section}</w:pPr>{self.content}</w:p>"

    def _number(self) -> str:
        if self.number is None:
            return ""
        instance, level = self.number
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'

    def _tab(self) -> str:
        return f'<w:tabs><w:tab w:val="right" w:pos="{twips(self.tab)}"/></w:tabs>' if self.tab is not None else ""

    def _spacing(self) -> str:
        return _element("spacing", before=self.before, after=self.after)

    def _indents(self) -> str:
        return _element("ind", left=self.left, right=self.right, hanging=self.hanging)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """A table, finished."""

    content: str
    width: Width

    def xml(self) -> str:
        return self.content


Block: TypeAlias = WordParagraph | WordTable


def _element(name: str, **lengths: float | None) -> str:
    given = "".join(f' w:{key}="{twips(length)}"' for key, length in lengths.items() if length is not None)
    return f"<w:{name}{given}/>" if given else ""
