"""How columns and pages are filled."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from docgen.document.kernel import Break, BreakKind, Figure, Group, Node, Width
from docgen.layout.columns import fill_column
from docgen.layout.flow import Flow, Place
from docgen.layout.grid import Grid
from docgen.layout.page import Pages
from docgen.layout.strip import Strip
from docgen.style.pictures import Picture
from docgen.style.roles import Role
from tests.layout.notation import verse
from tests.layout.reading import pictures_of, placed, printed, read, small
from tests.samples import SPAN, text


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


def test_a_paragraph_that_must_stay_whole_and_cannot_is_parted_where_the_column_ends() -> None:
    found = columns_of(replace(verse("a", 20), role=Role.TITLE), columns=1, lines=8)
    assert [words for column in found for words in column] == [f"a{number}" for number in range(1, 21)]


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


def test_a_document_of_nothing_has_one_page() -> None:
    pages = placed()
    assert [page.number for page in pages.pages] == [1]
    assert printed(pages) == []


def column_of(strips: list[Strip], rows: int, place: Place | None = None, whole: int = 10) -> list[int]:
    """The numbers of the strips in a column of so many lines of 10 pt, on pages of `whole` lines."""
    return list(fill_column(Flow(strips), place or Place(), Grid(10, whole, 1), rows).strips)


def test_a_strip_higher_than_a_column_takes_one_for_itself() -> None:
    strips = [Strip(10), Strip(500), Strip(10)]
    assert [column_of(strips, 10, Place(start)) for start in range(3)] == [[0], [1], [2]]


def test_an_unfinished_column_stays_empty_for_what_does_not_fit_in_it() -> None:
    assert column_of([Strip(50, keep=True), Strip(50)], rows=6) == []


def test_strips_repeated_at_the_head_of_a_column_take_room_there() -> None:
    head = Strip(30)
    assert column_of([Strip(40, repeated=(head,)) for _ in range(3)], rows=10) == [0]


def test_a_strip_on_the_grid_begins_on_a_line_and_what_stands_above_shares_what_is_missing() -> None:
    grid = Grid(10, 10, 1)
    picture = Strip(25, before=10, after=10)
    line = Strip(10, on_grid=True, after=10)
    assert grid.tops([line, picture, line]) == [0, 22.5, 60]
    assert grid.tops([picture, line]) == [0, 40]
    heading = Strip(10, before=14, after=3, keep=True)
    assert grid.tops([line, heading, line]) == [0, 27, 40]


def test_a_flow_is_set_no_further_than_it_is_placed() -> None:
    """So a long document never stands in memory as a whole."""
    made: list[int] = []

    def strips() -> Iterator[Strip]:
        for number in range(1000):
            made.append(number)
            yield Strip(10)

    flow = Flow(strips())
    column = fill_column(flow, Place(), Grid(10, 10, 1), 10)
    assert column.place == Place(10)
    assert len(made) <= 12
