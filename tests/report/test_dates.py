"""The date of an event, as staff write it and as a report prints it."""

from __future__ import annotations

import pytest

from docgen.reading.shapes import Misread
from docgen.reading.text import Text
from docgen.report.dates import EventDate
from docgen.style.wording import wordings

WRITTEN = [
    ("2013-01-18", "January 18, 2013", "18 janvier 2013"),
    ("January 18, 2013", "January 18, 2013", "18 janvier 2013"),
    ("18 January 2013", "January 18, 2013", "18 janvier 2013"),
    ("january 18 2013", "January 18, 2013", "18 janvier 2013"),
    ("18th of January, 2013", "January 18, 2013", "18 janvier 2013"),
    ("1er juin 2013", "June 1, 2013", "1er juin 2013"),
    ("18 janvier 2013", "January 18, 2013", "18 janvier 2013"),
    ("2013-01-18 to 2013-01-20", "January 18–20, 2013", "18–20 janvier 2013"),
    ("2013-01-18/2013-01-20", "January 18–20, 2013", "18–20 janvier 2013"),
    ("2013-01-18 – 2013-02-02", "January 18 – February 2, 2013", "18 janvier – 2 février 2013"),
    ("January 18–20, 2013", "January 18–20, 2013", "18–20 janvier 2013"),
    ("January 18-20, 2013", "January 18–20, 2013", "18–20 janvier 2013"),
    ("18–20 January 2013", "January 18–20, 2013", "18–20 janvier 2013"),
    ("30 May to 1 June 2013", "May 30 – June 1, 2013", "30 mai – 1er juin 2013"),
    ("May 30 – June 1, 2013", "May 30 – June 1, 2013", "30 mai – 1er juin 2013"),
    (
        "December 30, 2013 – January 2, 2014",
        "December 30, 2013 – January 2, 2014",
        "30 décembre 2013 – 2 janvier 2014",
    ),
]


def read(written: str) -> EventDate:
    return EventDate.read(Text.verbatim(written, "report.yaml", 0))


@pytest.mark.parametrize(("written", "english", "french"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_date_is_printed_in_the_form_of_the_language(written: str, english: str, french: str) -> None:
    found = read(written)
    assert found.written(wordings()["en"]) == english
    if found.is_one_day:
        assert found.written(wordings()["en-GB"]) == f"{found.first.day} {english.split()[0]} {found.first.year}"
    assert found.written(wordings()["fr"]) == french


@pytest.mark.parametrize(
    ("written", "code", "message"),
    [
        ("2013-02-30", "impossible-date", "February 2013 has no day 30: it has 28 days"),
        ("2013-13-01", "impossible-date", "there is no month 13"),
        ("0000-01-01", "impossible-date", "0 is not a year docgen can print"),
        ("2013-01-20 to 2013-01-18", "impossible-date", "the last day comes before the first"),
        ("next Tuesday", "not-a-date", "'next Tuesday' is not a date docgen can read"),
        ("January 2013", "not-a-date", "'January 2013' is not a date docgen can read"),
        ("18/01/2013", "not-a-date", "'18/01/2013' is not a date docgen can read"),
        ("a - a - " * 8000, "not-a-date", f"'{('a - a - ' * 10)[:80]}…' is not a date docgen can read"),
        ("9" * 5000 + "-01-01", "not-a-date", f"'{'9' * 80}…' is not a date docgen can read"),
        ("January 18, 2013 at noon", "not-a-date", "'January 18, 2013 at noon' is not a date docgen can read"),
    ],
)
def test_what_is_no_date_is_said(written: str, code: str, message: str) -> None:
    with pytest.raises(Misread) as wrong:
        read(written)
    assert (wrong.value.code, wrong.value.message) == (code, message)
