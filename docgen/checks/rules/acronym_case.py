"""Finds an acronym of which some letters have lost or gained a capital.

Why it matters: *UNEsCO* is neither the acronym nor a word; who searches the report for the body does not find it.

Example:

    organisations: [{name: World Meteorological Organization, acronym: WMO}]

    the WmO office in Geneva           →       the WMO office in Geneva

What to do: write it as it is declared, or as the report writes it elsewhere; that is a safe fix. Known are the declared
acronyms, those that the report itself has in capitals, and those of the UN system. A word that has one
capital at its beginning (*Unesco*, as British newspapers have it) is left alone unless the report has the other form,
too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from docgen.checks.lists import table, words
from docgen.checks.names import Sort
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Word
from docgen.findings import Severity

KEPT = Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED
"""What is written as others wrote it."""

_PLURAL = re.compile(r"(?:['’]s|s)$")


@rule(Severity.WARNING)
def acronym_case(subject: Subject) -> Iterator[Flaw]:
    """Each such form once, with all its places."""
    known = acronyms(subject)
    found: dict[str, list[Word]] = {}
    for passage in subject.passages:
        for word in passage.words:
            if word.value.islower():
                continue
            for part in word.parts if "-" in word.value else (word,):
                if right_form(part, known, subject) not in (None, part.value):
                    found.setdefault(part.value, []).append(part)
    for first, *others in found.values():
        right = right_form(first, known, subject) or ""
        changes = [one.replaced(right) for one in (first, *others)]
        yield Flaw(first, f"'{first}' is to be '{right}'", fix=safe(*changes), also=tuple(others), word=first.value)


def acronyms(subject: Subject) -> Mapping[str, str]:
    """The acronyms known here by their small letters: the listed, the report's own, and before all the declared."""
    own = {
        form
        for passage in subject.prose
        for word in passage.words
        if (form := _PLURAL.sub("", word.value)).isupper() and len(form) > 2 and not passage.value.isupper()
    }
    declared = [one.form for one in subject.names.all if one.sort is Sort.ACRONYM]
    return {**listed(), **{form.lower(): form for form in (*sorted(own), *declared)}}


@cache
def listed() -> Mapping[str, str]:
    """The acronyms of known bodies and those that everybody knows, by their small letters."""
    bodies = (row[2] for row in table("organisations") if len(row) > 2 and row[2].isupper())
    forms = {*bodies, *words("familiar-acronyms", "en"), *words("acronyms")}
    return {form.lower(): form for form in sorted(forms) if form.isupper() and len(form) > 2}


def right_form(word: Word, known: Mapping[str, str], subject: Subject) -> str | None:
    """How an acronym is to be written here, None for what is none, or stands as somebody declared it."""
    value = word.value
    if value.islower() or len(value) < 3:
        return None
    without_ending = _PLURAL.sub("", value)
    for stem in dict.fromkeys((value, without_ending)):
        right, rest = known.get(stem.lower()), value[len(stem) :]
        if right is None:
            continue
        if (
            stem == right
            or stem.isupper()
            or word.marks & KEPT
            or value in subject.vocabulary
            or value in subject.names.words
        ):
            return None
        if sum(sign.isupper() for sign in stem) > 1 or is_lowered(stem, right, subject):
            return f"{right}{rest}"
    return None


def is_lowered(stem: str, right: str, subject: Subject) -> bool:
    """Whether it is an acronym with its first letter as the only capital, in a report that has the other form, too."""
    if not stem.istitle() or len(stem) < 4 or not is_own(right, subject):
        return False
    dictionary = subject.lexicon.dictionary
    is_word = dictionary is None or dictionary.knows(stem.lower())
    return stem not in subject.lexicon or (right in listed().values() and not is_word)


def is_own(acronym: str, subject: Subject) -> bool:
    """Whether the report declares or has an acronym in this form."""
    if any(one.form == acronym for one in subject.names.all):
        return True
    return any(_PLURAL.sub("", word.value) == acronym for passage in subject.prose for word in passage.words)
