"""What docgen knows of a font file."""

import pickle
import subprocess
import sys
from io import BytesIO

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

from docgen.style.fonts import Face, UnusableFont
from tests.style.classic import classic


@pytest.fixture
def face() -> Face:
    return classic().family.regular


def test_a_face_is_known_by_its_postscript_name() -> None:
    family = classic().family
    faces = (family.regular, family.bold, family.italic, family.bold_italic)
    assert [face.name for face in faces] == ["Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"]


def test_text_is_as_wide_as_its_characters_advances_and_kerns(face: Face) -> None:
    # Like Times: an en is half an em, a space a quarter.
    assert face.width("\u2013", 10) == 5.0
    assert face.width(" ", 12) == 3.0
    assert face.width("AB", 10) == face.width("A", 10) + face.width("B", 10)
    assert face.width("AV", 10) == face.width("A", 10) + face.width("V", 10) + 10 * face.kern("AV")
    assert face.width("", 10) == 0.0


def test_pairs_that_gape_are_kerned(face: Face) -> None:
    assert face.kern("AV") == -264 / 2048
    assert face.kern("Wo") < 0
    assert face.kern("nn") == 0
    assert [at for at, _ in face.kerns("AVnnW.")] == [1, 5]


@pytest.mark.parametrize("text", ["", "A", "AVATAR", "We, the\u00ad"])
def test_reach_tells_where_each_character_begins(face: Face, text: str) -> None:
    begins = face.reach(text, 10)
    assert len(begins) == len(text) + 1
    assert begins[-1] == pytest.approx(face.width(text, 10))
    for at in range(1, len(text)):
        assert begins[at] == pytest.approx(face.width(text[:at], 10) + 10 * face.kern(text[at - 1 : at + 1]))


def test_spaces_are_not_kerned(face: Face) -> None:
    assert face.kern("A ") == face.kern(" A") == face.kern("A\u00a0") == 0


def test_an_added_hyphen_is_as_wide_as_any_and_kerned_like_any(face: Face) -> None:
    assert face.width("r\u00ad", 10) == face.width("r-", 10)


def test_faces_of_the_same_bytes_are_the_same(face: Face) -> None:
    again = Face("elsewhere.ttf", bytes(face.data))
    assert again == face
    assert hash(again) == hash(face)
    assert Face("x.ttf", b"") != face


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


def with_tables(data: bytes, **tables: object) -> Face:
    """The font with its GPOS taken out and other tables put in."""
    font = TTFont(BytesIO(data))
    del font["GPOS"]
    for tag, table in tables.items():
        font[tag] = table
    out = BytesIO()
    font.save(out)
    return Face("made.ttf", out.getvalue())


def test_an_old_kern_table_is_used_where_there_is_no_other(face: Face) -> None:
    kern, pairs = newTable("kern"), KernTable_format_0()
    pairs.version, pairs.coverage, pairs.apple, pairs.kernTable = 0, 1, False, {("A", "V"): -205, ("n", "n"): 10}
    kern.version, kern.kernTables = 0, [pairs]
    made = with_tables(face.data, kern=kern)
    assert made.kern("AV") == -205 / 2048
    assert [at for at, _ in made.kerns("nnVA")] == [1]


def test_kerning_by_classes_is_read(face: Face) -> None:
    font = TTFont(BytesIO(face.data))
    del font["GPOS"]
    addOpenTypeFeaturesFromString(font, "feature kern { pos [A Aacute] [V W] -100; pos A o -7; } kern;")
    out = BytesIO()
    font.save(out)
    made = Face("made.ttf", out.getvalue())
    assert [made.kern(pair) * 2048 for pair in ("AV", "ÁW", "Ao", "Áo", "VA")] == [-100, -100, -7, 0, 0]


def test_a_font_without_kerning_kerns_nothing(face: Face) -> None:
    assert with_tables(face.data).kerns("AVATAR") == []


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
