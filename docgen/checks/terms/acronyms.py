"""Acronyms in a report: where they stand, and where the text says what they stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from docgen.checks.lists import words
from docgen.checks.names import Sort
from docgen.checks.subject import Subject, once
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.expressions import regex
from docgen.records import dataclass

PLACES = frozenset({Place.INTRODUCTION, Place.BODY, Place.ITEM, Place.CELL, Place.CAPTION, Place.NOTE})
"""Where an acronym is read as part of the text."""

_ACRONYM = regex(r"(?<![\w/&.’'-])(?P<letters>[A-Z][A-Z&]*[A-Z])(?P<plural>s?)(?![\w/&-]|\.[A-Z])")
_ROMAN = regex(r"[IVXLC]+")
_LONG_FORM_BEHIND = regex(r"(?:’s|'s)? \((?=[^)]*[a-z]{2}[^)]* [^)]*[a-z]{2})|, (?:the |or )?[A-Z]\w+ (?:\w+ )?[A-Z]")
_CLOSES = regex(r"[)”,;]| or\b")
_WORD = regex(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SMALL = frozenset(
    ("a", "and", "for", "in", "of", "on", "the", "to", "de", "des", "du", "et", "la", "le", "les", "pour")
)


@dataclass(frozen=True, slots=True)
class Use:
    """An acronym in one place, without the ending of its plural in `letters`.

    `explains` says that its long form stands there, too; `long` is that form, where its initials are the letters.
    """

    stretch: Stretch
    letters: str
    explains: bool
    long: Stretch | None = None


@once
def uses(subject: Subject) -> Mapping[str, tuple[Use, ...]]:
    """The acronyms of three letters or more in the text, each with its places in reading order."""
    found: dict[str, list[Use]] = defaultdict(list)
    for passage in subject.passages:
        if passage.place in PLACES and passage.language == subject.language and not passage.value.isupper():
            for use in _uses(passage):
                found[use.letters].append(use)
    return {letters: tuple(every) for letters, every in found.items()}


def _uses(passage: Passage) -> Iterator[Use]:
    value = passage.value
    for match in passage.matches_at(_ACRONYM, passage.acronyms):
        letters = match["letters"]
        if len(letters) < 3 or _ROMAN.fullmatch(letters):
            continue
        stretch = Stretch(passage, *match.span())
        if stretch.marks & (Mark.ADDRESS | Mark.FOREIGN | Mark.GENERATED):
            continue
        in_brackets = (
            value[: match.start()].endswith(("(", "(the ", "(“")) and _CLOSES.match(value, match.end()) is not None
        )
        long = (
            long_form(passage, match.start() - 1, letters) if in_brackets and value[match.start() - 1] == "(" else None
        )
        explains = in_brackets or _LONG_FORM_BEHIND.match(value, match.end()) is not None
        yield Use(stretch, letters, explains, long)


def long_form(passage: Passage, end: int, letters: str) -> Stretch | None:
    """The words before an offset of which the initials are an acronym's letters, None where they are not.

    Small words may or may not count; a word in capitals (*UN*) counts letter by letter.
    """
    before = list(_WORD.finditer(passage.value, max(0, end - 120), end))
    if not before or passage.value[before[-1].end() : end].strip():
        return None
    start = _matched(before, len(before) - 1, letters)
    if start is None:
        return None
    return Stretch(passage, before[start].start(), before[-1].end())


def _matched(before: list[re.Match[str]], at: int, letters: str) -> int | None:
    """The number of the word at which the initials of words, read backwards, come to an acronym's first letter."""
    if at < 0:
        return None
    word = before[at].group()
    parts = word.split("-")
    candidates = {word[0], "".join(part[0] for part in parts)} | ({word} if word.isupper() else set())
    for initials in sorted(candidates, key=len, reverse=True):
        if letters.endswith(initials.upper()):
            rest = letters[: -len(initials)]
            if not rest:
                return at
            found = _matched(before, at - 1, rest)
            if found is not None:
                return found
    if word.lower() in _SMALL:
        return _matched(before, at - 1, letters)
    return None


def declared(subject: Subject) -> dict[str, str]:
    """The declared names by their acronyms."""
    found = ((organisation.acronym, organisation.name) for organisation in subject.report.organisations)
    return {acronym.value: name.value for acronym, name in found if acronym is not None}


def is_familiar(use: Use, subject: Subject) -> bool:
    """Whether readers know an acronym, or it is none: a word typed in capitals, or part of a name."""
    letters = use.letters
    if letters in words("familiar-acronyms", "en") or use.stretch.value in subject.vocabulary:
        return True
    if letters.lower() in _common() or re.search(r"\b[A-Z][a-z]+ $", use.stretch.before):
        return True
    mention = subject.names.covering(use.stretch)
    return mention is not None and Sort.ACRONYM not in mention.sorts


@cache
def _common() -> frozenset[str]:
    return words("common-words", "en") | words("commonest-words", "en")
