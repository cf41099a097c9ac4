"""Finds that a report lacks a section which every report of the house has.

Why it matters: readers of a series look for the closing remarks, or for the recommendations, where they were last time.

Example:

    checks:
      options:
        missing-section: {required: [opening, closing]}

    sections:                                  sections:
      - heading: Opening Remarks       →         - heading: Opening Remarks
      - heading: First Panel                     - heading: First Panel
                                                 - heading: Closing Remarks

What to do: add the section; or, where it is there under a heading that does not say so, write its `kind`. Which kinds
are required is for the house to say; nothing is unless it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.findings import Severity
from docgen.reading.shapes import Key
from docgen.report.model import Kind


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
    for kind in options.required:
        if kind not in found:
            message = f"this report has no section of the kind '{kind.value}'"
            yield Flaw(place, message, f"add one, or write  kind: {kind.value}  at the one that is it")
