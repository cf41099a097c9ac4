"""Finds a venue that is not written as in the other reports of the folder.

Why it matters: a series that meets in one place gives its address in one form; readers of two reports take two forms
for two places, and a search finds half of them.

Example:

    venue: River House in Geneva, Switzerland     →     venue: River House, 12 Quai du Rhône, Geneva

What to do: write it as the other reports have it, or once and for all in docgen.yaml. Reported is a venue whose name
begins like theirs and goes on differently; of two forms that are equally frequent, the shorter one, which says less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.expressions import regex
from docgen.findings import Severity

_HOUSE = regex(r"^(?:the )?(?P<name>[^,;(]+?)(?= (?:in|at|on) |[,;(]|$)", re.IGNORECASE)


@rule(Severity.WARNING)
def venue_form(subject: Subject) -> Iterator[Flaw]:
    """The venue, where most of the others of the same house are written otherwise."""
    venue = subject.report.venue
    if venue is None:
        return
    own = ", ".join(part.value for part in venue.parts)
    others = Counter(one.venue for one in subject.sisters if one.venue and house(one.venue) == house(own))
    forms = others + Counter([own])
    usual = max(sorted(forms), key=lambda form: (forms[form], len(form)))
    if usual != own:
        yield Flaw(venue, f"the other reports have this venue as '{usual}'", "write it alike, or once in docgen.yaml")


def house(venue: str) -> str:
    """The building or institution that a venue begins with, in small letters."""
    found = _HOUSE.match(venue)
    return re.sub(r"\W+", " ", found["name"]).strip().casefold() if found else ""
