"""The forms in which a report writes one compound: with a hyphen, in one word, or in two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from enum import Enum
from functools import cache, lru_cache
from operator import add

from docgen.checks.lists import words
from docgen.checks.subject import Subject
from docgen.checks.text.concordance import Concordance
from docgen.checks.text.passage import Mark, Passage, Place, Stretch, Word
from docgen.expressions import regex
from docgen.records import dataclass

KEPT = Mark.QUOTED | Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED
"""What is written as others wrote it."""

LEFT_ALONE = frozenset({Place.QUOTE, Place.DECLARED, Place.BYLINE, Place.LABEL})

PREFIXES = (
    *("anti", "bio", "co", "counter", "cyber", "eco", "inter", "intra", "macro", "mega", "micro", "mini", "multi"),
    *("non", "over", "post", "pre", "pro", "socio", "sub", "supra", "trans", "ultra", "under"),
)
"""Prefixes with which a whole family of words is written: who has *co-operate* has no *cooperation*."""

OTHERS = frozenset(
    {"coop", "preposition", "prescience", "recover", "recovered", "recovery", "recreate", "recreation", "reform"}
    | {"reformed", "release", "relay", "remark", "represent", "resent", "resign", "resigned", "resort", "retreat"}
    | {"unionized", "unionised", "prefix"}
)
"""Words that mean something else with a hyphen (*re-form*)."""

_HYPHEN = regex("[-\u2010\u2011]")
_ENDING = regex(r"(?:'s|(?<=[^s])s'?)$")


LONG_ENOUGH = 4
"""How many letters each of two words has that are one word elsewhere, for them to mean the same."""


class Shape(Enum):
    """How the parts of a compound stand together."""

    CLOSED = "in one word"
    HYPHEN = "with a hyphen"
    OPEN = "in two words"


@dataclass(frozen=True, slots=True)
class Form:
    """A compound in one place: its first part has `meet` letters; `is_noun` says that no noun follows it."""

    stretch: Stretch
    shape: Shape
    meet: int
    is_noun: bool = False

    def written(self, shape: Shape, meet: int) -> str:
        """The same letters in another shape; `meet` is where its parts meet."""
        value = self.stretch.value
        letters = re.sub(r"[\s\u2010\u2011-]", "", value)
        first, last = letters[:meet], letters[meet:]
        if shape is Shape.CLOSED:
            return first + (last if value.isupper() else last.lower())
        return first + ("-" if shape is Shape.HYPHEN else " ") + last


def compounds(subject: Subject) -> dict[str, list[Form]]:
    """The compounds that the report writes in more than one shape, by what they have in common, in order."""
    passages = [one for one in subject.passages if one.place not in LEFT_ALONE and one.language == subject.language]
    own, concordance = set(passages), subject.concordance
    hyphenated = concordance.hyphenated
    found: dict[str, list[Form]] = defaultdict(list)
    for word in concordance.of(*hyphenated):
        form = _with_hyphen(word) if word.passage in own else None
        if form is not None:
            found[key(word.lower, form.meet)].append(form)
    closed = Closed(concordance, own)
    _add_closed(found, closed)
    of_two = (lower for lower in concordance.lower if len(lower) > 2 * LONG_ENOUGH - 2)
    targets = {
        form
        for letters in (*found, *of_two)
        for form in (letters, f"{letters}s", f"{letters}'s", letters.removesuffix("s"))
    }
    for passage in passages:
        for form in _open(passage, found, closed, targets):
            found[key(form.stretch.value.lower(), form.meet)].append(form)
    return {common: forms for common, forms in found.items() if len({form.shape for form in forms}) > 1}


class Closed:
    """The words of some passages that are written in one, of five letters at least."""

    def __init__(self, concordance: Concordance, own: Collection[Passage]) -> None:
        self._concordance = concordance
        self._own = own
        self._hyphenated = frozenset(concordance.hyphenated)

    def beginning(self, letters: Collection[str], prefixes: tuple[str, ...]) -> list[str]:
        """Those of some words that there are, and those with one of the prefixes, in small letters, in order."""
        there = self._concordance.lower
        return [one for one in there if (one in letters or one.startswith(prefixes)) and self.places(one)]

    def places(self, lower: str) -> list[Word]:
        """Where one stands, given in small letters."""
        if len(lower) < 5 or lower in self._hyphenated:
            return []
        return [word for word in self._concordance.lower.get(lower, ()) if word.passage in self._own]


@lru_cache(maxsize=20_000)
def key(written: str, meet: int) -> str:
    """What the forms of one compound have in common: its letters; those of a family, behind a prefix."""
    letters = _ENDING.sub("", re.sub(r"[\s\u2010\u2011-]", "", written.replace("’", "'")))
    return letters[: meet + 6] if letters[:meet] in PREFIXES else letters


def _with_hyphen(word: Word) -> Form | None:
    """A compound of two parts; none of figures and single letters, but for *e-mail*."""
    first, *rest = _HYPHEN.split(word.lower)
    if len(rest) != 1 or len(rest[0]) < 3 or not first.isalpha() or not rest[0].replace("'", "").isalpha():
        return None
    if len(first) < 2 and first != "e":
        return None
    return Form(word, Shape.HYPHEN, len(first), is_noun(word))


def _add_closed(found: dict[str, list[Form]], closed: Closed) -> None:
    """What stands with a hyphen elsewhere, written in one word."""
    meets = {common: forms[0].meet for common, forms in found.items()}
    families = {common[: meets[common]] for common in meets if common[: meets[common]] in PREFIXES}
    prefixes = tuple(sorted(families))
    letters_of = {common + ending for common in meets for ending in ("", "s", "s'", "'s")}
    for lower in closed.beginning(letters_of, prefixes):
        candidates = [(lower, 0)]
        if prefixes and lower.startswith(prefixes):
            candidates += [(lower, len(one)) for one in prefixes if lower.startswith(one)]
        for letters, meet in candidates:
            common = key(letters, meet)
            if common in meets and common not in OTHERS and lower not in OTHERS:
                found[common] += [Form(word, Shape.CLOSED, meets[common]) for word in closed.places(lower)]
                break


def _open(passage: Passage, found: dict[str, list[Form]], closed: Closed, targets: Collection[str]) -> Iterator[Form]:
    """Two words that stand with a hyphen, or in one word, elsewhere; `targets` are the letters they may have."""
    never = words("never-open", "en")
    lowers = [word.lower for word in passage.words]
    for at, letters in enumerate(map(add, lowers, lowers[1:])):
        if letters not in targets:
            continue
        first, second = passage.words[at : at + 2]
        common = _ENDING.sub("", letters)
        of_hyphen = common in found and any(form.shape is Shape.HYPHEN for form in found[common])
        is_long = len(first.value) >= LONG_ENOUGH <= len(second.value)
        of_closed = not of_hyphen and is_long and _is_closed(letters, common, closed)
        if not (of_hyphen or of_closed) or first.lower in never or second.lower in never:
            continue
        if passage.value[first.end : second.start] != " ":
            continue
        if of_closed:
            known = [word for form in (letters, common, f"{common}s") for word in closed.places(form)]
            if common not in found:
                found[common] = [Form(word, Shape.CLOSED, len(first.value)) for word in known]
        yield Form(first.to(second), Shape.OPEN, len(first.value), is_noun(second))


def _is_closed(letters: str, common: str, closed: Closed) -> bool:
    return any(closed.places(form) for form in (letters, common, f"{common}s"))


def is_noun(word: Word) -> bool:
    """Whether a compound that ends here stands for itself: what follows is no word that it could belong to."""
    following = _following(word)
    return following is None or following in words("function-words", "en")


def _following(word: Word) -> str | None:
    found = _NEXT.match(word.passage.value, word.end)
    return found[1].lower() if found else None


_NEXT = regex(r" ([^\W\d_]+)")


def is_in_name(stretch: Stretch, subject: Subject) -> bool:
    """Whether words belong to a name: a declared one, or any that has capitals inside a sentence.

    In a heading, where words have capitals anyway, those do that stand at a noun of names (*Treaty*, *Institute*).
    """
    if subject.names.covering(stretch) is not None:
        return True
    passage = stretch.passage
    if not stretch.value[0].isupper():
        return False
    if passage.is_prose:
        if all(one.start != stretch.start for one in passage.sentences):
            return True
        return bool(re.match(r" [A-Z]", stretch.after))
    return at_head_of_name(stretch)


def at_head_of_name(stretch: Stretch) -> bool:
    """Whether words stand before or behind a noun of names, with at most *on the* or *of* between."""
    after, before = _HEAD_AFTER.match(stretch.after), _HEAD_BEFORE.search(stretch.before)
    return any(found is not None and found[1].lower() in _heads() for found in (after, before))


_HEAD_AFTER = regex(r" (?:[A-Z][\w-]* )?([A-Z][\w-]*)")
_HEAD_BEFORE = regex(r"([A-Z]\w*) (?:on|of|for|against|sur) (?:the )?$", re.IGNORECASE)


@cache
def _heads() -> frozenset[str]:
    return words("name-heads", "en")


def has_participle(form: Form) -> bool:
    """Whether a compound ends in a participle in -ed, which takes its hyphen before a noun only."""
    return form.stretch.value.lower().endswith("ed")
