r"""Finds a list that nobody meant: a line that happens to begin with a number and a full stop, or with a plus or a
hyphen.

Why it matters: Markdown makes a list of such a line. *2013. It was …* is printed as an entry of a numbered list, and
*+ 5 percent* at the start of a line as a bullet. Numbers typed as 1, 3, 7 are printed as 1, 2, 3.

Example:

    body: |                                      body: |
      Exports grew by                              Exports grew by
      + 5 percent in a year.             →         \+ 5 percent in a year.

What to do: put a backslash before the sign, or before the full stop after a number; or break the line elsewhere. Where
numbers are not printed as they were typed, type the ones that are printed. Two or more such lines in a row below a
line of text are taken for a list that was meant; so is one numbered 1, 1, 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.document.kernel import List
from docgen.expressions import regex
from docgen.findings import Edit, Severity, Span
from docgen.records import dataclass

HIGHEST = 99
"""The highest number at which a list is believed to begin."""

_MARK = regex(r"(?P<sign>[-+*]|(?P<number>\d{1,9})(?P<stop>[.)]))[ \t]+$")
_ENDED = regex(r"[:;.!?][\"”’)*_]*\s*$|^\s*$|^\s*(?:[-+*>|#]|\d+[.)]) ?")


@dataclass(frozen=True, slots=True)
class Typed:
    """The mark of an entry as typed: its place, the number if it is one, and the line above it."""

    span: Span
    sign: str
    number: int | None
    above: str


@rule(Severity.WARNING)
def accidental_list(subject: Subject) -> Iterator[Flaw]:
    """Lists that begin in the middle of a paragraph or with a year, and numbers that are printed otherwise."""
    for one in subject.nodes(List):
        marks = [typed(item.span, subject) for item in one.items]
        first = marks[0] if marks else None
        if first is None:
            continue
        if is_accident(one, first):
            what = "this number" if first.number is not None else f"this '{first.sign}'"
            message = f"{what} makes a list of the line"
            advice = "put a backslash before its stop" if first.number is not None else "put a backslash before it"
            yield Flaw(first.span, message, advice, safe(_escaped(first)) if first.sign != "-" else None)
        elif one.ordered:
            yield from renumbered(one, [mark for mark in marks if mark is not None])


def is_accident(one: List, first: Typed) -> bool:
    """Whether a list begins with a year, or is one entry that goes on from the line above."""
    if first.number is not None and first.number > HIGHEST:
        return True
    return len(one.items) == 1 and bool(first.above.strip()) and not _ENDED.search(first.above)


def renumbered(one: List, marks: list[Typed]) -> Iterator[Flaw]:
    """The numbers that are printed otherwise than typed."""
    if len({mark.number for mark in marks}) == 1:
        return
    for printed, mark in enumerate(marks, one.start):
        if mark.number is not None and mark.number != printed:
            digits = Span(mark.span.path, mark.span.start, mark.span.end - 1)
            message = f"this number is typed {mark.number} and printed {printed}"
            yield Flaw(digits, message, "type the numbers in order", unsafe(Edit(digits, str(printed))))
            return


def typed(item: Span, subject: Subject) -> Typed | None:
    """The mark before an entry; None where it cannot be seen."""
    text = subject.sources[item.path].text
    line = text.rfind("\n", 0, item.start) + 1
    found = _MARK.search(text, line, item.start)
    if found is None:
        return None
    above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
    number = int(found["number"]) if found["number"] else None
    return Typed(Span(item.path, *found.span("sign")), found["sign"], number, above)


def _escaped(mark: Typed) -> Edit:
    at = mark.span.end - 1 if mark.number is not None else mark.span.start
    return Edit(Span(mark.span.path, at, at), "\\")
