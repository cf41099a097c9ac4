"""Finds that a report lacks a section which the house requires, or which all its sister reports have.

Why it matters: readers of a series look for the closing remarks, or for the recommendations, where they found them
last time.

Example:

    checks:
      options:
        missing-section: {required: [opening, closing]}

    sections:                                  sections:
      - heading: Opening Remarks       →         - heading: Opening Remarks
      - heading: First Panel                     - heading: First Panel
                                                 - heading: Closing Remarks

What to do: add the section; or, if it is there under a heading that does not say so, write its `kind`. The house says
which kinds are required. Apart from these, an opening or a closing is missed if two or more other reports of the
folder share a host with this one and all of them have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.findings import Severity
from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.report.model import Kind

FRAME = (Kind.OPENING, Kind.CLOSING)
"""What each report of a series has, whatever it is about."""

SERIES = 2
"""How many sister reports have to have a section for it to be missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which sections there have to be."""

    required: Annotated[
        tuple[Kind, ...], Key("the kinds of sections that every report has", ("[opening, closing]",))
    ] = ()


@rule(Severity.WARNING, options=Options)
def missing_section(subject: Subject, options: Options) -> Iterator[Flaw]:
    """Each required kind that no section is of; told at the last heading, behind which sections are missed most."""
    found = {part.kind for part in subject.parts}
    place = subject.parts[-1].span if subject.parts else subject.report.title.span
    usual = by_sisters(subject)
    for kind in dict.fromkeys((*options.required, *usual)):
        if kind not in found:
            known = "" if kind in options.required else f", as the {usual[kind]} other reports have"
            message = f"this report has no section of the kind '{kind.value}'{known}"
            yield Flaw(place, message, f"add one, or write  kind: {kind.value}  at the one that is it")


def by_sisters(subject: Subject) -> dict[Kind, int]:
    """The opening and closing that all reports of the folder with a host in common have, and how many these are."""
    hosts = {host.words for host in subject.report.hosts}
    series = [one for one in subject.sisters if set(one.hosts) & hosts or not (one.hosts or hosts)]
    if len(series) < SERIES or not subject.parts:
        return {}
    told = [{kind for kind, _ in one.headings} for one in series]
    return {kind: len(series) for kind in FRAME if all(kind.value in kinds for kinds in told)}
