"""The letters of values that begin on the line below `|` or `>` (YAML 1.1, section 9.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from docgen.expressions import regex
from docgen.reading.letters import Letters

_BREAK = regex(r"\r\n|\r|\n")
_HEADER = regex(r"[|>]([-+0-9]*)[^\r\n]*(?:\r\n|\r|\n|$)")
_BLANK_LINES = regex(r"(?: *(?:\r\n|\r|\n))* *")


class TextLine(NamedTuple):
    """A line of a block value: where its text begins (behind the indentation) and ends, and where its line end ends."""

    start: int
    end: int
    following: int

    @property
    def is_blank(self) -> bool:
        return self.start == self.end


def read_block(put: Letters, value: str, write: Callable[[Letters, Iterable[TextLine]], None]) -> None:
    """A `|` or `>` value, of which YAML makes `value`: its lines, and at its end the line ends the header asks for."""
    header = _HEADER.match(put.source.text, put.span.start)
    if header is None:
        put.copy(put.span.start, put.span.end)
        return
    lines = list(_block_lines(put, value, header.end()))
    written = max((number for number, line in enumerate(lines, 1) if not line.is_blank), default=0)
    write(put, lines[:written])
    ends = [line for line in lines[max(0, written - 1) :] if line.following > line.end]
    chomping = header.group(1).strip("0123456789")
    if not chomping:
        ends = ends[:1] if written else []
    for line in ends if chomping != "-" else []:
        put.stand_in("\n", line.end, line.following)


def _block_lines(put: Letters, value: str, start: int) -> Iterator[TextLine]:
    """The lines of a block value without their indentation, blank ones behind its last letter included."""
    text = put.source.text
    indentation = _block_indentation(put, value, start)
    while start < len(text):
        found = _BREAK.search(text, start)
        end, following = (found.start(), found.end()) if found else (len(text), len(text))
        line = text[start:end]
        if start >= put.span.end and line.strip(" \t"):
            return
        depth = len(line) - len(line.lstrip(" "))
        yield TextLine(start + min(depth, indentation), end, following)
        start = following


def _block_indentation(put: Letters, value: str, start: int) -> int:
    """How many spaces each line of a block value loses: those its first letter has before it here and not in YAML."""
    text = put.source.text
    if not value.strip(" \n"):
        blank = _BLANK_LINES.match(text, start)
        return _longest(blank.group() if blank else "") - _longest(value)
    return max(0, _first_depth(text[start : put.span.end]) - _first_depth(value))


def _longest(lines: str) -> int:
    return max((len(line) for line in lines.splitlines()), default=0)


def _first_depth(lines: str) -> int:
    """How many spaces stand before the first letter of the first line that has one."""
    letter = re.search(r"[^ \r\n]", lines)
    first = letter.start() if letter else len(lines)
    return first - max(lines.rfind("\n", 0, first), lines.rfind("\r", 0, first)) - 1


def as_literal(put: Letters, lines: Iterable[TextLine]) -> None:
    """Lines as they stand, the last line end left out."""
    before: TextLine | None = None
    for line in lines:
        if before is not None:
            put.stand_in("\n", before.end, before.following)
        put.copy(line.start, line.end)
        before = line


def as_folded(put: Letters, lines: Iterable[TextLine]) -> None:
    """Lines folded into paragraphs; those that begin with white space stand by themselves (YAML 1.1, 9.2.2)."""
    text = put.source.text
    before: TextLine | None = None  # the last line with text
    waiting: list[TextLine] = []  # the blank lines since
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
