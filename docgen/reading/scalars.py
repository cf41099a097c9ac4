"""One YAML value and its letters: read again from the source, so that each knows where it was written.

YAML's own value has lost the places, and in running text it has lost the lines as well: `>` and plain values fold
them, and a list written there becomes one line. So a value is read twice over: as YAML means it, and as prose.
The grammar is that of YAML 1.1 (chapter 9) as libyaml reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, TypeAlias

from docgen.findings import Span
from docgen.reading.decoding import UNREADABLE
from docgen.reading.text import Breakpoint, Source, Text, add_break

ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
"""What stands behind the backslash of a double-quoted value, and what it means (YAML 1.1, section 5.6)."""

NUMBERED = {
    "x": re.compile(r"(?:\\x[0-9A-Fa-f]{2})+"),
    "u": re.compile(r"(?:\\u[0-9A-Fa-f]{4})+"),
    "U": re.compile(r"(?:\\U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})+"),
}
"""The escapes that take a character's number; a text in another script may be a long run of them."""

_BREAK = re.compile(r"\r\n|\r|\n")
_HEADER = re.compile(r"[|>]([-+0-9]*)[^\r\n]*(?:\r\n|\r|\n|$)")
_BLANK_LINES = re.compile(r"(?: *(?:\r\n|\r|\n))* *")
_MARKS = {"'": re.compile(r"''|[\r\n]"), '"': re.compile(r"\\|[\r\n]"), "": re.compile(r"[\r\n]")}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar as written. `style` is `|`, `>`, `'`, `"` or empty for a plain one; `value` is what YAML makes of it.

    Nothing is guessed from the value: `no`, `2013` and `1e3` stay letters until a field's type says otherwise.
    """

    source: Source
    span: Span
    value: str
    style: str

    def text(self) -> Text:
        """The value as YAML reads it (folded, unescaped), in NFC, with the place of each character."""
        letters = _Letters(self.source, self.span)
        if self.style in ("|", ">"):
            _read_block(letters, self, _as_literal if self.style == "|" else _as_folded)
        else:
            _read_flow(letters, self.style, _fold)
        return letters.text().composed()

    def prose(self) -> Text:
        """The value by source lines, indentation taken off, as a writer means it in any style; in NFC, with places.

        A blank line stays a blank line and a list stays a list whether the value is `|`, `>`, plain or quoted over
        several lines; escapes of quoted scalars are resolved. White space at the end is left off.
        """
        letters = _Letters(self.source, self.span)
        if self.style in ("|", ">"):
            _read_block(letters, self, _as_literal)
        else:
            indentation = _indentation(self)
            _read_flow(letters, self.style, lambda put, start, end: _keep_lines(put, start, end, indentation))
        whole = letters.text()
        blank = len(whole.value) - len(whole.value.lstrip("\n"))
        return whole.slice(blank, max(blank, len(whole.value.rstrip()))).composed()

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: an empty plain scalar, `~` or `null`."""
        return not self.style and self.value in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class _Letters:
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


_LineEnds: TypeAlias = Callable[[_Letters, int, int], None]
"""Puts down what becomes of the white space from one offset to another in which there is at least one line end."""


def _read_flow(put: _Letters, style: str, line_ends: _LineEnds) -> None:
    """A plain or quoted value: its letters, with escapes and line ends resolved."""
    text = put.source.text
    quote = len(style)
    done, stop = put.span.start + quote, max(put.span.start + quote, put.span.end - quote)
    marks = _MARKS[style]
    while mark := marks.search(text, done, stop):
        at = mark.start()
        if mark.group() == "''":
            put.copy(done, at)
            put.stand_in("'", at, at + 2)
            done = at + 2
        elif mark.group() == "\\":
            put.copy(done, at)
            done = _read_escape(put, at, stop)
        else:
            begin = done + len(text[done:at].rstrip(" \t"))
            put.copy(done, begin)
            done = _end_of_blank(text, at, stop)
            line_ends(put, begin, done)
    put.copy(done, stop)


def _read_escape(put: _Letters, at: int, stop: int) -> int:
    """One escape of a double-quoted value, or a run of equal ones, from the backslash on; where the text goes on."""
    text = put.source.text
    mark = text[at + 1 : at + 2]
    if mark in ("\r", "\n"):
        done = _end_of_blank(text, at, stop, skip=1)
        for further in islice(_BREAK.finditer(text, at + 1, done), 1, None):
            put.stand_in("\n", further.start(), further.end())
        return done
    numbered = NUMBERED[mark].match(text, at, stop) if mark in NUMBERED else None
    if numbered:
        put.stand_in(numbered.group().encode("ascii").decode("unicode_escape"), at, numbered.end())
        return numbered.end()
    if mark in ESCAPES:
        put.stand_in(ESCAPES[mark], at, at + 2)
        return at + 2
    put.copy(at, at + 1)
    return at + 1


def _end_of_blank(text: str, start: int, stop: int, *, skip: int = 0) -> int:
    """Where the white space that begins at `start`, or `skip` characters behind it, ends."""
    blank = re.compile(r"[ \t\r\n]*").match(text, start + skip, stop)
    return blank.end() if blank else start


def _fold(put: _Letters, start: int, end: int) -> None:
    """One line end is a space; of several all but the first are kept (YAML 1.1, section 4.2.6)."""
    breaks = list(_BREAK.finditer(put.source.text, start, end))
    if len(breaks) == 1:
        put.stand_in(" ", start, end)
    for at in breaks[1:]:
        put.stand_in("\n", at.start(), at.end())


def _keep_lines(put: _Letters, start: int, end: int, indentation: int) -> None:
    """Every line end is kept, and of the white space before the next letter what goes beyond the indentation."""
    last = start
    for at in _BREAK.finditer(put.source.text, start, end):
        if last == start:
            put.copy(start, at.start())
        put.stand_in("\n", at.start(), at.end())
        last = at.end()
    put.copy(min(last + indentation, end), end)


def _indentation(scalar: Scalar) -> int:
    """By how many characters all lines of a plain or quoted value are indented, its first if it stands by itself."""
    text, (start, end) = scalar.source.text, (scalar.span.start, scalar.span.end)
    depths = []
    first = text.rfind("\n", 0, start) + 1
    lines = text[start:end].splitlines()
    if not text[first:start].strip():
        depths.append(start - first)
    depths += [len(line) - len(line.lstrip(" \t")) for line in lines[1:] if line.strip(" \t")]
    return min(depths, default=0)


class _Line(NamedTuple):
    """A line of a block value: where its text begins (behind the indentation) and ends, and where its line end ends."""

    start: int
    end: int
    following: int

    @property
    def is_blank(self) -> bool:
        return self.start == self.end


def _read_block(put: _Letters, scalar: Scalar, write: Callable[[_Letters, Iterable[_Line]], None]) -> None:
    """A `|` or `>` value: its lines, and at its end the line ends that the header asks for."""
    header = _HEADER.match(put.source.text, scalar.span.start)
    if header is None:
        put.copy(scalar.span.start, scalar.span.end)
        return
    lines = list(_block_lines(scalar, header.end()))
    written = max((number for number, line in enumerate(lines, 1) if not line.is_blank), default=0)
    write(put, lines[:written])
    ends = [line for line in lines[max(0, written - 1) :] if line.following > line.end]
    chomping = header.group(1).strip("0123456789")
    if not chomping:
        ends = ends[:1] if written else []
    for line in ends if chomping != "-" else []:
        put.stand_in("\n", line.end, line.following)


def _block_lines(scalar: Scalar, start: int) -> Iterator[_Line]:
    """The lines of a block value without their indentation, blank ones behind its last letter included."""
    text = scalar.source.text
    indentation = _block_indentation(scalar, start)
    while start < len(text):
        found = _BREAK.search(text, start)
        end, following = (found.start(), found.end()) if found else (len(text), len(text))
        line = text[start:end]
        if start >= scalar.span.end and line.strip(" \t"):
            return
        depth = len(line) - len(line.lstrip(" "))
        yield _Line(start + min(depth, indentation), end, following)
        start = following


def _block_indentation(scalar: Scalar, start: int) -> int:
    """How many spaces each line of a block value loses: those its first letter has before it here and not in YAML."""
    text, value = scalar.source.text, scalar.value
    if not value.strip(" \n"):
        blank = _BLANK_LINES.match(text, start)
        return _longest(blank.group() if blank else "") - _longest(value)
    return max(0, _first_depth(text[start : scalar.span.end]) - _first_depth(value))


def _longest(lines: str) -> int:
    return max((len(line) for line in lines.splitlines()), default=0)


def _first_depth(lines: str) -> int:
    """How many spaces stand before the first letter of the first line that has one."""
    letter = re.search(r"[^ \r\n]", lines)
    first = letter.start() if letter else len(lines)
    return first - max(lines.rfind("\n", 0, first), lines.rfind("\r", 0, first)) - 1


def _as_literal(put: _Letters, lines: Iterable[_Line]) -> None:
    """Lines as they stand, the last line end left out."""
    before: _Line | None = None
    for line in lines:
        if before is not None:
            put.stand_in("\n", before.end, before.following)
        put.copy(line.start, line.end)
        before = line


def _as_folded(put: _Letters, lines: Iterable[_Line]) -> None:
    """Lines folded into paragraphs; those that begin with white space stand by themselves (YAML 1.1, 9.2.2)."""
    text = put.source.text
    before: _Line | None = None  # the last line with text
    waiting: list[_Line] = []  # the blank lines since
    for line in lines:
        if line.is_blank:
            waiting.append(line)
            continue
        if before is not None:
            apart = text[before.start] in " \t" or text[line.start] in " \t"
            if apart or not waiting:
                put.stand_in("\n" if apart else " ", before.end, before.following if apart else line.start)
        for blank in waiting:
            put.stand_in("\n", blank.end, blank.following)
        put.copy(line.start, line.end)
        before, waiting = line, []
