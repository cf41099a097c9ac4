"""Dates and spans of dates as English prose has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.checks.text.passage import Passage, Stretch
from docgen.expressions import regex
from docgen.records import dataclass

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_MONTH = "|".join(MONTHS)
_TO = r"(?: ?[–—-] ?| to | until | through | and )"
_DAYS = regex(
    # May 6–8, 2024 and May 30 to June 2, 2024
    rf"\b(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:{_TO}(?:(?P<m2>{_MONTH}) )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?"
    r"(?![\d:]|,\d)(?:,? (?P<y1>(?:19|20)\d\d)\b)?"
    # 6–8 May 2024 and 30 May to 2 June 2024
    rf"|(?<![\d,./:])\b(?P<e1>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<n1>{_MONTH}))?{_TO}"
    rf"(?P<e2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<n2>{_MONTH})\b(?:,? (?P<y2>(?:19|20)\d\d)\b)?"
    # 6 May 2024
    rf"|(?<![\d,./:])\b(?P<f1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<o1>{_MONTH})\b(?:,? (?P<y3>(?:19|20)\d\d)\b)?"
)

_FIGURE = regex(r"\d")
_HINT = regex(rf"(?:{_MONTH}) \d|\d(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})")
"""What is found soon, and stands in every date."""


@dataclass(frozen=True, slots=True)
class Span:
    """One day, or a first and a last; `year` is None where it is not written."""

    stretch: Stretch
    first: tuple[int, int]
    """Month and day."""
    last: tuple[int, int]
    year: int | None

    @property
    def is_one_day(self) -> bool:
        """Whether only one day is written."""
        return self.first == self.last

    def days(self, year: int) -> tuple[date, date] | None:
        """First and last day, in its own year or in the given one; None where there is no such day."""
        own = self.year or year
        try:
            return date(own, *self.first), date(own, *self.last)
        except ValueError:
            return None

    @property
    def missing_day(self) -> tuple[int, int] | None:
        """A day that its month has not got in any year, or in the written one."""
        year = self.year or 2000  # a leap year: February 29 may be right
        for month, day in (self.first, self.last):
            try:
                date(year, month, day)
            except ValueError:
                return month, day
        return None


def dates(passage: Passage) -> Iterator[Span]:
    """The dates and spans of a passage, in order."""
    value = passage.value
    if not _FIGURE.search(value) or not any(month in value for month in MONTHS) or not _HINT.search(value):
        return
    for found in _DAYS.finditer(passage.value):
        stretch = Stretch(passage, *found.span())
        if found["m1"]:
            first = (MONTHS.index(found["m1"]) + 1, int(found["d1"]))
            last_month = MONTHS.index(found["m2"]) + 1 if found["m2"] else first[0]
            last = (last_month, int(found["d2"])) if found["d2"] else first
            year = found["y1"]
        elif found["e1"]:
            last = (MONTHS.index(found["n2"]) + 1, int(found["e2"]))
            first = (MONTHS.index(found["n1"]) + 1 if found["n1"] else last[0], int(found["e1"]))
            year = found["y2"]
        else:
            first = last = (MONTHS.index(found["o1"]) + 1, int(found["f1"]))
            year = found["y3"]
        yield Span(stretch, first, last, int(year) if year else None)
