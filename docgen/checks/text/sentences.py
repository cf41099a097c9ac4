"""Where sentences end."""

from __future__ import annotations

from functools import cache

from docgen.checks.lists import table, words
from docgen.expressions import regex

_END = regex(r"[.!?…][.!?…]*[”’\"')\]»]*(?=\s+[“‘\"'(\[«¿¡]*[^\W_a-zà-öø-ÿ])")
_LAST_WORD = regex(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")


def sentence_ends(text: str, language: str) -> tuple[int, ...]:
    """The offsets at which the sentences of a text end, the last at its end.

    A full stop ends none behind an abbreviation or a single capital letter, an
    initial as a rule; nor does a mark that a small letter follows.
    """
    ends = [found.end() for found in _END.finditer(text) if not _abbreviates(text, found.start(), language)]
    return (*ends, len(text)) if text else ()


def _abbreviates(text: str, at: int, language: str) -> bool:
    """Whether the mark at an offset belongs to the word before it."""
    if text[at] != "." or text[at : at + 2] == "..":
        return False
    word = _LAST_WORD.search(text, max(0, at - 20, text.rfind(" ", 0, at)), at + 1)
    if word is None:
        return False
    return (len(word[1]) == 1 and word[1].isupper()) or word[1].lower() in abbreviations(language)


@cache
def abbreviations(language: str) -> frozenset[str]:
    """What a full stop shortens without ending a sentence, in small letters: a list, and titles (*Lt. Gen.*)."""
    titles = (form for tag, _, *forms in table("honorifics") if language.startswith(tag) for form in forms)
    short = (word for form in titles for word in form.replace(",", "").split() if word.endswith("."))
    return words("abbreviations", language) | {word[:-1].lower() for word in short}
