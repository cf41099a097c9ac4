"""Finds dashes that differ within a report, and what was typed for a dash: `--`, or a hyphen between spaces.

Why it matters: two hyphens in a row are a typewriter's dash; in print they look like a slip, and a line may end
between them. Three kinds of dash in one report look like three authors.

Example:

    a wider view--which includes - among others - arms    →    a wider view—which includes—among others—arms

What to do: use one kind. `house: chicago` wants the em dash without spaces; otherwise it is the kind that the report
uses most, or else the one usual in its language. All of this is a safe fix. Hyphens in compounds, en dashes between
numbers (unless the report also has hyphens there) and quotations are left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.blanks import replaced
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.settings import House

CLOSED, SPACED_EM, SPACED_EN = "—", " — ", " – "

NAMES = {
    CLOSED: "an em dash without blanks",
    SPACED_EM: "an em dash between blanks",
    SPACED_EN: "an en dash between blanks",
}

LEFT_ALONE = Mark.ADDRESS | Mark.FOREIGN | Mark.QUOTED | Mark.GENERATED

_DASH = regex(
    r"(?<=[\w.%,)\]”’\"'])(?:[ \u00a0]?[—―][ \u00a0]?|[ \u00a0]–[ \u00a0]|--{1,2}| --{1,2} | - )(?=[\w(\[“‘\"'$€£])"
)
_ANY_DASH = regex("[-—―–]")
_BETWEEN_NUMBERS = regex("[0-9][-–][0-9]")
_RANGE = regex(r"(?<![\w.,/–-])(?:\d{4}(?P<year>[-–])\d{2}(?:\d{2})?|\d{1,3}(?P<number>[-–])\d{1,3})(?![\w/–-]|[.,]\d)")
_ISO = regex(r"\d{4}-(?:0\d|1[0-2])$")


@rule(Severity.WARNING)
def dash_style(subject: Subject) -> Iterator[Flaw]:
    """Dashes between words, and those between numbers."""
    whose = "the rest of this report" if subject.house is House.NONE else "this house"
    yield from dashes(subject, subject.house, whose)
    yield from ranges(subject)


def dashes(subject: Subject, house: House, whose: str) -> Iterator[Flaw]:
    """Dashes that have not the form of the house, or of the report; `whose` form that is, in words."""
    found = [dash for passage in subject.passages for dash in _dashes_in(passage)]
    wanted = CLOSED if house is House.CHICAGO else _usual(found, subject.language)
    for dash in found:
        typed = _form(dash)
        if typed == wanted:
            continue
        yield Flaw(dash, _message(dash, typed, wanted, whose), f"write '{wanted}'", safe(replaced(dash, wanted)))


def _message(dash: Stretch, typed: str | None, wanted: str, whose: str) -> str:
    if typed is None:
        return f"'{dash.value.strip()}' stands for a dash here"
    return f"this is {NAMES.get(typed, 'a dash with a blank on one side')}, where {whose} has {NAMES[wanted]}"


def ranges(subject: Subject) -> Iterator[Flaw]:
    """Hyphens between numbers, where the report has en dashes there, too."""
    found = [
        passage.stretch(*match.span("year" if match["year"] else "number"))
        for passage in subject.passages
        if passage.place is not Place.QUOTE and _BETWEEN_NUMBERS.search(passage.value)
        for match in _RANGE.finditer(passage.value)
        if not passage.marks_at(match.start()) & LEFT_ALONE and not _ISO.fullmatch(match.group())
    ]
    if any(one.value == "–" for one in found):
        for hyphen in (one for one in found if one.value == "-"):
            message = "a hyphen stands between these numbers, elsewhere in this report a dash"
            yield Flaw(hyphen, message, "write '–'", safe(hyphen.replaced("–")))


def _dashes_in(passage: Passage) -> Iterator[Stretch]:
    if passage.place in (Place.QUOTE, Place.CELL, Place.TITLE) or not any(
        dash in passage.value for dash in ("—", "–", "--", " - ", "―")
    ):
        return
    starts = [start for at in _ANY_DASH.finditer(passage.value) for start in (at.start() - 1, at.start()) if start > 0]
    for dash in (passage.stretch(*found.span()) for found in passage.matches_at(_DASH, starts)):
        between_numbers = dash.before[-1].isdigit() and dash.after[0].isdigit()
        if not dash.marks & LEFT_ALONE and not (between_numbers and dash.value.strip() != "--"):
            yield dash


def _form(dash: Stretch) -> str | None:
    """The form of a dash, None for what is typed for one. One blank beside an em dash is a form of its own."""
    value = dash.value.replace("\u00a0", " ").replace("―", "—")
    return None if "-" in value else value


def _usual(found: list[Stretch], language: str) -> str:
    """The form that a report has most; of equals, the one of its language."""
    own = CLOSED if language in ("en", "en-US") else SPACED_EN
    counts = Counter(form for form in map(_form, found) if form in NAMES)
    return max(NAMES, key=lambda form: (counts[form], form == own))
