"""Who is meant: from what staff write as a speaker to a person."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from docgen.findings import Finding
from docgen.reading.text import Name
from docgen.report.model import Person, Report, walk_sections


def find_person(report: Report, written: Name) -> Person | None:
    """The person that a key, a full name, or a surname only one person has stands for; None for nobody of them."""
    for key, person in report.people:
        if written.value in (key.value, person.name.value):
            return person
    family = [person for _, person in report.people if person.family.casefold() == written.value.casefold()]
    return family[0] if len(family) == 1 else None


def unresolved_speakers(report: Report) -> Iterator[Finding]:
    """Findings on speakers that are nobody.

    A full name that `people` does not have, and that is not nearly one of theirs, stands for itself: people need not
    be declared.
    """
    for section in walk_sections(report.sections):
        for speaker in section.speakers:
            if find_person(report, speaker) is None and (found := _unresolved(report, speaker)):
                yield found


def _unresolved(report: Report, speaker: Name) -> Finding | None:
    keys = [key.value for key, _ in report.people]
    names = [person.name.value for _, person in report.people]
    same = [person.name.value for _, person in report.people if person.family.casefold() == speaker.value.casefold()]
    if len(same) > 1:
        return Finding.error(
            speaker.span(),
            "unresolved-person",
            f"'{speaker}' could be {_either(same)}",
            "write the full name, or the key under people",
        )
    near = difflib.get_close_matches(speaker.value, [*names, *keys], 1, 0.8)
    if not near and len(speaker.value.split()) > 1:
        return None
    near = near or difflib.get_close_matches(speaker.value, [*keys, *names], 1, 0.6)
    return Finding.error(
        speaker.span(),
        "unresolved-person",
        f"nobody under people is '{speaker}'",
        f"did you mean '{near[0]}'?" if near else "write the full name, or add the person under people",
    )


def _either(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
