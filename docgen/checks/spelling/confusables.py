"""Words that are taken for one another, each with the company by which it is known to be the wrong one.

A row of `lists/confusables.<language>.tsv` has what is written, what was meant, and regular expressions for the words
right before and right behind, either of which may be missing; then one for words that may not be among the three before
it (with `anywhere:` nowhere before it in its sentence), and what must be so of the report: `own`, that it also has the
word that was meant, or `formal`, that it has no contractions outside quotations. `possible` there marks a row whose
words may as well be right, which is for those who ask for it only. `{DET}` and its like stand for the
classes of `lists/word-classes.<language>.tsv`. What is written may be several words, or the last part of a compound
(`-lead`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from docgen.checks.lists import table
from docgen.checks.text.edges import first_letters, last_letters, never_first
from docgen.checks.text.passage import Mark, Passage, Place, Stretch, Word
from docgen.expressions import regex
from docgen.records import dataclass

_BEFORE, _BEHIND = 60, 80
"""How many letters of the surroundings are looked at."""

_CLOSING, _OPENING = tuple(")”'\""), ' \n(“‘"'

_WORD = regex(r"\w+")
_WORD_GOES_ON = regex(r"[^\W_]|-\w")

_CONTRACTION = regex(r"\w(?:n't|'(?:re|ve|ll|m|d))$|^(?:he|she|who|that|there|what|here|where|let)'s$")

ANYWHERE = "anywhere:"
_NEAR = regex(r"(?:\S+\s+){0,3}$")

_SKIPPED = Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED

_MENTION = 4
"""Fewer words in quotation marks are rather spoken of than spoken."""

_OPENS = regex(r"[“‘«\"]([^“‘«\"]*)$")
_CLOSES = regex(r"([^”»\"]*?)(?:[”»\"]|’(?!\w))")
_SIC = regex(r"[”’\"']?\s*[\[(]sic[\])]")


@dataclass(frozen=True, slots=True)
class Confusable:
    """What is written for what, small letters throughout; the others are as in the table, or empty."""

    written: str
    meant: str
    before: str
    behind: str
    unless: str
    only: frozenset[str]

    @property
    def is_possible(self) -> bool:
        """Whether what is written may as well be right."""
        return "possible" in self.only

    def stands_at(self, word: Word, small: str) -> bool:
        """Whether it stands where a word stands in a passage that is `small` in small letters."""
        start, end = self.reach(word)
        if not small.startswith(self.written.removeprefix("-"), start):
            return False
        behind = small[end : end + _BEHIND]
        if not _may_go_on(self.behind, behind):
            return False
        before = small[max(0, start - _BEFORE) : start]
        if not _may_lead_up(self.before, before) or _WORD_GOES_ON.match(behind):
            return False
        if self.behind and not _beginning(self.behind).match(behind):
            return False  # asked first, because it is sooner said
        if self.before and not _ending(self.before).search(before):
            return False
        return not self.unless or not self._is_forbidden(small[_sentence_start(word) : start])

    def _is_forbidden(self, before: str) -> bool:
        """Whether what stands before it in its sentence has a word that makes it right."""
        near = _NEAR.search(before)
        if not self.unless.startswith(ANYWHERE) and near is not None:
            before = near[0]
        return _one_of(self.unless.removeprefix(ANYWHERE)).search(before) is not None

    def reach(self, word: Word) -> tuple[int, int]:
        """From where to where it reaches, if it is found by this word."""
        if self.written.startswith("-"):
            return word.end - len(self.written) + 1, word.end
        return word.start, word.start + len(self.written)

    def can_be_in(self, words: frozenset[str]) -> bool:
        """Whether a report with these words, those outside quotations, is one that the row is for."""
        if "own" in self.only and words.isdisjoint((self.meant, f"{self.meant}s", re.sub("y$", "ies", self.meant))):
            return False
        return "formal" not in self.only or not any("'" in word and _CONTRACTION.search(word) for word in words)


@cache
def confusables(language: str) -> Mapping[str, tuple[Confusable, ...]]:
    """The confusable words of a language by their first words, or by `-` and the last part of a compound."""
    found: dict[str, list[Confusable]] = defaultdict(list)
    for row in table(f"confusables.{language.split('-')[0]}"):
        written, meant, before, behind, unless, only = (*row, "", "", "", "")[:6]
        first = written if written.startswith("-") else written.split()[0]
        conditions = frozenset(only.split())
        found[first].append(Confusable(written, meant.removeprefix("-"), before, behind, unless, conditions))
    return {first: tuple(rows) for first, rows in found.items()}


def confused(passages: Sequence[Passage], *, possible: bool = False) -> Iterator[tuple[Stretch, str]]:
    """What in the passages of a report was meant to be something else, and what; also what only may have been."""
    own: frozenset[str] | None = None
    for passage in passages:
        for word, rows in _candidates(passage):
            if own is None and any(row.only for row in rows):
                own = frozenset(
                    one.lower for every in passages for one in every.words if not one.marks & (_SKIPPED | Mark.QUOTED)
                )
            likely = (row for row in rows if possible or not row.is_possible)
            row = next((row for row in likely if not row.only or row.can_be_in(own or frozenset())), None)
            if row is not None:
                yield Stretch(passage, *row.reach(word)), row.meant


def _candidates(passage: Passage) -> Iterator[tuple[Word, tuple[Confusable, ...]]]:
    """The words of a passage that stand where rows say that they are wrong, and these rows."""
    rows, small = confusables(passage.language), passage.small
    if not rows or passage.place is Place.QUOTE:
        return
    for word in [word for word in passage.words if word.lower in rows or "-" in word.value]:
        lower, start, end = word.lower, word.start, word.end
        found = rows[lower] if lower in rows and _is_likely(passage.language, lower, small, start, end) else ()
        if "-" in lower:
            found = (*found, *rows.get("-" + lower.rpartition("-")[2], ()))
        if not found or (word.is_capitals and not passage.value.isupper()):
            continue  # CITES is not cites
        matches = tuple(row for row in found if row.stands_at(word, small))
        if matches and not word.marks & _SKIPPED and not _is_anothers(word):
            yield word, matches


def _is_likely(language: str, first: str, small: str, start: int, end: int) -> bool:
    """Whether one of the rows of a first word may be meant, by the letters around it: most often none is."""
    behind, before = _around(language, first)
    if small.startswith(behind, _onward(small, end)):
        return True
    return bool(before) and small[max(0, start - _BEFORE) : start].rstrip(_OPENING).endswith(before)


@cache
def _around(language: str, first: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the rows of a first word can go on with; of those that go on with anything, what can lead up to them."""
    behind: list[str] = []
    before: list[str] = []
    for row in confusables(language)[first]:
        further = row.written.partition(" ")[2]
        onward = (further,) if further else _first_letters(row.behind)
        if "" in onward:
            before += _last_letters(row.before)
        else:
            behind += onward
    return tuple(behind), tuple(before)


def _is_anothers(word: Word) -> bool:
    """Whether a word is the one that somebody wrote: in so short a quotation, or before *[sic]*."""
    if _SIC.match(word.after[:10]):
        return True
    opens, closes = _OPENS.search(word.before), _CLOSES.match(word.after)
    if not word.marks & Mark.QUOTED or opens is None or closes is None:
        return False
    return len((*opens[1].split(), word, *closes[1].split())) < _MENTION


def _sentence_start(word: Word) -> int:
    return max((one.start for one in word.passage.sentences if one.start <= word.start), default=0)


def _may_go_on(written: str, rest: str) -> bool:
    """Whether what stands behind begins with the letters of what a row says, and with no word that it rules out."""
    at = _onward(rest, 0)
    if not rest.startswith(_first_letters(written), at):
        return False
    never = _never_first(written)
    word = _WORD.match(rest, at) if never else None
    return word is None or word[0] not in never


def _onward(text: str, end: int) -> int:
    """Where text goes on behind a word, a closing mark and a blank."""
    at = end + 1 if text.startswith(_CLOSING, end) else end
    return at + 1 if text.startswith(" ", at) else at


def _may_lead_up(written: str, text: str) -> bool:
    """Whether what stands before ends with the letters of what a row says."""
    return text.rstrip(_OPENING).endswith(_last_letters(written))


@cache
def _first_letters(written: str) -> tuple[str, ...]:
    return first_letters(_expanded(written)) if written else ("",)


@cache
def _never_first(written: str) -> frozenset[str]:
    return never_first(_expanded(written))


@cache
def _last_letters(written: str) -> tuple[str, ...]:
    if not written or written.endswith("$"):
        return ("",)
    return tuple(letters.rstrip(_OPENING) for letters in last_letters(_expanded(written)))


@cache  # an expression takes longer to build than a report to search, and few of the table are ever asked for
def _ending(written: str) -> re.Pattern[str]:
    if written.endswith("$"):
        return re.compile(written)
    return re.compile(rf"(?:^|(?<=\W))(?:{_expanded(written)})[ (“‘\"]+$")


@cache
def _beginning(written: str) -> re.Pattern[str]:
    return re.compile(rf"[)”'\"]?(?:(?= ) |(?=[.,;:?!]))(?:{_expanded(written)})(?!\w|[-/]\w)")


@cache
def _one_of(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_expanded(written)})(?!\w)")


@cache
def _expanded(written: str) -> str:
    for name, words in table("word-classes.en"):
        written = written.replace(name, words)
    return re.sub(r"(?<!\[)\\w(?=$|[|)])", r"[\\w'-]+", written)
