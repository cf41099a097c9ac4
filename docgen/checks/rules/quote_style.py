"""Finds straight quotation marks and apostrophes in a report that also has curly ones.

Why it matters: `"` and `'` are a typewriter's. Beside “ ” and ’ they show which sentences were pasted from somewhere
else.

Example:

    the Panel's “first” and "second" report       →       the Panel’s “first” and “second” report

What to do: write the curly ones, a safe fix wherever it is plain which of them is meant. A report that has only
straight ones is left alone unless it follows a house; so are feet, inches and minutes.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.mending.change import Change
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Passage, Stretch
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.settings import House

_CURLY = regex("[“”‘’«»„]")
_STRAIGHT = regex("[\"']")
_OPENS = regex(r"(?:^|[\s(\[“‘—–/-])$")


@rule(Severity.WARNING)
def quote_style(subject: Subject) -> Iterator[Flaw]:
    """Each straight mark; one flaw for all where they are the most."""
    curly = sum(len(_CURLY.findall(passage.value)) for passage in subject.passages)
    if not curly and subject.house is House.NONE:
        return
    straight = [mark for passage in subject.passages for mark in _straight(passage)]
    if len(straight) > max(curly, 5):
        first, *others = straight
        message = f"{len(straight)} quotation marks and apostrophes of this report are straight"
        yield Flaw(
            first, f"{message}, {curly} are curly", "write the curly ones", safe(*map(_curled, straight)), tuple(others)
        )
        return
    for mark in straight:
        name, change = "apostrophe" if mark.value == "'" else "quotation mark", _curled(mark)
        right = _right(mark)
        advice = f"write {right}" if right else "write the curly one"
        yield Flaw(mark, f"this {name} is straight, others in this report are curly", advice, safe(change))


def _straight(passage: Passage) -> Iterator[Stretch]:
    for mark in passage.find(_STRAIGHT):
        is_measure = mark.before[-1:].isdigit() and not mark.after[:1].isalpha()
        if not mark.marks & (Mark.ADDRESS | Mark.GENERATED | Mark.FOREIGN) and not is_measure:
            yield mark


def _curled(mark: Stretch) -> Change | None:
    right = _right(mark)
    return mark.replaced(right) if right else None


def _right(mark: Stretch) -> str:
    """The curly mark that is meant; nothing where that cannot be known, or where the language has others."""
    before, after = mark.before[-1:], mark.after[:1]
    language = mark.passage.language.split("-")[0]
    opens = bool(_OPENS.search(mark.before)) and bool(after.strip())
    if mark.value == "'":
        if before.isalnum():
            return "’"
        return ("‘" if mark.after.count("'") % 2 else "’") if opens and language == "en" else ""
    if language != "en":
        return ""
    return "“" if opens else "”" if before.strip() else ""
