"""Who is meant: from what staff write as a speaker to a person."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator

from docgen.findings import Finding
from docgen.reading.text import Name
from docgen.report.model import Person, Report, walk_sections


class Directory:
    """The people of a report, found by key, by full name, or by a surname that only one of them has."""

    def __init__(self, report: Report) -> None:
        self._people: dict[str, Person] = {}
        self._families: dict[str, list[Person]] = defaultdict(list)
        self._alike: dict[str, list[str]] = defaultdict(list)
        for key, person in report.people:
            self._people.setdefault(person.name.value, person)
            self._families[person.family.casefold()].append(person)
            for name in (key.value, person.name.value):
                for trait in _traits(name):
                    self._alike[trait].append(name)
        self._people.update((key.value, person) for key, person in report.people)

    def find(self, written: Name) -> Person | None:
        """The person meant, None for nobody in the directory."""
        named = self._people.get(written.value)
        family = self.family(written)
        return named or (family[0] if len(family) == 1 else None)

    def family(self, written: Name) -> list[Person]:
        """Everybody with this surname."""
        return self._families.get(written.value.casefold(), [])

    def nearest(self, written: Name, likeness: float) -> str | None:
        """The key or name most like what is written, of those that share a word or the beginnings of their words."""
        names = dict.fromkeys(name for trait in _traits(written.value) for name in self._alike.get(trait, ()))
        return next(iter(difflib.get_close_matches(written.value, names, 1, likeness)), None)


def _traits(name: str) -> tuple[str, ...]:
    words = name.casefold().split()
    return (*words, "".join(word[0] for word in words))


def unresolved_speakers(report: Report, directory: Directory) -> Iterator[Finding]:
    """Findings on speakers that are nobody.

    A full name that `people` does not have, and that is not nearly one of theirs, stands for itself: people need not
    be declared.
    """
    for section in walk_sections(report.sections):
        for speaker in section.speakers:
            if directory.find(speaker) is None and (found := _unresolved(directory, speaker)):
                yield found


def _unresolved(directory: Directory, speaker: Name) -> Finding | None:
    same = [person.name.value for person in directory.family(speaker)]
    if len(same) > 1:
        message = f"'{speaker}' could be {', '.join(same[:-1])} or {same[-1]}"
        return Finding.error(
            speaker.span(), "unresolved-person", message, "write the full name, or the key under people"
        )
    is_full_name = len(speaker.value.split()) > 1
    near = directory.nearest(speaker, 0.8 if is_full_name else 0.6)
    if near is None and is_full_name:
        return None
    advice = f"did you mean '{near}'?" if near else "write the full name, or add the person under people"
    return Finding.error(speaker.span(), "unresolved-person", f"nobody under people is '{speaker}'", advice)
