"""Finds a capital where none belongs: on a small word or a common noun inside a sentence, or on a second letter.

Why it matters: *held by the Centre In spring* stops readers, who look for a name that begins there. It is what remains
when a line of a title page becomes part of a sentence.

Example:

    On 6 May 2024, The Institute met In spring sun   →   On 6 May 2024, the Institute met in spring sun

What to do: write the small letter, a safe fix for prepositions and conjunctions. *The* is reported after the words
that open a sentence, if these are a date or if the same name has *the* elsewhere in the report. A common word after
*the* is reported if the report has it with a small letter elsewhere, at least twice, and never with a capital. Titles,
names with a capital after the small word, quotations, and whatever follows a colon or a dash are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject, once
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Severity

SMALL = 2
"""How many times a report has a word with a small letter for its capital to be a slip."""

LEFT_ALONE = Mark.QUOTED | Mark.FOREIGN | Mark.EMPHASIS | Mark.STRONG | Mark.LINK | Mark.GENERATED

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_LOWER_THE = regex(rf"\bthe (?P<name>{_NAME} {_NAME})")
_OPENING_THE = regex(rf", (?P<the>The)(?= (?P<name>{_NAME}(?: {_NAME})?))")
_COMMON = regex(r"the (?<=[a-z,] the )(?P<word>[A-Z][a-z]{4,})(?= [a-z]|[,.;])(?! of [A-Z]| of the [A-Z]| for [A-Z])")
_TWO_CAPITALS = regex(r"[^\W\d_a-zß-öø-ÿ]{2}[a-zß-öø-ÿ]{2,}")


@rule(Severity.WARNING, languages=("en",))
def stray_capital(subject: Subject) -> Iterator[Flaw]:
    """Small words, *The* before a name, and words with two capitals."""
    yield from small_words(subject)
    for passage in subject.passages:
        if passage.is_prose or passage.place is Place.BYLINE:
            yield from articles(passage, subject)
    yield from two_capitals(subject)
    yield from common_words(subject)


def small_words(subject: Subject) -> Iterator[Flaw]:
    """Prepositions and conjunctions with a capital between other words; before *the* and *of* it may be a title's."""
    forms = subject.concordance.forms
    for found in (word for small in words("small-words", "en") for word in forms.get(small.capitalize(), ())):
        passage = found.passage
        if not (passage.is_prose or passage.place is Place.BYLINE) or not _goes_on().match(passage.value, found.end):
            continue
        if found.marks & LEFT_ALONE or _begins_something(found, passage) or subject.names.covering(found) is not None:
            continue
        right = found.value.lower()
        yield Flaw(found, f"'{found}' has a capital inside a sentence", f"write '{right}'", safe(found.replaced(right)))


@once
def usual_names(subject: Subject) -> frozenset[str]:
    """The names that have *the* before them somewhere."""
    return frozenset(match["name"] for passage in subject.passages for match in _LOWER_THE.finditer(passage.value))


def articles(passage: Passage, subject: Subject) -> Iterator[Flaw]:
    """*The* behind what opens a sentence, if that is a date or the name has *the* elsewhere."""
    for match in _OPENING_THE.finditer(passage.value):
        found = passage.stretch(*match.span("the"))
        if found.marks & LEFT_ALONE or subject.names.covering(found) is not None:
            continue
        opening = _opening(found)
        if opening and (opening[-1].rstrip(",").isdigit() or match["name"] in usual_names(subject)):
            yield Flaw(found, "'The' has a capital inside a sentence", "write 'the'", safe(found.replaced("the")))


def two_capitals(subject: Subject) -> Iterator[Flaw]:
    """Words that are known when the second capital is a small letter."""
    forms = subject.concordance.forms
    for found in (word for form in forms if _TWO_CAPITALS.fullmatch(form) for word in forms[form]):
        passage = found.passage
        if any(sign and sign in "-’'_" for sign in (found.before[-1:], found.after[:1])):
            continue
        begins = found.start in passage.openings or not passage.is_prose
        right = found.value[0] + found.value[1:].lower() if begins else found.value.lower()
        if found.marks & (LEFT_ALONE ^ Mark.EMPHASIS ^ Mark.STRONG) or found.value in subject.vocabulary:
            continue
        if found.value not in subject.names.words and right.lower() in subject.lexicon:
            message = f"'{found}' begins with two capitals"
            yield Flaw(found, message, f"write '{right}'", unsafe(found.replaced(right)))


def common_words(subject: Subject) -> Iterator[Flaw]:
    """Common words with a capital behind *the* that have a small letter everywhere else."""
    for passage, match in [(one, match) for one in subject.prose for match in _COMMON.finditer(one.value)]:
        at, right = passage.stretch(*match.span("word")), match["word"].lower()
        if uses(right, subject) < SMALL or right in words("name-heads", "en") or right not in subject.lexicon:
            continue
        is_name = uses(at.value, subject) > 1 or at.value in subject.names.words or at.value in subject.vocabulary
        if not is_name and passage.place is not Place.QUOTE and not at.marks & LEFT_ALONE:
            message = f"'{at}' has a small letter elsewhere in this report"
            yield Flaw(at, message, f"write '{right}'", unsafe(at.replaced(right)))


def uses(form: str, subject: Subject) -> int:
    """How many times a report has a word behind the first of a sentence."""
    return sum(not word.begins_sentence for word in subject.concordance.forms.get(form, ()))


def _begins_something(found: Stretch, passage: Passage) -> bool:
    """Whether a capital is right here: at the beginning of a sentence, or behind a mark that may open one."""
    before = found.before
    if before[-1:] != " " or not before[-2:-1].isalpha() or before.isupper():
        return True
    return found.start in passage.openings


def _opening(found: Stretch) -> list[str]:
    """The words of a phrase that opens a sentence and ends with the comma before: *On 6 May 2024,*."""
    start = max(found.before.rfind(mark) for mark in (". ", "? ", "! ", "(", "["))
    opening = found.before[start + 2 if start >= 0 else 0 :].split()
    return opening if opening and opening[0].lower() in words("openers", "en") and len(opening) < 9 else []


@cache
def _goes_on() -> re.Pattern[str]:
    """A word in small letters that is no small word."""
    small = f"(?:{'|'.join(sorted(words('small-words', 'en') | words('small-articles', 'en')))})"
    return re.compile(rf" (?!{small}\b)[a-zß-öø-ÿ]{{2}}")
