"""The date of an event: a day, or its first and last."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache
from typing import Any, NamedTuple, Self

from docgen.expressions import regex
from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder
from docgen.reading.shapes import Misread
from docgen.reading.text import Text
from docgen.records import dataclass
from docgen.style.wording import Wording, wordings

_LONGEST = 80
_ISO = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_BETWEEN = regex(r"\s+(?:to|until|through|au)\s+|\s*[–—/]\s*|\s+-\s+|(?<=\d)-(?=\d{1,2}\b(?!-))")
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "of", "the", "de", "le"})
_BACKWARDS = ("impossible-date", "the last day comes before the first", "put the first day first")
_CHECK = "write year, month and day: 2013-01-18"
_FORMS = "2013-01-18, January 18, 2013, or first and last day: 2013-01-18 to 2013-01-19"


@dataclass(frozen=True, slots=True)
class EventDate:
    """The day of an event, or the first and the last of several. `last` is `first` for a single day."""

    first: date
    last: date
    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read one line, or a list of the first and the last day."""
        days = node.items if isinstance(node, nodes.Sequence) else (node,)
        if not 1 <= len(days) <= 2:
            binder.fail(node.span, "not-a-date", "a date is one day, or the first and the last", f"write {_FORMS}")
        try:
            read = [cls.read(binder.bind(day, Text)) for day in days]
        except Misread as wrong:
            binder.fail(wrong.span or node.span, wrong.code, wrong.message, wrong.advice)
        if read[-1].last < read[0].first:
            binder.fail(node.span, *_BACKWARDS)
        return cls(read[0].first, read[-1].last, node.span)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a date: a line, or a list of the first and the last day."""
        return {"anyOf": [maker.line(), {"type": "array", "items": maker.line(), "minItems": 1, "maxItems": 2}]}

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read `2013-01-18`, `January 18, 2013`, `18 January 2013`, and two of them; raises `Misread`."""
        span = text.span()
        days = _days(text.value) if len(text) <= _LONGEST else None
        if days is None:
            shown = text.value if len(text) <= _LONGEST else f"{text.value[:_LONGEST]}…"
            message = f"'{shown}' is not a date docgen can read"
            raise Misread("not-a-date", message, f"write it like this: {_FORMS}", span)
        first, last = (_checked(day, span) for day in days)
        if last < first:
            raise Misread(*_BACKWARDS, span)
        return cls(first, last, span)

    @property
    def is_one_day(self) -> bool:
        """Whether it begins and ends on one day."""
        return self.first == self.last

    def written(self, wording: Wording) -> str:
        """The date in a language's form."""
        first, last = self.first, self.last
        if self.is_one_day:
            pattern = wording.date
        elif (first.year, first.month) == (last.year, last.month):
            pattern = wording.date_days
        else:
            pattern = wording.date_months if first.year == last.year else wording.date_years
        return pattern.format_map(
            {
                "day": _day_in_words(first, wording),
                "month": wording.months[first.month - 1],
                "year": first.year,
                "last-day": _day_in_words(last, wording),
                "last-month": wording.months[last.month - 1],
                "last-year": last.year,
            }
        )


class _Day(NamedTuple):
    """A day as written: 0 stands for what is left out."""

    year: int
    month: int
    day: int

    def completed(self, other: _Day) -> _Day:
        """The day with month and year of another where it leaves them out: the *18* of *18–20 January 2013*."""
        return _Day(self.year or other.year, self.month or other.month, self.day)

    @property
    def is_whole(self) -> bool:
        return bool(self.year and self.month)


def _days(written: str) -> tuple[_Day, _Day] | None:
    """The day, or the first and the last, that a text names; None where it names none."""
    day = _day(written)
    if day is not None and (day.is_whole or _ISO.fullmatch(written)):
        return day, day
    for mark in _BETWEEN.finditer(written):
        first, last = _part(written[: mark.start()]), _part(written[mark.end() :])
        if first is not None and last is not None:
            pair = first.completed(last), last.completed(first)
            if all(one.is_whole for one in pair):
                return pair
    return None


def _part(written: str) -> _Day | None:
    """One side of two days: a day that may leave out its month or year, `20` or `20, 2013`."""
    bare = re.fullmatch(r"\s*(\d{1,2})(?:,?\s+(\d{4}))?\s*", written, re.ASCII)
    return _Day(int(bare[2] or 0), 0, int(bare[1])) if bare else _day(written.strip())


def _day(written: str) -> _Day | None:
    """A day in digits (ISO 8601) or with its month in words, the year perhaps left out."""
    if found := _ISO.fullmatch(written):
        return _Day(*(int(part) for part in found.groups()))
    month, numbers = 0, []
    for part in re.findall(r"[^\W\d_]+|\d+", written):
        if part.isdigit():
            numbers.append(part)
        elif part.casefold() in _months() and not month:
            month = _months()[part.casefold()]
        elif part.casefold() not in _ORDINALS:
            return None
    years = [int(number) for number in numbers if len(number) == 4]
    days = [int(number) for number in numbers if len(number) <= 2]
    if not month or len(days) != 1 or len(years) + len(days) != len(numbers) or len(years) > 1:
        return None
    return _Day(years[0] if years else 0, month, days[0])


@cache
def _months() -> dict[str, int]:
    """The number of each month by its name in any language there is wording for."""
    return {name.casefold(): number for one in wordings().values() for number, name in enumerate(one.months, 1)}


def _checked(day: _Day, span: Span) -> date:
    if not 1 <= day.month <= 12:
        raise Misread("impossible-date", f"there is no month {day.month}", _CHECK, span)
    if day.year < 1:
        raise Misread("impossible-date", f"{day.year} is not a year docgen can print", _CHECK, span)
    days = calendar.monthrange(day.year, day.month)[1]
    if not 1 <= day.day <= days:
        month = f"{calendar.month_name[day.month]} {day.year}"
        raise Misread("impossible-date", f"{month} has no day {day.day}: it has {days} days", "check the date", span)
    return date(*day)


def _day_in_words(day: date, wording: Wording) -> str:
    return wording.first_day if day.day == 1 and wording.first_day else str(day.day)
