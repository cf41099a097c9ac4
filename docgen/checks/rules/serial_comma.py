"""Finds a series that has, or lacks, the comma before its last *and*, against the house.

Why it matters: *the ministers, a poet and an actor* may be two people or many. Chicago always puts the comma, the
United Nations never; a report that wavers leaves its readers guessing.

Example:

    house: chicago
    organs, organizations and bodies         →         organs, organizations, and bodies

What to do: add it or take it out, as the house wants. Without a house nothing is said, unless the option
`consistency` asks for it: then the rarer way is reported where a report mostly goes the other. Only what can hardly be
anything but a series is looked at: names, and nouns in the plural. *As ledgers and letters*
behind a comma are no items.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.series import Series, commas_in, series_in
from docgen.findings import Severity
from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.report.settings import House

OFTEN = 3
"""How many times as often one way has to be found for the other to be the exception."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is said of a report that follows no house."""

    consistency: Annotated[bool, Key("without a house, report what is rarer in the report", ("true",))] = False


@rule(Severity.WARNING, languages=("en",), options=Options)
def serial_comma(subject: Subject, options: Options) -> Iterator[Flaw]:
    """By the house; without one, what differs from the most."""
    if subject.house is House.NONE and not options.consistency:
        return
    series = [one for passage in subject.prose for one in series_in(passage)]
    wanted, why = WANTED.get(subject.house), "with this house"
    if wanted is None:
        wanted, why = is_usual(series, subject), "as elsewhere in this report"
    if wanted is not None:
        yield from lacking(series, why) if wanted else spare(series, why)


WANTED = {House.CHICAGO: True, House.UN: False}
"""Whether a house wants the comma."""


def is_usual(series: list[Series], subject: Subject) -> bool | None:
    """Whether a report mostly has the comma; None where it wavers."""
    plain = sum(not one.is_serial for one in series)
    commas = sum(commas_in(passage) for passage in subject.prose) if plain else 0
    if commas >= OFTEN * max(1, plain):
        return True
    return False if plain >= OFTEN * max(1, len(series) - plain) else None


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
