"""What a font file says of itself, and what its licence bits allow."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from docgen.findings import Severity, Span
from docgen.style.identity import identify
from docgen.style.loading import Loaded, load_style
from docgen.world import MemoryWorld
from tests.programs import ROOT
from tests.style.classic import classic
from tests.style.templates import FACES, FONT, font_files

FAMILY = "family: {name: %s, regular: Regular.ttf, bold: Bold.ttf, italic: Italic.ttf, bold-italic: BoldItalic.ttf%s}\n"


def test_a_font_file_tells_its_family_and_face() -> None:
    family = classic().family
    told = [identify(face.data) for face in (family.regular, family.bold, family.italic, family.bold_italic)]
    assert {one.family for one in told} == {"Tinos"}
    assert [one.face for one in told] == ["Regular", "Bold", "Italic", "Bold Italic"]
    assert {one.forbids for one in told} == {""}


@pytest.mark.parametrize(
    ("bits", "allowed"),
    [
        (0x0000, True),  # installable
        (0x0002, False),  # restricted
        (0x0004, False),  # preview and print: the file could not be edited
        (0x0008, True),  # editable
        (0x000C, True),  # of several, the one that allows most
        (0x0100, True),  # no subsets: none is made
        (0x0208, False),  # bitmaps only
    ],
)
def test_licence_bits_allow_or_forbid_embedding(bits: int, allowed: bool) -> None:
    """OS/2 `fsType`, OpenType 1.9."""
    assert (identify(font_files(fs_type=bits)["QuietHarbour-Regular.ttf"]).forbids == "") is allowed


def test_a_font_without_licence_bits_is_not_taken_for_free() -> None:
    font = TTFont(io.BytesIO(classic().family.regular.data))
    del font["OS/2"]
    held = io.BytesIO()
    font.save(held)
    assert identify(held.getvalue()).forbids == "it does not say that it may be"


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"\0\1\0\0\0\x09" + b"x" * 40])
def test_a_damaged_font_says_nothing(data: bytes) -> None:
    assert identify(data).family == ""
    assert identify(data).forbids


def loaded(more: str = "", *, fs_type: int = 0, name: str = FONT) -> Loaded:
    """A style in a family that no machine has."""
    style = f"docgen-style: 1\nname: own\nextends: classic\n{FAMILY % (name, more)}"
    classic_folder = ROOT / "styles" / "classic"
    files = {
        f"styles/classic/{path.relative_to(classic_folder).as_posix()}": path.read_bytes()
        for path in classic_folder.rglob("*")
        if path.is_file()
    }
    fonts = font_files(fs_type=fs_type)
    files |= {f"styles/own/{face}.ttf": fonts[f"QuietHarbour-{face}.ttf"] for face in FACES}
    files["styles/own/style.yaml"] = style.encode()
    return load_style(MemoryWorld(files), "own", ".", Span("test", 0, 0))


def test_a_family_as_wide_as_one_of_words_is_called_by_its_name() -> None:
    assert (classic().family.word_name, classic().family.embedded) == ("Times New Roman", False)


def test_any_other_is_embedded_under_the_name_in_its_file() -> None:
    own = loaded(name="Harbour")
    assert own.style is not None
    assert (own.style.family.name, own.style.family.word_name, own.style.family.embedded) == ("Harbour", FONT, True)
    assert own.findings == ()


def test_a_style_may_name_the_font_in_word_itself() -> None:
    own = loaded(", word-name: Garamond")
    assert own.style is not None
    assert (own.style.family.word_name, own.style.family.embedded) == ("Garamond", False)


def test_that_a_font_may_not_be_embedded_is_told_once_and_the_report_is_made_all_the_same() -> None:
    own = loaded(fs_type=2)
    assert own.style is not None
    assert (own.style.family.word_name, own.style.family.embedded) == (FONT, False)
    (finding,) = own.findings
    assert (finding.severity, finding.code) == (Severity.WARNING, "font-not-embeddable")
    assert finding.message == (
        "the font Quiet Harbour does not go into Word files: its licence bits allow no embedding at all"
    )


def test_a_style_that_does_not_want_its_font_embedded_hears_nothing_of_licences() -> None:
    own = loaded(", embed: false", fs_type=2)
    assert own.style is not None
    assert (own.style.family.embedded, own.findings) == (False, ())
