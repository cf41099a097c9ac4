"""Finds a resolution whose number or year cannot be right.

Why it matters: two figures are easily transposed, and the report then cites a decision about something else. Readers
look resolutions up by their numbers.

Example:

    documents: [{resolution: 1325, year: 2000}]

    Resolution 1352 on women and peace       →       Resolution 1325 on women and peace
    Resolution 1325 (2001)                   →       Resolution 1325 (2000)

What to do: look the resolution up, and declare it under `documents` if it is right. Reported are: a number that is a
declared one with two neighbouring figures transposed; the same of a number by which a committee or panel of the
Security Council is called, and of one that the report cites again and again; and a year in which the Council did not
adopt the resolution of that number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from docgen.checks.lists import table, words
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.resolutions import Citation, citations, declared, is_own
from docgen.expressions import regex
from docgen.findings import Severity

BODY = regex(
    r"(?: \(\d{4}\))?,? (?:Acting |Deputy )?(?:[Ss]anctions |Committee )?"
    r"(?:Committee|Panel|Group|Coordinator|[Mm]onitor)"
)
"""What of a committee or panel stands behind the number of its resolution."""


TURN = 3
"""How many numbers about the turn of a year may belong to either: some are adopted late and dated back."""


@rule(Severity.WARNING)
def resolution_number(subject: Subject) -> Iterator[Flaw]:
    """Each such number, and each such year."""
    known = declared(subject)
    cited = citations(subject)
    times = Counter(one.number for one in cited)
    for one in cited:
        if not is_own(one.stretch):
            continue
        meant = meant_by(one, known) or meant_elsewhere(one, times, known)
        if meant is not None:
            message = f"'{one.number}' looks like '{meant}' with two figures changed round"
            advice = f"write {meant}, or declare {one.number} under documents:"
            yield Flaw(one.stretch, message, advice, unsafe(one.stretch.replaced(str(meant))))
        elif one.year is not None:
            yield from wrong_year(one, known)


def meant_by(one: Citation, known: Mapping[int, int | None]) -> int | None:
    """The resolution that is probably meant, None where the number may be right."""
    if one.number in known:
        return None
    for number in turned(one.number):
        if number in known:
            return number
    if str(one.number) in words("sanctions-resolutions") or not BODY.match(one.stretch.after):
        return None
    listed = [number for number in turned(one.number) if str(number) in words("sanctions-resolutions")]
    return listed[0] if len(listed) == 1 else None


def meant_elsewhere(one: Citation, times: Counter[int], known: Mapping[int, int | None]) -> int | None:
    """The number that the report cites at least twice, if this one stands there once and without a year."""
    if times[one.number] > 1 or one.year is not None or one.number in known:
        return None
    if str(one.number) in words("sanctions-resolutions"):
        return None
    return next((number for number in turned(one.number) if times[number] > 1), None)


def turned(number: int) -> list[int]:
    """The numbers that differ in two neighbouring figures' order."""
    figures = str(number)
    pairs = (figures[:at] + figures[at + 1] + figures[at] + figures[at + 2 :] for at in range(len(figures) - 1))
    return [int(pair) for pair in pairs if pair != figures and pair[0] != "0"]


def wrong_year(one: Citation, known: Mapping[int, int | None]) -> Iterator[Flaw]:
    """A year that is not the declared one, or in which there was no resolution of that number."""
    if one.year is None:
        return
    right = known.get(one.number) or adopted(one.number)
    if right is not None and right != int(one.year.value):
        message = f"resolution {one.number} is of {right}, not of {one.year}"
        yield Flaw(one.year, message, "correct the year or the number", unsafe(one.year.replaced(str(right))))


@cache
def adopted(number: int) -> int | None:
    """The year in which the Security Council adopted a resolution; None for those at the turn of a year.

    Nor is anything known of what is older or newer than the table.
    """
    last = [(int(year), int(most)) for year, most in table("resolutions-by-year")]
    if not last[0][1] < number <= last[-1][1] or any(abs(number - most) < TURN for _, most in last):
        return None
    return next(year for year, most in last if number <= most)
