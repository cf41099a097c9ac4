"""Where the findings of a review stand in a document: at the very words they are about, or as near to them as can be.

Words know where in the source they were written. A finding about what is not printed stands at the picture or the line
that was made from the smallest piece of source around it; one about nothing in the document stands at the title.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from types import UnionType
from typing import TypeAlias

from docgen.document.kernel import Document, Figure, Paragraph
from docgen.document.runs import Link, NoteRef, Ref, Run, TextRun
from docgen.document.tree import Part, opened, runs, walk
from docgen.findings import Span
from docgen.reading.text import Text
from docgen.records import dataclass
from docgen.style.roles import Role

Position: TypeAlias = tuple[int, int]
"""A run of a line, links and the runs in them counted one after the other, and a character of it.

A run that is no text is one character.
"""


@dataclass(frozen=True, slots=True)
class Range:
    """Words of a part, from one position up to another; without positions the picture of a figure.

    `in_note` says that the words are the mark of a note, and what is meant stands in the note.
    """

    part: str
    start: Position | None = None
    end: Position | None = None
    in_note: bool = False


class Places:
    """A document's words and pictures by where they were written."""

    def __init__(self, document: Document) -> None:
        self._parts = [part for part in walk(document) if _id(part) and not isinstance(part, Document)]
        lines = (_Line(part, tuple(opened(runs(part)))) for part in self._parts)
        self._lines = {_id(line.part): line for line in lines if any(_length(run) for run in line.runs)}
        self._notes = {_id(part): note.id for note in document.notes for part in walk(note)}

    def find(self, span: Span) -> Range | None:
        """What a finding at `span` is shown at; None in a document without a word.

        Findings in notes are shown at their marks: the Open XML SDK knows of no comments in notes.
        """
        found = self._written(span) or self._nearest(span)
        if found is not None and found.part in self._notes:
            found = self._mark(self._notes[found.part])
        return found or self._first()

    def _mark(self, note: str) -> Range | None:
        """The first mark of a note in the text."""
        for line in self._lines.values():
            for at, run in enumerate(line.runs):
                if isinstance(run, NoteRef) and run.note == note and _id(line.part) not in self._notes:
                    return Range(_id(line.part), (at, 0), (at, 1), in_note=True)
        return None

    def _written(self, span: Span) -> Range | None:
        """The words that stand at a place in the source: those of the first line around it, else of one in it.

        Words come before what stands for them: a note's before its mark, where the note is written inside a line.
        """
        touched = [line for line in self._lines.values() if line.touches(span)]
        around = [line for line in touched if line.holds(span)]
        others = [line for line in touched if not isinstance(line.part, Figure)]
        cuts = [
            *(line.cut(span, TextRun) for line in around),
            *(line.cut(span, Ref | NoteRef | Link) for line in around),
            *(line.cut(span, TextRun | Ref | NoteRef) for line in others),
        ]
        return next(filter(None, cuts), None)

    def _nearest(self, span: Span) -> Range | None:
        """What was made from the smallest piece of source around a place, pictures before words."""
        near = [*self._parts_around(span), *(found for line in self._lines.values() for found in line.made_from(span))]
        smallest = min(near, key=lambda found: (found[0], found[1].start is not None), default=None)
        return smallest[1] if smallest else None

    def _parts_around(self, span: Span) -> Iterator[tuple[int, Range]]:
        for part in self._parts:
            own: Span = part.span
            if _holds(own, span) and (shown := self._shown(part)):
                yield own.end - own.start, shown

    def _shown(self, part: Part) -> Range | None:
        """The first thing in a part that meets the eye: a picture, or a line."""
        for found in walk(part):
            if isinstance(found, Figure):
                return Range(found.id)
            if _id(found) in self._lines:
                return self._lines[_id(found)].whole()
        return None

    def _first(self) -> Range | None:
        """The title; the first line where there is none."""
        lines = self._lines.values()
        titles = (line for line in lines if isinstance(line.part, Paragraph) and line.part.role == Role.TITLE)
        first = next(titles, None) or next(iter(lines), None)
        return first.whole() if first else None


@dataclass(frozen=True)
class _Line:
    """A part's own runs, opened, and where in the sources they were written."""

    part: Part
    runs: Sequence[Run]

    @cached_property
    def _extents(self) -> dict[str, Span]:
        """From the first to the last place of its words in each source."""
        found: dict[str, Span] = {}
        for place in filter(None, map(_place, self.runs)):
            found[place.path] = found[place.path] | place if place.path in found else place
        return found

    def touches(self, span: Span) -> bool:
        """Whether anything of it was written at a place."""
        extent = self._extents.get(span.path)
        return extent is not None and extent.start <= span.end and span.start <= extent.end

    def holds(self, span: Span) -> bool:
        """Whether a place lies between its first and its last word."""
        extent = self._extents.get(span.path)
        return extent is not None and _holds(extent, span)

    def whole(self) -> Range:
        """All of it."""
        last = len(self.runs) - 1
        return Range(_id(self.part), (0, 0), (last, _length(self.runs[last])))

    def cut(self, span: Span, kinds: type | UnionType) -> Range | None:
        """What of it, among some kinds of runs, was written at a place; a link as a whole."""
        found = [(at, *cut) for at, run in enumerate(self.runs) if isinstance(run, kinds) and (cut := _cut(run, span))]
        if not found:
            return None
        (first, start, _), (last, _, end) = found[0], found[-1]
        if isinstance(self.runs[last], Link):
            last += sum(1 for _ in opened((self.runs[last],))) - 1
            end = _length(self.runs[last])
        return Range(_id(self.part), (first, start), (last, end))

    def made_from(self, span: Span) -> Iterator[tuple[int, Range]]:
        """Words that docgen made from a piece of source around a place, and how long that is."""
        for at, run in enumerate(self.runs):
            if isinstance(run, TextRun) and run.text and _holds(run.text.whole, span):
                whole = run.text.whole
                yield whole.end - whole.start, Range(_id(self.part), (at, 0), (at, len(run.text)))


def _id(part: Part) -> str:
    return getattr(part, "id", "")


def _length(run: Run) -> int:
    return len(run.text) if isinstance(run, TextRun) else 1


def _holds(outer: Span, inner: Span) -> bool:
    return outer.path == inner.path and outer.start <= inner.start and inner.end <= outer.end


def _place(run: Run) -> Span | None:
    """Where a run was written, if it was written at all and not made from what was."""
    match run:
        case TextRun():
            return run.text.whole if run.text.breaks else None
        case Link() | Ref() | NoteRef():
            return run.span
        case _:
            return None


def _cut(run: Run, span: Span) -> tuple[int, int] | None:
    """The characters of a run that were written at a place; None where it was written elsewhere."""
    place = _place(run)
    if place is None or place.path != span.path or place.end < span.start or span.end < place.start:
        return None
    if isinstance(run, TextRun):
        return _characters(run.text, span)
    return (0, 1) if _holds(place, span) or (place.start < span.end and span.start < place.end) else None


def _characters(text: Text, span: Span) -> tuple[int, int] | None:
    """The characters of a text that were written at a place; the word there where the place is between two."""
    offsets = range(len(text))
    start = max(0, bisect_right(offsets, span.start, key=text.offset) - 1)
    if text.span(start, start + 1).end <= span.start and span.start < span.end:
        start += 1
    end = max(start, bisect_left(offsets, span.end, key=text.offset))
    if start < end:
        return start, end
    if span.start < span.end:
        return None
    words = (found.span() for found in re.finditer(r"\S+", text.value))
    return next((word for word in words if word[1] >= start), None)
