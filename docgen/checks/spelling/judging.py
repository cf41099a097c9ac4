"""Which of the words that nobody knows are words that went wrong, rather than names and terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from docgen.checks.lists import words
from docgen.checks.spelling.compounds import with_hyphen
from docgen.checks.spelling.dictionary import Dictionary
from docgen.checks.spelling.locales import is_of_other_english
from docgen.checks.spelling.suggesting import Suggester
from docgen.checks.spelling.unknown import LEAST_LETTERS, is_in_capitals, own_compounds, unknown_words
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Place, Word
from docgen.expressions import regex
from docgen.records import dataclass

TERM = 3
"""A word that nobody knows and that is like no usual one is a term where it stands so often."""

_FULL_OF_CAPITALS = (Place.HEADING, Place.TITLE, Place.LABEL)
_BEFORE = regex(r"([^\W\d_][\w'’]*)\.?[ -]$")
_BEHIND = regex(r"(?:['’]s)?[ -]([^\W\d_][\w'’]*)")


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word that is probably none, all its places, and what it may have meant, best first.

    `is_near` tells that the first is one slip away.
    """

    places: tuple[Word, ...]
    suggestions: tuple[str, ...]
    is_near: bool

    @property
    def declared(self) -> str:
        """What a list of known words would have to hold."""
        written = [place.value for place in self.places]
        mixed = [word for word in written if not word.isupper()]
        return re.sub(r"['’]s$", "", max(mixed) if mixed else written[0].lower())


@dataclass(frozen=True, eq=False)
class Judge:
    """Tells misspelled words from names and terms that no dictionary has."""

    subject: Subject
    dictionary: Dictionary

    def misspellings(self) -> Iterator[Misspelling]:
        """The misspelled words, by their first places."""
        for lower, places in unknown_words(self.subject).items():
            if is_of_other_english(lower, self.subject.language):
                continue  # another rule says so, as it does of a lost hyphen
            if with_hyphen(places[0].value, self.subject.lexicon, self._compounds) is None:
                yield from self._judged(lower, places)

    def _judged(self, lower: str, places: list[Word]) -> Iterator[Misspelling]:
        word = next((place.value for place in places if place.value.islower()), places[0].value)
        if not word.islower() and self._is_name(lower, places):
            return
        near = self._suggester.nearest(word)
        meant = near[0].lower() if near else ""
        if self._is_slip_of(meant, lower, places) if word.islower() else self._is_capitalised_slip_of(meant, places):
            yield Misspelling(tuple(places), near or self._far(word), bool(near))

    @cached_property
    def _compounds(self) -> Mapping[str, str]:
        return own_compounds(self.subject)

    @cached_property
    def _own(self) -> Mapping[str, int]:
        """The known words of the report in small letters, and how often each stands there."""
        small = Counter(word.value for passage in self.subject.passages for word in passage.words)
        has = self.subject.lexicon.has
        return {word: times for word, times in small.items() if len(word) > 3 and word.islower() and has(word)}

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self.subject.lexicon, self.dictionary, self._own)

    def _far(self, word: str) -> tuple[str, ...]:
        apart = self._suggester.apart(word)
        return (apart,) if apart else self._suggester.farther(word)

    def _is_slip_of(self, meant: str, lower: str, places: list[Word]) -> bool:
        """Whether a word without a capital is a slip rather than a term or an abbreviation, or of another language."""
        if not meant and all(place.marks & Mark.EMPHASIS for place in places):
            return False  # italics are how English marks a foreign word
        if len(lower) < 3:
            return sorted(lower) == sorted(meant) and meant in words("commonest-words", "en")
        if len(places) >= TERM or len(lower) < LEAST_LETTERS:
            rare = len(lower) > 3 and meant in words("common-words", "en")
            return rare or meant in self._own or meant in words("commonest-words", "en")
        return True

    def _is_name(self, lower: str, places: list[Word]) -> bool:
        """Whether a word with a capital cannot be told from a name, whatever it is like."""
        if len(lower) < LEAST_LETTERS or not lower.isascii() or self._is_near_name(lower):
            return True
        return any(self._is_in_persons_name(place) for place in places)

    def _is_capitalised_slip_of(self, meant: str, places: list[Word]) -> bool:
        """Whether a word with a capital is a slip of the word it is near to, rather than a name."""
        if not meant or places[0].lower[0] != meant[0]:
            return False
        if meant[0].upper() + meant[1:] in words("places", self.subject.language):
            return True
        if meant in self._own or meant in words("commonest-words", "en") or meant in words("common-words", "en"):
            return any(self._may_be_common_word(place) for place in places)
        return any(place.passage.place in _FULL_OF_CAPITALS for place in places)

    def _may_be_common_word(self, place: Word) -> bool:
        """Whether its capital may have other reasons than that it is a name."""
        if place.passage.place in _FULL_OF_CAPITALS or place.begins_sentence:
            return True
        return any(neighbour[0].isupper() for neighbour in _neighbours(place))

    def _is_in_persons_name(self, place: Word) -> bool:
        """Whether a neighbour has a capital and is no word of the language: *Hannelore*, *C.*, *McCoy*."""
        if is_in_capitals(place.passage):
            return False
        return any(
            len(neighbour) == 1 or (neighbour[0].isupper() and not self.dictionary.knows(neighbour.lower()))
            for neighbour in _neighbours(place)
            if not (neighbour.isupper() and len(neighbour) > 1)
        )

    def _is_near_name(self, lower: str) -> bool:
        """Whether it is a slip of a declared name, which the rule for names reports."""
        return any(is_slip(lower, name.casefold()) for name in self.subject.names.words if len(name) > 3)


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ in one letter, or in two that changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[at:], other[at:]
    swapped = len(rest) > 1 and rest[1::-1] + rest[2:] == other_rest
    return swapped or rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def _neighbours(place: Word) -> list[str]:
    """The words next to it in its sentence."""
    text = place.passage.value
    before = None if place.begins_sentence else _BEFORE.search(text[max(0, place.start - 40) : place.start])
    return [match.group(1) for match in (before, _BEHIND.match(text[place.end : place.end + 40])) if match]
