"""Finds a paragraph that ends in the middle of a sentence, which the next paragraph continues.

Why it matters: text copied from columns or pages is cut where they ended, or where a picture stood. Readers stop at
the gap, and a screen reader reads out two sentences that are none.

Example:

    body: |                                      body: |
      … as well as for their             →         … as well as for their
                                                   neighbours in the north.
      neighbours in the north.

What to do: take the empty line out. That is a safe fix where the next paragraph begins with a small letter; where a
paragraph ends with a word that ends no sentence, look first, because something may be missing there. Lists, lines of
an address and short lines that introduce something are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.mending.change import joined
from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.paragraphs import SUSPENDED, neighbours, seam
from docgen.checks.text.passage import Mark, Passage
from docgen.expressions import regex
from docgen.findings import Severity

SHORTEST, SENTENCE = 4, 8
"""How many words make a line more than a label, and how many more than an entry of a list."""

_OPEN_END = regex(r"[\w,\u00ad\u2010)\]”’»-]$")
_ENUMERATION = regex(r"\(?(?:[a-z]{1,4}|\d+)[.)]\s")
_LIKE_ADDRESS = regex(r"\S*(?:@|://|www\.|/)")


@rule(Severity.ERROR)
def split_paragraph(subject: Subject) -> Iterator[Flaw]:
    """The end of each paragraph that has no final stop, with the beginning of the next."""
    goes_on: set[int] = set()
    for first, second in neighbours(subject.passages):
        if not is_open(first) or not second.words or is_something_else(second):
            continue
        if first.value[0].islower() and id(first) not in goes_on:
            continue  # an entry of a list that was typed as paragraphs
        last, next_word = first.words[-1], second.words[0]
        if next_word.start == 0 and next_word.value[0].islower():
            remedy, advice = safe, "take out the empty line between the two"
        elif needs_more(first):
            remedy, advice = unsafe, "join the two paragraphs, or write what is missing"
        else:
            continue
        goes_on.add(id(second))
        place, also = seam(subject, first.stretch(last.start, len(first.value)), next_word)
        fix = remedy(joined(first, second)) if not also else None
        yield Flaw(place, "a paragraph ends in the middle of this sentence", advice, fix, also)


def is_open(passage: Passage) -> bool:
    """Whether a paragraph is long enough for a sentence, and has no end of one."""
    if len(passage.words) < SHORTEST or not _OPEN_END.search(passage.value):
        return False
    if re.search(r"[.!?…][)\]”’»]+$", passage.value) or passage.words[-1].marks & Mark.ADDRESS:
        return False
    if passage.value[-1] in "-\u00ad\u2010":
        return is_suspended(passage)
    return len(passage.words) >= SENTENCE or passage.value[-1] == "," or ends_open(passage)


def is_suspended(passage: Passage) -> bool:
    """Whether the hyphen at the end stands for a word further on, *short- and*, as far as that can be seen."""
    return len(passage.words) > 1 and passage.words[-2].lower in SUSPENDED


def ends_open(passage: Passage) -> bool:
    """Whether the last word is one behind which more is to come: a preposition, an article, a conjunction."""
    language, last = passage.language, passage.words[-1].value
    return last in words("never-last", language) or last in words("small-words", language)


def needs_more(passage: Passage) -> bool:
    """Whether a paragraph ends with a word that no sentence ends with."""
    last = passage.words[-1]
    return last.end == len(passage.value) and last.value in words("never-last", passage.language)


def is_something_else(passage: Passage) -> bool:
    """Whether a paragraph is an entry of a typed list, or an address."""
    return bool(_ENUMERATION.match(passage.value) or _LIKE_ADDRESS.match(passage.value))
