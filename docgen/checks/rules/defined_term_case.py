"""Finds a term that has capitals in one place and small letters in another.

Why it matters: capitals say that a thing is a particular one. *The Working Party* and *the working party* read like
two, and readers look for the other.

Example:

    the 9999 Committee … the 9999 committee  →       the 9999 Committee, both times
    FAO Guidelines … FAO guidelines          →       one of the two

What to do: write it alike. Where a report has both, terms of the United Nations are to be written as its Editorial
Manual has them, other terms as the report has them more often. A word that says what sort of thing is meant keeps its
small letter (*several committees*); and what begins a sentence, stands in a heading or belongs to a longer name
proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.capitals import Case, bodies, defined, numbered, phrases, sovereign, unnumbered, with_acronym
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.findings import Severity


@rule(Severity.WARNING, languages=("en",))
def defined_term_case(subject: Subject) -> Iterator[Flaw]:
    """Each place where a term differs from how it is elsewhere."""
    done: set[tuple[int, int]] = set()
    for look in (defined, numbered, with_acronym, phrases, bodies, unnumbered, sovereign):
        for case in look(subject):
            place = (id(case.stretch.passage), case.stretch.start)
            if place not in done:
                done.add(place)
                yield flaw(case)


def flaw(case: Case) -> Flaw:
    """What there is to say of one place."""
    message = f"'{case.stretch}' is '{case.right}' elsewhere in the report"
    return Flaw(case.stretch, message, "write it alike everywhere", safe(case.stretch.replaced(case.right)))
