"""Finds a date that does not exist, and a span of days or years that ends before it begins.

Why it matters: one of the figures is wrong, and nobody can tell which. A report is quoted for its dates years later.

Example:

    on April 31                    →       on April 30, or May 1
    from 2015 to 2009              →       from 2009 to 2015
    on May 8 and 7                 →       on May 7 and 8

What to do: look up what is right. Spans across New Year, and years of which only the last figures are written
(*2015–16*), are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Passage, Place
from docgen.checks.text.prose_dates import MONTHS, Span, dates
from docgen.expressions import regex
from docgen.findings import Severity

_YEAR = regex(r"(?:19|20)\d\d")
_YEARS = regex(
    r"\b(?:from (?P<a>(?:19|20)\d\d) (?:to|until|through)|between (?P<b>(?:19|20)\d\d) and"
    r"|(?<![\w–-])(?P<c>(?:19|20)\d\d) ?[–—-])"
    r" ?(?P<end>(?:19|20)\d\d)\b(?![–-]\d)"
)

_ENDS = regex(r"\s*(?:$|[.,;:!?)\]]|(?:at|by|for|from|in|on|to|under|when|where|with)\b)")
"""What stands behind the last of two days, and not behind a number of something: *on May 8 and 6 of the towns*."""


@rule(Severity.ERROR, languages=("en",))
def date_range(subject: Subject) -> Iterator[Flaw]:
    """Days that there are not, and spans that run backwards."""
    for passage in subject.passages:
        if passage.place is Place.QUOTE:
            continue
        for span in dates(passage):
            yield from impossible(span)
        yield from backwards(passage)


def impossible(span: Span) -> Iterator[Flaw]:
    """April 31, May 8–6, and May 8 and 6."""
    missing = span.missing_day
    if missing is not None:
        month, day = missing
        if day == 0 or day > 31:
            return
        yield Flaw(
            span.stretch, f"there is no {MONTHS[month - 1]} {day}{in_year(span)}", "correct the day or the month"
        )
    elif span.last < span.first and not is_over_new_year(span):
        if " and " not in span.stretch.value:
            yield Flaw(span.stretch, f"'{span.stretch}' ends before it begins", "correct one of the two days")
        elif span.stretch.value[-1].isalpha() or span.year or _ENDS.match(span.stretch.after):
            yield Flaw(span.stretch, f"the later day stands first in '{span.stretch}'", "put the earlier day first")


def in_year(span: Span) -> str:
    """The year where it matters: February 29 is missing from most."""
    return f" in {span.year}" if span.year and (2, 29) in (span.first, span.last) else ""


def is_over_new_year(span: Span) -> bool:
    """Whether a span goes from one year into the next: December 30 to January 3."""
    return span.first[0] > span.last[0]


def backwards(passage: Passage) -> Iterator[Flaw]:
    """From 2015 to 2009."""
    if len(_YEAR.findall(passage.value)) < 2:
        return
    for found in _YEARS.finditer(passage.value):
        start, end = int(found["a"] or found["b"] or found["c"]), int(found["end"])
        stretch = passage.stretch(*found.span())
        if end < start and not stretch.marks & (Mark.ADDRESS | Mark.LINK):
            yield Flaw(stretch, f"'{stretch}' ends before it begins", "correct one of the two years")
