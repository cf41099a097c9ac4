"""Resolutions of the Security Council that a report cites by number."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.subject import Subject, once
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.expressions import regex
from docgen.records import dataclass

_LIST = regex(
    r"(?P<word>\b(?:[Rr]esolutions?|RESOLUTIONS?|UNSCRs?|SCRs?|S/RES/)(?: \(UNSCRs?\))?(?: Nos?\.)? ?)"
    r"(?P<numbers>\d{3,4}\b(?: \(\d{4}\))?(?:(?:,? (?:and|or|&) |, )\d{3,4}\b(?! [a-z]+s\b)(?: \(\d{4}\))?)*)"
)
_NUMBER = regex(r"(?P<number>\d{3,4})(?: \((?P<year>\d{4})\))?")
_BODY = regex(
    r"(?<![\d,./–-])(?P<number>\d{3,4}) (?=(?:[Ss]anctions )?(?:[Cc]ommittee|Panel of Experts|Group of Experts)\b)"
)
_GENERAL = regex(
    r"(?:General Assembly|Assembly|Human Rights Council|Economic and Social Council|ECOSOC|WHA|Council of Europe)"
    r" (?:[\w-]+ )?$"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A resolution in one place. `named` says that the word *resolution* is written with it.

    A committee or panel that is called by a resolution's number (*the 9999 Committee*) cites it without the word.
    """

    stretch: Stretch
    number: int
    year: Stretch | None
    named: bool


@once
def citations(subject: Subject) -> tuple[Citation, ...]:
    """All citations in reading order; those of other organs' resolutions are left out."""
    return tuple(one for passage in subject.passages for one in _citations(passage))


def _citations(passage: Passage) -> Iterator[Citation]:
    value = passage.value
    if not passage.figures:
        return
    found: list[Citation] = []
    for match in passage.matches_from(_LIST, "resolution", "unscr", "scr", "s/res/"):
        if _GENERAL.search(value[max(0, match.start() - 60) : match.start()]):
            continue
        for number in _NUMBER.finditer(value, *match.span("numbers")):
            year = Stretch(passage, *number.span("year")) if number["year"] else None
            found.append(Citation(Stretch(passage, *number.span("number")), int(number["number"]), year, True))
    named = {one.stretch.start for one in found}
    assists = "ommittee" in value or "of Experts" in value
    for match in passage.matches_at(_BODY, passage.figures) if assists else ():
        if match.start() not in named:
            stretch = Stretch(passage, *match.span("number"))
            found.append(Citation(stretch, int(match["number"]), None, False))
    yield from sorted(found, key=lambda one: one.stretch.start)


def declared(subject: Subject) -> dict[int, int | None]:
    """The declared resolutions, and the years of those of which it is declared."""
    return {one.resolution: one.year for one in subject.report.documents if one.resolution is not None}


def is_own(stretch: Stretch) -> bool:
    """Whether words are the report's own, and printed as they stand."""
    return stretch.passage.place is not Place.QUOTE and not stretch.marks & (Mark.ADDRESS | Mark.GENERATED)
