"""Finds a sentence that begins with a small letter.

Why it matters: either the full stop before it is a slip, or the capital is missing; readers stop to find out which.

Example:

    The panel agreed. it will meet again.        →        The panel agreed. It will meet again.

What to do: write the capital, or take the full stop out; the fix, a capital, is a proposal. Small letters after an
abbreviation, names that begin with one (*de la Cruz*, *iPhone*), entries of lists and quotations are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.paragraphs import neighbours
from docgen.checks.text.passage import Mark, Passage, Place, Word
from docgen.checks.text.sentences import abbreviations
from docgen.expressions import regex
from docgen.findings import Severity

ABBREVIATED = frozenset({"etc", "al", "ibid", "cit"})
"""What may end a sentence or stand inside one."""

LEFT_ALONE = Mark.QUOTED | Mark.FOREIGN | Mark.ADDRESS | Mark.EMPHASIS | Mark.GENERATED

_BEGINNING = regex(r"(?<![\w.@/-])(?P<before>[^\W\d_]{2,})[.] (?P<word>[a-zß-öø-ÿ]+)(?![\w.@/:-])")
_BEHIND_STOP = regex(r"\. [a-zß-öø-ÿ]")
_PARAGRAPH = regex(r"[a-zß-öø-ÿ]{2,}(?= [a-zß-öø-ÿ]+ )")
_ENDED = regex(r"[.!?…][\"”’)\]»]*$")


@rule(Severity.WARNING, languages=("en",))
def missing_capital(subject: Subject) -> Iterator[Flaw]:
    """Behind a full stop, and at the beginning of a paragraph."""
    beginners = words("function-words", "en") | beginnings(subject)
    for passage in subject.prose:
        if passage.place is not Place.QUOTE:
            yield from behind_stops(passage, beginners, subject)
    pairs = list(neighbours(subject.passages))
    small = {id(passage) for pair in pairs for passage in pair if passage.value[0].islower()}
    before_small = {id(first) for first, second in pairs if id(second) in small}
    for first, second in pairs:
        is_entry = id(first) in small or id(second) in before_small  # of a list that was typed as paragraphs
        if not is_entry and _PARAGRAPH.match(second.value) and _ENDED.search(first.value) and len(second.words) > 5:
            yield from said(second.words[0], "this paragraph begins with a small letter", beginners, subject)


def beginnings(subject: Subject) -> frozenset[str]:
    """The words that begin sentences of the report with a capital, in small letters."""
    firsts = (sentence.words[0] for passage in subject.prose for sentence in passage.sentences if sentence.words)
    return frozenset(word.lower for word in firsts if word.is_capitalised and not word.is_capitals)


def behind_stops(passage: Passage, beginners: frozenset[str], subject: Subject) -> Iterator[Flaw]:
    """Words in small letters behind a full stop that ends no abbreviation."""
    for found in _BEGINNING.finditer(passage.value) if _BEHIND_STOP.search(passage.value) else ():
        before = found["before"].lower()
        if before in abbreviations(passage.language) or before in ABBREVIATED:
            continue
        if found["before"] in subject.lexicon:
            (word,) = passage.words_between(*found.span("word"))
            yield from said(word, "this sentence begins with a small letter", beginners, subject)


def said(word: Word, message: str, beginners: frozenset[str], subject: Subject) -> Iterator[Flaw]:
    """The flaw, unless the word may be a name: only what is seen to begin sentences is none for certain."""
    if word.lower in beginners and word.value not in subject.names.words and not word.marks & LEFT_ALONE:
        right = word.value[0].upper() + word.value[1:]
        yield Flaw(word, message, f"write '{right}', or take the stop out", unsafe(word.replaced(right)))
