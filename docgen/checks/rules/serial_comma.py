"""Finds a series that has, or lacks, the comma before its last *and*, against the house or against the rest of the
report.

Why it matters: *the ministers, a poet and an actor* may be two people or many. Chicago always puts the comma, the
United Nations never; a report that wavers leaves its readers guessing.

Example:

    house: chicago
    organs, organizations and bodies         →         organs, organizations, and bodies

What to do: add it or take it out, as the house wants. Without a house, the rarer way is reported where a report mostly
goes the other. Only what can hardly be anything but a series is looked at: names, and nouns in the plural.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.series import Series, commas_in, series_in
from docgen.findings import Severity
from docgen.report.settings import House

OFTEN = 3
"""How many times as often one way has to be found for the other to be the exception."""


@rule(Severity.WARNING, languages=("en",))
def serial_comma(subject: Subject) -> Iterator[Flaw]:
    """By the house; without one, what differs from the most."""
    series = [one for passage in subject.prose for one in series_in(passage)]
    commas = sum(commas_in(passage) for passage in subject.prose)
    plain = sum(not one.is_serial for one in series)
    match subject.house:
        case House.CHICAGO:
            yield from lacking(series, "with this house")
        case House.UN:
            yield from spare(series, "with this house")
        case House.NONE if commas >= OFTEN * max(1, plain):
            yield from lacking(series, "as elsewhere in this report")
        case House.NONE if plain >= OFTEN * max(1, len(series) - plain):
            yield from spare(series, "as elsewhere in this report")
        case _:
            return


def lacking(series: list[Series], why: str) -> Iterator[Flaw]:
    """The series without a comma."""
    for one in (one for one in series if not one.is_serial):
        change = one.at.passage.change(one.gap, one.gap + 1, ", ")
        yield Flaw(one.at, f"a comma belongs before the last item of this series, {why}", "", safe(change))


def spare(series: list[Series], why: str) -> Iterator[Flaw]:
    """The series with one."""
    for one in (one for one in series if one.is_serial):
        change = one.at.passage.change(one.gap, one.gap + 1, "")
        yield Flaw(one.at, f"no comma belongs before the last item of this series, {why}", "", safe(change))
