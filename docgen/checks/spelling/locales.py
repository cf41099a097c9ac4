"""British and American spelling: which word is which, and what the other calls it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from docgen.checks.lists import table

OXFORD = "oxford"
SHARED = "shared"


@cache
def american() -> Mapping[str, str]:
    """American spellings by the British ones, in small letters."""
    return {british: american for british, american, *_ in table("british-american")}


@cache
def british() -> Mapping[str, str]:
    """British spellings by those that are American only."""
    return {american: british for british, american, *mark in table("british-american") if not mark}


@cache
def shared() -> frozenset[str]:
    """American spellings that are right in British English, too: *judgment*, in law."""
    return frozenset(american for _, american, *mark in table("british-american") if mark == [SHARED])


@cache
def oxford() -> Mapping[str, str]:
    """The *-ise* of some British publishers by the *-ize* that Oxford, UN style and Americans have."""
    return {american: british for british, american, *mark in table("british-american") if mark == [OXFORD]}


def other_spellings(language: str) -> Mapping[str, str]:
    """The words of the other English, and what they are in the language of the report."""
    if language == "en-US":
        return american()
    return british() if language.startswith("en-") else {}


def is_of_other_english(lower: str, language: str) -> bool:
    """Whether a word, or what a possessive is made of, is right in the other English only."""
    return lower.removesuffix("'s") in other_spellings(language)
