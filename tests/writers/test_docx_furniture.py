"""Headers and footers of Word files: in the middle of their margins, the publisher's logo beside the words."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from docx import Document
from lxml import etree

from docgen.document.kernel import PUBLISHER, Alignment, Drawing, Figure, Furniture
from docgen.document.paths import ClosePath, LineTo, MoveTo, Shape
from docgen.document.runs import Field, FieldKind
from docgen.reading.text import Prose
from docgen.style.logo import Logo
from docgen.style.model import Align, Style
from docgen.style.roles import Role
from docgen.style.word.brought import bring
from docgen.writers.docx import writer
from tests.samples import SPAN, document, edition, paragraph, style, text
from tests.style.templates import part, repacked, saved, template
from tests.writers.opened import faults, parts, style_of, values, w, words, xml

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

SHORT = "Quiet Seas"
LONG = "The Harbour Dialogue on Quiet Seas, their Winds, their Tides, and the Ships that Lie at Anchor in Them"


def logo(align: Alignment, height: float = 30.0) -> Figure:
    """A logo three times as wide as it is high."""
    outline = (MoveTo(0, 0), LineTo(120, 0), LineTo(120, 40), LineTo(0, 40), ClosePath())
    return Figure(
        picture=Drawing(shapes=(Shape(outline, fill="#1f4e79"),), size=(120.0, 40.0), span=SPAN),
        alternative=text("The River Press"),
        height=height,
        align=align,
        span=SPAN,
        role=PUBLISHER,
    )


def aligned(align: Align) -> Style:
    """The classic style with its headers and footers aligned so."""
    classic = style("classic")
    roles = dict(classic.roles)
    roles |= {role: replace(roles[role], align=align) for role in (Role.HEADER, Role.FOOTER)}
    return replace(classic, roles=MappingProxyType(roles))


def written(others: Furniture, first: Furniture | None = None, look: Style | None = None) -> bytes:
    made = replace(document(paragraph("Some words.")), other_pages=others, first_page=first or Furniture())
    return writer.write(replace(edition(made), style=look or style("classic")))


def header(data: bytes) -> list[etree._Element]:
    """The paragraphs of the header of all pages but the first."""
    return list(xml(data, "word/header1.xml").iter(w("p")))


def line(found: etree._Element) -> list[str]:
    """What stands on a line, one after the other."""
    signs = {w("tab"): "→", w("drawing"): "LOGO"}
    pieces = (piece for run in found.iter(w("r")) for piece in run)
    return [signs.get(str(piece.tag), piece.text or "") for piece in pieces]


def stops(found: etree._Element) -> list[tuple[str, str]]:
    tabs = found.find(f"{w('pPr')}/{w('tabs')}")
    return [] if tabs is None else [(tab.get(w("val"), ""), tab.get(w("pos"), "")) for tab in tabs]


def distance(data: bytes, place: str) -> float:
    """How far headers or footers stand from the edge of the sheet, in pt."""
    return float(values(xml(data), "pgMar", place)[0]) / 20


@pytest.mark.parametrize(
    ("align", "where", "shown", "tabs"),
    [
        (Align.CENTRE, Alignment.LEFT, ["LOGO", "→", SHORT], [("center", "4680")]),
        (Align.CENTRE, Alignment.RIGHT, ["→", SHORT, "→", "LOGO"], [("center", "4680"), ("right", "9360")]),
        (Align.LEFT, Alignment.LEFT, ["LOGO", "→", SHORT], [("left", "2280")]),
        (Align.LEFT, Alignment.RIGHT, [SHORT, "→", "LOGO"], [("right", "9360")]),
        (Align.RIGHT, Alignment.LEFT, ["LOGO", "→", SHORT], [("right", "9360")]),
        (Align.RIGHT, Alignment.RIGHT, ["→", SHORT, "→", "LOGO"], [("right", "7080"), ("right", "9360")]),
    ],
)
def test_logo_and_words_share_a_line(
    align: Align, where: Alignment, shown: list[str], tabs: list[tuple[str, str]]
) -> None:
    others = Furniture(header=paragraph(SHORT, role=Role.HEADER), header_logo=logo(where))
    (found,) = header(written(others, look=aligned(align)))
    assert (style_of(found), line(found), stops(found)) == ("Header", shown, tabs)


def test_nothing_floats() -> None:
    others = Furniture(header=paragraph(SHORT, role=Role.HEADER), header_logo=logo(Alignment.LEFT))
    data = written(others, Furniture(footer_logo=logo(Alignment.RIGHT)))
    names = {
        etree.QName(found).localname for number in (1, 2) for found in xml(data, f"word/header{number}.xml").iter()
    }
    names |= {
        etree.QName(found).localname for number in (1, 2) for found in xml(data, f"word/footer{number}.xml").iter()
    }
    assert "inline" in names
    assert not names & {"anchor", "txbxContent", "framePr", "tbl"}


def test_its_line_is_as_high_as_the_logo_and_has_the_words_in_the_middle() -> None:
    """Lines of an exact height would cut the logo off."""
    others = Furniture(header=paragraph(SHORT, role=Role.HEADER), header_logo=logo(Alignment.LEFT))
    (found,) = header(written(others))
    assert values(found, "spacing", "lineRule") == ["auto"]
    assert values(found, "textAlignment") == ["center"]


def test_words_of_several_lines_stand_below_the_logo() -> None:
    others = Furniture(header=paragraph(LONG, role=Role.HEADER), header_logo=logo(Alignment.LEFT))
    above, below = header(written(others))
    assert (style_of(above), line(above), values(above, "jc")) == ("Logos", ["LOGO"], ["left"])
    assert (style_of(below), words(below)) == ("Header", LONG)


def test_a_logo_stands_alone_where_there_are_no_words() -> None:
    (found,) = header(written(Furniture(header_logo=logo(Alignment.RIGHT))))
    assert (style_of(found), line(found), values(found, "jc")) == ("Logos", ["LOGO"], ["right"])


def test_each_stands_in_the_middle_of_its_margin() -> None:
    """A section has one distance for all its pages; a lower header stands lower by the space before it."""
    words_alone = Furniture(header=paragraph(SHORT, role=Role.HEADER))
    high = Furniture(header=paragraph(SHORT, role=Role.HEADER), header_logo=logo(Alignment.LEFT, 50.0))
    data = written(words_alone, high)
    (low,), (first,) = header(data), list(xml(data, "word/header2.xml").iter(w("p")))
    assert distance(data, "header") == (72 - 50) / 2
    assert values(first, "spacing", "before") == [""]
    assert float(values(low, "spacing", "before")[0]) / 20 == (72 - 11) / 2 - (72 - 50) / 2


def test_a_footer_is_raised_by_the_space_below_it() -> None:
    folio = paragraph(Field(FieldKind.PAGE), role=Role.FOOTER)
    data = written(Furniture(footer=folio), Furniture(footer=folio, footer_logo=logo(Alignment.RIGHT, 40.0)))
    (low,) = xml(data, "word/footer1.xml").iter(w("p"))
    assert distance(data, "footer") == (72 - 40) / 2
    assert float(values(low, "spacing", "after")[0]) / 20 == (72 - 11) / 2 - (72 - 40) / 2


def test_a_header_of_two_lines_stands_half_a_line_higher() -> None:
    one, two = (written(Furniture(header=paragraph(said, role=Role.HEADER))) for said in (SHORT, f"{LONG} {LONG}"))
    assert distance(one, "header") - distance(two, "header") == 11 / 2 * 1


def based() -> Style:
    """The classic style with a Word template without headers, whose style for them has tab stops, as Word's own has."""
    made = Document()
    return replace(style("classic"), base=bring("base.docx", saved(made), ()).base)


def test_the_tab_stops_of_a_word_template_are_out_of_the_way() -> None:
    others = Furniture(header=paragraph(SHORT, role=Role.HEADER), header_logo=logo(Alignment.RIGHT))
    data = written(others, look=replace(aligned(Align.LEFT), base=based().base))
    (found,) = header(data)
    assert (line(found), stops(found)) == ([SHORT, "→", "LOGO"], [("clear", "4680"), ("right", "9360")])
    assert faults(data) == []


def test_a_word_template_and_a_logo_in_its_place() -> None:
    """Where the template has a header, it stays as it is, its logo, too; the style's stands where it has none."""
    brought = replace(style("classic"), base=bring("base.docx", template(), ()).base)
    data = written(Furniture(header_logo=logo(Alignment.LEFT), footer_logo=logo(Alignment.LEFT)), look=brought)
    shown = {name for name in parts(data) if name.startswith("word/media/")}
    assert shown == {"word/media/base1.png"}
    assert words(xml(data, "word/header1.xml")) == " Harbour Institute papers"
    bare = written(Furniture(header_logo=logo(Alignment.LEFT)), look=based())
    assert line(header(bare)[0]) == ["LOGO"]
    assert {name.rpartition(".")[2] for name in parts(bare) if name.startswith("word/media/")} == {"svg", "png"}


def test_a_logo_that_a_word_template_does_not_describe_is_described_by_the_style() -> None:
    undescribed = repacked(
        template(), header1=part(template(), "header1").replace(' descr="The Harbour Institute"', "")
    )
    brought = replace(style("classic"), base=bring("base.docx", undescribed, ()).base)
    described = replace(brought, logo=Logo(span=SPAN, picture=text("logo.png"), alt=Prose.generated("Our Press", SPAN)))
    for look, said in ((brought, [None]), (described, ["Our Press"])):
        data = written(Furniture(), look=look)
        assert [found.get("descr") for found in xml(data, "word/header1.xml").iter(f"{{{WP}}}docPr")] == said
