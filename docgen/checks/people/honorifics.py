"""Titles and forms of address: which words before a name are one, and of what sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache

from docgen.checks.lists import table
from docgen.checks.text.passage import Word
from docgen.records import dataclass

BLANKS = " \u00a0\u202f"
"""What may stand between the words of a name, a line end aside, which a passage does not have."""


class Sort(Enum):
    """What a title says of somebody."""

    COURTESY = "courtesy"
    """What anybody is called who has no other title: *Mr.*"""
    ADDRESS = "address"
    """How somebody is addressed: *Dr.*, *Ambassador*; it stays with a person throughout."""
    RANK = "rank"
    """The same of ranks, whose words mean other things, too: *General*, *Justice*."""
    GIVEN = "given"
    """What goes with a given name: *Sir*, *Queen*."""
    STYLE = "style"
    """What is put before other titles on solemn occasions only: *H.E.*"""
    OFFICE = "office"
    """What somebody is: *Secretary-General*; a form of address may take its place later on."""
    SEVERAL = "several"
    """What stands before several names at once: *Ambassadors*."""


LASTING = frozenset({Sort.COURTESY, Sort.ADDRESS, Sort.RANK, Sort.GIVEN})
"""Titles that a person keeps."""


@dataclass(frozen=True, slots=True)
class Honorific:
    """A title, whichever of its forms is written: `form` is its first one."""

    form: str
    sort: Sort
    is_short: bool
    """Whether the form that was looked up is an abbreviation, behind which a full stop ends no sentence."""


def honorific_at(words: Sequence[Word], at: int, language: str) -> tuple[Honorific, int] | None:
    """The longest title that begins with a word, and how many words it has. English ones have a capital."""
    first = words[at].value
    for form, honorific in _beginning(first, language) if language != "en" or first[0].isupper() else ():
        if len(form) == 1 or _goes_on(form, words, at, language):
            return honorific, len(form)
    return None


def honorifics_of(title: str, language: str) -> tuple[Honorific, ...]:
    """The titles that a declared title is made of: *Prof. Dr.*; none where it is not listed."""
    known = _by_form(language)
    words, found = [_key(word, language) for word in title.split()], []
    while words:
        length = next((size for size in range(len(words), 0, -1) if tuple(words[:size]) in known), 0)
        if not length:
            return ()
        found.append(known[tuple(words[:length])])
        del words[:length]
    return tuple(found)


def agree(one: str, other: str) -> bool:
    """Whether two titles are one, or the one is short for the other: *General* for *Lieutenant General*."""
    return one == other or any(
        longer.endswith(f" {shorter}") or longer.startswith(f"{shorter}-")
        for longer, shorter in ((one, other), (other, one))
    )


@cache
def courtesies() -> frozenset[str]:
    """The titles of courtesy, of all languages."""
    return frozenset(main for _, sort, main, *_ in table("honorifics") if Sort(sort) is Sort.COURTESY)


def begins_title(word: str, language: str) -> bool:
    """Whether a word is the first of a title, in whatever case."""
    return bool(_beginning(word, language))


@lru_cache(maxsize=20_000)
def _beginning(word: str, language: str) -> tuple[tuple[tuple[str, ...], Honorific], ...]:
    """The forms that begin with a word as it is written."""
    return _by_first(language).get(_key(word, language), ())


@cache
def _by_first(language: str) -> dict[str, tuple[tuple[tuple[str, ...], Honorific], ...]]:
    """The forms of a language's titles as words, by the first of them, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Honorific]]] = defaultdict(list)
    for tag, sort, main, *others in table("honorifics"):
        if tag == language:
            for form in (main, *(others[0].split(", ") if others else ())):
                key = tuple(_key(word, language) for word in form.split())
                found[key[0]].append((key, Honorific(main, Sort(sort), form.endswith(".") or len(form) < 4)))
    return {first: tuple(sorted(forms, key=lambda one: -len(one[0]))) for first, forms in found.items()}


@cache
def _by_form(language: str) -> dict[tuple[str, ...], Honorific]:
    return {form: honorific for forms in _by_first(language).values() for form, honorific in forms}


def _goes_on(form: tuple[str, ...], words: Sequence[Word], at: int, language: str) -> bool:
    """Whether the words of a form stand behind its first."""
    if at + len(form) > len(words):
        return False
    for number in range(1, len(form)):
        before, word = words[at + number - 1], words[at + number]
        if _key(word.value, language) != form[number]:
            return False
        if not are_neighbours(before, word, stop=len(form[number - 1]) < 5):
            return False
    return True


def are_neighbours(first: Word, second: Word, *, stop: bool) -> bool:
    """Whether nothing but a blank stands between two words; with `stop` a full stop may, too."""
    between = second.passage.value[first.end : second.start]
    if not between.strip(BLANKS):
        return True
    return stop and len(between) > 1 and between[0] == "." and not between[1:].strip(BLANKS)


def _key(word: str, language: str) -> str:
    """A title's word without full stops, in small letters; in French without the article before a vowel.

    Initials stay capitals: *H.E.* is not *he*.
    """
    key = word.replace(".", "").replace("’", "'")
    if len(key) in (2, 3) and key.isupper():
        return key
    key = key.casefold()
    return key[2:] if language == "fr" and key[:2] in ("l'", "d'") else key
