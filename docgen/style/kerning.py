"""Pair kerning: by how much two letters of a font move together or apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from docgen.records import dataclass

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

KERNED_SCRIPTS = ("DFLT", "latn", "grek", "cyrl")
"""The scripts that docgen sets, as GPOS names them."""

_PAIRS = 2
_EXTENSION = 9


@dataclass(frozen=True, slots=True)
class Pairs:
    """Kerning glyph by glyph: GPOS PairPos format 1, or a `kern` table."""

    values: Mapping[str, Mapping[str, int]]

    def find(self, first: str, second: str) -> int | None:
        """The kern between two glyphs in font units; None where this table leaves the pair to others."""
        return self.values.get(first, {}).get(second)


@dataclass(frozen=True, slots=True)
class Classes:
    """Kerning by classes of glyphs: GPOS PairPos format 2. A glyph in no class is in class 0."""

    covered: frozenset[str]
    first: Mapping[str, int]
    second: Mapping[str, int]
    values: tuple[tuple[int, ...], ...]

    def find(self, first: str, second: str) -> int | None:
        """The kern between two glyphs in font units; None where this table leaves the pair to others."""
        if first not in self.covered:
            return None
        return self.values[self.first.get(first, 0)][self.second.get(second, 0)]


class Kerning(dict[str, int]):
    """The kern of each pair of characters, in font units: looked up where first asked for, remembered from then on.

    The first of the font's tables that knows a pair decides. Spaces are not kerned: they are as wide as the line asks.
    """

    def __init__(self, tables: Iterable[Pairs | Classes], glyphs: Mapping[str, str]) -> None:
        super().__init__()
        self._tables = tuple(tables)
        self._glyphs = glyphs

    def __missing__(self, pair: str) -> int:
        self[pair] = kern = self._find(pair)
        return kern

    def __reduce__(self) -> tuple[type[Kerning], tuple[Any, ...]]:
        return Kerning, (self._tables, self._glyphs)

    def facts(self) -> list[Any]:
        """What it is made of, as JSON can hold it; `recalled_kerning` makes it again."""
        return [self._glyphs, [_facts(table) for table in self._tables]]

    def _find(self, pair: str) -> int:
        first, second = (self._glyphs.get(character) for character in pair)
        if first is None or second is None or any(character.isspace() for character in pair):
            return 0
        for table in self._tables:
            kern = table.find(first, second)
            if kern is not None:
                return kern
        return 0


def recalled_kerning(facts: list[Any]) -> Kerning:
    """The kerning that gave these facts. Raises `ValueError`, `TypeError` or `KeyError` where none did."""
    glyphs, tables = facts
    return Kerning([_table(*table) for table in tables], glyphs)


def _facts(table: Pairs | Classes) -> list[Any]:
    if isinstance(table, Pairs):
        return [table.values]
    return [sorted(table.covered), table.first, table.second, table.values]


def _table(*facts: Any) -> Pairs | Classes:
    if len(facts) == 1:
        return Pairs(facts[0])
    covered, first, second, values = facts
    return Classes(frozenset(covered), first, second, tuple(map(tuple, values)))


def read_kerning(font: TTFont, glyphs: Mapping[str, str]) -> Kerning:
    """The pair kerning of a font: that of GPOS, else of its `kern` table. `glyphs` names each character's glyph."""
    if "GPOS" in font:
        return Kerning(_positioning(font["GPOS"].table), glyphs)
    if "kern" in font:
        # Format 0 is the one that pairs glyphs; fontTools leaves Apple's others unread.
        tables = [table for table in font["kern"].kernTables if table.format == 0]
        return Kerning([_legacy(table.kernTable) for table in tables], glyphs)
    return Kerning((), glyphs)


def _positioning(table: Any) -> Iterator[Pairs | Classes]:
    """The pair tables that feature `kern` uses for the scripts docgen sets (OpenType, GPOS)."""
    if table.ScriptList is None or table.FeatureList is None or table.LookupList is None:
        return
    features: set[int] = set()
    for record in table.ScriptList.ScriptRecord:
        if record.ScriptTag in KERNED_SCRIPTS and record.Script.DefaultLangSys:
            features.update(record.Script.DefaultLangSys.FeatureIndex)
    lookups: set[int] = set()
    for index in features:
        record = table.FeatureList.FeatureRecord[index]
        if record.FeatureTag == "kern":
            lookups.update(record.Feature.LookupListIndex)
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            inner = subtable.ExtSubTable if subtable.LookupType == _EXTENSION else subtable
            if inner.LookupType == _PAIRS:
                yield _pairs(inner) if inner.Format == 1 else _classes(inner)


def _pairs(subtable: Any) -> Pairs:
    values = {}
    for first, pairs in zip(subtable.Coverage.glyphs, subtable.PairSet, strict=True):
        values[first] = {pair.SecondGlyph: _advance(pair.Value1) for pair in pairs.PairValueRecord}
    return Pairs(values)


def _classes(subtable: Any) -> Classes:
    values = tuple(tuple(_advance(second.Value1) for second in first.Class2Record) for first in subtable.Class1Record)
    covered = frozenset(subtable.Coverage.glyphs)
    return Classes(covered, dict(subtable.ClassDef1.classDefs), dict(subtable.ClassDef2.classDefs), values)


def _advance(value: Any) -> int:
    advance: int = getattr(value, "XAdvance", 0) or 0
    return advance


def _legacy(pairs: Mapping[tuple[str, str], int]) -> Pairs:
    values: dict[str, dict[str, int]] = {}
    for (first, second), kern in pairs.items():
        values.setdefault(first, {})[second] = kern
    return Pairs(values)
