"""Finds a term that has capitals in one place and small letters in another.

Why it matters: capitals say that one particular thing is meant. *The Working Party* and *the working party* read like
two, and readers look for the other.

Example:

    the 9999 Committee … the 9999 committee  →       the 9999 Committee, both times
    FAO Guidelines … FAO guidelines          →       one of the two

What to do: write it one way throughout. Where a report has both, terms of the United Nations follow its Editorial
Manual, others the form that the report has more often. A word for a kind of thing keeps its small letter (*several
committees*); words that begin a sentence, stand in a heading or belong to a longer name prove nothing. A declared
organisation has its capitals wherever *the* stands before its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.names import Sort
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.terms.capitals import Case, bodies, defined, numbered, phrases, sovereign, unnumbered, with_acronym
from docgen.checks.terms.variants import KEPT, LEFT_ALONE
from docgen.checks.text.passage import WORD, Stretch, small_letters
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
    for stretch, right in lowered(subject):
        if (id(stretch.passage), stretch.start) not in done:
            yield Flaw(
                stretch, f"'{stretch}' is declared as '{right}'", f"write '{right}'", safe(stretch.replaced(right))
            )


def lowered(subject: Subject) -> Iterator[tuple[Stretch, str]]:
    """Names of declared organisations, of two words or more, of which a word has lost its capital, and the names."""
    forms = {one.form for one in subject.names.all if one.sort in (Sort.ORGANISATION, Sort.HOST)}
    right = {form.lower(): form for form in sorted(forms) if len(re.findall(r"\b[A-Z]", form)) > 1 and " " in form}
    if not right:
        return
    either = "|".join(re.escape(form) for form in sorted(right, key=lambda form: (-len(form), form)))
    name = re.compile(rf"(?<=\b[Tt]he )(?:{either})\b(?-i:(?!-| [A-Z]))", re.IGNORECASE)
    firsts = {found[0] for form in right if (found := WORD.match(small_letters(form))) is not None}
    for word in subject.concordance.of(*firsts):
        passage, found = word.passage, name.match(word.passage.value, word.start)
        if not passage.is_prose or passage.place in LEFT_ALONE or passage.language != subject.language:
            continue
        for one in (passage.stretch(*found.span()),) if found is not None else ():
            form = right.get(one.value.lower(), "")
            fell = any(sign.islower() and own.isupper() for sign, own in zip(one.value, form, strict=False))
            rose = any(sign.isupper() and own.islower() for sign, own in zip(one.value, form, strict=False))
            if form not in ("", one.value) and fell and not rose and not one.marks & KEPT:
                yield one, form


def flaw(case: Case) -> Flaw:
    """What there is to say of one place."""
    message = f"'{case.stretch}' is '{case.right}' elsewhere in the report"
    return Flaw(case.stretch, message, "write it alike everywhere", safe(case.stretch.replaced(case.right)))
