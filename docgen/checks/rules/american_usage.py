"""Finds dashes, commas and quotation marks that are not set as American English mostly does.

Why it matters: who publishes for American readers without a house style of their own follows Chicago without knowing
it; marks set as in Britain look foreign there.

Example:

    all sectors – (i.e. states, “the public”, firms)   →   all sectors—(i.e., states, “the public,” firms)

What to do: write `house: chicago`, and the rules of punctuation say this as warnings; or do not ask for this rule. It
looks at reports in American English without a house, and says nothing that those rules say anyway.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.rules.dash_style import dash_style, dashes
from docgen.checks.rules.latin_abbreviation import comma, explaining, latin_abbreviation
from docgen.checks.rules.quote_punctuation import misplaced, quote_punctuation
from docgen.checks.rules.serial_comma import lacking, serial_comma
from docgen.checks.series import series_in
from docgen.checks.subject import Subject
from docgen.findings import Severity
from docgen.report.settings import House

WHY = "in American English"


@rule(Severity.HINT, languages=("en",))
def american_usage(subject: Subject) -> Iterator[Flaw]:
    """What would be said with `house: chicago`, without what is said already."""
    if subject.language != "en-US" or subject.house is not House.NONE:
        return
    told = {
        one.at for look in (dash_style, latin_abbreviation, quote_punctuation, serial_comma) for one in look(subject)
    }
    yield from (one for one in as_chicago(subject) if one.at not in told)


def as_chicago(subject: Subject) -> Iterator[Flaw]:
    """What differs from the house style that most American publishers follow."""
    yield from dashes(subject, House.CHICAGO, "American English")
    yield from comma(list(explaining(subject)), House.CHICAGO, WHY)
    yield from misplaced(subject, House.CHICAGO, WHY)
    yield from lacking([one for passage in subject.prose for one in series_in(passage)], WHY)
