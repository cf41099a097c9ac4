"""Subsets: what of a face goes into a file, its outlines for certain characters and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import astuple, field
from functools import lru_cache
from io import BytesIO
from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from docgen.cache import cache_key
from docgen.records import dataclass
from docgen.style.fonts import MOST_FACES, Face, readers

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

MOST_SUBSETS = 64
"""How many subsets are remembered at once; each is some ten kilobytes."""

_DRAWING = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"})
"""The tables that draw a glyph asked for by its number, without instructions (ISO 32000-1, 9.9)."""

_TAG_LENGTH = 6


class Glyph(NamedTuple):
    """A glyph of a subset: its number there, and its advance width in thousandths of an em."""

    number: int
    advance: float


@dataclass(frozen=True, slots=True)
class Design:
    """What a PDF tells of a face besides its outlines, in thousandths of an em; `descent` is negative.

    `italic_angle` is counted in degrees from upright, to the right negative, `weight` as in OS/2 (400: regular).
    """

    box: tuple[float, float, float, float]
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    weight: int


@dataclass(frozen=True, slots=True)
class Subset:
    """The outlines of some characters of a face, unhinted.

    `data` is a TrueType file without names and without a character map: `glyphs` tells which glyph draws a character,
    in the order of the characters, and has none that the face lacks; for those `missing` stands in (`.notdef`). `name`
    is the face's PostScript name behind a tag of the subset's own.
    """

    name: str
    glyphs: Mapping[str, Glyph]
    missing: Glyph
    design: Design
    data: bytes = field(repr=False)


class _Outlines(NamedTuple):
    """What is read once of a face for all its subsets: all its glyphs, and the one of each character."""

    order: tuple[str, ...]
    names: Mapping[str, str]
    units_per_em: int
    design: Design


@lru_cache(maxsize=MOST_SUBSETS)
def make_subset(face: Face, characters: frozenset[str]) -> Subset:
    """The subset of `face` that sets `characters`. Same face and characters, same bytes."""
    # Here and not above: most commands make no files, and should not wait for it.
    from fontTools import version

    key = cache_key("subset", version, readers(), face.digest, "".join(sorted(characters)))
    held = face.cache.recall(key)
    subset = _recalled(held) if held is not None else None
    if subset is None:
        subset = _cut(face, characters)
        face.cache.keep(key, _kept(subset))
    return subset


def _kept(subset: Subset) -> bytes:
    """A subset as bytes: one line that describes it, then its file."""
    facts = (subset.name, subset.glyphs, subset.missing, astuple(subset.design))
    return json.dumps(facts, separators=(",", ":")).encode("ascii") + b"\n" + subset.data


def _recalled(held: bytes) -> Subset | None:
    """The subset that was kept; None where another docgen kept something else."""
    line, _, data = held.partition(b"\n")
    try:
        name, glyphs, missing, (box, *design) = json.loads(line)
        glyphs = {character: Glyph(*glyph) for character, glyph in glyphs.items()}
        return Subset(name, glyphs, Glyph(*missing), Design(tuple(box), *design), data)
    except (ValueError, TypeError, AttributeError):
        return None


def _cut(face: Face, characters: frozenset[str]) -> Subset:
    from fontTools.subset import Options, Subsetter

    outlines = _read(face)
    wanted = {character: outlines.names[character] for character in sorted(characters & outlines.names.keys())}
    with _open(face) as font:
        font.setGlyphOrder(list(outlines.order))
        for tag in font.reader.keys() - _DRAWING:
            del font[tag]
        subsetter = Subsetter(Options(hinting=False, notdef_outline=True))
        subsetter.populate(glyphs=wanted.values())
        subsetter.subset(font)
        numbers, advances = font.getReverseGlyphMap(), font["hmtx"].metrics
        out = BytesIO()
        font.save(out)

    def glyph(name: str) -> Glyph:
        return Glyph(numbers[name], advances[name][0] * 1000 / outlines.units_per_em)

    return Subset(
        name=f"{_tag(face, wanted)}+{face.name}",
        glyphs={character: glyph(name) for character, name in wanted.items()},
        missing=glyph(outlines.order[0]),
        design=outlines.design,
        data=out.getvalue(),
    )


@lru_cache(maxsize=MOST_FACES)
def _read(face: Face) -> _Outlines:
    with _open(face) as font:
        head, heading, described = font["head"], font["hhea"], font.get("OS/2")
        em = 1000 / head.unitsPerEm
        design = Design(
            box=(head.xMin * em, head.yMin * em, head.xMax * em, head.yMax * em),
            ascent=heading.ascent * em,
            descent=heading.descent * em,
            cap_height=(getattr(described, "sCapHeight", 0) or heading.ascent) * em,
            italic_angle=font["post"].italicAngle if "post" in font else 0.0,
            weight=described.usWeightClass if described else 400,
        )
        names = {chr(code): name for code, name in font.getBestCmap().items()}
        return _Outlines(tuple(font.getGlyphOrder()), names, head.unitsPerEm, design)


def _open(face: Face) -> TTFont:
    from fontTools.ttLib import TTFont

    # The face's times and bounds stay as they are, so that nothing tells when its subset was made.
    return TTFont(BytesIO(face.data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)


def _tag(face: Face, characters: Mapping[str, str]) -> str:
    """Six capitals that tell the subsets of a face apart (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(f"{face.digest} {''.join(characters)}".encode()).digest()
    return "".join(ascii_uppercase[byte % len(ascii_uppercase)] for byte in digest[:_TAG_LENGTH])
