"""Finds a comma or full stop that is not on the side of a closing quotation mark where the house, or the report, puts
it.

Why it matters: American English puts both inside, whatever is quoted; British English and the United Nations put them
where the sense requires. A report that does both looks as if nobody had read it.

Example:

    house: chicago
    speaks of “networks”, and of “arms”.         →        speaks of “networks,” and of “arms.”

What to do: put the mark where the others are. `house: chicago` wants it inside, a safe fix; `house: un` wants no comma
inside. Without a house, only American reports are looked at, and only those that mostly have it inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.settings import House

_OUTSIDE = regex(r"[”\"](?<=[\w)][”\"])[,.](?![\d.])")
_INSIDE = regex(r"[,.](?<=[\w)][,.])[”\"](?!\w)")


@rule(Severity.WARNING, languages=("en",))
def quote_punctuation(subject: Subject) -> Iterator[Flaw]:
    """By the house; without one, what differs from the most."""
    if subject.house is House.NONE:
        inside, outside = len(_found(subject, _INSIDE)), len(_found(subject, _OUTSIDE))
        if subject.language == "en-US" and inside > 1 and inside > outside:
            yield from misplaced(subject, House.CHICAGO, "as elsewhere in this report")
        return
    yield from misplaced(subject, subject.house, "with this house")


def misplaced(subject: Subject, house: House, why: str) -> Iterator[Flaw]:
    """The marks on the wrong side for a house."""
    for found in _found(subject, _OUTSIDE if house is House.CHICAGO else _INSIDE):
        swapped, side = found.value[1] + found.value[0], "inside" if house is House.CHICAGO else "outside"
        if house is House.UN and "," not in found.value:
            continue
        name = "comma" if "," in found.value else "full stop"
        remedy = safe if house is House.CHICAGO else unsafe
        yield Flaw(found, f"this {name} belongs {side} the quotation mark, {why}", "", remedy(found.replaced(swapped)))


def _found(subject: Subject, pattern: re.Pattern[str]) -> list[Stretch]:
    return [
        one
        for passage in subject.passages
        if passage.is_prose and passage.place is not Place.QUOTE and ("”" in passage.value or '"' in passage.value)
        for one in passage.find(pattern)
        if not one.marks & (Mark.ADDRESS | Mark.FOREIGN)
    ]
