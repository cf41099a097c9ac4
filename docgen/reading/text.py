"""Source text and the values read from it: text that knows where each of its characters was written."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import NamedTuple, Self, TypeVar

from docgen.findings import Span
from docgen.reading.composition import composable
from docgen.records import dataclass

Kind = TypeVar("Kind", bound="Text")

MOST_COMPOSED = 200_000
"""How many characters of one text are composed; a text with more of them was not written by hand."""


@dataclass(frozen=True)
class Source:
    """One file's decoded text, and the way from an offset to a line and column.

    `text` holds the file's characters with line ends as written and without a byte order mark; `bom` says whether
    there was one, so that a fix can write the file back as it was.
    """

    path: str
    text: str
    bom: bool = False

    @cached_property
    def _starts(self) -> array[int]:
        return array("L", [0, *(found.end() for found in re.finditer("\n", self.text))])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1; columns count characters."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """The offset of the first character of a line (from 1)."""
        return self._starts[number - 1]

    @property
    def line_count(self) -> int:
        return len(self._starts)

    @property
    def data(self) -> bytes:
        """The file's bytes; those of a file that was read without findings, as they were."""
        return (("\ufeff" if self.bom else "") + self.text).encode("utf-8")


class Breakpoint(NamedTuple):
    """A place where text and source step apart.

    From `text` on (an offset into the value) the characters stand at `source` and following: `times` characters take
    `width` source characters each, those behind them one each. `width` is 1, or more for an escape (`\\u0142`,
    `&amp;`, `''`), or 0 for the second character of something that was written as one.
    """

    text: int
    source: int
    width: int
    times: int = 1

    def place(self, index: int) -> int:
        """Where the character at `index`, which is here or further on, begins in the source."""
        number = index - self.text
        wide = min(number, self.times)
        return self.source + self.width * wide + number - wide

    def part(self, start: int, end: int, by: int) -> Breakpoint:
        """What is to be known of the characters from `start` up to `end`, all of them from here on, moved `by` some."""
        begin = max(start, self.text)
        wide = min(self.text + self.times, end) - begin
        width, times = (self.width, wide) if wide > 0 else (1, 1)
        return Breakpoint(begin + by, self.place(begin), width, times)


def add_break(breaks: list[Breakpoint], at: Breakpoint) -> None:
    """Add the next breakpoint, or let the one before say what it says."""
    before = breaks[-1] if breaks else None
    if before is not None and before.place(at.text) == at.source:
        if at.width == 1:
            return
        if at.width == before.width and at.text == before.text + before.times:
            breaks[-1] = before._replace(times=before.times + at.times)
            return
    breaks.append(at)


@dataclass(frozen=True, slots=True)
class Text:
    """A string and where it was written: a value with breakpoints, never a table per character.

    Slices, `strip`, `split` and `joined` keep the places. Text that stands in no source letter by letter (wording
    data, a formatted date) has no breakpoints: every part of it stands for the whole of `whole`.
    """

    value: str
    whole: Span
    breaks: tuple[Breakpoint, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.value

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    @classmethod
    def generated(cls, value: str, span: Span) -> Self:
        """Text made by docgen on behalf of what stands at `span`."""
        return cls(value, span)

    @classmethod
    def verbatim(cls, value: str, path: str, start: int) -> Self:
        """Text that stands in the source exactly so, from `start` on."""
        return cls(value, Span(path, start, start + len(value)), (Breakpoint(0, start, 1),) if value else ())

    @classmethod
    def joined(cls, parts: Iterable[Text]) -> Self:
        """Several texts of one file as one, each keeping its places. There must be at least one part.

        A generated part takes its whole span as the place of its first character.
        """
        kept = tuple(parts)
        values: list[str] = []
        breaks: list[Breakpoint] = []
        length = 0
        for part in kept:
            placed = part if part.breaks or not part.value else part.standing_for(part.value)
            for at in placed.breaks:
                add_break(breaks, at._replace(text=length + at.text))
            values.append(part.value)
            length += len(part.value)
        whole = kept[0].whole
        for part in kept[1:]:
            whole |= part.whole
        return cls("".join(values), whole, tuple(breaks))

    def of_kind(self, kind: type[Kind]) -> Kind:
        """The same text as another kind of text."""
        return kind(self.value, self.whole, self.breaks)

    def standing_for(self, value: str) -> Self:
        """Another string in the place of this one, as `&` stands in the place of `&amp;`."""
        first = Breakpoint(0, self.whole.start, self.whole.end - self.whole.start)
        rest = (Breakpoint(1, self.whole.end, 0, len(value) - 1),) if len(value) > 1 else ()
        return type(self)(value, self.whole, (first, *rest) if value else ())

    def offset(self, index: int) -> int:
        """The source offset at which the character at `index` begins; for the end of the text, where it ends."""
        if not self.breaks:
            return self.whole.start
        if index >= len(self.value):
            return self._end(len(self.value) - 1)
        return self.breaks[self._piece(index)].place(index)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where the characters from `start` up to `end` stand, escapes and marks between them included."""
        last = len(self.value) if end is None else min(end, len(self.value))
        if not self.breaks:
            return self.whole
        begin = self.offset(start)
        return Span(self.whole.path, begin, max(begin, self._end(last - 1)) if last > start else begin)

    def slice(self, start: int = 0, end: int | None = None) -> Self:
        """The characters from `start` up to `end`, keeping their places. Offsets are clipped to the text."""
        last = len(self.value) if end is None else max(0, min(end, len(self.value)))
        first = max(0, min(start, last))
        value = self.value[first:last]
        if not self.breaks:
            return type(self)(value, self.whole)
        span = self.span(first, last)
        if not value:
            return type(self)("", span)
        if len(value) == len(self.value):
            return type(self)(value, span, self.breaks)
        pieces = self.breaks[self._piece(first) : self._piece(last - 1) + 1]
        return type(self)(value, span, tuple(_parts(pieces, first, last, -first)))

    def strip(self, characters: str | None = None) -> Self:
        """Without the white space (or the given characters) at both ends."""
        start = len(self.value) - len(self.value.lstrip(characters))
        return self.slice(start, max(start, len(self.value.rstrip(characters))))

    def split(self, separator: str | None = None) -> tuple[Self, ...]:
        """The parts between separators; with none given the words between white space, as `str.split` has them."""
        if separator is None:
            return tuple(self.words())
        parts, start = [], 0
        while (found := self.value.find(separator, start)) >= 0:
            parts.append(self.slice(start, found))
            start = found + len(separator)
        return (*parts, self.slice(start))

    def words(self) -> Iterator[Self]:
        """The runs of characters that are not white space."""
        position = 0
        for word in self.value.split():
            start = self.value.index(word, position)
            position = start + len(word)
            yield self.slice(start, position)

    def lines(self) -> tuple[Self, ...]:
        """The lines, without their ends."""
        return self.split("\n")

    def composed(self) -> Self:
        """The text in Unicode Normalization Form C, as fonts and dictionaries want it; macOS writes the other form.

        A character composed of several takes the place of all of them (UAX 15).
        """
        if unicodedata.is_normalized("NFC", self.value):
            return self
        if not self.breaks:
            return type(self)(unicodedata.normalize("NFC", self.value), self.whole)
        values: list[str] = []
        breaks: list[Breakpoint] = []
        length = done = 0
        for start, end, normal in islice(composable(self.value), MOST_COMPOSED):
            self._carry(done, start, length, breaks)
            length += start - done
            place, stop = self.offset(start), self._end(end - 1)
            add_break(breaks, Breakpoint(length, place, stop - place))
            if len(normal) > 1:
                add_break(breaks, Breakpoint(length + 1, stop, 0, len(normal) - 1))
            values += [self.value[done:start], normal]
            length, done = length + len(normal), end
        self._carry(done, len(self.value), length, breaks)
        return type(self)("".join([*values, self.value[done:]]), self.whole, tuple(breaks))

    def _carry(self, start: int, end: int, moved: int, breaks: list[Breakpoint]) -> None:
        """Add the breakpoints of the characters from `start` up to `end`, which begin at `moved` in the new text."""
        if start < end:
            pieces = self.breaks[self._piece(start) : self._piece(end - 1) + 1]
            for at in _parts(pieces, start, end, moved - start):
                add_break(breaks, at)

    def _piece(self, index: int) -> int:
        return bisect_right(self.breaks, index, key=_TEXT) - 1

    def _end(self, index: int) -> int:
        """The source offset just behind the character at `index`."""
        if index < 0:
            return self.whole.start
        return self.breaks[self._piece(index)].place(index + 1)


class Prose(Text):
    """Running text: sentences that spelling, punctuation and style rules read."""

    __slots__ = ()


class Title(Text):
    """A title, heading or label: read by spelling, with the case rules of titles."""

    __slots__ = ()


class Name(Text):
    """A name of a person, body or place: known to spelling, compared by the name rules."""

    __slots__ = ()


_TEXT = attrgetter("text")


def _parts(breaks: Iterable[Breakpoint], start: int, end: int, by: int) -> Iterator[Breakpoint]:
    """The breakpoints of the characters from `start` up to `end`, moved `by` so many."""
    return (at.part(start, end, by) for at in breaks)
