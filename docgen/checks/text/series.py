"""Series of three and more: *organs, organizations and bodies*, with and without a comma before the conjunction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.text.passage import Mark, Passage, Place, Stretch, Word
from docgen.expressions import regex
from docgen.records import dataclass

_LAST = regex(r"(?P<comma>,?) (?:and|or) ")
_SERIAL = regex(r", (?:[\w’'-]+ ){0,5}?[\w’'-]+, (?:and|or) [\w’'-]+")
_CLAUSE = regex(r"[.;:!?()\[\]—–]| (?:that|which|who|whom|where|when|because|but|so) |, ")
_PLAIN = regex(r"[\w’' -]+")
_ABSTRACT = regex(r"[a-z]{3,}(?:[ts]ion|ment|ity|ness|ance|ence|ship|ism|cy|[gmr]y|ics|ure|age|dom|hood)")
_ADJECTIVE = regex(r"[a-z-]{3,}(?:al|ar|ic|ive|ous|[ai]ble|ary|ful|less)")

LONGEST = 2
"""How many words an item of a series has at most, to be taken for one."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series: its last two items with the conjunction between; `gap` is where its last comma is or could be."""

    at: Stretch
    gap: int
    is_serial: bool


def commas_in(passage: Passage) -> int:
    """How many series seem to have a comma before their conjunction; clauses may be among them."""
    return (
        0
        if passage.place is Place.QUOTE or ", " not in passage.value
        else sum(1 for _ in _SERIAL.finditer(passage.value))
    )


def series_in(passage: Passage) -> Iterator[Series]:
    """The series of a passage that can hardly be anything else: names of equal length, or plurals, three at least.

    What begins a sentence before its first comma (*In Geneva, delegates and experts*) is no item.
    """
    if "," not in passage.value or passage.place is Place.QUOTE:
        return
    for found in passage.matches_from(_LAST, ", and ", ", or ", " and ", " or "):
        series = _series(passage, found)
        if series is None or passage.marks_at(found.start()) & (Mark.QUOTED | Mark.FOREIGN):
            continue
        before = passage.value[: found.start()]
        if before.rfind("[") <= before.rfind("]"):
            yield series


def _series(passage: Passage, found: re.Match[str]) -> Series | None:
    comma = passage.value.rfind(", ", 0, found.start())
    if comma < 0 or not _PLAIN.fullmatch(passage.value, comma + 2, found.start()):
        return None
    middle = passage.words_between(comma, found.start())
    if not middle or len(middle) > LONGEST:
        return None
    last = passage.words_between(found.end(), len(passage.value))[:LONGEST]
    if not last or last[0].start != found.end():
        return None
    first = passage.words_between(_clause_start(passage.value, comma), comma)
    if not first or first[-1].end != comma or first[0].lower in words("openers", "en"):
        return None
    if middle[0].lower in words("openers", "en"):
        return None  # "as ledgers and letters have" is no item
    if any(word.lower in words("no-items", "en") for word in (first[-1], *middle, last[0])):
        return None
    start = _clause_start(passage.value, comma)
    if (
        not _are_names(first, middle, found.end(), passage)
        and not _are_plurals(first, middle, last)
        and not _are_adjectives(first[-1], middle, last[0])
        and not _are_nouns(first, middle, last, passage.value[max(start - 2, 0) : start] == ", ")
    ):
        return None
    return Series(middle[0].to(last[0]), found.start(), bool(found["comma"]))


def _clause_start(value: str, comma: int) -> int:
    """Where the words begin of which the last may be the first item."""
    start = 0
    for found in _CLAUSE.finditer(value, 0, comma):
        start = found.end()
    return start


def _are_names(first: tuple[Word, ...], middle: tuple[Word, ...], end: int, passage: Passage) -> bool:
    """Whether three groups are names of equally many words, and the first is not the place or title before a name."""
    count = len(middle)
    if not all(word.is_capitalised for word in (*middle, *first[-count:])) or len(first) < count + 2:
        return False
    before = first[-count - 1]
    if before.is_capitalised or before.lower in ("the", "of", "in", "at", "near", "born", "quoted"):
        return False
    last = passage.words_between(end, len(passage.value))[: count + 1]
    return [word.is_capitalised for word in last[:count]] == [True] * count and not (
        len(last) > count
        and last[count].is_capitalised
        and passage.value[last[count - 1].end : last[count].start] == " "
    )


def _are_plurals(first: tuple[Word, ...], middle: tuple[Word, ...], last: tuple[Word, ...]) -> bool:
    """Whether each of three groups ends in a plural, and none begins with a participle, as a clause may."""
    if len(first) < 4 or any(re.search(r"(?:ing|ed|ly)$", word.lower) for word in (middle[0], last[0])):
        return False
    head = next((word for word in last if _is_plural(word)), last[0])
    ends = (first[-1], middle[-1], head)
    return all(_is_plural(word) for word in ends) and len({word.lower for word in ends}) == len(ends)


def _are_nouns(first: tuple[Word, ...], middle: tuple[Word, ...], last: tuple[Word, ...], is_item: bool) -> bool:
    """Whether each of three groups ends in a noun; the first is an item (another stands before it), or no apposition.

    *Two subjects, education and health* and *the main subject, education and health* are no series.
    """
    if len(first) > LONGEST if is_item else len(first) < 2:
        return False
    if any(re.search(r"(?:ing|ed|ly)$", word.lower) for word in (middle[0], last[0])):
        return False
    head = next((word for word in last if _is_noun(word)), last[0])
    ends = (first[-1], middle[-1], head)
    if not all(_is_noun(word) for word in ends) or len({word.lower for word in ends}) < len(ends):
        return False
    determiners = words("determiners", "en")
    if any(word.lower in ("two", "both", "pair") for word in first):
        return False
    own = middle[0].lower in determiners
    return is_item or own == any(word.lower in determiners for word in first[-3:-1])


def _is_noun(word: Word) -> bool:
    """Whether a word is a plural, ends as abstract nouns do, or is a noun of meetings."""
    is_listed = word.value in words("nouns-of-meetings", "en") or word.value in words("count-nouns", "en")
    return is_listed or _is_plural(word) or bool(_ABSTRACT.fullmatch(word.value))


def _are_adjectives(first: Word, middle: tuple[Word, ...], last: Word) -> bool:
    """Whether three single words end as adjectives do, of which none can begin a clause or stand in apposition."""
    return len(middle) == 1 and all(_ADJECTIVE.fullmatch(word.value) for word in (first, middle[0], last))


def _is_plural(word: Word) -> bool:
    return word.value.islower() and len(word.value) > 3 and bool(re.search(r"[^sui]s$", word.value))
