"""The letters of plain and quoted values: escapes and line ends (YAML 1.1, chapter 9.1 and section 5.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import TypeAlias

from docgen.expressions import regex
from docgen.findings import Span
from docgen.reading.letters import Letters
from docgen.reading.text import Source

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

_BREAK = regex(r"\r\n|\r|\n")
_MARKS = {"'": re.compile(r"''|[\r\n]"), '"': re.compile(r"\\|[\r\n]"), "": re.compile(r"[\r\n]")}

LineEnds: TypeAlias = Callable[[Letters, int, int], None]
"""Puts down what becomes of the white space from one offset to another in which there is at least one line end."""


def read_cell(put: Letters, *, quoted: bool) -> None:
    """A comma-separated value (RFC 4180): as it stands, or between quotation marks, of which two stand for one."""
    text, done, stop = put.source.text, put.span.start + quoted, put.span.end - quoted
    for mark in re.compile('""').finditer(text, done, stop) if quoted else ():
        put.copy(done, mark.start())
        put.stand_in('"', *mark.span())
        done = mark.end()
    put.copy(done, stop)


def read_flow(put: Letters, style: str, line_ends: LineEnds) -> None:
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


def _read_escape(put: Letters, at: int, stop: int) -> int:
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


def fold(put: Letters, start: int, end: int) -> None:
    """One line end is a space; of several all but the first are kept (YAML 1.1, section 4.2.6)."""
    breaks = list(_BREAK.finditer(put.source.text, start, end))
    if len(breaks) == 1:
        put.stand_in(" ", start, end)
    for at in breaks[1:]:
        put.stand_in("\n", at.start(), at.end())


def keep_lines(put: Letters, start: int, end: int, indentation: int) -> None:
    """Every line end is kept, and of the white space before the next letter what goes beyond the indentation."""
    last = start
    for at in _BREAK.finditer(put.source.text, start, end):
        if last == start:
            put.copy(start, at.start())
        put.stand_in("\n", at.start(), at.end())
        last = at.end()
    put.copy(min(last + indentation, end), end)


def common_indentation(source: Source, span: Span) -> int:
    """By how many characters all lines of a plain or quoted value are indented, its first if it stands by itself."""
    text, (start, end) = source.text, (span.start, span.end)
    depths = []
    first = text.rfind("\n", 0, start) + 1
    lines = text[start:end].splitlines()
    if not text[first:start].strip():
        depths.append(start - first)
    depths += [len(line) - len(line.lstrip(" \t")) for line in lines[1:] if line.strip(" \t")]
    return min(depths, default=0)
