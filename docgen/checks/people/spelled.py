"""How near two spellings are to one another."""

from __future__ import annotations

import re
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


@lru_cache(maxsize=20_000)
def key_of(written: str) -> str:
    """What a word of a name is looked up by: folded, without the ending of a possessive."""
    return folded(bare(written))


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


def letters_of(text: str) -> str:
    """The letters and figures of a text, folded, without all that stands between them."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


_LONG_NAME = 8
"""How many letters a whole name has for one of them to be a slip."""


def stands_nearly(name: str, text: str) -> bool:
    """Whether a whole name stands in a text, blanks and hyphens aside, with one slip at most."""
    wanted, said = letters_of(name), letters_of(text)
    if len(wanted) < _LONG_NAME:
        return False
    third = len(wanted) // 3  # wherever the slip is, the first third or the last one is as it should be
    sizes = (len(wanted) - 1, len(wanted), len(wanted) + 1)
    starts = (found.start() for found in re.finditer(f"(?={re.escape(wanted[:third])})", said))
    ends = (found.start() + third for found in re.finditer(f"(?={re.escape(wanted[-third:])})", said))
    spans = (*((at, at + size) for at in starts for size in sizes), *((at - size, at) for at in ends for size in sizes))
    forms = (said[max(start, 0) : end] for start, end in spans)
    return any(form == wanted or is_one_slip(form, wanted) for form in forms)
