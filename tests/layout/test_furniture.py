"""What stands in the margins of pages: the publisher's logo and the words beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.document.kernel import PUBLISHER, Alignment, Document, Drawing, Figure, Furniture
from docgen.layout import lay_out
from docgen.layout.page import Furnishing, Page, PictureBox, TextLine
from docgen.style.roles import Role
from tests.samples import SPAN, document, paragraph, text
from tests.style.classic import classic

WAVE = Drawing(shapes=(), size=(120.0, 40.0), span=SPAN)


def logo(align: Alignment, height: float = 20.0) -> Figure:
    return Figure(
        picture=WAVE, alternative=text("The River Press"), span=SPAN, height=height, align=align, role=PUBLISHER
    )


def furnished(first: Furniture, others: Furniture) -> Document:
    text_of_two_pages = document(*[paragraph("text") for _ in range(80)])
    return replace(text_of_two_pages, first_page=first, other_pages=others)


def logos(page: Page) -> list[PictureBox]:
    return [box for box in page.boxes if isinstance(box, PictureBox)]


def test_a_logo_stands_in_the_middle_of_its_margin_and_is_no_part_of_the_text() -> None:
    first, others = Furniture(footer_logo=logo(Alignment.RIGHT)), Furniture(header_logo=logo(Alignment.LEFT))
    one, two = lay_out(furnished(first, others), classic(), {}).pages[:2]
    (foot,), (head,) = logos(one), logos(two)
    assert (foot.furniture, head.furniture) == (Furnishing.FOOTER, Furnishing.HEADER)
    assert (foot.x, foot.y, foot.width, foot.height) == pytest.approx((480, 36 - 10, 60, 20))
    assert (head.x, head.y) == pytest.approx((72, 756 - 10))


@pytest.mark.parametrize("align", [Alignment.LEFT, Alignment.RIGHT])
def test_words_in_a_margin_keep_clear_of_its_logo(align: Alignment) -> None:
    header = paragraph("A very long running title that would go from one margin to the other " * 2, role=Role.HEADER)
    others = Furniture(header=header, header_logo=logo(align))
    page = lay_out(furnished(Furniture(), others), classic(), {}).pages[1]
    (box,) = logos(page)
    lines = [box for box in page.boxes if isinstance(box, TextLine) and box.role == Role.HEADER]
    assert len(lines) > 1
    for line in lines:
        end = line.fragments[-1].x + line.fragments[-1].width
        assert line.fragments[0].x > box.x + box.width if align is Alignment.LEFT else end < box.x
        # What is set in the middle stays there.
        assert (line.fragments[0].x + end) / 2 == pytest.approx(306, abs=2)


def test_a_logo_takes_half_of_a_margin_at_most() -> None:
    banner = replace(logo(Alignment.LEFT), picture=replace(WAVE, size=(900.0, 10.0)))
    page = lay_out(furnished(Furniture(header_logo=banner), Furniture()), classic(), {}).pages[0]
    assert logos(page)[0].width == pytest.approx(234)
