"""Finds a date or a length of the event in the introduction that does not agree with `date`.

Why it matters: the line with the date above the text is often right, while the text is still that of last year's
report.

Example:

    date: 2024-05-06
    The workshop was held on May 7, 2024.     →       The workshop was held on May 6, 2024.
    The two-day workshop …                    →       The one-day workshop …

What to do: look up which of the two is right. Dates of other events are left alone: a sentence of the introduction is
compared only if it says when *the* meeting was held, and only if the two dates are close to each other or a year
apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Place, Sentence, Stretch
from docgen.checks.text.prose_dates import MONTHS, Span, dates
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.dates import EventDate

NEAR = 20
"""Within how many days of the event another date of it is a slip rather than another event."""

_EVENT = (
    "conference|meeting|roundtable|round table|seminar|workshop|forum|event|symposium|consultation|retreat|summit"
    "|dialogue|session|gathering"
)
_HELD = regex(
    rf"\b(?:[Tt]he|[Tt]his) (?:[\w’'-]+ ){{0,6}}(?i:{_EVENT})\b[^.;]{{0,80}}"
    r"\b(?:held|convened|hosted|organi[sz]ed|took place|met)\b"
    rf"|\b(?:held|convened|hosted|organi[sz]ed)\b (?:the|this|a|an) (?:[\w’'-]+ ){{0,6}}(?i:{_EVENT})\b"
)
_TOLD = regex(r"^(?:[Oo]n|[Ff]rom) [^,;]*\d,?(?: (?:19|20)\d\d,?)? .*\b(?:held|convened|hosted|organi[sz]ed)\b")
_PRECEDED = regex(
    r"\b(?i:previous|last|earlier|preced|follow|next|preparat|since|prior|anniversary|before|after)"
    rf"|\b(?:first|second|third|fourth|fifth) (?:[\w-]+ )?(?:{_EVENT})\b"
)
_LASTS = regex(
    rf"\b(?:[Tt]he|[Tt]his|[Aa]) (?P<days>one|two|three|four|five|six|seven)-day (?:[\w’'-]+ ){{0,3}}(?i:{_EVENT})\b"
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")


@rule(Severity.WARNING, languages=("en",))
def event_date(subject: Subject) -> Iterator[Flaw]:
    """Each such date, and each such length."""
    for passage in subject.passages:
        if passage.place is Place.INTRODUCTION:
            yield from not_the_event(passage, subject.report.date)


def not_the_event(passage: Passage, event: EventDate) -> Iterator[Flaw]:
    """Where the introduction says when the event was, or how long it was, and the date above says otherwise."""
    found = list(dates(passage))
    for sentence in passage.sentences:
        spans = [one for one in found if sentence.start <= one.stretch.start < sentence.end]
        is_told = _HELD.search(sentence.value) or _TOLD.search(sentence.value)
        if len(spans) == 1 and is_told and not _PRECEDED.search(sentence.value):
            yield from other_day(spans[0], event)
        yield from other_length(sentence, event)


def other_day(span: Span, event: EventDate) -> Iterator[Flaw]:
    """A day or a span near the event that is not the event's."""
    written = span.days(event.first.year)
    if written is None or written == (event.first, event.last) or written[1] < written[0]:
        return
    if span.is_one_day and event.first <= written[0] <= event.last:
        return
    is_near = abs((written[0] - event.first).days) <= NEAR
    is_other_year = span.year is not None and span.first == (event.first.month, event.first.day)
    if is_near or is_other_year:
        message = f"'{span.stretch}' is not the date of the event, which is {in_words(event)}"
        yield Flaw(span.stretch, message, "correct it here, or in date:")


def in_words(event: EventDate) -> str:
    """The event's date, as the messages write it."""

    def day(one: date) -> str:
        return f"{MONTHS[one.month - 1]} {one.day}, {one.year}"

    return day(event.first) if event.is_one_day else f"{day(event.first)} to {day(event.last)}"


def other_length(sentence: Sentence, event: EventDate) -> Iterator[Flaw]:
    """*The three-day meeting*, where the date has two days."""
    length = (event.last - event.first).days + 1
    for found in _LASTS.finditer(sentence.value):
        days = _NUMBERS.index(found["days"]) + 1
        if days == length or length > len(_NUMBERS) or _PRECEDED.search(sentence.value):
            continue
        start = sentence.start + found.start("days")
        stretch = Stretch(sentence.passage, start, start + len(found["days"]) + len("-day"))
        message = f"this says {found['days']} day{'s' if days > 1 else ''}, and date: has {_NUMBERS[length - 1]}"
        yield Flaw(stretch, message, "correct one of the two", unsafe(stretch.replaced(f"{_NUMBERS[length - 1]}-day")))
