"""Finds a day of the week that does not fall on its date.

Why it matters: one of the two is wrong, and readers who plan by it come on the wrong day. A report is also quoted for
its dates years later.

Example:

    Friday, January 17, 2013       →       Friday, January 18, 2013, or Thursday, January 17, 2013

What to do: look up which of the two is right. Where no year is written, that of the event is meant; dates more than a
few days from the event may belong to another year, and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Stretch
from docgen.findings import Severity

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NEAR = 10
"""How many days from the event a date without a year still belongs to it."""


@rule(Severity.ERROR, languages=("en",))
def weekday_date(subject: Subject) -> Iterator[Flaw]:
    """`Friday, January 17` and `Friday, 17 January`, with or without a year."""
    event = subject.report.date
    for passage in subject.passages:
        for found in passage.matches(pattern(), "day"):
            month = MONTHS.index(found["month"] or found["month2"]) + 1
            day = dated(int(found["year"] or event.first.year), month, int(found["day"] or found["day2"]))
            if day is None or (not found["year"] and abs((day - event.first).days) > NEAR):
                continue
            right = WEEKDAYS[day.weekday()]
            if found["weekday"] != right:
                weekday = Stretch(passage, *found.span("weekday"))
                written = f"{MONTHS[month - 1]} {day.day}, {day.year}"
                message = f"{written} was a {right}, not a {weekday}"
                yield Flaw(weekday, message, "correct the day or the date", unsafe(weekday.replaced(right)))


@cache
def pattern() -> re.Pattern[str]:
    """A weekday and the date behind it, in American or British order."""
    month = "|".join(MONTHS)
    return re.compile(
        rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),? (?:(?P<month>{month}) (?P<day>\d{{1,2}})"
        rf"|(?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{month}))\b(?:,? (?P<year>\d{{4}}))?"
    )


def dated(year: int, month: int, day: int) -> date | None:
    """The date, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
