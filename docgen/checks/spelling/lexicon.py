"""What is a word in a report: what its dictionary has, what is declared, and what is made of such by rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import field
from functools import cache, lru_cache

from docgen.checks.lists import ordered, words
from docgen.checks.settling.vocabulary import Vocabulary
from docgen.checks.spelling.dictionary import Dictionary
from docgen.checks.spelling.locales import shared
from docgen.expressions import regex
from docgen.records import dataclass

_POSSESSIVE = regex(r"(?:'s|(?<=s)')$", re.IGNORECASE)
_HYPHEN = regex("[-\u2010\u2011]")
_PARTS = regex(r"[^-\u2010\u2011]+")
_ARTICLE = regex(r"^(?:d|l|(?:d|n|s)?ell|all|dall)'(?=\w)", re.IGNORECASE)
"""What stands before a word of a French or Italian name without its vowel."""
_ELIDED = regex(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w)", re.IGNORECASE)

# What English puts before and behind a word of its own, written as one with it: Chicago Manual of Style, 17th ed., 7.89
# (hyphenation guide, section 4).
_PREFIX = regex(
    r"(?:(?:anti|bio|counter|cyber|eco|geo|hydro|hyper|infra|inter|intra|macro|mega|meta|micro|mini|multi|neuro|non|over"
    r"|para|photo|post|proto|pseudo|semi|socio|sub|super|supra|tele|trans|ultra|under)(?=.{4})|(?:dis|mis)(?=.{5}))"
)
_SHORT_PREFIX = regex(r"(?:co|de|pre|re|un)(?=.{5})")
_LONG = 7
"""From how many letters on a word behind such a prefix is no accident."""
_SUFFIX = regex(r"(?<=[^y]{4})(?:ful|less|like|ness|ship|wide|i[sz](?:e[drs]?|es|ing|able|ations?|ms?|ts?))$")

_GROUND = regex(r"(?<=[^\W_]{3})lands?$")
"""What makes kinds of ground of other words: *heathland*."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words that are right in a report.

    `names` are the words of declared names and of those that the text introduces itself. Without a dictionary every
    word is right, because nobody can say otherwise.
    """

    language: str
    dictionary: Dictionary | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    names: frozenset[str] = frozenset()
    _unknown: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, init=False, repr=False)
    """What several rules ask of the same words."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, as it stands in a text, is right: as a whole, or in all its parts."""
        return isinstance(word, str) and not self.unknown(word)

    def unknown(self, word: str) -> tuple[tuple[int, int], ...]:
        """Where in a word the parts stand that nobody knows; nowhere, if it is right as a whole."""
        if word not in self._unknown:
            self._unknown[word] = self._judged(word)
        return self._unknown[word]

    def _judged(self, word: str) -> tuple[tuple[int, int], ...]:
        if self.dictionary is None or self.has(word):
            return ()
        parts = [found.span() for found in _PARTS.finditer(word)]
        if len(parts) > 1 and self.language.split("-")[0] == "en":
            if self.has(_HYPHEN.sub("", word)):
                return ()
            parts = [(start, end) for start, end in parts if not _is_form(word[start:end], end < len(word))]
        return tuple((start, end) for start, end in parts if end - start > 1 and not self.has(word[start:end]))

    def has(self, word: str) -> bool:
        """Whether a word is right as it stands."""
        plain = word.replace("’", "'")
        if self.dictionary is None or self.dictionary.knows(plain):  # nearly always, and soon said
            return True
        bare = _POSSESSIVE.sub("", plain)
        if word in self.vocabulary or bare in self.names or (bare.isupper() and bare.casefold() in self._folded):
            return True
        if _ARTICLE.sub("", bare) in _without_articles(self.names):
            return True
        return any(self._is_formed(form) for form in dict.fromkeys((plain, bare)))

    @property
    def _folded(self) -> frozenset[str]:
        return _folded(self.names)

    def _is_formed(self, word: str) -> bool:
        """Whether the dictionary has a word, or one that it is made of by rule."""
        if self._is_listed(word):
            return True
        if not word.isascii() and word.islower() and self._is_listed(_without_accents(word)):
            return True
        if self.language.split("-")[0] == "en":
            return is_derived(word.lower(), self._is_listed) and not _is_near_common(word.lower())
        return bool(_ELIDED.match(word)) and self._is_listed(_ELIDED.sub("", word))

    def _is_listed(self, word: str) -> bool:
        if self.dictionary is None or self.dictionary.knows(word):
            return True
        lower = word.lower()
        if self.language.split("-")[0] == "en":
            forms = (lower, f"{lower}s", lower.removesuffix("s"))
            if word in words("places", "en") or _is_language(word) or any(map(_is_newer, forms)):
                return True
            if self._is_named_after(word):
                return True
        return self.language.startswith("en-") and (self._is_oxford(lower) or lower in shared())

    def _is_named_after(self, word: str) -> bool:
        """Whether it is a word that was a name, in small letters: *utopian*; not one of a country or a people."""
        capital = word[:1].upper() + word[1:]
        known = len(word) > 5 and word.islower() and capital not in words("places", "en")
        return known and self.dictionary is not None and self.dictionary.knows(capital)

    def _is_oxford(self, word: str) -> bool:
        """Whether it is British with the *-ize* of Oxford and the United Nations; the dictionary has *-ise*."""
        if self.language == "en-US" or self.dictionary is None or "iz" not in word:
            return False
        return self.dictionary.knows(word.replace("iz", "is"))


def is_derived(word: str, is_listed: Callable[[str], bool]) -> bool:
    """Whether an English word is made of a listed one with a living prefix or suffix, or with both."""
    prefix, suffix = _PREFIX.match(word), _SUFFIX.search(word)
    stems = [word[prefix.end() :]] if prefix else []
    if suffix is not None:
        stems += [stem[: -len(suffix.group())] for stem in (word, *stems)]
        stems += [f"{stem}e" for stem in stems if suffix.group().startswith("i")]
    short = _SHORT_PREFIX.match(word)  # too like a slip at the beginning of another word, unless the rest is common
    rest = word[short.end() :] if short else ""
    if _is_common(rest):
        return True
    ground = _GROUND.sub("", word)
    if ground != word and (_is_common(ground) or is_listed(ground)):
        return True
    if len(rest) >= _LONG and is_listed(rest):
        return True
    return any(len(stem) > 3 and is_listed(stem) for stem in stems)


def new_nouns(terms: Iterable[str], bodies: Iterable[str], dictionary: Dictionary | None) -> frozenset[str]:
    """What terms and the names of bodies show to be words, though a dictionary has them not, in the plural, too.

    Of the words of names, those that are two common words in one, in small letters; of terms every word.
    """
    if dictionary is None:
        return frozenset()
    own = {word for word in terms if not dictionary.knows(word)}
    own |= {lower for word in bodies if not dictionary.knows(word) and _is_closed(lower := word.lower())}
    own |= {form for noun in own if len(noun) > 3 for form in (f"{noun}s", noun.removesuffix("s"))}
    return frozenset(own | {noun.capitalize() for noun in own if noun.islower()})


def _is_closed(word: str) -> bool:
    """Whether it is two common words in one."""
    return any(_are_common(word[:at], word[at:]) for at in range(3, len(word) - 2))


def _are_common(first: str, last: str) -> bool:
    return _is_common(first) and (_is_common(last) or _is_common(last.removesuffix("s")))


def _is_common(word: str) -> bool:
    return word in words("commonest-words", "en") or word in words("common-words", "en")


@lru_cache(maxsize=20_000)
def _is_near_common(word: str) -> bool:
    """Whether it is one slip from a common word, which is likelier than that somebody made it: *coimmunities*."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) - 1)]
    forms = {head + tail[1:] for head, tail in cuts} | {head + tail[1::-1] + tail[2:] for head, tail in cuts}
    for letter in "abcdefghijklmnopqrstuvwxyz":
        forms |= {f"{head}{letter}{tail}" for head, tail in cuts}
        forms |= {f"{head}{letter}{tail[1:]}" for head, tail in cuts}
    return any(_is_common(form) for form in forms - {word})


def _is_form(part: str, goes_on: bool) -> bool:
    """Whether a part of an English compound stands in compounds only, as all in *-o* before a hyphen: *anarcho-*."""
    return part.lower() in words("combining-forms", "en") or (goes_on and len(part) > 3 and part.endswith("o"))


def _is_newer(word: str) -> bool:
    """Whether it is an English word that is newer than the dictionaries, or too rare for them."""
    named = ("newer-words", "meeting-words", "foreign-words")
    return any(word in words(name, "en") for name in named) or word in ordered("rare-words", "en")


def _is_language(word: str) -> bool:
    """Whether it is the name of a language, or that of those who speak it: *Sorbian*, *Tuaregs*."""
    listed = words("languages", "en")
    return word in listed or word.removesuffix("s") in listed


@cache
def _without_articles(names: frozenset[str]) -> frozenset[str]:
    """The words of names without the article that some have: of *Maison d’histoire* also *histoire*."""
    return frozenset(_ARTICLE.sub("", name.replace("’", "'")) for name in names)


@cache
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
