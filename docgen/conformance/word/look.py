"""How text looks in the end: what direct formatting, styles, tables and the file's defaults together make of it.

Of the places that may say something, the nearest is heard: the run or paragraph itself, its styles and what they are
based on, the styles of its table, the defaults (ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import ON, w

Element = etree._Element


class Look:
    """The looks of a file's text."""

    def __init__(self, word: WordFile) -> None:
        self._word = word

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style; empty where it has none and the file no usual one."""
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return str(named.get(w("val"), "")) if named is not None else self._usual.get("paragraph", "")

    def style_names(self, paragraph: Element) -> Iterator[str]:
        """The names of a paragraph's style and of those that it is based on, in small letters."""
        for style in self._chain(self.style_of(paragraph)):
            named = style.find(w("name"))
            yield str(named.get(w("val"), "")).lower() if named is not None else ""

    def level(self, paragraph: Element) -> int | None:
        """The level of a heading, from 1; None for what is none."""
        said = self.of_paragraph(paragraph, "outlineLvl")
        value = said.get(w("val"), "") if said is not None else ""
        return int(value) + 1 if value.isdecimal() and int(value) < 9 else None

    def of_paragraph(self, paragraph: Element, local: str) -> Element | None:
        """A paragraph's property (`jc`, `numPr`, `shd`, …), None where nobody says."""
        places = [paragraph, *self._chain(self.style_of(paragraph))]
        return _first(places, f"{w('pPr')}/{w(local)}", self._defaults.get("p"), w(local))

    def of_run(self, run: Element, local: str) -> Element | None:
        """A run's property (`b`, `color`, `lang`, …), None where nobody says."""
        return _first([run, *self._run_styles(run)], f"{w('rPr')}/{w(local)}", self._defaults.get("r"), w(local))

    def is_on(self, run: Element, local: str) -> bool:
        """Whether a switch such as `b` is on."""
        return is_on(self.of_run(run, local))

    def is_on_by_style(self, paragraph: Element, local: str) -> bool:
        """Whether a switch is on for all of a paragraph, by its style."""
        return is_on(_first(self._chain(self.style_of(paragraph)), f"{w('rPr')}/{w(local)}"))

    def of_cell(self, cell: Element, local: str) -> Element | None:
        """A cell's property: its own, else that of the styles that its table gives it."""
        own = cell.find(f"{w('tcPr')}/{w(local)}")
        return own if own is not None else _first(self._table_styles(cell), f"{w('tcPr')}/{w(local)}")

    def _run_styles(self, run: Element) -> list[Element]:
        named = run.find(f"{w('rPr')}/{w('rStyle')}")
        styles = self._chain(str(named.get(w("val"), ""))) if named is not None else []
        paragraph = next(run.iterancestors(w("p")), None)
        if paragraph is not None:
            styles = [*styles, *self._chain(self.style_of(paragraph))]
            cell = next(paragraph.iterancestors(w("tc")), None)
            styles += self._table_styles(cell) if cell is not None else []
        return styles

    def _chain(self, identity: str) -> list[Element]:
        """A style and what it is based on, nearest first."""
        found: list[Element] = []
        style = self._word.styles.get(identity)
        while style is not None and style not in found:
            found.append(style)
            base = style.find(w("basedOn"))
            style = self._word.styles.get(base.get(w("val"), "")) if base is not None else None
        return found

    def _table_styles(self, cell: Element) -> list[Element]:
        """What the style of a cell's table says of it, the most particular first."""
        row = next(cell.iterancestors(w("tr")), None)
        table = next(cell.iterancestors(w("tbl")), None)
        if row is None or table is None:
            return []
        named = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        identity = str(named.get(w("val"), "")) if named is not None else self._usual.get("table", "")
        places = list(_places(table, row, cell))
        found: list[Element] = []
        for style in self._chain(identity):
            parts = {part.get(w("type")): part for part in style.iterchildren(w("tblStylePr"))}
            found += [parts[place] for place in places if place in parts]
            found.append(style)
        return found

    @cached_property
    def _usual(self) -> dict[str, str]:
        """The styles of what names none, by kind."""
        styles = self._word.styles.items()
        return {style.get(w("type"), ""): key for key, style in styles if style.get(w("default")) in ON - {None}}

    @cached_property
    def _defaults(self) -> dict[str, Element]:
        part = self._word.only("styles")
        found = {}
        for kind in ("r", "p"):
            path = f"{w('docDefaults')}/{w(f'{kind}PrDefault')}/{w(f'{kind}Pr')}"
            said = part.root.find(path) if part else None
            if said is not None:
                found[kind] = said
        return found


def is_on(said: Element | None) -> bool:
    """Whether a switch is there and on."""
    return said is not None and said.get(w("val")) in ON


def _first(places: list[Element], path: str, last: Element | None = None, last_path: str = "") -> Element | None:
    for place in places:
        found = place.find(path)
        if found is not None:
            return found
    return last.find(last_path) if last is not None else None


def _places(table: Element, row: Element, cell: Element) -> Iterator[str]:
    """The parts of a table that a cell belongs to, as table styles call them, the most particular first."""
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    rows, cells = table.findall(w("tr")), row.findall(w("tc"))

    def asked(said: str) -> bool:
        return look is not None and look.get(w(said)) in ON - {None}

    if row is rows[0] and asked("firstRow"):
        yield "firstRow"
    elif row is rows[-1] and asked("lastRow"):
        yield "lastRow"
    if cells and cell is cells[0] and asked("firstColumn"):
        yield "firstCol"
    elif cells and cell is cells[-1] and asked("lastColumn"):
        yield "lastCol"
    if not asked("noHBand"):
        number = rows.index(row) - asked("firstRow")
        if number >= 0:
            yield "band2Horz" if number % 2 else "band1Horz"
    yield "wholeTable"
