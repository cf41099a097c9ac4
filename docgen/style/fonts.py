"""Faces: which characters a font file has, how wide it sets them and how it kerns them."""

from __future__ import annotations

import hashlib
import json
import pkgutil
import unicodedata
from dataclasses import field
from functools import cache, cached_property, lru_cache
from io import BytesIO
from operator import add
from typing import NamedTuple

from docgen.cache import Cache, MemoryCache, cache_key
from docgen.records import dataclass
from docgen.style.characters import Characters, read_characters
from docgen.style.kerning import Kerning, read_kerning, recalled_kerning

INVISIBLE = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters that direct how text is set and leave no mark: they need no glyph."""


MOST_FACES = 64
"""How many faces are remembered at once."""


class UnusableFont(Exception):
    """A font file that cannot be used, and why, in plain words."""


class _Metrics(NamedTuple):
    name: str
    units_per_em: int
    ascent: int
    descent: int
    advances: dict[str, int]
    kerning: Kerning


@dataclass(frozen=True, eq=False)
class Face:
    """One font file, read with fontTools when first asked about. Lengths are pt at the size asked for.

    `data` is the file's bytes (TrueType outlines). Every measuring member raises `UnusableFont` where the file is no
    such font. Faces are equal when their bytes are, so what is known of a face outlives the style it came with; `cache`
    spares the next run to find it out again.
    """

    path: str
    data: bytes = field(repr=False)
    cache: Cache = field(default_factory=MemoryCache, repr=False)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Face) and self.digest == other.digest)

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def name(self) -> str:
        """Its PostScript name."""
        return _glance(self).name

    def has(self, character: str) -> bool:
        """Whether the face can set a character; spaces, soft hyphens and line ends need no glyph of their own."""
        return self.has_glyph(character) or character in INVISIBLE or unicodedata.category(character) == "Zs"

    def has_glyph(self, character: str) -> bool:
        """Whether the face has a glyph for exactly this character."""
        return ord(character) in _glance(self).known

    def width(self, text: str, size: float) -> float:
        """The advance width of `text` in pt at `size` pt, kerned; a character without a glyph has no width."""
        metrics = self._metrics
        units = sum([metrics.advances.get(character, 0) for character in text])
        units += sum(map(metrics.kerning.__getitem__, map(add, text, text[1:])))
        return units * size / metrics.units_per_em

    def reach(self, text: str, size: float) -> list[float]:
        """Where each character of `text` begins, in pt at `size` pt, kerned to the one before it; and where it ends."""
        metrics = self._metrics
        em = size / metrics.units_per_em
        kerns = [0, *map(metrics.kerning.__getitem__, map(add, text, text[1:])), 0]
        found, end = [], 0
        for character, kern in zip(f"{text}\0", kerns if text else [0], strict=True):
            found.append((end + kern) * em)
            end += kern + metrics.advances.get(character, 0)
        return found

    def kern(self, pair: str) -> float:
        """By how much two characters move apart (closer: a negative number), in em."""
        return self._metrics.kerning[pair] / self._metrics.units_per_em

    def kerns(self, text: str) -> list[tuple[int, float]]:
        """Where in `text` the face kerns: the index of the second character of each pair, and the kern in em."""
        kerning, em = self._metrics.kerning, self._metrics.units_per_em
        pairs = enumerate(map(add, text, text[1:]), start=1)
        return [(at, kern / em) for at, pair in pairs if (kern := kerning[pair])]

    def ascent(self, size: float) -> float:
        """How far the face reaches above the baseline, in pt at `size` pt (`hhea`)."""
        return self._metrics.ascent * size / self._metrics.units_per_em

    def descent(self, size: float) -> float:
        """How far the face reaches below the baseline, in pt at `size` pt, a positive number (`hhea`)."""
        return -self._metrics.descent * size / self._metrics.units_per_em

    @property
    def _metrics(self) -> _Metrics:
        return _read(self)


@cache
def readers() -> str:
    """The code that reads fonts, in its present wording: what it made otherwise before is not what it would make."""
    modules = ("fonts.py", "kerning.py", "subset.py")
    return "".join((pkgutil.get_data("docgen.style", module) or b"").decode() for module in modules)


@lru_cache(maxsize=MOST_FACES)
def _glance(face: Face) -> Characters:
    """What can be told at a glance; of an unusual file only after a close look."""
    seen = read_characters(face.data)
    if seen is not None:
        return seen
    metrics = _read(face)
    return Characters(metrics.name, set(map(ord, metrics.advances)))


@lru_cache(maxsize=MOST_FACES)
def _read(face: Face) -> _Metrics:
    key = cache_key("face", face.digest, readers())
    held = face.cache.recall(key)
    metrics = _recalled(held) if held is not None else None
    if metrics is None:
        metrics = _read_file(face)
        facts = [*metrics[:-1], metrics.kerning.facts()]
        face.cache.keep(key, json.dumps(facts, separators=(",", ":")).encode("ascii"))
    return metrics


def _recalled(held: bytes) -> _Metrics | None:
    """The metrics that were kept; None where another docgen kept something else."""
    try:
        name, units, ascent, descent, advances, kerning = json.loads(held)
        return _Metrics(name, units, ascent, descent, advances, recalled_kerning(kerning))
    except (ValueError, TypeError, KeyError):
        return None


def _read_file(face: Face) -> _Metrics:
    # Here and not above: a command that never asks for a font should not wait for fontTools.
    from fontTools.ttLib import TTFont

    try:
        with TTFont(BytesIO(face.data), lazy=True) as font:
            if "glyf" not in font:
                raise UnusableFont("it has no TrueType outlines; ask for the .ttf file of the font")
            if any(table.offset + table.length > len(face.data) for table in font.reader.tables.values()):
                raise UnusableFont("the font file is incomplete")
            glyphs: dict[int, str] = font.getBestCmap() or {}
            advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
            characters = {chr(code): glyph for code, glyph in glyphs.items()}
            return _Metrics(
                name=font["name"].getDebugName(6) or "",
                units_per_em=font["head"].unitsPerEm,
                ascent=font["hhea"].ascent,
                descent=font["hhea"].descent,
                advances={character: advances[glyph][0] for character, glyph in characters.items()},
                kerning=read_kerning(font, characters),
            )
    except UnusableFont:
        raise
    except Exception as error:  # fontTools tells of a broken file by whatever its tables provoke
        raise UnusableFont("it is not a font file, or a damaged one") from error
