"""Finds a quotation mark, parenthesis or bracket that has no partner.

Why it matters: readers cannot tell where a quotation ends, nor who said what. It is also what remains when half of a
sentence was taken out.

Example:

    hosted the “Day on Water, which drew 90 guests          →   hosted the “Day on Water,” which drew 90 guests

What to do: write the partner, or take the mark out. A quotation of several paragraphs may open each of them and close
only the last. A letter or number followed by a parenthesis, *a)*, needs no partner; nor do feet and inches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.paragraphs import neighbours
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Severity

PARTNERS = {"(": ")", "[": "]", "“": "”", "«": "»"}
NAMES = {"(": "parenthesis", "[": "bracket"}
CLOSING = {closing: opening for opening, closing in PARTNERS.items()}

_MARKS = regex(r"[()\[\]“”„«»\"]")
_ENUMERATES = regex(r"(?:^|[\s;,:(])(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})$|[:;]-?$")
_BEFORE_OPENING = regex(r"(?:^|[\s(\[“‘«—–/=-])$")


@rule(Severity.ERROR)
def unbalanced_mark(subject: Subject) -> Iterator[Flaw]:
    """What is left of the marks of each passage when all pairs are taken away."""
    left = {id(passage): lonely(passage) for passage in subject.passages}
    for first, second in neighbours(subject.passages):
        without_those_that_go_on(left[id(first)], left[id(second)], second)
    for first, second in pairwise(subject.passages):
        if first.place is second.place is Place.QUOTE or first.place is second.place is Place.ITEM:
            without_those_that_go_on(left[id(first)], left[id(second)], second)
    for passage in subject.passages:
        yield from map(flaw, left[id(passage)])


def lonely(passage: Passage) -> list[Stretch]:
    """The marks of a passage that have no partner in it, in order."""
    if not _MARKS.search(passage.value):
        return []
    open_marks: list[Stretch] = []
    left: list[Stretch] = []
    for mark in passage.find(_MARKS):
        if mark.marks & Mark.ADDRESS or (mark.value in "«»" and passage.language.startswith("en")):
            continue
        partner = _partner(mark, open_marks)
        if _is_turned(mark, open_marks):
            left.append(mark)
            open_marks = [one for one in open_marks if one.value != "“"]
        elif partner is not None:
            left += open_marks[partner + 1 :]
            del open_marks[partner:]
        elif _opens(mark):
            open_marks.append(mark)
        elif not _is_no_mark(mark):
            left.append(mark)
    left += open_marks
    return sorted(left, key=lambda mark: mark.start)


def without_those_that_go_on(first: list[Stretch], second: list[Stretch], following: Passage) -> None:
    """Take out of both lists what opens in one passage and is taken up, or closes, in the next."""
    for mark in [mark for mark in first if _opens(mark)]:
        if mark.value in '“«"' and following.value.startswith(mark.value):
            first.remove(mark)
            continue
        closing = next((one for one in second if one.value in (PARTNERS.get(mark.value), '"')), None)
        if closing is not None and (closing.value != '"' or mark.value in '“„"'):
            first.remove(mark)
            second.remove(closing)


def flaw(mark: Stretch) -> Flaw:
    """What is said of a mark without partner. To take it out is proposed where it closes nothing."""
    name = NAMES.get(CLOSING.get(mark.value, mark.value), "quotation mark")
    if mark.value == "“" and not _looks_open(mark):
        return Flaw(mark, "this quotation mark closes and looks as if it opened", "write ”", safe(mark.replaced("”")))
    if _opens(mark):
        return Flaw(mark, f"this {name} is opened and never closed", "close it, or take it out")
    fix = unsafe(mark.replaced("")) if name == "quotation mark" else None
    return Flaw(mark, f"this {name} closes nothing", "write the opening one, or take this one out", fix)


def _partner(mark: Stretch, open_marks: Sequence[Stretch]) -> int | None:
    """Which of the open marks a mark closes; a typewriter's quotation mark closes a curly one, too."""
    if mark.value == '"':
        wanted = '"“„' if not _looks_open(mark) else ('"' if any(one.value == '"' for one in open_marks) else "")
    else:
        # German opens low, and closes with what opens in English.
        wanted = {"”": '“„"', "“": "„"}.get(mark.value, CLOSING.get(mark.value, ""))
    places = [place for place, one in enumerate(open_marks) if one.value in wanted]
    return places[-1] if places and wanted else None


def _is_turned(mark: Stretch, open_marks: Sequence[Stretch]) -> bool:
    """Whether a mark that opens stands where one has to close."""
    is_open = any(one.value == "“" for one in open_marks) and not any(one.value == "„" for one in open_marks)
    return mark.value == "“" and is_open and mark.before[-1:].isalnum() and not mark.after[:1].isalnum()


def _opens(mark: Stretch) -> bool:
    return mark.value in "([“«„" or (mark.value == '"' and _looks_open(mark))


def _looks_open(mark: Stretch) -> bool:
    return bool(_BEFORE_OPENING.search(mark.before)) and bool(mark.after[:1].strip())


def _is_no_mark(mark: Stretch) -> bool:
    """Whether what looks like a mark that closes is a number's parenthesis, a face, or the sign of inches."""
    if mark.value == ")":
        return bool(_ENUMERATES.search(mark.before))
    return mark.value == '"' and mark.before[-1:].isdigit()
