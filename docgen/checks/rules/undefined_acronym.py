"""Finds an acronym that is used before the text says what it stands for, or that is never explained.

Why it matters: readers who were not in the room have to look it up, and find three bodies that share the letters.

Example:

    talks with the WMO on early warning      →       talks with the World Meteorological Organization (WMO) on …

What to do: spell it out where the text has it first, with the letters in brackets after it; if it is not used again,
spell it out and leave the letters out. An explanation in a heading does not count. Where the organisation is declared,
the long form is proposed. Acronyms that everybody knows (*NATO*, *UNESCO*, *HIV*) are left alone, and so are those in
`words.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.acronyms import declared, is_familiar, uses
from docgen.checks.text.passage import Passage, Place, Stretch
from docgen.findings import Severity


@rule(Severity.WARNING, on=False)
def undefined_acronym(subject: Subject) -> Iterator[Flaw]:
    """Each such acronym once, where it stands first."""
    names = declared(subject)
    for letters, places in uses(subject).items():
        first = places[0]
        if first.explains or is_familiar(first, subject):
            continue
        if any(use.explains for use in places):
            yield Flaw(first.stretch, f"'{letters}' is explained only further below", "explain it here", word=letters)
            continue
        message, remedy = f"nothing says what '{letters}' stands for", None
        if letters in names and first.stretch.value == letters:
            again = f" ({letters})" if len(places) > 1 else ""
            remedy = unsafe(first.stretch.replaced(f"{names[letters]}{again}"))
        advice = f"spell it out, and put ({letters}) behind it if it comes again"
        above = in_heading(letters, first.stretch.passage, subject)
        yield Flaw(above or first.stretch, message, advice, remedy, (first.stretch,) if above else (), letters)


def in_heading(letters: str, text: Passage, subject: Subject) -> Stretch | None:
    """Where readers meet an acronym first, if that is in a heading above the text that has it."""
    pattern = re.compile(rf"\b{re.escape(letters)}\b")
    for passage in subject.passages:
        if passage is text:
            return None
        if passage.place is Place.HEADING and letters in passage.value:
            return next(passage.find(pattern), None)
    return None
