"""Tables as spreadsheets save them: each cell with its words and its place."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.reading.composing import Sequence
from docgen.reading.limits import Limits
from docgen.reading.scalars import Scalar
from docgen.reading.separated import parse_separated


def cells(data: bytes, limits: Limits = Limits()) -> list[list[Scalar]]:  # noqa: B008 (a frozen value)
    found = parse_separated("t.csv", data, limits)
    assert found.findings == ()
    assert found.root is not None
    rows = [row.items for row in found.root.items if isinstance(row, Sequence)]
    return [[cell for cell in row if isinstance(cell, Scalar)] for row in rows]


def values(data: bytes) -> list[list[str]]:
    return [[cell.text().value for cell in row] for row in cells(data)]


@pytest.mark.parametrize(
    "data",
    [
        b"Day,Guests\nMonday,40\n",
        b"Day;Guests\r\nMonday;40\r\n",
        b"Day\tGuests\nMonday\t40",
        b"sep=;\nDay;Guests\nMonday;40\n",
        b"\xef\xbb\xbfDay,Guests\n\nMonday, 40 \n,\n",
        b'"Day",Guests,\n"Monday","40",\n,,\n',
    ],
)
def test_whatever_cells_are_apart_by_they_are_the_same(data: bytes) -> None:
    assert values(data) == [["Day", "Guests"], ["Monday", "40"]]


def test_the_comma_of_decimals_divides_nothing() -> None:
    assert values(b"Land;Anteil, in %\nGenf;12,5\nBern;8,0\n") == [
        ["Land", "Anteil, in %"],
        ["Genf", "12,5"],
        ["Bern", "8,0"],
    ]


def test_one_column_is_a_table_too() -> None:
    assert values(b"Day\nMonday\n") == [["Day"], ["Monday"]]


def test_quotation_marks_keep_together_what_they_stand_around() -> None:
    data = b'Day,Guests\n"The ""Lake"", north","40\r\nor 41"\n'
    assert values(data)[1] == ['The "Lake", north', "40\r\nor 41"]
    first = cells(data)[1][0].text()
    assert data[first.span(5, 9).start : first.span(5, 9).end] == b"Lake"


def test_a_short_row_stays_short() -> None:
    assert values(b"a,b,c\nd\ne,f,g,h\n") == [["a", "b", "c"], ["d"], ["e", "f", "g", "h"]]


def test_there_is_an_end_to_a_table() -> None:
    found = parse_separated("t.csv", b"a,b\n" * 20, Limits(nodes=30))
    assert found.root is None
    assert [finding.code for finding in found.findings] == ["too-many-nodes"]
    assert found.source.position(found.findings[0].span.start) == (16, 1)


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cn"])
CELL = st.text(st.one_of(LETTERS, st.sampled_from('";, \n')), max_size=8)


@given(st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1)))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]]) -> None:
    rows = [["head"] * len(rows[0]), *(row for row in rows if any(cell.strip() for cell in row))]
    written = StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    found = parse_separated("t.csv", written.getvalue().encode(), Limits())
    if found.findings:  # characters that are in no text
        return
    assert [[cell.value for cell in row] for row in cells(written.getvalue().encode())] == rows
