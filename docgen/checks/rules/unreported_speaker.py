"""Finds a speaker of a section whom its text does not name.

Why it matters: `speakers` says who spoke. Anyone listed there and not reported will ask why; mostly a paragraph was
lost, or the name belongs to another section.

Example:

    speakers: [okafor, petrov]             speakers: [okafor, petrov]
    body: |                          →     body: |
      Ambassador Okafor spoke.               Ambassador Okafor spoke. Ms. Petrov disagreed.

What to do: report what the person said, or take the name off `speakers`. The family name or the office (*the
Secretary-General*) is enough, anywhere in the section, in its heading, or in a section below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.people.spelled import bare, folded
from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Part, Subject
from docgen.checks.text.passage import Passage
from docgen.findings import Severity
from docgen.reading.text import Name


@rule(Severity.WARNING)
def unreported_speaker(subject: Subject) -> Iterator[Flaw]:
    """Each speaker of a section with text that has no word of the name."""
    for part in subject.parts:
        if not part.section.speakers:
            continue
        passages = passages_of(part, subject)
        words = {folded(bare(form)) for form in {word.value for passage in passages for word in passage.words}}
        for speaker in part.section.speakers if passages else ():
            if not is_told(speaker, subject, words, passages):
                yield Flaw(
                    speaker,
                    f"this section does not speak of {whole(speaker, subject)}",
                    "report what was said, or take the name off speakers",
                )


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


def is_told(speaker: Name, subject: Subject, words: set[str], passages: list[Passage]) -> bool:
    """Whether the passages have the family name, or say the office."""
    person = subject.directory.find(speaker)
    if person is None:
        return folded(speaker.value.split()[-1]) in words
    if all(folded(word) in words for word in person.family.split()) or folded(person.name.value.split()[-1]) in words:
        return True
    offices = [one.value for one in (person.title, person.position) if one is not None and len(one.value) > 4]
    return any(office.casefold() in passage.value.casefold() for office in offices for passage in passages)


def whole(speaker: Name, subject: Subject) -> str:
    """The whole name."""
    person = subject.directory.find(speaker)
    return person.name.value if person is not None else speaker.value
