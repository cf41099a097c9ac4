"""Finds a space where none can be, and a missing one: before a comma, inside a parenthesis, between two sentences.

Why it matters: a line may end at such a space, and the next one then begins with a comma; two words without a space
between them are found by no search and not hyphenated.

Example:

    the states ,agencies and ( some ) experts.They agreed
    →   the states, agencies and (some) experts. They agreed

What to do: put it right; both are safe fixes. The spaces that French puts before some of its marks are right; so are
those of an ellipsis (*. . .*), and addresses, file names and the like are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.blanks import replaced
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Severity

LEFT_ALONE = Mark.ADDRESS | Mark.GENERATED

_AT_MARK = regex(r"[,.;:!?)\]”'’(\[“](?:(?<=[ \u00a0][^(\[“])|(?<=[(\[“])[ \u00a0])")
"""A blank before a mark, or behind an opening one: few paragraphs have that. Marks are soon found."""
_AFTER_OPENING = regex(r"[(\[“](?P<blanks>[ \u00a0]+)(?=[^\s.])")
_ON_THE_WRONG_SIDE = regex(r"[ \u00a0]+[,;](?=[^\W\d_]{2})")
_TWO_BLANKS = regex(r" {2,}(?=\S)")
_POSSESSIVE = regex(r" +(?=['’]s(?![\w'’]))")
_LACKING = regex(
    r"[,;.?!](?:(?<=[,;])(?=[^\W\d_]{2,}(?![\w.]*(?:[@/}]|,\w)))"
    r"|(?<=[.?!])(?=[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]+(?![\w.]*[@/])))"
)
_LAST_WORD = regex(r"(?<![\w.@/:{,-])([^\W\d_]{2,})$")
_SUFFIXES = frozenset({"com", "net", "org", "js", "py", "io", "exe", "doc", "pdf", "txt", "html", "info", "int"})


@rule(Severity.WARNING)
def stray_space(subject: Subject) -> Iterator[Flaw]:
    """Blanks that are too many, and blanks that lack."""
    for passage in subject.passages:
        if _AT_MARK.search(passage.value):
            yield from too_many(passage)
        if "  " in passage.value and passage.place is not Place.CELL:
            yield from doubled(passage)
        if passage.place is not Place.CELL:
            yield from lacking(passage, subject)


def too_many(passage: Passage) -> Iterator[Flaw]:
    """Blanks before marks, behind opening ones, and before a possessive ending."""
    for found in passage.find(_before_mark(passage.language.split("-")[0])):
        if _is_too_many(found):
            message = f"a blank stands before '{found.after[0]}'"
            yield Flaw(passage.stretch(found.start, found.end + 1), message, "take it out", safe(replaced(found, "")))
    for found in passage.find(_ON_THE_WRONG_SIDE):
        if found.before[-2:].isalpha() and not found.marks & LEFT_ALONE:
            mark = found.value.strip()
            yield Flaw(found, f"the blank stands before '{mark}'", "put it behind", safe(found.replaced(f"{mark} ")))
    for found in passage.find(_AFTER_OPENING):
        if not found.before or found.before[-1] in " (“‘[—–/":
            blanks = found.part(1)
            yield Flaw(blanks, "a blank stands behind an opening mark", "take it out", safe(replaced(blanks, "")))
    for found in passage.find(_POSSESSIVE):
        if found.before[-1:].isalpha():
            message = "a blank stands before the ending of a possessive"
            yield Flaw(found, message, "take it out", safe(replaced(found, "")))


def doubled(passage: Passage) -> Iterator[Flaw]:
    """Two blanks inside a sentence; between two sentences they are a typist's habit, which no style prints."""
    for found in passage.find(_TWO_BLANKS):
        if found.before and found.before[-1] not in '.!?:…”’")]|':
            yield Flaw(found, "there are two blanks in a row", "take one of them out", safe(replaced(found, " ")))


def lacking(passage: Passage, subject: Subject) -> Iterator[Flaw]:
    """Marks behind which the next word begins at once."""
    for mark in passage.find(_LACKING):
        before = _LAST_WORD.search(passage.value, max(0, mark.start - 40), mark.start)
        following = passage.words_between(mark.end, mark.end + 1)
        if before is None or not following or mark.marks & LEFT_ALONE or following[0].lower in _SUFFIXES:
            continue
        if mark.value in ",;" or (before[1] in subject.lexicon and following[0].value in subject.lexicon):
            yield Flaw(mark, f"a blank is missing behind '{mark}'", "add it", safe(mark.replaced(f"{mark} ")))


@cache
def _before_mark(language: str) -> re.Pattern[str]:
    marks = r"[,.)\]]" if language == "fr" else r"[,.;:!?)\]”]"
    return re.compile(rf"[ \u00a0]+(?={marks}(?:[\s”\"')\]]|$))")


def _is_too_many(blank: Stretch) -> bool:
    """Whether a blank before a mark is no part of an ellipsis, a ratio, a face or a row of signs."""
    mark, before, behind = blank.after[0], blank.before[-1:], blank.after[1:3]
    if not before.strip() or blank.marks & LEFT_ALONE:
        return False
    if mark == "." and (before == "." or behind == " ."):
        return False
    if mark == ":" and before.isdigit() and behind.strip()[:1].isdigit():
        return False
    return mark in ")]”" or before.isalnum() or before in ")”’\"'»]%"
