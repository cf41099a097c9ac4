"""The date of an event: a day, or its first and last."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder
from docgen.reading.shapes import Misread
from docgen.reading.text import Text
from docgen.style.wording import Wording, wordings

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_BETWEEN = re.compile(r"\s+(?:to|until|through|bis|au|al)\s+|\s*[–—/]\s*|\s+-\s+|(?<=\d)-(?=\d{1,2}\b(?!-))")
_BACKWARDS = ("impossible-date", "the last day comes before the first", "put the first day first")
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
        if len(days) not in (1, 2):
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
        """The JSON Schema of a date: a line, or a list of two."""
        days = {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
        return {"anyOf": [maker.line(), days]}

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read `2013-01-18`, `January 18, 2013`, `18 January 2013`, and two of them; raises `Misread`."""
        whole = text.value
        if found := _day(whole):
            return cls(found, found, text.span())
        for mark in (*_BETWEEN.finditer(whole),):
            first, last = _days(whole[: mark.start()].strip(), whole[mark.end() :].strip())
            if first and last:
                if last < first:
                    raise Misread(*_BACKWARDS)
                return cls(first, last, text.span())
        raise Misread("not-a-date", f"'{whole}' is not a date docgen can read", f"write it like this: {_FORMS}")

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
                "day": first.day,
                "month": wording.months[first.month - 1],
                "year": first.year,
                "last-day": last.day,
                "last-month": wording.months[last.month - 1],
                "last-year": last.year,
            }
        )


def _days(first: str, last: str) -> tuple[date | None, date | None]:
    """Two days, each taking from the other what it leaves out: `January 18–20, 2013`, `30 May – 1 June 2013`."""
    whole_first, whole_last = _day(first), _day(last)
    if whole_last is None and (words := _words(first)):
        month, _, year = words
        own_year = re.search(r"\b\d{4}\b", last)
        day = re.match(r"(\d{1,2})\b", last)
        year = int(own_year.group()) if own_year else year
        whole_last = _made(year, month, int(day.group(1))) if day and year else None
        year_text = f", {year}" if year else ""
        whole_first = whole_first or _day(first + year_text)
    if whole_first is None and whole_last is not None:
        month_first = _words(first)
        if month_first:
            whole_first = _made(whole_last.year, month_first[0], month_first[1])
        elif first.isascii() and first.isdigit():
            whole_first = _made(whole_last.year, whole_last.month, int(first))
    return whole_first, whole_last


def _day(written: str) -> date | None:
    """A whole day; None where it is not one. Raises `Misread` for a day that no calendar has."""
    if found := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in found.groups())
        return _made(year, month, day)
    words = _words(written)
    return _made(words[2], words[0], words[1]) if words and words[2] else None


def _words(written: str) -> tuple[int, int, int] | None:
    """Month, day and year (0 where there is none) of a date in words, of any language there is wording for."""
    parts = re.findall(r"[^\W\d_]+|\d+", written)
    months = {name.casefold(): number for one in wordings().values() for number, name in enumerate(one.months, 1)}
    month = next((months[part.casefold()] for part in parts if part.casefold() in months), None)
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
    others = [part for part in parts if not part.isdigit() and part.casefold() not in (*months, "de", "of", "the")]
    if month is None or not 1 <= len(numbers) <= 2 or [part for part in others if part not in ("st", "nd", "rd", "th")]:
        return None
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    return (month, days[0], years[0] if years else 0) if len(days) == 1 else None


def _made(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise Misread("impossible-date", f"there is no month {month}", "write year, month and day: 2013-01-18")
    if not 1 <= year <= 9999:
        raise Misread(
            "impossible-date", f"{year} is not a year docgen can print", "write year, month and day: 2013-01-18"
        )
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = calendar.month_name[month]
        raise Misread("impossible-date", f"{name} {year} has no day {day}: it has {days} days", "check the date")
    return date(year, month, day)
