"""What is left of a face when it sets certain characters only."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from docgen.style.fonts import Face
from docgen.style.subset import make_subset
from tests.programs import ROOT
from tests.style.classic import classic

TEXT = frozenset("Müftüoğlu, Łódź – 5 €\u00ad-")


@pytest.fixture
def face() -> Face:
    return classic().family.regular


def drawn(data: bytes, glyph: str) -> list[object]:
    """What a glyph is drawn with, its parts put together."""
    glyphs = TTFont(BytesIO(data)).getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return list(pen.value)


def test_a_subset_draws_its_characters_as_the_face_does(face: Face) -> None:
    made = make_subset(face, TEXT)
    names, order = TTFont(BytesIO(face.data)).getBestCmap(), TTFont(BytesIO(made.data)).getGlyphOrder()
    assert made.glyphs.keys() == TEXT
    for character, glyph in made.glyphs.items():
        assert drawn(made.data, order[glyph.number]) == drawn(face.data, names[ord(character)])
        assert glyph.advance == pytest.approx(face.width(character, 1000))


def test_characters_may_share_a_glyph(face: Face) -> None:
    glyphs = make_subset(face, TEXT).glyphs
    assert glyphs["\u00ad"] == glyphs["-"]


def test_a_subset_has_what_draws_and_nothing_else(face: Face) -> None:
    font = TTFont(BytesIO(make_subset(face, TEXT).data))
    assert set(font.keys()) == {"GlyphOrder", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    # The letters' accents are glyphs of their own; no others are there.
    assert len(TEXT) < len(font.getGlyphOrder()) < len(TEXT) + 10
    programs = [getattr(font["glyf"][name], "program", None) for name in font.getGlyphOrder()]
    assert not any(program.getBytecode() for program in programs if program)


def test_a_character_that_the_face_lacks_has_no_glyph(face: Face) -> None:
    made = make_subset(face, frozenset("a漢"))
    assert list(made.glyphs) == ["a"]
    assert drawn(made.data, ".notdef")
    assert made.missing.number == 0


def test_a_subset_of_nothing_is_the_missing_glyph(face: Face) -> None:
    assert TTFont(BytesIO(make_subset(face, frozenset()).data)).getGlyphOrder() == [".notdef"]


def test_the_name_tells_subsets_apart(face: Face) -> None:
    subsets = [make_subset(face, frozenset(text)) for text in ("ab", "ac", "ba")]
    tags, names = zip(*[made.name.split("+") for made in subsets], strict=True)
    assert set(names) == {"Tinos-Regular"}
    assert tags[0] == tags[2] != tags[1]
    assert all(tag.isalpha() and tag.isupper() and len(tag) == 6 for tag in tags)


def test_a_face_of_the_same_bytes_has_the_same_subset(face: Face) -> None:
    assert make_subset(Face("elsewhere.ttf", bytes(face.data)), TEXT) is make_subset(face, TEXT)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_characters_give_the_same_bytes_in_every_process(face: Face, seed: str) -> None:
    program = (
        "import sys; from tests.style.classic import classic; from tests.style.test_subset import TEXT; "
        "from docgen.style.subset import make_subset; "
        "sys.stdout.buffer.write(make_subset(classic().family.regular, TEXT).data)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "86400"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == make_subset(face, TEXT).data


def test_the_design_is_told_in_thousandths_of_an_em(face: Face) -> None:
    design = make_subset(face, TEXT).design
    assert (round(design.ascent), round(design.descent), round(design.cap_height)) == (891, -216, 655)
    assert (design.italic_angle, design.weight) == (0, 400)
    slanted = make_subset(classic().family.bold_italic, TEXT).design
    assert slanted.italic_angle < 0
    assert slanted.weight == 700
