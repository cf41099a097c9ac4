"""How near two spellings are to one another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'", "ʼ": "'"}
)


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word in small letters without accents, so that spellings that differ in those alone are equal."""
    if word.isascii():
        return word.casefold()
    parts = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_LETTERS)


def is_one_slip(one: str, other: str) -> bool:
    """Whether a letter too many, too few or another, or two letters that changed places, make one word the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer[1:] == shorter
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


def bare(word: str) -> str:
    """A word without the ending of a possessive."""
    if word[-2:-1] in ("'", "’") and word[-1:] in "sS":
        return word[:-2]
    return word[:-1] if word[-1:] in ("'", "’") else word


def slips_of(word: str) -> tuple[str, ...]:
    """The word with one letter left out, for each letter: what words that are one slip apart have in common."""
    return tuple(word[:at] + word[at + 1 :] for at in range(len(word)))
