"""A Word template read, written down as a style, and compared with one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from docx import Document
from docx.shared import Pt, RGBColor

from docgen.findings import Finding, Severity, Span
from docgen.reading.nodes import parse
from docgen.style.loading import load_style
from docgen.style.model import Align, Style
from docgen.style.roles import Role
from docgen.style.word.brought import bring, look_through
from docgen.style.word.comparing import differences
from docgen.style.word.template import WordTemplate
from docgen.style.word.writing import Written, write_style
from docgen.world import MemoryWorld
from tests.programs import ROOT
from tests.style import templates
from tests.style.classic import classic
from tests.style.templates import FONT, font_files


@cache
def read() -> WordTemplate:
    return look_through(templates.template())[0]


def test_page_columns_and_fonts_are_read() -> None:
    template = read()
    page = template.page
    assert (page.width, page.height) == pytest.approx((595.3, 841.9), abs=0.1)
    assert (page.top, page.right, page.bottom, page.left) == (85, 56, 62, 56)
    assert (template.header, template.columns.count, template.columns.gutter) == (28, 2, 18)
    assert (template.font, template.heading_font) == (FONT, FONT)


def test_a_style_looks_as_word_shows_it_with_all_that_it_is_based_on() -> None:
    document = Document()
    normal, body = document.styles["Normal"], document.styles["Body Text"]
    normal.font.size, normal.font.name, normal.font.italic = Pt(13), "Georgia", True
    body.font.bold = True
    body.paragraph_format.space_after = Pt(4)
    look = look_through(templates.saved(document))[0].looks["body text"]
    assert (look.font, look.text.size, look.text.bold, look.text.italic, look.text.after) == (
        "Georgia",
        13,
        True,
        True,
        4,
    )


@pytest.mark.parametrize(
    ("spacing", "leading"),
    [(Pt(15), 15.0), (1.0, 14.0), (1.5, 20.9), (None, 14.0)],
    ids=["exactly", "single", "one and a half", "unsaid"],
)
def test_leading_is_that_of_the_font_where_word_sets_it(spacing: object, leading: float) -> None:
    """Georgia, 12.25 pt high, sets its lines 1.14 times as far apart."""
    document = Document()
    defaults = document.styles.element.find(".//{*}pPrDefault/{*}pPr/{*}spacing")
    assert defaults is not None
    defaults.attrib.clear()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(12)
    document.styles["Body Text"].paragraph_format.line_spacing = spacing
    look = look_through(templates.saved(document))[0].looks["body text"]
    assert look.text.leading == pytest.approx(leading, abs=0.45)


def test_the_logo_is_the_first_picture_of_the_header() -> None:
    emblem = read().emblem
    assert emblem is not None
    assert (emblem.extension, emblem.height, emblem.shows) == ("png", 30, "The Harbour Institute")
    assert (emblem.pages, emblem.align) == (("first", "default"), Align.LEFT)


def test_the_colours_are_the_themes() -> None:
    assert read().colours["accent1"] == "#4f81bd"
    assert read().colours["hlink"] == "#0000ff"


def written(template: WordTemplate, fonts: dict[str, bytes] | None = None) -> Written:
    return write_style("harbour", "brand/template.docx", template, classic(), fonts or {})


def loaded(made: Written) -> Style:
    folder = ROOT / "styles" / "classic"
    files = {
        f"styles/classic/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    files |= {f"styles/harbour/{name}": data for name, data in made.files.items()}
    found = load_style(MemoryWorld(files), "harbour", ".", Span("test", 0, 0))
    assert found.style is not None, found.findings
    assert found.root is not None
    return found.style


def test_the_style_that_is_written_has_the_templates_looks() -> None:
    style = loaded(written(read(), font_files()))
    assert (style.page.width, style.page.top, style.page.left) == (595.276, 85, 56)
    assert (style.columns.count, style.columns.gutter) == (2, 18)
    assert (style.family.name, style.family.word_name, style.family.embedded) == (FONT, FONT, True)
    body, heading = style.text(Role.BODY), style.text(Role.HEADING_1)
    assert (body.size, body.leading, body.after, body.align) == (11, 14, 7, Align.LEFT)
    assert (heading.size, heading.leading, heading.before, heading.colour) == (15, 18, 20, "#7b2d26")
    assert style.palette["accent-2"] == "#c0504d"
    assert style.logo is not None
    assert (style.logo.picture.value, str(style.logo.alt)) == ("logo.png", "The Harbour Institute")


def test_roles_that_the_template_has_no_style_for_go_with_its_body() -> None:
    style = loaded(written(read()))
    assert style.text(Role.SOURCE).size == pytest.approx(classic().text(Role.SOURCE).size * 1.1)


def test_without_font_files_the_usual_font_is_used_and_it_is_told_what_to_bring() -> None:
    made = written(replace(read(), font="Calibri", heading_font="Calibri"))
    assert loaded(made).family.name == "Tinos"
    (told,) = (finding for finding in made.findings if finding.code == "font-missing")
    assert told.severity is Severity.WARNING
    assert told.message == "the template is set in Calibri, of which there are no files here; Tinos takes its place"
    assert "Carlito, which is open and as wide" in told.advice
    assert b"#   name: Carlito" in made.files["style.yaml"]


def test_a_font_as_wide_as_the_usual_one_needs_no_files() -> None:
    made = written(replace(read(), font="Times New Roman", heading_font="Times New Roman"))
    assert not [finding for finding in made.findings if "font" in finding.code]
    assert loaded(made).family.word_name == "Times New Roman"


def test_a_face_that_is_missing_is_named() -> None:
    fonts = {name: data for name, data in font_files().items() if "BoldItalic" not in name}
    told = [finding.message for finding in written(read(), fonts).findings if finding.code == "font-missing"]
    assert told[0] == f"of the font {FONT} these faces are missing: bold-italic"


def test_a_colour_too_light_to_be_read_is_not_taken() -> None:
    document = Document()
    document.styles["Title"].font.color.rgb = RGBColor(0xEE, 0xEE, 0xEE)
    made = written(look_through(templates.saved(document))[0])
    assert loaded(made).text(Role.TITLE).colour == "#000000"
    assert any("#eeeeee of its 'title' is too light" in finding.message for finding in made.findings)


def test_names_in_a_template_stay_text_in_the_style() -> None:
    name = 'Evil"\\\n}: {a: [b]} # font'
    made = written(replace(read(), font=name, heading_font=name))
    assert loaded(made).family.name == "Tinos"


def test_a_style_differs_from_the_template_it_was_read_from_in_what_was_too_light_alone() -> None:
    told = [found.message.partition(": ")[2] for found in compared(loaded(written(read(), font_files())), read())]
    assert set(told) == {"colour #000000 here, #4f81bd there"}


def compared(style: Style, template: WordTemplate) -> list[Finding]:
    based = replace(style, base=bring("base.docx", templates.template(), ()).base)
    root = parse("style.yaml", b"page: {paper: a4}\ncolumns: {count: 1}\nfamily: {}\nroles:\n  body: {}\n").root
    assert root is not None
    return list(differences(based, template, root))


def test_differences_are_told_in_plain_words_where_they_are_written() -> None:
    template = read()
    body = template.looks["body text"]
    looks = {**template.looks, "body text": replace(body, text=replace(body.text, size=12, bold=True))}
    other = replace(
        template,
        page=replace(template.page, top=90),
        columns=replace(template.columns, count=1),
        font="Lato",
        looks=looks,
    )
    found = {finding.message: finding.span.start for finding in compared(loaded(written(read(), font_files())), other)}
    assert found["the top margin is 85 pt here and 90 pt in the template"] == 0
    assert found["the text has 2 columns here and 1 in the template"] == 18
    assert found["the font is Quiet Harbour here, Quiet Harbour in Word, and Lato in the template"] == 38
    assert any(
        said.startswith("'body' and the template's style 'body text' differ: ")
        and "size 11 pt here, 12 pt there" in said
        and "bold there, not here" in said
        and place == 58
        for said, place in found.items()
    )


def test_links_too_light_to_be_read_are_as_black_as_the_text() -> None:
    made = written(replace(read(), colours={**read().colours, "hlink": "#ffff00"}))
    assert loaded(made).link is None
    assert any("#ffff00 of its links is too light" in finding.message for finding in made.findings)
