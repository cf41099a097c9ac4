"""How columns and pages are filled."""

import pytest

from docgen.document.kernel import Break, BreakKind, Figure, Group, LineBreak, Node, Paragraph, Run, Width
from docgen.layout.columns import Column, reach
from docgen.layout.page import Pages
from docgen.layout.strip import Strip
from docgen.style.pictures import Picture
from docgen.style.roles import Role
from tests.layout.reading import pictures_of, placed, printed, read, small
from tests.samples import SPAN, heading, paragraph, text


def verse(name: str, count: int, role: str = Role.BODY) -> Paragraph:
    """A paragraph of `count` lines: a1, a2, …"""
    parts: list[str | Run] = []
    for number in range(1, count + 1):
        parts += [f"{name}{number}", LineBreak(SPAN)]
    return paragraph(*parts[:-1], role=role, identity=name)


def columns_of(*nodes: Node, lines: int = 8, columns: int = 2) -> list[list[str]]:
    """The words of each column, of a page that holds as many `lines` as said; page by page."""
    return by_column(placed(*nodes, style=small(columns=columns, height=lines * 11.5)))


def by_column(pages: Pages) -> list[list[str]]:
    found: dict[tuple[int, bool], list[str]] = {}
    for line in read(pages):
        found.setdefault((line.page, line.x > 100), []).append(line.words)
    return list(found.values())


def test_columns_are_filled_one_after_the_other_and_pages_too() -> None:
    assert columns_of(verse("a", 20)) == [
        [f"a{number}" for number in range(1, 9)],
        [f"a{number}" for number in range(9, 17)],
        [f"a{number}" for number in range(17, 21)],
    ]


def test_a_line_stands_between_paragraphs_and_none_at_the_head_of_a_column() -> None:
    pages = placed(verse("a", 4), verse("b", 4), style=small(height=8 * 11.5))
    places = {line.words: line.y for line in read(pages)}
    assert places["a4"] - places["b1"] == pytest.approx(23)
    top = placed(verse("a", 8), verse("b", 4), style=small(height=8 * 11.5))
    places = {line.words: line.y for line in read(top)}
    assert places["b1"] == places["a1"]


@pytest.mark.parametrize("above", [6, 5])
def test_no_single_line_of_a_paragraph_stands_alone(above: int) -> None:
    """With six lines above one line of b would fit, an orphan; with five two would, and leave a widow."""
    first, second = columns_of(verse("a", above), verse("b", 3))
    assert first[-1] == f"a{above}"
    assert second == ["b1", "b2", "b3"]


def test_a_paragraph_of_four_lines_may_be_halved() -> None:
    first, second = columns_of(verse("a", 5), verse("b", 4))
    assert (first[-2:], second) == (["b1", "b2"], ["b3", "b4"])


def test_a_heading_stays_with_two_lines_of_its_text() -> None:
    first, second = columns_of(verse("a", 5), heading(1, "Panel"), verse("b", 4), lines=9)
    assert first[-1] == "a5"
    assert second == ["PANEL", "b1", "b2", "b3", "b4"]


def test_two_headings_stay_together() -> None:
    first, second = columns_of(verse("a", 5), heading(1, "Panel"), heading(2, "First"), verse("b", 4), lines=11)
    assert first[-1] == "a5"
    assert second[:2] == ["PANEL", "First"]


def test_a_paragraph_that_must_stay_whole_and_cannot_is_parted_where_the_column_ends() -> None:
    found = columns_of(verse("a", 20, role=Role.TITLE), columns=1, lines=8)
    assert [words for column in found for words in column] == [f"a{number}" for number in range(1, 21)]


def test_a_column_break_leaves_the_rest_of_the_column_empty() -> None:
    stop = Break(kind=BreakKind.COLUMN, span=SPAN)
    assert columns_of(verse("a", 2), stop, verse("b", 2)) == [["a1", "a2"], ["b1", "b2"]]


def test_a_page_break_leaves_the_rest_of_the_page_empty() -> None:
    stop = Break(kind=BreakKind.PAGE, span=SPAN, id="stop")
    pages = placed(verse("a", 2), stop, verse("b", 2), style=small(height=92))
    assert [(line.page, line.words) for line in read(pages)] == [(1, "a1"), (1, "a2"), (2, "b1"), (2, "b2")]
    assert pages.number_of("stop") == 1


def test_what_runs_over_the_page_stands_above_the_columns() -> None:
    masthead = Group(children=(verse("m", 2),), span=SPAN, role="masthead", width=Width.PAGE, id="masthead")
    pages = placed(masthead, verse("a", 10), style=small(height=11 * 11.5))
    places = {line.words: line for line in read(pages)}
    assert places["m2"].y - places["a1"].y == pytest.approx(23)
    assert places["a1"].y == places["a9"].y
    assert (places["a1"].x, places["a9"].x) == (0, 105)


def test_columns_above_a_page_wide_figure_end_level() -> None:
    wide = Figure(picture=text("wide"), alternative=None, decorative=True, span=SPAN, width=Width.PAGE, id="wide")
    pictures = {"wide": Picture("wide", "png", b"", 400, 40)}
    pages = placed(verse("a", 8), wide, verse("b", 4), style=small(height=30 * 11.5), pictures=pictures)
    places = {line.words: line for line in read(pages)}
    assert places["a5"].y == places["a1"].y
    (box,) = pictures_of(pages)
    assert places["b1"].y < box.y < box.y + box.height < places["a4"].y
    assert box.x == pytest.approx((200 - box.width) / 2)


def test_columns_at_the_end_of_the_document_are_filled_in_turn() -> None:
    assert columns_of(verse("a", 4)) == [["a1", "a2", "a3", "a4"]]


def test_a_document_of_nothing_has_one_page() -> None:
    pages = placed()
    assert [page.number for page in pages.pages] == [1]
    assert printed(pages) == []


def test_a_strip_higher_than_a_column_takes_one_for_itself() -> None:
    strips = [Strip(10), Strip(500), Strip(10)]
    assert [reach(strips, start, 100, 100) for start in range(3)] == [Column(0, 1), Column(1, 2), Column(2, 3)]


def test_an_unfinished_column_stays_empty_for_what_does_not_fit_in_it() -> None:
    assert reach([Strip(50, keep=True), Strip(50)], 0, 60, 100) == Column(0, 0)


def test_strips_repeated_at_the_head_of_a_column_take_room_there() -> None:
    head = Strip(30)
    strips = [Strip(40, repeated=(head,)) for _ in range(3)]
    assert reach(strips, 0, 100, 100) == Column(0, 1)
