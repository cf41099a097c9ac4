"""What Word files do so that a program which fills lines one by one ends them, and pages, near where layout does."""

from __future__ import annotations

import pytest

from docgen.document.kernel import Contents, Entry, Group, Node, Width
from docgen.layout import lay_out
from docgen.layout.page import TextLine
from docgen.style.roles import Role
from docgen.writers.docx import writer
from tests.samples import SPAN, document, edition, heading, paragraph, runs, style, tiny_pictures
from tests.writers.opened import W, body_paragraphs, style_of, w, words, xml

TITLE = "The Turtle Bay Security Roundtable: Proliferation Challenges in a Flat World"
LONG_TITLE = (
    "Promoting the Global Instruments of Nonproliferation and Disarmament: The United Nations and the Nuclear Challenge"
)


def masthead(*nodes: Node) -> Group:
    return Group(children=nodes, span=SPAN, role="masthead", width=Width.PAGE, id="masthead", language="en")


def insets(*nodes: Node) -> list[tuple[float, float]]:
    """What each paragraph is moved in from the left and the right, in pt."""
    found = []
    for one in body_paragraphs(writer.write(edition(document(masthead(*nodes))))):
        moved = one.find(f"{w('pPr')}/{w('ind')}")
        sides = [moved.get(w(side), "0") if moved is not None else "0" for side in ("left", "right")]
        found.append((int(sides[0]) / 20, int(sides[1]) / 20))
    return found


def filled(title: str, measure: float) -> list[str]:
    """The lines of a title when each takes what it can hold."""
    look = style().text(Role.TITLE)
    face = style().family.face(look.bold, look.italic)
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if face.width(longer, look.size) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def test_a_filled_title_has_the_lines_that_layout_gives_it() -> None:
    title = paragraph(TITLE, role=Role.TITLE)
    ((left, right),) = insets(title)
    assert left == right > 0
    (page,) = lay_out(document(masthead(title)), style(), tiny_pictures()).pages
    laid_out = [
        "".join(part.text for part in box.fragments).strip()
        for box in page.boxes
        if isinstance(box, TextLine) and box.role == Role.TITLE
    ]
    assert filled(TITLE, style().page.measure) != laid_out
    assert filled(TITLE, style().page.measure - left - right) == laid_out


def test_where_filling_cannot_give_them_the_lines_are_as_even_as_it_can() -> None:
    ((left, _),) = insets(paragraph(LONG_TITLE, role=Role.TITLE))
    measure = style().page.measure - 2 * left
    face = style().family.face(bold=True, italic=False)
    widths = [face.width(line, style().text(Role.TITLE).size) for line in filled(LONG_TITLE, measure)]
    assert len(widths) == len(filled(LONG_TITLE, style().page.measure))
    assert min(widths) > 0.7 * max(widths)


@pytest.mark.parametrize(
    ("role", "said"),
    [(Role.TITLE, "Quiet Seas"), (Role.INTRODUCTION, f"{TITLE} {TITLE} {TITLE}"), (Role.DETAILS, TITLE)],
)
def test_other_text_has_the_whole_measure(role: str, said: str) -> None:
    assert insets(paragraph(said, role=role)) == [(0, 0)]


def test_contents_have_the_page_to_themselves_and_a_line_below() -> None:
    contents = Contents(span=SPAN, title=runs("Contents"), entries=(Entry(runs("Panel"), 1, "s1.h"),), id="toc")
    written = writer.write(
        edition(document(paragraph("Before."), contents, heading(1, "Panel", identity="s1.h"), paragraph("After.")))
    )
    columns = [section.find(w("cols")).get(w("num")) for section in xml(written).iter(w("sectPr"))]
    assert columns == ["2", "1", "2", "1"]
    last = next(one for one in reversed(body_paragraphs(written)) if style_of(one).startswith("TOC"))
    assert words(last).startswith("Panel")
    end = last.getnext()  # a point high, with the end of the field
    assert end.xpath("string(w:pPr/w:spacing/@w:after)", namespaces={"w": W}) == "210"


def test_layout_lets_contents_run_over_the_page() -> None:
    contents = Contents(span=SPAN, entries=(Entry(runs("Panel"), 1, "s1.h"),), id="toc", language="en")
    panel = heading(1, "Panel", identity="s1.h")
    (page,) = lay_out(document(contents, panel, paragraph("After.")), style(), tiny_pictures()).pages
    (entry,) = (box for box in page.boxes if isinstance(box, TextLine) and box.role == Role.CONTENTS)
    folio = entry.fragments[-1]
    assert folio.x + folio.width == pytest.approx(style().page.width - style().page.right)
