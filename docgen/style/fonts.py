"""Faces: which characters a font file has, and how wide it sets them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import NamedTuple

INVISIBLE = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters that direct how text is set and leave no mark: they need no glyph."""


class UnusableFont(Exception):
    """A font file that cannot be used, and why, in plain words."""


class _Metrics(NamedTuple):
    name: str
    units_per_em: int
    ascent: int
    descent: int
    advances: dict[str, int]


@dataclass(frozen=True)
class Face:
    """One font file, read with fontTools when first asked about. Lengths are pt at the size asked for.

    `data` is the file's bytes (TrueType outlines). Every member raises `UnusableFont` where the file is no such font.
    """

    path: str
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """Its PostScript name."""
        return self._metrics.name

    def has(self, character: str) -> bool:
        """Whether the face can set a character; spaces, soft hyphens and line ends need no glyph of their own."""
        return self.has_glyph(character) or character in INVISIBLE or unicodedata.category(character) == "Zs"

    def has_glyph(self, character: str) -> bool:
        """Whether the face has a glyph for exactly this character."""
        return character in self._metrics.advances

    def width(self, text: str, size: float) -> float:
        """The advance width of `text` in pt at `size` pt, unkerned; a character without a glyph has no width."""
        advances = self._metrics.advances
        return sum([advances.get(character, 0) for character in text]) * size / self._metrics.units_per_em

    def ascent(self, size: float) -> float:
        """How far the face reaches above the baseline, in pt at `size` pt (`hhea`)."""
        return self._metrics.ascent * size / self._metrics.units_per_em

    def descent(self, size: float) -> float:
        """How far the face reaches below the baseline, in pt at `size` pt, a positive number (`hhea`)."""
        return -self._metrics.descent * size / self._metrics.units_per_em

    @cached_property
    def _metrics(self) -> _Metrics:
        # Here and not above: a command that never asks for a font should not wait for fontTools.
        from fontTools.ttLib import TTFont

        try:
            with TTFont(BytesIO(self.data), lazy=True) as font:
                if "glyf" not in font:
                    raise UnusableFont("it has no TrueType outlines; ask for the .ttf file of the font")
                if any(table.offset + table.length > len(self.data) for table in font.reader.tables.values()):
                    raise UnusableFont("the font file is incomplete")
                glyphs: dict[int, str] = font.getBestCmap() or {}
                advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
                return _Metrics(
                    name=font["name"].getDebugName(6) or "",
                    units_per_em=font["head"].unitsPerEm,
                    ascent=font["hhea"].ascent,
                    descent=font["hhea"].descent,
                    advances={chr(code): advances[glyph][0] for code, glyph in glyphs.items()},
                )
        except UnusableFont:
            raise
        except Exception as error:  # fontTools tells of a broken file by whatever its tables provoke
            raise UnusableFont("it is not a font file, or a damaged one") from error
