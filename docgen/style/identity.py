"""What a font file says of itself: its family, which of the family's faces it is, whether it may be embedded.

Read from the bytes of its `name` and `OS/2` tables (OpenType 1.9), so that no command waits for a font library.
"""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType

from docgen.records import dataclass

_FAMILY, _FACE = 1, 2  # of the name table
_WINDOWS, _MACINTOSH = 3, 1
_ENGLISH = {_WINDOWS: 0x409, _MACINTOSH: 0}

_RESTRICTED, _PREVIEW, _EDITABLE, _BITMAPS = 0x2, 0x4, 0x8, 0x200  # of `fsType`

COMPATIBLE: Mapping[str, str] = MappingProxyType(
    {
        "Tinos": "Times New Roman",
        "Liberation Serif": "Times New Roman",
        "Arimo": "Arial",
        "Liberation Sans": "Arial",
        "Cousine": "Courier New",
        "Liberation Mono": "Courier New",
        "Carlito": "Calibri",
        "Caladea": "Cambria",
        "Gelasio": "Georgia",
        "Liberation Sans Narrow": "Arial Narrow",
    }
)
"""Families under an open licence, and the one with the same widths that machines with Word have."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A font file's family and face as Word's font menu shows them (`Regular`, `Bold Italic`).

    They are empty where it says neither. `forbids` is why it may not be embedded in a document that others edit, empty
    where it may.
    """

    family: str
    face: str
    forbids: str


def identify(data: bytes) -> Identity:
    """What the file of a font says of itself; of a damaged one, nothing."""
    try:
        tables = _tables(data)
        named = sorted(english_names(tables[b"name"], (_FAMILY, _FACE))) if b"name" in tables else []
        described = {number: said for _, number, said in named}  # Windows' names come last, and go before
        return Identity(described.get(_FAMILY, ""), described.get(_FACE, ""), _forbids(tables.get(b"OS/2", b"")))
    except struct.error:
        return Identity("", "", "its file is damaged")


def _tables(data: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for at in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
        found[tag] = data[offset : offset + length]
    return found


def english_names(table: bytes, wanted: Container[int]) -> Iterator[tuple[int, int, str]]:
    """The names of some numbers that a `name` table has in English, each with its platform and number."""
    _, count, storage = struct.unpack_from(">HHH", table)
    for at in range(count):
        platform, _, language, number, length, offset = struct.unpack_from(">6H", table, 6 + 12 * at)
        if _ENGLISH.get(platform) == language and number in wanted:
            letters = table[storage + offset : storage + offset + length]
            said = letters.decode("utf-16-be" if platform == _WINDOWS else "mac-roman", "replace")
            yield platform, number, said


def _forbids(table: bytes) -> str:
    """Why the licence bits (`fsType`) keep the font out of a file that is edited; several bits allow the most."""
    if not table:
        return "it does not say that it may be"
    bits = struct.unpack_from(">H", table, 8)[0]
    if bits & _BITMAPS:
        return "its licence bits allow bitmaps only"
    if bits & _EDITABLE or not bits & (_RESTRICTED | _PREVIEW):
        return ""
    return "its licence bits allow " + ("files only that nobody edits" if bits & _PREVIEW else "no embedding at all")
