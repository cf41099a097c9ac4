"""The words of a report by how they are written, each form with all its places.

A report has far fewer forms than words. A rule that looks for the words of a list looks them up, and meets only the
places that concern it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from docgen.checks.text.passage import Passage, Word


class Concordance:
    """The words of some passages. The places of each are in reading order."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)

    @cached_property
    def forms(self) -> Mapping[str, list[Word]]:
        """The words by their letters as written, in the order of their first places."""
        found: dict[str, list[Word]] = defaultdict(list)
        for passage in self._passages:
            for word in passage.words:
                found[word.value].append(word)
        return dict(found)

    @cached_property
    def lower(self) -> Mapping[str, list[Word]]:
        """The same by small letters, with the typewriter's apostrophe."""
        found: dict[str, list[Word]] = defaultdict(list)
        for passage in self._passages:
            for word in passage.words:
                found[word.lower].append(word)
        return dict(found)

    @cached_property
    def hyphenated(self) -> tuple[str, ...]:
        """The words with hyphens, by small letters."""
        return tuple([lower for lower in self.lower if "-" in lower or "\u2010" in lower or "\u2011" in lower])

    @cached_property
    def parts(self) -> Mapping[str, list[Word]]:
        """The words that compounds are made of, by small letters."""
        found: dict[str, list[Word]] = defaultdict(list)
        for word in self.in_order(chain(*(words for form, words in self.forms.items() if "-" in form))):
            for part in word.parts:
                found[part.lower].append(part)
        return dict(found)

    def of(self, *lower: str) -> list[Word]:
        """Where any of some words stands."""
        return self.in_order(chain(*(self.lower.get(one, ()) for one in lower)))

    def in_order(self, words: Iterable[Word]) -> list[Word]:
        """Words in the order in which they are read."""
        return sorted(words, key=lambda word: (self._numbers[id(word.passage)], word.start))

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {id(passage): number for number, passage in enumerate(self._passages)}
