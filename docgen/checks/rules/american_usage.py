"""Finds dashes, commas and quotation marks that are not set as American English mostly sets them.

Why it matters: most American publishers without a house style of their own follow Chicago, knowingly or not;
punctuation set as in Britain looks foreign to their readers.

Example:

    all sectors – (i.e. states, “the public”, firms)   →   all sectors—(i.e., states, “the public,” firms)

What to do: write `house: chicago`, and the rules of punctuation report the same as warnings; or leave this rule off.
It looks only at reports in American English that follow no house, and leaves out what those rules report anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from docgen.checks.rule import Flaw, rule
from docgen.checks.rules.dash_style import dash_style, dashes
from docgen.checks.rules.latin_abbreviation import comma, explaining, latin_abbreviation
from docgen.checks.rules.quote_punctuation import misplaced, quote_punctuation
from docgen.checks.rules.serial_comma import is_usual, lacking, spare
from docgen.checks.subject import Subject
from docgen.checks.text.series import series_in
from docgen.findings import Severity
from docgen.report.settings import House

WHY = "in American English"


@rule(Severity.HINT, languages=("en",))
def american_usage(subject: Subject) -> Iterator[Flaw]:
    """What would be said with `house: chicago`, without what is said already."""
    if subject.language != "en-US" or subject.house is not House.NONE:
        return
    for consistent, american in MATTERS:
        told = list(consistent(subject))
        places, settled = {one.at for one in told}, not any(one.fix for one in told)
        for one in american(subject):
            if one.at not in places:
                yield one if settled else replace(one, fix=None)  # two ways at once would be fixed back and forth


def american_dashes(subject: Subject) -> Iterator[Flaw]:
    """Dashes that are not as Chicago has them."""
    return dashes(subject, House.CHICAGO, "American English")


def american_abbreviations(subject: Subject) -> Iterator[Flaw]:
    """Latin abbreviations without their comma."""
    return comma(list(explaining(subject)), House.CHICAGO, WHY)


def american_quotations(subject: Subject) -> Iterator[Flaw]:
    """Commas and stops outside quotation marks."""
    return misplaced(subject, House.CHICAGO, WHY)


def spare_series(subject: Subject) -> Iterator[Flaw]:
    """The commas that are out of place in a report that mostly has none."""
    series = [one for passage in subject.prose for one in series_in(passage)]
    return spare(series, "as elsewhere in this report") if is_usual(series, subject) is False else iter(())


def american_series(subject: Subject) -> Iterator[Flaw]:
    """Series without their last comma."""
    return lacking([one for passage in subject.prose for one in series_in(passage)], WHY)


MATTERS: tuple[tuple[Callable[[Subject], Iterator[Flaw]], Callable[[Subject], Iterator[Flaw]]], ...] = (
    (dash_style, american_dashes),
    (latin_abbreviation, american_abbreviations),
    (quote_punctuation, american_quotations),
    (spare_series, american_series),
)
"""What is said of a report that is not consistent, and what of one that does otherwise than Americans do."""
