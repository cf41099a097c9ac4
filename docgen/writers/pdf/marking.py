"""Marking: whatever a page shows belongs to an element of the structure, or is an artifact (ISO 14289-1, 7.1)."""

from __future__ import annotations

from enum import Enum

from docgen.layout.page import Furnishing
from docgen.writers.pdf.elements import Element, Marked, Tag
from docgen.writers.pdf.sheets import Sheets


class Artifact(Enum):
    """What belongs to no element, by the operands that mark it (ISO 32000-1, 14.8.2.2)."""

    LAYOUT = "/Artifact<</Type/Layout>>"
    """Rules, and pictures that only adorn."""
    HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>"
    FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>"
    REPEATED = "/Artifact<</Type/Pagination>>"
    """A table's head set again."""

    @classmethod
    def of(cls, furniture: Furnishing) -> Artifact:
        """The kind of artifact that furniture is."""
        return _FURNITURE[furniture]


_FURNITURE = {
    Furnishing.HEADER: Artifact.HEADER,
    Furnishing.FOOTER: Artifact.FOOTER,
    Furnishing.REPEATED: Artifact.REPEATED,
}


class Marking:
    """Writes what pages show, in marked-content sequences and the text objects in them (ISO 32000-1, 14.6 and 9.4).

    Sequences are as long as they can be: what follows of the same element goes on in the same one. `parents` has the
    element of each sequence with a number, for all pages that have ended.
    """

    def __init__(self, sheets: Sheets) -> None:
        self.parents: list[list[Element]] = []
        self._page: list[Element] = []
        self._sheets = sheets
        self._owner: Element | Artifact | None = None
        self._is_open = self._in_text = False

    @property
    def page(self) -> int:
        """The index of the page at hand."""
        return len(self.parents)

    def begin(self, owner: Element | Artifact, actual: str | None = None) -> None:
        """Let what follows belong to `owner`; `actual` is what an element says where it shows something else.

        That stands in a sequence of its own (ISO 32000-1, 14.9.4): inside another, readers lose what follows it.
        """
        actual = None if isinstance(owner, Artifact) else actual
        if owner is self._owner and actual is None:
            return
        self._end()
        operands = owner.value if isinstance(owner, Artifact) else self._operands(owner, actual)
        self._sheets.write(f"{operands}BDC")
        self._owner = owner if actual is None else None
        self._is_open = True

    def show(self, *operators: str) -> None:
        """Write operators that show text."""
        if not self._in_text:
            self._sheets.write("BT")
            self._in_text = True
        self._sheets.write(*operators)

    def paint(self, *operators: str) -> None:
        """Write operators that stand in no text object."""
        self._end_text()
        self._sheets.write(*operators)

    def end_page(self) -> None:
        """End what is open; what follows stands on the next page."""
        self._end()
        self.parents.append(self._page)
        self._page = []

    def _operands(self, element: Element, actual: str | None) -> str:
        number = len(self._page)
        self._page.append(element)
        element.kids.append(Marked(self.page, number))
        if actual is None:
            return f"/{element.tag}<</MCID {number}>>"
        words = f"\ufeff{actual}".encode("utf-16-be").hex().upper()
        return f"/{Tag.SPAN}<</MCID {number}/ActualText<{words}>>>"

    def _end(self) -> None:
        self._end_text()
        if self._is_open:
            self._sheets.write("EMC")
        self._owner, self._is_open = None, False

    def _end_text(self) -> None:
        if self._in_text:
            self._sheets.write("ET")
            self._in_text = False
