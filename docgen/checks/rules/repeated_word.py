"""Finds a word that stands twice in a row.

Why it matters: *the the* is the slip that an author's eye skips, most of all where a line ends between the two. A
spelling check misses it, because both words are right.

Example:

    body: |                                    body: |
      Delegates discussed the            →       Delegates discussed the
      the final document.                        final document.

What to do: take one of the two out. That is a safe fix for articles, prepositions and the like, which are never meant
twice; for any other word, see whether it was meant (*very, very slowly*, with its comma, is not reported). English and
French constructions that do repeat a word (*had had*, *nous nous sommes*) are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Word
from docgen.findings import Severity

MAY_REPEAT = {"en": frozenset({"had", "that"}), "fr": frozenset({"nous", "vous"})}
"""Words that grammar repeats, by language."""


@rule(Severity.WARNING)
def repeated_word(subject: Subject) -> Iterator[Flaw]:
    """A word, a blank, and the same word again."""
    language = subject.language.split("-")[0]
    never_twice = words("never-twice", language)
    for passage in subject.passages:
        for first, second in pairwise(passage.words):
            if is_repeated(first, second) and first.lower not in MAY_REPEAT.get(language, ()):
                remedy = safe if first.lower in never_twice else unsafe
                yield Flaw(second, f"'{second}' stands here twice", "take one of them out", remedy(second.removed()))


def is_repeated(first: Word, second: Word) -> bool:
    """Whether two neighbours are the same word with nothing but a blank between; names and figures may double."""
    if first.lower != second.lower or first.passage.value[first.end : second.start].strip():
        return False
    if second.marks & Mark.FOREIGN:
        return False
    return first.value.isalpha() and (first.value.islower() or first.begins_sentence) and second.value.islower()
