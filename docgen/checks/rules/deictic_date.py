"""Finds a date that only readers of the same day can understand: *yesterday*, *next month*, *two years ago*.

Why it matters: a report is read years after the event. What was *next month* to the speakers means nothing to its
readers.

Example:

    date: 2024-05-06
    the talks that open next month           →       the talks that open in June 2024
    a follow-up meeting later this summer    →       a follow-up meeting later in the summer of 2024

What to do: name the day, the month or the year. Where it follows from the date of the event, it is proposed.
Quotations keep their words, and *today* in the sense of *nowadays* is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.acronyms import PLACES
from docgen.checks.terms.variants import KEPT
from docgen.checks.text.passage import Stretch
from docgen.checks.text.prose_dates import MONTHS
from docgen.expressions import regex
from docgen.findings import Severity

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_DEICTIC = regex(
    rf"\b(?P<month>(?i:this|last|next) (?P<name>{'|'.join(MONTHS)}))\b(?! \d)"
    r"|\b(?P<part>(?i:later|earlier) this (?:week|month|year|spring|summer|autumn|fall|winter))\b"
    r"|(?<!\bthe )(?<!\bThe )(?<!\b[Ii]ts )(?<!very )\b(?P<turn>(?i:next|last) (?:week|month|year))\b(?![’'-]| of\b)"
    r"|(?<!\bof )(?<!\bfor )(?<!\band )(?<!\bor )\b(?P<day>yesterday)\b(?![’'])"
    r"|(?<!\bof )\b(?P<present>(?i:this year))\b(?![’'-])"
    rf"|\b(?P<ago>(?i:(?:{'|'.join(_NUMBERS)}|a few|several) (?:weeks|months|years)|(?:a|one) (?:month|year)) ago)\b"
    r"|\b(?:meet|reconvene|resume|continue|begin|start|open|close|held|place|again) (?P<morrow>tomorrow)\b(?![’'])"
    r"|\b(?:had|have|has) (?:all |also |just |already |been )?(?!to\b)\w+ (?P<today>today)\b(?![’'])"
)

_HINT = regex(
    rf"(?:this|next|last|This|Next|Last) (?:{'|'.join(MONTHS)}|week|month|year)"
    r"|er this |[Tt]his year| ago\b|yesterday|tomorrow| today"
)
"""What is found soon, and stands in every such date."""

_BEGINNINGS = ("this ", "next ", "last ", "er this ", " ago", "yesterday", "tomorrow", " today")

_PREPOSITION = regex(r"\b(?:after|before|by|for|from|in|since|to|until) $")

_TOLD = regex(
    r"\b(?:would|will|had|has|was|were|held|began|met|said|told|took|came|[a-z]{2,}[^e\W]ed)\b[^.;!?]*$"
    r"|\b(?:is|are) (?:to|due|planned|scheduled|expected|set)\b[^.;!?]*$"
)

_YEAR = regex(r"\b(?:19|20)\d\d\b[^.;!?]*$")
"""A year that a sentence has named before: *in 1994 … this year* is that one."""


@rule(Severity.WARNING, languages=("en",))
def deictic_date(subject: Subject) -> Iterator[Flaw]:
    """Each such date in the text."""
    event = subject.report.date.first
    is_known = date.min < event < date.max  # a report without a date has the first there is
    beginnings = subject.said(*_BEGINNINGS)
    for passage in subject.passages:
        if passage.place not in PLACES or next(passage.matches_from(_HINT, *beginnings), None) is None:
            continue
        for found in _DEICTIC.finditer(passage.value):
            group = found.lastgroup if found.lastgroup != "name" else "month"
            stretch = passage.stretch(*found.span(group or 0))
            if stretch.marks & KEPT or (found["turn"] and not is_told(stretch)):
                continue
            if (found["present"] or found["ago"]) and _YEAR.search(stretch.before[-90:]):
                continue
            right = absolute(found.groupdict(), event) if is_known else None
            if right and _PREPOSITION.search(stretch.before):
                right = right.removeprefix("in ")
            remedy = unsafe(stretch.replaced(right)) if right else None
            advice = f"write '{right}'" if right else "name the day, the month or the year"
            yield Flaw(stretch, f"'{stretch}' was clear on the day of the event only", advice, remedy)


def is_told(stretch: Stretch) -> bool:
    """Whether *next year* is that of something told, and not any year: a verb says what was or will be."""
    return not stretch.value.lower().endswith("year") or _TOLD.search(stretch.before[-90:]) is not None


def absolute(found: Mapping[str, str | None], event: date) -> str | None:
    """The date in words that stay true, None where it does not follow from the date of the event."""
    if found["month"] and found["name"]:
        return of_month(found["month"].split()[0].lower(), MONTHS.index(found["name"]) + 1, event)
    if found["present"]:
        return f"in {event.year}"
    if found["ago"]:
        number, unit, _ = found["ago"].lower().rsplit(maxsplit=2)
        years = _NUMBERS.index(number) + 1 if number in _NUMBERS else 1 if number in ("a", "one") else 0
        return f"in {event.year - years}" if years and unit.startswith("year") else None
    if found["part"]:
        part, _, unit = found["part"].split()
        if unit == "year":
            return f"{part} in {event.year}"
        return f"{part} in {MONTHS[event.month - 1]} {event.year}" if unit == "month" else None
    if found["turn"]:
        turn, unit = found["turn"].lower().split()
        step = 1 if turn == "next" else -1
        if unit == "year":
            return f"in {event.year + step}"
        if unit == "month":
            month = event.month - 1 + step
            return f"in {MONTHS[month % 12]} {event.year + month // 12}"
        return None
    if found["day"] or found["morrow"]:
        day = event + timedelta(days=1 if found["morrow"] else -1)
        return f"on {MONTHS[day.month - 1]} {day.day}"
    return "at the event"


def of_month(which: str, month: int, event: date) -> str | None:
    """*This March* is that of the event's year; *next March* may be that of either."""
    return f"in {MONTHS[month - 1]} {event.year}" if which == "this" else None
