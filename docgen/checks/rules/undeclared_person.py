"""Finds somebody whom the text introduces by title and whole name and who is not under `people`.

Why it matters: docgen can watch over the spelling of a name, its title and its first mention only if it knows the
person, and the reports of a series share those who come every time.

Example:

    Ambassador Chidi Okafor opened …       →       people:
                                                     okafor: {title: Ambassador, name: Chidi Okafor}

What to do: declare the person, here or in docgen.yaml; the fix does it in the words of the text. A person who is not
declared is no mistake, so this rule runs only where somebody asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.mending.change import Entry
from docgen.checks.people.cast import Naming
from docgen.checks.people.spelled import folded
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Place
from docgen.findings import Severity


@rule(Severity.HINT, languages=("en", "fr"))
def undeclared_person(subject: Subject) -> Iterator[Flaw]:
    """The first whole name of everybody who is not declared."""
    taken = {key.value for key, _ in subject.report.people}
    for member in subject.cast.members:
        namings = subject.cast.of(member)
        introduced = any(one.is_whole and one.titles for one in namings)
        first = next((one for one in namings if one.is_whole and one.passage.place is not Place.HEADING), None)
        if member.person is not None or first is None or not (introduced or is_inside(first)):
            continue
        name, family = name_of(first), family_of(first, namings)
        title = next((one.title.value for one in namings if one.title is not None), "")
        key = key_of(name, family, taken)
        taken.add(key)
        change = Entry("people", f"{key}: {{{entry(name, family, title)}}}")
        yield Flaw(first.name, f"{first.name} is not under people", "declare the person", safe(change))


def is_inside(naming: Naming) -> bool:
    """Whether a name stands inside a sentence, so that its capitals are its own."""
    return all(naming.start != sentence.start for sentence in naming.passage.sentences)


def key_of(name: str, family: str, taken: set[str]) -> str:
    """The family name in plain letters; with the given name before it where another has it."""
    given = next((word for word in name.split() if word != family), "")
    plain, other = (re.sub(r"[^a-z0-9]", "", folded(word)) for word in (family, given))
    for key in (plain or "person", f"{other}-{plain}"):
        if key not in taken:
            return key
    return next(key for number in range(2, 1000) if (key := f"{plain}-{number}") not in taken)


def name_of(naming: Naming) -> str:
    """The whole name, with the full stop of *Jr.*."""
    is_short = re.search(r" [JS]r$", naming.name.value) and naming.after[:1] == "."
    return f"{naming.name}{'.' if is_short else ''}"


def family_of(naming: Naming, namings: tuple[Naming, ...]) -> str:
    """The family name: the first word, if somebody is called by it alone somewhere, else the last."""
    first = naming.name.value.split()[0]
    return first if any(not one.is_whole and folded(one.family) == folded(first) for one in namings) else naming.family


def entry(name: str, family: str, title: str) -> str:
    """Title and name as YAML in a line; the family name, too, where it stands first."""
    keys = [f"title: {quoted(title)}"] if title else []
    keys.append(f"name: {quoted(name)}")
    if name.startswith(f"{family} "):
        keys.append(f"family: {quoted(family)}")
    return ", ".join(keys)


def quoted(value: str) -> str:
    """A value as it may stand in braces."""
    is_plain = re.fullmatch(r"[^\W\d_][\w .’-]*", value) is not None
    return value if is_plain else "'" + value.replace("'", "''") + "'"
