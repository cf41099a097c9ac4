"""Words that are taken for one another, each with the company by which it is known to be the wrong one.

A row of `lists/confusables.<language>.tsv` has what is written, what was meant, and regular expressions for the words
right before and right behind, either of which may be missing. `{DET}` stands for articles and the like. What is written
may be several words, or the last part of a compound (`-lead`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from docgen.checks.lists import table
from docgen.checks.text.passage import Mark, Passage, Place, Stretch, Word

_CLASSES = {
    "{DET}": "(?:the|an?|this|that|these|those|its|their|his|her|our|my|your"
    "|any|no|some|each|every|another|such|all|both)"
}
_BEFORE, _BEHIND = 60, 80
"""How many letters of the surroundings are looked at."""


@dataclass(frozen=True, slots=True)
class Confusable:
    """What is written for what, small letters throughout; `before` and `behind` are as in the table, or empty."""

    written: str
    meant: str
    before: str
    behind: str

    def stands_at(self, word: Word, small: str) -> bool:
        """Whether it stands where a word stands in a passage that is `small` in small letters."""
        start, end = self.reach(word)
        if small[start:end] != self.written.removeprefix("-") or small[end : end + 1].isalnum():
            return False
        if self.behind and not _beginning(self.behind).match(small[end : end + _BEHIND]):
            return False  # asked first, because it is sooner said
        return not self.before or _ending(self.before).search(small[max(0, start - _BEFORE) : start]) is not None

    def reach(self, word: Word) -> tuple[int, int]:
        """From where to where it reaches, if it is found by this word."""
        if self.written.startswith("-"):
            return word.end - len(self.written) + 1, word.end
        return word.start, word.start + len(self.written)


@cache
def confusables(language: str) -> Mapping[str, tuple[Confusable, ...]]:
    """The confusable words of a language by their first words, or by `-` and the last part of a compound."""
    found: dict[str, list[Confusable]] = defaultdict(list)
    for row in table(f"confusables.{language.split('-')[0]}"):
        written, meant, before, behind = (*row, "", "")[:4]
        first = written if written.startswith("-") else written.split()[0]
        found[first].append(Confusable(written, meant.removeprefix("-"), before, behind))
    return {first: tuple(rows) for first, rows in found.items()}


def confused(passage: Passage) -> Iterator[tuple[Stretch, str]]:
    """What in a passage was meant to be something else, and what."""
    rows = confusables(passage.language)
    if not rows or passage.place is Place.QUOTE:
        return
    small = ""
    for word in passage.words:
        lower = word.lower
        found = rows.get(lower, ())
        if "-" in lower:
            found = (*found, *rows.get("-" + lower.rpartition("-")[2], ()))
        if not found:
            continue
        small = small or _small(passage.value)
        match = next((row for row in found if row.stands_at(word, small)), None)
        if match is not None and not word.marks & (Mark.QUOTED | Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED):
            yield Stretch(passage, *match.reach(word)), match.meant


def _small(value: str) -> str:
    """A text in small letters and with the typewriter's apostrophe, as long as it was: a small İ has two signs."""
    value = value.replace("’", "'")
    small = value.lower()
    if len(small) == len(value):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in value)


@cache  # an expression takes longer to build than a report to search, and few of the table are ever asked for
def _ending(written: str) -> re.Pattern[str]:
    if written.endswith("$"):
        return re.compile(written)
    return re.compile(rf"(?:^|(?<=\W))(?:{_expanded(written)})[ (“‘\"]+$")


@cache
def _beginning(written: str) -> re.Pattern[str]:
    return re.compile(rf"[)”'\"]?(?:(?= ) |(?=[.,;]))(?:{_expanded(written)})(?!\w)")


def _expanded(written: str) -> str:
    for name, words in _CLASSES.items():
        written = written.replace(name, words)
    return re.sub(r"\\w(?=$|\|)", r"\\w+", written)
