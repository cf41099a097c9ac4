"""Which characters a font file has: all of it that checking a report asks for.

Read from the bytes of its tables (OpenType 1.9), because fontTools takes longer to load than a report to be checked.
Only sound files of the common kind are read here; whatever else there may be is left to fontTools.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from sys import byteorder
from typing import NamedTuple, TypeAlias

from docgen.style.identity import english_names

_POSTSCRIPT = 6  # of the name table
_BEST = ((3, 10), (3, 1), (0, 6), (0, 4), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platforms and encodings of Unicode subtables of `cmap`, in the order that fontTools prefers them."""

_READ = (b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name")
_KERNED = (b"GPOS", b"kern")
_HEAD_SUM = 8  # where `head` holds a sum of the whole file, which its own leaves out


class Characters(NamedTuple):
    """The PostScript name of a font file, and the code points of the characters that it has glyphs for."""

    name: str
    known: Set[int]


def read_characters(data: bytes) -> Characters | None:
    """The characters of a font with TrueType outlines; None for a file that is to be looked at closely.

    That is any whose tables are incomplete, or not what their checksums say, as far as widths and kerns depend on them.
    """
    try:
        tables = _sound_tables(data)
        if tables is None:
            return None
        name = next((said for _, _, said in english_names(tables[b"name"], (_POSTSCRIPT,))), "")
        glyphs: int = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
        codes = _codes(tables[b"cmap"], glyphs)
        return Characters(name, codes) if name and codes else None
    except (struct.error, ValueError, IndexError):
        return None


def _sound_tables(data: bytes) -> Mapping[bytes, bytes] | None:
    """The tables that docgen reads of a font, None where one is lacking, incomplete or damaged."""
    version, count = struct.unpack_from(">4sH", data)
    places = {}
    for at in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
        if offset + length > len(data):
            return None
        places[tag] = checksum, offset, length
    if version not in (b"\x00\x01\x00\x00", b"true") or b"glyf" not in places or not places.keys() >= {*_READ}:
        return None
    tables = {}
    for tag in (*_READ, *_KERNED):
        if tag in places:
            checksum, offset, length = places[tag]
            tables[tag] = table = data[offset : offset + length]
            if _sum(table, tag) != checksum:
                return None
    return tables


def _sum(table: bytes, tag: bytes) -> int:
    words = array("I", table + bytes(-len(table) % 4))
    if byteorder == "little":
        words.byteswap()
    total = sum(words) - (words[_HEAD_SUM // 4] if tag == b"head" else 0)
    return total & 0xFFFF_FFFF


def _codes(table: bytes, count: int) -> set[int] | None:
    """The code points of the best Unicode subtable, of a font with so many glyphs; None where it is an unusual one."""
    subtables: dict[tuple[int, int], int] = {}
    for at in range(struct.unpack_from(">H", table, 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * at)
        subtables.setdefault((platform, encoding), offset)
    start = next((subtables[one] for one in _BEST if one in subtables), None)
    runs = _RUNS.get(struct.unpack_from(">H", table, start)[0]) if start is not None else None
    if start is None or runs is None:
        return None
    found, last = set[int](), -1
    for codes, glyphs in runs(table, start):
        if not codes or codes[0] <= last or max(glyphs) >= count:
            return None
        last = codes[-1]
        found.update(codes if 0 not in glyphs else (code for code, glyph in zip(codes, glyphs, strict=True) if glyph))
    return found


Run: TypeAlias = tuple[range, Sequence[int]]
"""Code points in a row, and the glyph of each; the glyph 0 is none."""


def _segments(table: bytes, start: int) -> Iterator[Run]:
    """The runs of a subtable of format 4."""
    count = struct.unpack_from(">H", table, start + 6)[0] // 2
    row = f">{count}H"
    ends = struct.unpack_from(row, table, start + 14)
    starts = struct.unpack_from(row, table, start + 16 + 2 * count)
    deltas = struct.unpack_from(row, table, start + 16 + 4 * count)
    offsets_at = start + 16 + 6 * count
    offsets = struct.unpack_from(row, table, offsets_at)
    for at in range(count - 1):  # the last leads nowhere
        codes = range(starts[at], ends[at] + 1)
        if offsets[at]:
            listed = struct.unpack_from(f">{len(codes)}H", table, offsets_at + 2 * at + offsets[at])
            yield codes, tuple(glyph and (glyph + deltas[at]) & 0xFFFF for glyph in listed)
        else:
            first = (starts[at] + deltas[at]) & 0xFFFF
            yield codes, range(first, first + len(codes))


def _groups(table: bytes, start: int) -> Iterator[Run]:
    """The runs of a subtable of format 12."""
    (count,) = struct.unpack_from(">L", table, start + 12)
    for at in range(count):
        first, last, glyph = struct.unpack_from(">LLL", table, start + 16 + 12 * at)
        codes = range(first, last + 1)
        yield codes, range(glyph, glyph + len(codes))


_RUNS: Mapping[int, Callable[[bytes, int], Iterator[Run]]] = {4: _segments, 12: _groups}
"""How the runs of a subtable are read, by its format."""
