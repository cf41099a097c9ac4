"""Compounds that have lost their hyphen: *selfcontrol*, *longterm*."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.checks.lists import words
from docgen.checks.people.naming import is_common
from docgen.checks.spelling.lexicon import Lexicon


def with_hyphen(word: str, lexicon: Lexicon, own: Mapping[str, str]) -> str | None:
    """The compound that an unknown word would be with its hyphen; None for a known word, and where there is none.

    `own` are the compounds of the report, by what they are without hyphens, in small letters.
    """
    lower = word.lower()
    if len(word) < 6 or not word.isalpha() or word in lexicon:
        return None
    if lower in own:
        return _like(word, own[lower])
    if not (word.islower() or word.isupper()):
        return None  # a name, more likely
    first, last = words("hyphenated-firsts", lexicon.language), words("hyphenated-lasts", lexicon.language)
    for cut in range(2, len(word) - 2):
        head, tail = lower[:cut], lower[cut:]
        begins = (
            head in first
            and len(tail) > 3
            and (is_common(tail, lexicon.language) or (head == "self" and lexicon.has(tail)))
        )
        if begins or (tail in last and is_common(head, lexicon.language) and len(head) > 2):
            return f"{word[:cut]}-{word[cut:]}"
    return None


def _like(word: str, compound: str) -> str:
    """A compound with the capitals of a word that lacks its hyphens."""
    signs = iter(word)
    return "".join(sign if sign in "-\u2010\u2011" else next(signs) for sign in compound)
