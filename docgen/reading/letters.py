"""A value's letters, put down one behind the other, so that each knows where it was written."""

from __future__ import annotations

from dataclasses import field

from docgen.findings import Span
from docgen.reading.decoding import UNREADABLE
from docgen.reading.text import Breakpoint, Source, Text, add_break
from docgen.records import dataclass


@dataclass(slots=True)
class Letters:
    """A text under construction: characters of the source, and others that stand for some of it."""

    source: Source
    span: Span
    pieces: list[str] = field(default_factory=list)
    breaks: list[Breakpoint] = field(default_factory=list)
    length: int = 0
    expected: int = -1

    def copy(self, start: int, end: int) -> None:
        """The source's characters from `start` up to `end`, as they stand; those that were refused are spaces."""
        if end > start:
            if start != self.expected:
                self.breaks.append(Breakpoint(self.length, start, 1))
            self._append(UNREADABLE.sub(" ", self.source.text[start:end]), end)

    def stand_in(self, value: str, start: int, end: int) -> None:
        """A character that stands for the source from `start` up to `end`, or several for as much of it each."""
        add_break(self.breaks, Breakpoint(self.length, start, (end - start) // len(value), len(value)))
        self._append(value, end)

    def text(self) -> Text:
        return Text("".join(self.pieces), self.span, tuple(self.breaks))

    def _append(self, value: str, end: int) -> None:
        self.pieces.append(value)
        self.length += len(value)
        self.expected = end
