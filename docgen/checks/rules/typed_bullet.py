"""Finds a list that was typed by hand: lines that begin with a bullet or a dash of their own, as when copied from
Word.

Why it matters: it is printed as one paragraph with bullets in it, and neither Word nor a screen reader knows that it
is a list.

Example:

    body: |                                      body: |
      The panel agreed                             The panel agreed
      • to meet again;                   →         - to meet again;
      • to publish its findings.                   - to publish its findings.

What to do: begin each line with a hyphen and a space. That is a safe fix where each bullet begins a line of the text;
a bullet between words of one line is left alone. Dashes count where two lines or more begin with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Edit, Severity, Span
from docgen.reading.nodes import Scalar

_BULLET = regex(r"[•‣◦▪▫■□●○⁃∙\uf0b7\uf0a7\uf0d8·](?:(?<!·)(?:\s+|$)?|(?<=·)\s+)")
_DASH = regex(r"[–—]\s+")
_PLACES = frozenset({Place.BODY, Place.INTRODUCTION, Place.ITEM, Place.CELL, Place.NOTE})


@rule(Severity.WARNING)
def typed_bullet(subject: Subject) -> Iterator[Flaw]:
    """The bullets of a paragraph, or of several in a row, as one flaw."""
    running = [passage for passage in subject.passages if passage.place in _PLACES]
    for (_, _, dashed), group in groupby(running, lambda one: (id(one.section), one.place, has_dash(one))):
        passages = list(group)
        bullets = [mark for one in passages for mark in _at_line_starts(one, _BULLET, subject)]
        if not bullets and dashed and passages[0].language.split("-")[0] != "fr":
            dashes = [mark for one in passages for mark in _at_line_starts(one, _DASH, subject) if begins_entry(mark)]
            bullets = dashes if len(dashes) > 1 else []
        if bullets:
            yield _flaw(bullets, subject)


def has_dash(passage: Passage) -> bool:
    """Whether a dash stands before a word of a passage."""
    return bool(_DASH.search(passage.value))


def begins_entry(dash: Stretch) -> bool:
    """Whether a dash can begin an entry: what stands before it has come to an end."""
    before = dash.before.rstrip()
    return not before or before[-1] in ":;.,"


def _at_line_starts(passage: Passage, pattern: re.Pattern[str], subject: Subject) -> Iterator[Stretch]:
    """The marks of a passage before which nothing stands in their line but what makes a list."""
    for found in passage.find(pattern):
        if found.start == 0 or (found.before[-1].isspace() and not _line_before(found, subject).strip()):
            yield found


def _line_before(mark: Stretch, subject: Subject) -> str:
    start = mark.span.start
    text = subject.sources[mark.span.path].text
    return text[text.rfind("\n", 0, start) + 1 : start]


def _flaw(bullets: list[Stretch], subject: Subject) -> Flaw:
    edits = [_edit(one, subject) for one in bullets]
    fix = safe(*edits) if all(edits) else None
    sign = bullets[0].value.strip()
    signs = f"'{sign}'" if sign.isprintable() and not "\ue000" <= sign <= "\uf8ff" else "the bullets of Word"
    message = f"a list is typed with {signs} here"
    at, *also = (one.part(0, 1) for one in bullets)
    return Flaw(at, message, "begin each line with a hyphen and a blank", fix, tuple(also))


def _edit(bullet: Stretch, subject: Subject) -> Edit | None:
    """The hyphen in place of a bullet; nothing where there is a hyphen already; None where no list can begin."""
    before, span = _line_before(bullet, subject), bullet.span
    if not bullet.after.strip():
        return None
    if bullet.passage.place is Place.ITEM and bullet.start == 0:
        return Edit(span, "")
    written = subject.written(span)
    if before.strip() or not _is_literal(span, subject) or "\n" in written:
        return None
    return Edit(span, "- ")


def _is_literal(span: Span, subject: Subject) -> bool:
    """Whether a place is in a value whose line ends are kept."""
    return any(_holds(scalar, span) for _, scalar in subject.scalars if scalar.style == "|")


def _holds(scalar: Scalar, span: Span) -> bool:
    whole = scalar.span
    return whole.path == span.path and whole.start <= span.start and span.end <= whole.end
