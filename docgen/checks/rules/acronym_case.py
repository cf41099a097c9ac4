"""Finds an acronym in which a letter has lost or gained a capital.

Why it matters: *UNEsCO* is neither the acronym nor a word, and a search for the body does not find it.

Example:

    organisations: [{name: World Meteorological Organization, acronym: WMO}]

    the WmO office in Geneva           →       the WMO office in Geneva

What to do: write it as it is declared, or as the report writes it elsewhere; that is a safe fix. Declared acronyms,
those that the report itself has in capitals, and those of the UN system are known. An acronym written like a name
(*Unesco*, as in British newspapers) is left alone in a British report that has it so more than once, and never in
capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from docgen.checks.lists import table, words
from docgen.checks.names import Sort
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Word
from docgen.expressions import regex
from docgen.findings import Severity

KEPT = Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED
"""What is written as others wrote it."""

ENDINGS = ("", "s", "'s", "’s")

_SPOKEN = regex(r"(?:[^aeiou]{0,2}[aeiou]{1,2})+(?:[^aeiou]{3}[aeiou])?[^aeiou]?(?:(?<=[nlr])[dt]|s)?")
"""What can be spoken as a word."""

_PLURAL = regex(r"(?:['’]s|s)$")


@rule(Severity.WARNING)
def acronym_case(subject: Subject) -> Iterator[Flaw]:
    """Each such form once, with all its places."""
    known = acronyms(subject)
    found: dict[str, list[Word]] = {}
    for form, places in subject.concordance.forms.items():
        for number, part in enumerate(() if form.islower() else parts(places[0])):
            if right_form(part.value, known, subject) not in (None, part.value):
                own = [one for place in places if not (one := parts(place)[number]).marks & KEPT]
                found[part.value] = subject.concordance.in_order((*found.get(part.value, ()), *own))
    for first, *others in filter(None, found.values()):
        right = right_form(first.value, known, subject) or ""
        changes = [one.replaced(right) for one in (first, *others)]
        yield Flaw(first, f"'{first}' is to be '{right}'", fix=safe(*changes), also=tuple(others), word=first.value)


def parts(word: Word) -> tuple[Word, ...]:
    """What a compound is made of, or the word itself."""
    return word.parts if "-" in word.value else (word,)


def acronyms(subject: Subject) -> Mapping[str, str]:
    """The acronyms known here by their small letters: the listed, the report's own, and before all the declared."""
    own = {
        stem
        for form, places in subject.concordance.forms.items()
        if not form.islower() and (stem := _PLURAL.sub("", form)).isupper() and len(stem) > 2
        if any(place.passage.is_prose and not place.passage.value.isupper() for place in places)
    }
    declared = [one.form for one in subject.names.all if one.sort is Sort.ACRONYM]
    return {**listed(), **{form.lower(): form for form in (*sorted(own), *declared)}}


@cache
def bodies() -> frozenset[str]:
    """The acronyms of known bodies."""
    return frozenset(row[2] for row in table("organisations") if len(row) > 2 and row[2].isupper())


@cache
def listed() -> Mapping[str, str]:
    """The acronyms of known bodies and those that everybody knows, by their small letters."""
    forms = {*bodies(), *words("familiar-acronyms", "en"), *words("acronyms")}
    return {form.lower(): form for form in sorted(forms) if form.isupper() and len(form) > 2}


def right_form(value: str, known: Mapping[str, str], subject: Subject) -> str | None:
    """How an acronym is to be written here, None for what is none, or stands as somebody declared it."""
    if value.islower() or len(value) < 3:
        return None
    stems = (value,) if value[-1] != "s" else (value, _PLURAL.sub("", value))
    for stem in stems:
        right, rest = known.get(stem.lower()), value[len(stem) :]
        if right is None:
            continue
        if stem == right or stem.isupper() or value in subject.vocabulary or value in subject.names.words:
            return None
        if sum(sign.isupper() for sign in stem) > 1 or is_lowered(stem, right, subject):
            return f"{right}{rest}"
    return None


def is_lowered(stem: str, right: str, subject: Subject) -> bool:
    """Whether it is an acronym with its first letter as the only capital, in a report that has the other form, too."""
    if not stem.istitle() or len(stem) < 4:
        return False
    if not is_own(right, subject):
        return right in bodies() and stem not in subject.lexicon and is_written_in_capitals(stem, subject)
    dictionary = subject.lexicon.dictionary
    is_word = dictionary is None or dictionary.knows(stem.lower())
    return stem not in subject.lexicon or (right in listed().values() and not is_word)


def is_written_in_capitals(stem: str, subject: Subject) -> bool:
    """Whether an acronym of a body that a report has with one capital only has to have more of them.

    British newspapers have *Unesco*, what is spoken as a word (New Hart's Rules, 10.3), and then they have it always.
    """
    if subject.language != "en-GB" or not _SPOKEN.fullmatch(stem.lower()):
        return True
    return sum(_PLURAL.sub("", word.value) == stem for passage in subject.prose for word in passage.words) < 2


def is_own(acronym: str, subject: Subject) -> bool:
    """Whether the report declares or has an acronym in this form."""
    if any(one.form == acronym for one in subject.names.all):
        return True
    forms = subject.concordance.forms
    return any(place.passage.is_prose for ending in ENDINGS for place in forms.get(acronym + ending, ()))
