"""Finds a compound that has lost its hyphen and is not a word without it.

Why it matters: a hyphen at the end of a line in an earlier publication is easily lost in copying, and what is left
(*selfcontrol*) is no word to a dictionary or a reader.

Example:

    They relied on selfcontrol.        →       They relied on self-control.

What to do: put the hyphen back. That is a safe fix where the word begins with *self*, or where the report has the
hyphen elsewhere. Only what no dictionary has is reported: *longstanding* and *ongoing* are words.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.spelling.compounds import with_hyphen
from docgen.checks.spelling.locales import is_of_other_english
from docgen.checks.spelling.unknown import own_compounds, unknown_words
from docgen.checks.subject import Subject
from docgen.findings import Severity


@rule(Severity.WARNING, languages=("en",))
def lost_hyphen(subject: Subject) -> Iterator[Flaw]:
    """Each such compound once, with all its places."""
    compounds = own_compounds(subject)
    for lower, places in unknown_words(subject).items():
        if is_of_other_english(lower, subject.language):
            continue
        first, *others = places
        hyphenated = [with_hyphen(place.value, subject.lexicon, compounds) for place in places]
        if hyphenated[0] is None:
            continue
        remedy = safe if lower in compounds or lower.startswith("self") else unsafe
        changes = [place.replaced(right) for place, right in zip(places, hyphenated, strict=True) if right]
        message = f"'{first}' lacks its hyphen: '{hyphenated[0]}'"
        yield Flaw(first, message, fix=remedy(*changes), also=tuple(others), word=lower)
