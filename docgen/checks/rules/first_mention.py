"""Finds somebody who is first named by title and family name alone.

Why it matters: readers who meet *Ambassador Okafor* in the second paragraph cannot know which Okafor, of which
country; everybody else was introduced by the whole name.

Example:

    Ambassador Okafor opened the meeting.      →       Ambassador Chidi Okafor of Nigeria opened the meeting.

What to do: give the whole name, and the country or body that the person speaks for, at the first mention; the short
form is for later. A heading or a list of speakers with the whole name counts as an introduction. Nothing is said where
the report makes a habit of leaving given names out, of sentences that name three people or more, nor of presidents,
ministers and others whose office says who they are; nor where the whole name stands before with a slip in it, which is
for *name-variant* to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.people.cast import Cast, Naming
from docgen.checks.people.honorifics import LASTING, Sort
from docgen.checks.people.members import Member
from docgen.checks.people.spelled import folded, is_one_slip, letters_of, stands_nearly
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.expressions import regex
from docgen.findings import Severity

FEWEST = 3
"""How many people have to be introduced by the whole name before the others are missed."""


_PARTICLE_BEHIND = regex(r" (?:al|el|ibn|as|ar|ad)[-‑][a-z]")

MANY = 3
"""How many short names in one sentence are an enumeration."""


@rule(Severity.WARNING, languages=("en", "fr"))
def first_mention(subject: Subject) -> Iterator[Flaw]:
    """The first place of everybody who has no whole name there or before."""
    cast = subject.cast
    first = {member: cast.of(member)[0] for member in cast.members}
    whole = sum(1 for one in first.values() if one.is_whole)
    if whole < FEWEST or 3 * whole < 2 * len(first):
        return
    for member, one in first.items():
        if one.is_whole or not one.is_running or not is_addressed(one):
            continue
        if is_nearly_introduced(one, cast) or is_in_small_letters(one, member, subject) or is_one_of_many(one, cast):
            continue
        if is_misspelled_before(one, member, subject):
            continue
        name = whole_name(member, subject)
        change = one.name.replaced(name) if name else None
        advice = f"write '{one.title} {name}'" if name else "write the given name, too, where somebody is first named"
        yield Flaw(one, f"'{one}' has not been introduced by the whole name", advice, unsafe(change))


def is_addressed(naming: Naming) -> bool:
    """Whether the title is a form of address, and no office that says who is meant."""
    sorts = {title.sort for title in naming.titles}
    return bool(sorts & LASTING) and not sorts & {Sort.OFFICE, Sort.GIVEN}


def is_one_of_many(naming: Naming, cast: Cast) -> bool:
    """Whether a sentence names three or more so, as those who took the floor."""
    sentence = next(one for one in naming.passage.sentences if naming.start < one.end)
    return sum(1 for one in cast.within(sentence) if one.titles and not one.is_whole) >= MANY


def is_nearly_introduced(naming: Naming, cast: Cast) -> bool:
    """Whether a whole name before it is one letter off: then that is the slip."""
    key, letters = folded(naming.parts[-1].value), letters_of(naming.name.value)
    before = (one for one in cast.namings if one.is_whole and one.member is not naming.member)
    words = [word for one in before if one.member is not None for word in one.member.keys]
    return any(is_one_slip(key, word) or letters == letters_of(word) for word in words)


def is_misspelled_before(naming: Naming, member: Member, subject: Subject) -> bool:
    """Whether the whole name stands before it with one slip, or other blanks and hyphens: that is another rule's."""
    if not member.is_whole:
        return False
    for passage in subject.passages:
        if passage is naming.passage:
            return stands_nearly(member.words, passage.value[: naming.start])
        if passage.is_prose and stands_nearly(member.words, passage.value):
            return True
    return False


def is_in_small_letters(naming: Naming, member: Member, subject: Subject) -> bool:
    """Whether the whole name stands here or before with other capitals: that is the slip, and another rule's."""
    if _PARTICLE_BEHIND.match(naming.after):
        return True
    name, spoken = folded(member.words), folded(naming.name.value)
    for passage in subject.passages:
        is_here = passage is naming.passage
        text = folded(passage.value[: naming.start] if is_here else passage.value)
        if member.is_whole and name != spoken and re.search(rf"\b{re.escape(name)}\b", text):
            return True
        if is_here:
            return False
    return False


def whole_name(member: Member, subject: Subject) -> str:
    """The whole name, if it is declared, stands further down, or in one other report of the folder."""
    if member.is_whole:
        return member.words
    told = {name for facts in subject.sisters for name in facts.named if folded(name.split()[-1]) == member.keys[-1]}
    return told.pop() if len(told) == 1 and not re.search(r"[\"'{}\[\]]", member.words) else ""
