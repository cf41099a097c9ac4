"""Capitals in headings: how a heading is cased, and how it would be otherwise."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property

from docgen.checks.lists import words
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Word
from docgen.records import dataclass


class Case(Enum):
    """How a heading is cased."""

    CAPITALS = "capitals"
    TITLE = "title case"
    SENTENCE = "sentence case"
    MIXED = "now capitals, now small letters"


@dataclass(frozen=True, eq=False)
class Casing:
    """What a report knows of the capitals of words."""

    subject: Subject

    @cached_property
    def own(self) -> dict[str, str]:
        """Words that keep their capitals wherever they stand, by their small letters: names and acronyms.

        Those are the words of declared names, and what the text has with a capital inside its sentences only.
        """
        written = {word.value for passage in self.subject.prose for word in passage.words}
        names = {name.lower(): name for name in self.subject.names.words if name[0].isupper()}
        return {**{lower: form for lower, form in self.inside.items() if lower not in written}, **names}

    @cached_property
    def inside(self) -> dict[str, str]:
        """Words that have a capital inside a sentence, by their small letters: they may belong to names."""
        found: dict[str, str] = {}
        for passage in self.subject.prose:
            for word in map(passage.words.__getitem__, passage.capitalised):
                if word.start not in passage.openings or word.is_capitals:
                    found[word.lower] = word.value
        return found

    def case(self, heading: Passage) -> Case | None:
        """How a heading is cased; None where nothing in it could be otherwise."""
        value = heading.value
        if value.isupper():
            return Case.CAPITALS if self.is_typed_in_capitals(heading) else None
        told = [word.is_capitalised for word in self.telling(heading)]
        if not told:
            return None
        return Case.TITLE if all(told) else Case.MIXED if any(told) else Case.SENTENCE

    def telling(self, heading: Passage) -> list[Word]:
        """The words of a heading whose capitals are a matter of style."""
        return [word for word in heading.words[1:] if self._tells(word, heading)]

    def is_typed_in_capitals(self, heading: Passage) -> bool:
        """Whether a heading in capitals has a word that is no acronym."""
        return any(
            len(word) > 4 and word.value.isalpha() and word.lower in self.subject.lexicon for word in heading.words
        )

    def titled(self, heading: Passage) -> str:
        """A heading in title case: articles, conjunctions and prepositions small, but not at its ends.

        The Chicago Manual of Style, 17th edition, 8.159.
        """
        written = heading.value
        last = len(heading.words) - 1
        for number, word in reversed(list(enumerate(heading.words))):
            is_edge = number in (0, last) or bool(re.search(r"[:.?!–—]\s*[“\"‘(]?$", word.before))
            written = written[: word.start] + self._titled(word, is_edge=is_edge) + written[word.end :]
        return written

    def sentence(self, heading: Passage) -> str:
        """A heading in sentence case: small letters, but for its first word, names and acronyms."""
        written = heading.value
        for word in self.telling(heading):
            written = written[: word.start] + word.value[0].lower() + word.value[1:] + written[word.end :]
        return written

    def _tells(self, word: Word, heading: Passage) -> bool:
        value = word.value
        if not value[0].isalpha() or len(value) < 2 or word.is_capitals or any(sign.isupper() for sign in value[1:]):
            return False
        if word.lower in _small(heading.language) or re.search(r"[:.?!–—/(“\"]\s*$", word.before):
            return False
        return word.lower not in self.own and value in self.subject.lexicon

    def _titled(self, word: Word, *, is_edge: bool) -> str:
        lower = word.value.lower()
        if word.lower in self.own:
            return self.own[word.lower]
        if word.lower in _small(word.passage.language) and not is_edge:
            return lower
        if "-" in lower:
            first, *others = lower.split("-")
            parts = [part if part in _small(word.passage.language) else self._capital(part) for part in others]
            return "-".join([self._capital(first), *parts])
        return self._capital(lower)

    def _capital(self, lower: str) -> str:
        return self.own.get(lower, lower[:1].upper() + lower[1:])


def _small(language: str) -> frozenset[str]:
    return words("small-words", language) | words("small-articles", language)
