"""Finds somebody who is introduced again after readers have met them.

Why it matters: a second *Mr. Luca Ferri of Italy* in one section makes readers look for a difference from the first.

Example:

    Mr. Luca Ferri of Italy spoke first. Then        Mr. Luca Ferri of Italy spoke first. Then
    Ms. Ana Petrov asked a question. Mr. Luca   →    Ms. Ana Petrov asked a question.
    Ferri of Italy agreed.                           Mr. Ferri agreed.

What to do: title and family name are enough the second time. A later section may give the whole name again; reported
are the whole name with a title twice in one section, and *Mr. Ferri of Italy* once Italy has been named. Relatives,
and others who share a family name, keep their given names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.checks.people.cast import Naming
from docgen.checks.people.members import Member
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Stretch
from docgen.expressions import regex
from docgen.findings import Severity

_PLACE = r"((?:the )?[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)*)"
_BEHIND = regex(rf" (?:of|from) {_PLACE}")
_FURTHER = regex(r", [^.,;]{0,80}")
_FROM = regex(rf" (?:of|from) {_PLACE}")
_BEFORE = regex(rf"(?:of|from) {_PLACE},? $")


@rule(Severity.WARNING, languages=("en",))
def reintroduced_person(subject: Subject) -> Iterator[Flaw]:
    """Whole names again within a section, and countries said again behind a family name."""
    families = Counter(member.keys[-1] for member in subject.cast.members)
    for member in subject.cast.members:
        if families[member.keys[-1]] > 1:
            continue
        known: set[str] = set()
        whole: Naming | None = None
        for one in subject.cast.of(member):
            if not one.is_running:
                continue
            whence = from_where(one)
            if again := repeated(one, whole, whence, known):
                short = f"{one.titles[-1].form} {one.family}"
                advice = f"title and family name are enough: '{short}'"
                yield Flaw(again, message_of(one, member, again), advice, unsafe(again.replaced(short)))
            known |= said_of(one)
            whole = one if one.is_whole and one.titles else whole


def repeated(naming: Naming, whole: Naming | None, whence: Stretch | None, known: set[str]) -> Stretch | None:
    """What of a naming has been said: with a whole name all of it, else its country."""
    if not naming.titles:
        return None
    is_same_section = whole is not None and whole.passage.section is naming.passage.section
    if naming.is_whole and not is_same_section:
        return None
    if whence is not None and whence.value in known:
        return naming.to(whence)
    return naming if naming.is_whole and whence is None else None


def from_where(naming: Naming) -> Stretch | None:
    """The country or body behind a name: *of Italy*."""
    found = _BEHIND.match(naming.passage.value, naming.end)
    return Stretch(naming.passage, *found.span(1)) if found else None


def said_of(naming: Naming) -> set[str]:
    """Every country or body by the name: *of Italy*, *, Minister of Water of Italy*, or before it."""
    value = naming.passage.value
    found = [_BEHIND.match(value, naming.end), _BEFORE.search(value[max(0, naming.start - 80) : naming.start])]
    further = _FURTHER.match(value, naming.end)
    found += _FROM.finditer(further[0]) if further is not None else ()
    return {one[1] for one in found if one is not None}


def message_of(naming: Naming, member: Member, again: Stretch) -> str:
    """What is said twice."""
    if naming.is_whole:
        return f"{member.words} has been introduced in this section"
    return f"'{again}' says again where {member.words} comes from"
