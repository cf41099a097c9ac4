"""What a misspelled word may have meant: the words one slip of the hand away, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from docgen.checks.lists import words
from docgen.checks.spelling.dictionary import Dictionary
from docgen.checks.spelling.lexicon import Lexicon
from docgen.records import dataclass

MOST = 3
"""How many words are proposed."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")

# What a slip costs: the dearer, the rarer it is. Letters change places and doubled letters are forgotten more often
# than one letter is taken for another, and the first letter is hardly ever wrong: Pollock and Zamora, "Automatic
# Spelling Correction in Scientific and Scholarly Text", Communications of the ACM 27 (1984).
_SWAP, _DOUBLE, _MISSING, _SPARE, _VOWEL, _OTHER, _FIRST = 0.0, 0.2, 0.8, 1.0, 1.0, 1.8, 2.0
_OWN, _COMMONEST, _COMMON, _RARE = -0.8, 0.0, 0.4, 2.0


@dataclass(frozen=True, slots=True)
class Suggester:
    """Proposes words. `own` are the words of the report in small letters, and how often each stands there."""

    lexicon: Lexicon
    dictionary: Dictionary
    own: Mapping[str, int]

    def nearest(self, word: str) -> tuple[str, ...]:
        """The known words one slip away, best first and in the word's case."""
        lower = word.lower()
        capital = lower[:1].upper() + lower[1:]
        if word.islower() and capital in words("places", self.lexicon.language):
            return (capital,)
        forms = dict(sorted(one_slip(lower), key=lambda one: -one[1]))  # of a form that comes twice the cheaper slip
        found = {form: self._written(form) for form in forms}
        costs = {written: forms[form] + self._rarity(form) for form, written in found.items() if written}
        best = sorted(costs, key=lambda form: (costs[form], form))[:MOST]
        return tuple(cased(form, word) for form in best)

    def farther(self, word: str) -> tuple[str, ...]:
        """What Hunspell proposes for a word that no known one is near to."""
        found = self.dictionary.suggestions(word.lower() if word.isupper() else word)
        whole = [form for form in found if form.isalpha() and form in self.lexicon]
        return tuple(dict.fromkeys(cased(form, word) for form in whole))[:MOST]

    def apart(self, word: str) -> str | None:
        """The two words, common ones or the report's own, that a word is made of without the blank between them."""
        common = words("commonest-words", self.lexicon.language)
        lower = word.lower()
        for cut in range(2, len(word) - 1):
            head, tail = lower[:cut], lower[cut:]
            own = min(len(head), len(tail)) > 4 and head in self.own and tail in self.own
            if own or (head in common and tail in common):
                return f"{word[:cut]} {word[cut:]}"
        return None

    def _written(self, form: str) -> str | None:
        """How a form is written if it is a word: in small letters, or with a capital; None if it is none."""
        if form in self.own or self.dictionary.knows(form) or form in newer_words(self.lexicon.language):
            return form
        capital = form[:1].upper() + form[1:]
        return capital if len(form) > 3 and capital in words("places", self.lexicon.language) else None

    def _rarity(self, form: str) -> float:
        if form in words("commonest-words", self.lexicon.language):
            rarity = _COMMONEST
        else:
            rarity = _COMMON if form in words("common-words", self.lexicon.language) else _RARE
        return min(rarity, _COMMON) + _OWN if form in self.own else rarity


@cache
def newer_words(language: str) -> frozenset[str]:
    """The words that are as usual as those of the dictionary, only newer."""
    return words("newer-words", language) | words("meeting-words", language)


def one_slip(word: str) -> Iterator[tuple[str, float]]:
    """Every form one slip away, and what the slip costs. Forms may come twice."""
    for at in range(len(word)):
        before, after = word[:at], word[at + 1 :]
        first = _FIRST if at == 0 else 0.0
        if after and word[at] != after[0]:
            yield before + after[0] + word[at] + after[1:], _SWAP + first / 2
        doubled = at > 0 and word[at] == word[at - 1]
        yield before + after, (_DOUBLE if doubled else _SPARE) + first
        for letter in _LETTERS:
            if letter != word[at]:
                vowels = letter in _VOWELS and word[at] in _VOWELS
                yield before + letter + after, (_VOWEL if vowels else _OTHER) + first
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            doubled = letter in word[max(at - 1, 0) : at + 1]
            yield word[:at] + letter + word[at:], (_DOUBLE if doubled else _MISSING) + (_FIRST if at == 0 else 0.0)


def cased(form: str, word: str) -> str:
    """A form with the capitals of a word."""
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
