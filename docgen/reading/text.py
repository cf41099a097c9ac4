"""Source text and the values read from it: text that knows where each of its characters was written."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Self, TypeVar

from docgen.findings import Span

Kind = TypeVar("Kind", bound="Text")

_CLUSTERS = re.compile("[^\u0300-\U0010ffff]?[\u0300-\U0010ffff]+")
"""Where composition can change anything: no character below U+0300 joins the one before it (UAX 15)."""


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
    def _starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

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


class Breakpoint(NamedTuple):
    """A place where text and source step apart.

    From `text` on (an offset into the value) the characters stand at `source` and the following offsets one by one.
    `width` is how many source characters the first of them takes: 1, or more for an escape (`\\u0142`, `&amp;`, `''`),
    or 0 for the second character of something that was written as one.
    """

    text: int
    source: int
    width: int

    def reaches(self, other: Breakpoint) -> bool:
        """Whether the characters that follow from here stand where a later breakpoint says, which then says nothing."""
        return other.source == self.source + self.width + other.text - self.text - 1


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
                moved = Breakpoint(length + at.text, at.source, at.width)
                if not (breaks and moved.width == 1 and breaks[-1].reaches(moved)):
                    breaks.append(moved)
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
        rest = (Breakpoint(1, self.whole.end, 0),) if len(value) > 1 else ()
        more = tuple(Breakpoint(at, self.whole.end, 0) for at in range(2, len(value)))
        return type(self)(value, self.whole, (first, *rest, *more) if value else ())

    def offset(self, index: int) -> int:
        """The source offset at which the character at `index` begins; for the end of the text, where it ends."""
        if not self.breaks:
            return self.whole.start
        if index >= len(self.value):
            return self._end(len(self.value) - 1)
        at = self.breaks[self._piece(index)]
        return at.source if index == at.text else at.source + at.width + index - at.text - 1

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
        piece = self._piece(first)
        at = self.breaks[piece]
        width = at.width if at.text == first else 1
        within = self.breaks[piece + 1 : self._piece(last - 1) + 1]
        following = (Breakpoint(one.text - first, one.source, one.width) for one in within)
        return type(self)(value, span, (Breakpoint(0, self.offset(first), width), *following))

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
        for start, end, normal in _decomposed(self.value):
            self._carry(done, start, length, breaks)
            length += start - done
            place, stop = self.offset(start), self._end(end - 1)
            breaks.append(Breakpoint(length, place, stop - place))
            breaks.extend(Breakpoint(length + at, stop, 0) for at in range(1, len(normal)))
            values += [self.value[done:start], normal]
            length, done = length + len(normal), end
        self._carry(done, len(self.value), length, breaks)
        return type(self)("".join([*values, self.value[done:]]), self.whole, tuple(breaks))

    def _carry(self, start: int, end: int, moved: int, breaks: list[Breakpoint]) -> None:
        """Add the breakpoints of the characters from `start` up to `end`, which begin at `moved` in the new text."""
        if start == end:
            return
        piece = self._piece(start)
        at = self.breaks[piece]
        first = Breakpoint(moved, self.offset(start), at.width if at.text == start else 1)
        if not (breaks and first.width == 1 and breaks[-1].reaches(first)):
            breaks.append(first)
        by = moved - start
        for number in range(piece + 1, self._piece(end - 1) + 1):
            text, source, width = self.breaks[number]
            breaks.append(Breakpoint(text + by, source, width))

    def _piece(self, index: int) -> int:
        return bisect_right(self.breaks, index, key=lambda at: at.text) - 1

    def _end(self, index: int) -> int:
        """The source offset just behind the character at `index`."""
        if index < 0:
            return self.whole.start
        at = self.breaks[self._piece(index)]
        return at.source + at.width + index - at.text


class Prose(Text):
    """Running text: sentences that spelling, punctuation and style rules read."""

    __slots__ = ()


class Title(Text):
    """A title, heading or label: read by spelling, with the case rules of titles."""

    __slots__ = ()


class Name(Text):
    """A name of a person, body or place: known to spelling, compared by the name rules."""

    __slots__ = ()


def _decomposed(value: str) -> Iterator[tuple[int, int, str]]:
    """The characters that normal form changes: where each begins and ends, and what it becomes."""
    for found in _CLUSTERS.finditer(value):
        if unicodedata.is_normalized("NFC", found.group()):
            continue
        start, stop = found.span()
        for end in range(start + 1, stop + 1):
            if end < stop and not _begins_character(value, start, end):
                continue
            written = value[start:end]
            normal = unicodedata.normalize("NFC", written)
            if normal != written:
                yield start, end, normal
            start = end


def _begins_character(value: str, start: int, index: int) -> bool:
    """Whether the character at `index` stays apart from the cluster that began at `start` under composition."""
    if value[index] < "\u0300":
        return True
    if unicodedata.combining(value[index]):
        return False
    cluster, character = value[start:index], value[index]
    return unicodedata.normalize("NFC", cluster + character) == unicodedata.normalize("NFC", cluster) + character
