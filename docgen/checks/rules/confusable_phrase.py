"""Finds a word that was written for another one that looks or sounds like it.

Why it matters: *a breech of trust* passes every spelling check, because *breech* is a word; only the words beside it
show that it is not the one that was meant.

Example:

    the affect of the measures         →       the effect of the measures

What to do: see whether the other word was meant; the fix is a proposal. The pairs come from published lists, each with
the words beside it by which the wrong one is known; where either could be meant, nothing is said, unless the option
`possible` asks for it: *many counties* are hardly *many countries* where counties report. Phrases such as *in line
with* take no hyphens. Quotations are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.spelling.confusables import confused
from docgen.checks.spelling.suggesting import cased
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Passage, Place, Word
from docgen.findings import Severity
from docgen.reading.shapes import Key
from docgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How sure it has to be."""

    possible: Annotated[bool, Key("also report words that may as well be right where they stand", ("true",))] = False


@rule(Severity.WARNING, languages=("en",), options=Options)
def confusable_phrase(subject: Subject, options: Options) -> Iterator[Flaw]:
    """Each place where a word was taken for another, or a phrase has hyphens that it cannot have."""
    for stretch, meant in confused(subject.passages, possible=options.possible):
        right = cased(meant, stretch.value)
        message = f"'{stretch}' looks like a slip of '{right}'"
        yield Flaw(stretch, message, fix=unsafe(stretch.replaced(right)))
    for passage in subject.passages:
        for word in hyphenated_phrases(passage):
            right = re.sub("[-\u2010\u2011]", " ", word.value)
            yield Flaw(word, f"'{word}' has no hyphen here: '{right}'", fix=unsafe(word.replaced(right)))


def hyphenated_phrases(passage: Passage) -> Iterator[Word]:
    """Phrases that do a preposition's work, with hyphens between their words; in quotation marks if alone there."""
    openings = phrases(passage.language.split("-")[0])
    if passage.place is Place.QUOTE or "-" not in passage.value:
        return
    for word in passage.words:
        if "-" not in word.value or word.lower not in openings:
            continue
        alone = word.before[-1:] in "“‘\"'" and word.after[:1] in "”’\"'"
        following = re.match(r"[”’\"']? (\w+)", word.after[:30])
        if following and following.group(1) in openings[word.lower] and (alone or not word.marks & Mark.QUOTED):
            yield word


@cache
def phrases(language: str) -> dict[str, frozenset[str]]:
    """What stands before the last word of the phrases, joined by hyphens, and the last words."""
    found: dict[str, set[str]] = {}
    for phrase in words("complex-prepositions", language):
        *before, last = phrase.split()
        if len(before) > 1:
            found.setdefault("-".join(before), set()).add(last)
    return {before: frozenset(last) for before, last in found.items()}
