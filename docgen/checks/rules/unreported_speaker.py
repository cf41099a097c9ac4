"""Finds a speaker of a section whom its text does not name.

Why it matters: `speakers` says who spoke. Anyone listed there and not reported will ask why; mostly a paragraph was
lost, or the name belongs to another section.

Example:

    speakers: [okafor, petrov]             speakers: [okafor, petrov]
    body: |                          →     body: |
      Ambassador Okafor spoke.               Ambassador Okafor spoke. Ms. Petrov disagreed.

What to do: report what the person said, or take the name off `speakers`. The family name or the office (*the
Secretary-General*) is enough, anywhere in the section, in its heading, or in a section below it; a misspelled name
is, too, because that is another mistake.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Set

from docgen.checks.people.spelled import folded, is_one_slip, key_of, stands_nearly
from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Part, Subject
from docgen.checks.text.passage import Passage
from docgen.findings import Severity
from docgen.reading.text import Name


@rule(Severity.WARNING)
def unreported_speaker(subject: Subject) -> Iterator[Flaw]:
    """Each speaker of a section with text that has no word of the name."""
    spoken = Spoken(subject) if any(part.section.speakers for part in subject.parts) else None
    for part in subject.parts:
        if spoken is None or not part.section.speakers:
            continue
        passages = passages_of(part, subject)
        for speaker in part.section.speakers if passages else ():
            if not (is_told(speaker, subject, spoken, passages) or is_misspelled(speaker, subject, spoken, passages)):
                yield Flaw(
                    speaker,
                    f"this section does not speak of {whole(speaker, subject)}",
                    "report what was said, or take the name off speakers",
                )


LONG = 6
"""How many letters a family name has for one of them to be a slip."""


class Spoken:
    """The words of a report by how names are compared."""

    def __init__(self, subject: Subject) -> None:
        self._forms: dict[str, list[str]] = defaultdict(list)
        self._places = subject.concordance.forms
        for form in self._places:
            self._forms[key_of(form)].append(form)

    def has(self, name: str, passages: Collection[Passage]) -> bool:
        """Whether a word of a name stands in some passages."""
        places = (self._places[form] for form in self._forms.get(folded(name), ()))
        return any(word.passage in passages for words in places for word in words)

    def has_nearly(self, name: str, passages: Collection[Passage], others: Set[str]) -> bool:
        """Whether a word that is one slip from a long name, and in none of the `others`, stands in some passages."""
        key = folded(name)
        near = [one for one in self._forms if len(key) >= LONG and is_one_slip(one, key)]
        return any(self.has(one, passages) for one in near if others.isdisjoint(self._forms[one]))


def passages_of(part: Part, subject: Subject) -> list[Passage]:
    """Heading and text of a section with those below it; nothing where there is no text."""
    below = [one for one in subject.parts if is_in(one, part)]
    if not any(one.passages for one in below):
        return []
    return [passage for one in below for passage in (*one.passages, *((one.heading,) if one.heading else ()))]


def is_in(part: Part | None, upper: Part) -> bool:
    """Whether a section is the upper one, or stands anywhere in it."""
    while part is not None:
        if part is upper:
            return True
        part = part.above
    return False


def is_told(speaker: Name, subject: Subject, spoken: Spoken, passages: list[Passage]) -> bool:
    """Whether the passages have the family name, or say the office."""
    person = subject.directory.find(speaker)
    if person is None:
        return spoken.has(speaker.value.split()[-1], passages)
    if all(spoken.has(word, passages) for word in person.family.split()):
        return True
    if spoken.has(person.name.value.split()[-1], passages):
        return True
    offices = [one.value for one in (person.title, person.position) if one is not None and len(one.value) > 4]
    return any(office.casefold() in passage.value.casefold() for office in offices for passage in passages)


def is_misspelled(speaker: Name, subject: Subject, spoken: Spoken, passages: list[Passage]) -> bool:
    """Whether the passages have the name with a slip in it."""
    name, person = whole(speaker, subject), subject.directory.find(speaker)
    family = person.family if person is not None else name.split()[-1]
    if spoken.has_nearly(family, passages, subject.names.words):
        return True
    return any(stands_nearly(name, passage.value) for passage in passages)


def whole(speaker: Name, subject: Subject) -> str:
    """The whole name."""
    person = subject.directory.find(speaker)
    return person.name.value if person is not None else speaker.value
