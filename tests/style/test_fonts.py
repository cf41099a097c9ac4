"""What docgen knows of a font file."""

import pickle
import subprocess
import sys

import pytest

from docgen.style.fonts import Face, UnusableFont
from tests.style.classic import classic


@pytest.fixture
def face() -> Face:
    return classic().family.regular


def test_a_face_is_known_by_its_postscript_name() -> None:
    family = classic().family
    faces = (family.regular, family.bold, family.italic, family.bold_italic)
    assert [face.name for face in faces] == ["Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"]


def test_text_is_as_wide_as_its_characters_advances(face: Face) -> None:
    # Like Times: an en is half an em, a space a quarter.
    assert face.width("\u2013", 10) == 5.0
    assert face.width(" ", 12) == 3.0
    assert face.width("AB", 10) == face.width("A", 10) + face.width("B", 10)
    assert face.width("", 10) == 0.0


def test_widths_grow_with_size(face: Face) -> None:
    assert face.width("Security", 20) == pytest.approx(2 * face.width("Security", 10))


def test_ascent_and_descent_are_both_positive(face: Face) -> None:
    assert face.ascent(10) == pytest.approx(8.911, abs=0.001)
    assert face.descent(10) == pytest.approx(2.163, abs=0.001)


@pytest.mark.parametrize("character", "AŁçğİÇ’“—•…αЖ€")
def test_the_classic_faces_set_the_names_and_signs_reports_are_made_of(character: str) -> None:
    family = classic().family
    assert all(face.has(character) for face in (family.regular, family.bold, family.italic, family.bold_italic))


@pytest.mark.parametrize("character", "漢😀ﷺ")
def test_a_face_says_what_it_cannot_set(face: Face, character: str) -> None:
    assert not face.has(character)


@pytest.mark.parametrize("character", ["\n", "\u00ad", "\u200b", "\u2003", "\u3000"])
def test_spaces_and_marks_for_the_line_breaker_need_no_glyph(face: Face, character: str) -> None:
    assert face.has(character)


@pytest.mark.parametrize("data", [b"", b"no font", b"\x00\x01\x00\x00" + b"\xff" * 200])
def test_a_file_that_is_no_font_is_refused_in_plain_words(data: bytes) -> None:
    with pytest.raises(UnusableFont, match="not a font file, or a damaged one"):
        Face("x.ttf", data).has("A")


def test_a_truncated_font_is_refused(face: Face) -> None:
    with pytest.raises(UnusableFont):
        Face("x.ttf", face.data[: len(face.data) // 2]).width("A", 10)


def test_a_face_travels_between_processes(face: Face) -> None:
    assert face.width("A", 10) == pickle.loads(pickle.dumps(face)).width("A", 10)  # noqa: S301 (our own bytes)


def test_asking_for_a_face_loads_no_reportlab() -> None:
    program = (
        "import sys; from docgen.style.fonts import Face; "
        "Face('f', open(sys.argv[1], 'rb').read()).has('A'); print('reportlab' in sys.modules)"
    )
    path = classic().family.regular.path
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
