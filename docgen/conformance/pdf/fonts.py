"""Fonts as a reader uses them: codes, and what each is read back as (ISO 32000-1, 9.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from docgen.conformance.pdf.objects import DIRECT, Key, data_of, entry, items, key_of, name
from docgen.records import dataclass

_BLOCK = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_MOST_CODES = 65_536
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_CODECS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


@dataclass(eq=False)
class Font:
    """A font of a page. `mapping` is its ToUnicode, None where it has none; `shown` the codes that pages show."""

    name: str
    key: Key
    composite: bool
    embedded: bool
    mapping: Mapping[int, str] | None
    codec: str = ""
    shown: dict[int, int] = field(default_factory=dict)
    """Each code that is shown, and the number of the first page that does."""

    def read(self, string: bytes, page: int) -> str:
        """The words of a string operand, whose codes are noted; what is read back as nothing gives U+FFFD."""
        mapping, shown, read = self.mapping or {}, self.shown, []
        for code in self._codes(string):
            shown.setdefault(code, page)
            read.append(mapping.get(code) or self._plain(code))
        return "".join(read)

    def meaning(self, code: int) -> str | None:
        """What a code is read back as; None where nothing says."""
        if self.mapping is not None and code in self.mapping:
            return self.mapping[code]
        plain = self._plain(code)
        return None if plain == "\ufffd" else plain

    def _codes(self, string: bytes) -> Iterator[int]:
        if not self.composite:
            yield from string
            return
        for high, low in zip(string[::2], string[1::2], strict=False):
            yield high << 8 | low

    def _plain(self, code: int) -> str:
        """What a code of a simple font means by its encoding alone."""
        return bytes([code]).decode(self.codec, "replace") if self.codec and code < 256 else "\ufffd"


def read_font(held: Any) -> Font:
    """A font as its dictionary tells it."""
    below = items(held, "/DescendantFonts")
    described = entry(below[0] if below else held, "/FontDescriptor")
    kind = name(held, "/Subtype")
    embedded = kind == "Type3" or any(entry(described, key) is not None for key in _EMBEDDED)
    mapped = entry(held, "/ToUnicode")
    mapping = read_map(data_of(mapped)) if mapped is not None else None
    encoding = name(held, "/Encoding") or name(held, "/Encoding", "/BaseEncoding")
    plain = bool(entry(held, "/Encoding", "/Differences"))
    codec = "" if kind == "Type0" or plain else _CODECS.get(encoding, "")
    return Font(name(held, "/BaseFont") or "without a name", key_of(held), kind == "Type0", embedded, mapping, codec)


NO_FONT = Font("none", DIRECT, composite=False, embedded=True, mapping=None, codec="cp1252")
"""What text is read with where no font was set."""


def read_map(data: bytes) -> dict[int, str]:
    """The codes of a ToUnicode map and what they are read back as (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for block in _BLOCK.finditer(data):
        tokens = list(_TOKEN.finditer(block[2]))
        if block[1] == b"bfchar":
            for source, target in zip(tokens[::2], tokens[1::2], strict=False):
                found[_code(source)] = _text(target)
        elif block[1] == b"bfrange":
            found.update(_ranges(tokens))
        if len(found) > _MOST_CODES:
            break
    return found


def _ranges(tokens: list[re.Match[bytes]]) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 2 < len(tokens):
        first, last = _code(tokens[at]), _code(tokens[at + 1])
        at += 2
        codes = range(first, min(last, first + _MOST_CODES) + 1)
        if tokens[at][2]:
            at += 1
            for code in codes:
                if at >= len(tokens) or tokens[at][3]:
                    break
                yield code, _text(tokens[at])
                at += 1
            while at < len(tokens) and not tokens[at][3]:
                at += 1
        else:
            start = _text(tokens[at])
            for code in codes:
                yield code, _shifted(start, code - first)
        at += 1


def _shifted(start: str, by: int) -> str:
    last = ord(start[-1]) + by if start else 0
    return start[:-1] + chr(last) if start and last < 0x110000 and not 0xD800 <= last < 0xE000 else "\ufffd"


def _code(token: re.Match[bytes]) -> int:
    return int(b"".join((token[1] or b"0").split()) or b"0", 16)


def _text(token: re.Match[bytes]) -> str:
    digits = b"".join((token[1] or b"").split())
    return bytes.fromhex(digits.decode("ascii") + "0" * (len(digits) % 2)).decode("utf-16-be", "replace")
