"""Finds a body that is called only by the first word of its name.

Why it matters: *Marlowe* means something to those who work there. Other readers need *the Marlowe Institute*, at least
once, and the other reports of the series have it.

Example:

    partners: [the Marlowe Institute]

    It was held together with Marlowe.      →       It was held together with the Marlowe Institute.

What to do: write the whole name, at least where the body is first named. Looked for are hosts, partners and declared
bodies, and well-known ones that another report of the folder names in full; nothing is said where the whole name
stands anywhere in the report, nor where the word is also a person, a place or an ordinary word.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.names import Sort
from docgen.checks.people.naming import is_common
from docgen.checks.people.spelled import bare
from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.findings import Severity

KINDS = frozenset(
    {"Academy", "Association", "Center", "Centre", "Council", "Foundation", "Fund", "Institute", "Institution"}
)
"""What a body may be, by the second of its two words."""


@rule(Severity.WARNING, languages=("en",))
def short_name(subject: Subject) -> Iterator[Flaw]:
    """Each body whose whole name the text does not have, at its first place."""
    for name in dict.fromkeys(bodies_of(subject)):
        first, _, kind = name.partition(" ")
        if kind not in KINDS or is_other_word(first, subject) or any(name in one.value for one in told(subject)):
            continue
        found = list(alone(first, subject))
        if found and not any(follows_capital(one) for one in found):
            yield Flaw(found[0], f"'{first}' is the '{name}'", f"write 'the {name}'", also=tuple(found[1:]))


def bodies_of(subject: Subject) -> Iterator[str]:
    """The bodies that are known: declared ones, and those that other reports of the folder name."""
    sorts = (Sort.ORGANISATION, Sort.HOST)
    yield from (one.form for one in subject.names.all if one.sort in sorts)
    yield from (name for facts in subject.sisters for name in facts.bodies)


def is_other_word(first: str, subject: Subject) -> bool:
    """Whether the first word of a name is a place's, a person's, or a plain word."""
    if is_common(first.lower(), subject.language) or first in subject.vocabulary:
        return True
    people = (word.value for one in subject.cast.namings for word in one.parts)
    return any(one.form == first for one in subject.names.all) or any(bare(word) == first for word in people)


def told(subject: Subject) -> list[Passage]:
    """All passages but what is said of people."""
    return [one for one in subject.passages if one.place is not Place.DECLARED]


def alone(first: str, subject: Subject) -> Iterator[Stretch]:
    """Where the word stands."""
    for passage in told(subject):
        if first in passage.value:
            for word in passage.words:
                if bare(word.value) == first and not word.marks & (Mark.QUOTED | Mark.FOREIGN | Mark.ADDRESS):
                    yield word.part(0, len(first))


def follows_capital(stretch: Stretch) -> bool:
    """Whether a capitalised word stands right before or behind, so that it is another name."""
    before, after = stretch.before.split(" ")[-2:-1], stretch.after.split(" ")[1:2]
    return any(word[:1].isupper() and word[-1:].isalnum() for word in before) or (
        stretch.after[:1] == " " and any(word[:1].isupper() for word in after)
    )
