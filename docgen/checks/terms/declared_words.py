"""The words of declared names, and which words of a text are nearly one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import lru_cache

from docgen.checks.names import Declared, Sort
from docgen.checks.people.honorifics import are_neighbours
from docgen.checks.people.naming import is_common
from docgen.checks.people.spelled import bare, folded, is_one_slip, key_of, slips_of
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Word

LONG = 6
"""How many letters a word has for one of them to be a slip."""


class DeclaredWords:
    """The words of the names of places, bodies and hosts, and people's family names."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._family: set[str] = set()
        self.all: set[str] = set()
        for one in subject.names.all:
            words = {bare(word.strip(".,()")) for word in one.form.split()}
            self.all |= words
            if one.sort is Sort.FAMILY:
                self._family |= words
        looked_for = frozenset(word for one in subject.names.all for word in _words_of(one))
        self._by_key, self._by_slip, self._edges = _index(looked_for)
        self._judged: dict[str, str | None] = {}

    def nearly(self, written: str) -> str | None:
        """The declared word that a word is nearly; None where it is right, or may be another word."""
        if written in self.all:
            return None
        if written not in self._judged:
            self._judged[written] = self._meant(bare(written), key_of(written))
        return self._judged[written]

    def may_be_another(self, word: Word, right: str) -> bool:
        """Whether the word belongs to a person's name, which is looked at whole, or to that of a firm."""
        if "&" in word.before[-3:] or "&" in word.after[:3]:
            return True
        whole = word.passage.stretch(0, len(word.passage.value))
        if any(one.start <= word.start < one.end for one in self._subject.cast.within(whole)):
            return True
        before = word.passage.words_between(0, word.start)[-1:]
        is_bound = any(one.is_capitalised and are_neighbours(one, word, stop=True) for one in before)
        return right in self._family and is_bound

    def _meant(self, word: str, key: str) -> str | None:
        if key not in self._by_key and (key[:2] not in self._edges and key[-3:] not in self._edges):
            return None  # a slip at one end leaves the other as it is
        if word in self.all or word.isupper() or len(word) < 3 or word in self._subject.vocabulary:
            return None
        if same := self._by_key.get(key):
            right = min(same)
            return right if len(same) == 1 and _differs_inside(word, right) else None
        if len(word) < LONG or "-" in word:
            return None
        slips = (key, *slips_of(key))
        near = {right for slip in slips for right in self._by_slip.get(slip, ()) if is_one_slip(key, folded(right))}
        if len(near) != 1:
            return None
        right = min(near)
        is_ending = key.startswith(folded(right)) or folded(right).startswith(key)
        return None if is_ending or self._is_plain(word) else right

    def _is_plain(self, word: str) -> bool:
        """Whether a dictionary has the word."""
        dictionary = self._subject.lexicon.dictionary
        if is_common(word.lower(), self._subject.language.split("-")[0]):
            return True
        return dictionary is not None and dictionary.knows(word)


def _words_of(declared: Declared) -> list[str]:
    """The words of a name that are looked for: of people the family name alone."""
    if declared.sort in (Sort.PERSON, Sort.ACRONYM):
        return []
    words = (bare(word.strip(".,()")) for word in declared.form.split())
    return [word for word in words if word[:1].isupper() and not word.isupper()]


@lru_cache(maxsize=64)
def _index(words: frozenset[str]) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]], Set[str]]:
    """The words by themselves folded, and by that with any one letter left out; a folder's are the same.

    With them the first two and the last three letters of the latter.
    """
    by_key: dict[str, set[str]] = defaultdict(set)
    by_slip: dict[str, set[str]] = defaultdict(set)
    for word in words:
        by_key[folded(word)].add(word)
        for slip in (folded(word), *slips_of(folded(word))) if len(word) >= LONG else ():
            by_slip[slip].add(word)
    long = [folded(word) for word in words if len(word) >= LONG]
    return by_key, by_slip, {edge for word in long for edge in (word[:2], word[-3:])}


def _differs_inside(word: str, right: str) -> bool:
    """Whether accents differ, or capitals behind the first letter."""
    return not (word.isascii() and right.isascii()) or word[1:] != right[1:]
