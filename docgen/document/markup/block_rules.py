"""The rules of the block parser: markdown-it's, each noting where in the source the text of its block stands.

The library keeps only the lines of a block. A block's text, though, has lost its indentation, `>` marks and table
pipes, so each rule notes, as `ranges`, which stretches of the source make it up; put one after another they are the
text. Blocks without text of their own note their `range`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from markdown_it import rules_block as library
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from docgen.document.markup.attributes import find_braces
from docgen.expressions import regex

Rule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]
Range: TypeAlias = tuple[int, int]

DEEPEST = 18
"""How deep lists and quotes may stand in one another; a list counts twice."""

_FENCE = regex(r"`{3,}[^`\n]*|~{3,}.*")
_PIPE = regex(r"\\?\|")


def paragraph(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A paragraph: the text of its lines, without what stands before each of them."""
    library.paragraph(state, line, end, silent)
    last = state.line - 1
    ranges = [(_start(state, each), state.eMarks[each] + 1) for each in range(line, last)]
    state.tokens[-2].meta["ranges"] = [*ranges, _line(state, last)]
    return True


def heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A heading of one line, `#` before it and perhaps behind it."""
    if not library.heading(state, line, end, silent):
        return False
    if not silent:
        opening, inline, _ = state.tokens[-3:]
        start = state.src.index(inline.content, _start(state, line) + len(opening.markup))
        opening.meta["range"] = _line(state, line)
        inline.meta["ranges"] = [(start, start + len(inline.content))]
    return True


def table(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A table, its cells between `|`."""
    count = len(state.tokens)
    if not library.table(state, line, end, silent):
        return False
    if not silent:
        tokens = state.tokens[count:]
        tokens[0].meta["range"] = (_start(state, line), _line(state, state.line - 1)[1])
        _note_cells(state, tokens)
    return True


def _note_cells(state: StateBlock, tokens: list[Token]) -> None:
    cells: list[list[Range]] = []
    width = sum(token.type == "th_open" for token in tokens)
    for token in tokens:
        if token.type == "tr_open" and token.map:
            start, end = _line(state, token.map[0])
            cells = _cells(state.src, start, end)
            surplus = cells[width:]
            if surplus:
                token.meta["surplus"] = (surplus[0][0][0], surplus[-1][-1][1])
            cells += [[(end, end)]] * (width - len(cells))
            cells = cells[width - 1 :: -1]
        elif token.type == "inline":
            token.meta["ranges"] = cells.pop()


def _cells(source: str, start: int, end: int) -> list[list[Range]]:
    """The ranges of each cell of a row. A cell with `\\|` in it has several, the backslash being left out."""
    cells: list[list[Range]] = [[]]
    for pipe in _PIPE.finditer(source, start, end):
        cells[-1].append((start, pipe.start()))
        start = pipe.end() - 1
        if pipe.end() - pipe.start() == 1:
            start = pipe.end()
            cells.append([])
    cells[-1].append((start, end))
    if _empty(cells[0]):
        del cells[0]
    if cells and _empty(cells[-1]):
        del cells[-1]
    return cells


def _empty(cell: list[Range]) -> bool:
    return len(cell) == 1 and cell[0][0] == cell[0][1]


def fence(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A line that fences program code. Only the line itself: what it fences is read on, so no mistake in it is lost."""
    start, end = _line(state, line)
    if not _FENCE.fullmatch(state.src, start, end):
        return False
    if not silent:
        state.line = line + 1
        token = state.push("fence", "", 0)
        token.markup = state.src[start]
        token.meta["range"] = (start, end)
    return True


def attributes(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A line of nothing but attributes, for the block below it."""
    start, end = _line(state, line)
    found = find_braces(state.src, start, end)
    if found is None or found.end != end:
        return False
    if not silent:
        state.line = line + 1
        state.push("attributes", "", 0).meta["range"] = (start, end)
    return True


def noting_range(rule: Rule) -> Rule:
    """`rule`, its first token noting the range from the block's first character to the end of that line."""

    def noting(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        count = len(state.tokens)
        if not rule(state, line, end, silent):
            return False
        if not silent:
            state.tokens[count].meta["range"] = _line(state, line)
        return True

    return noting


def not_too_deep(rule: Rule) -> Rule:
    """`rule`, as long as it stands less deep than `DEEPEST`; below, its lines are plain text and the fault is noted.

    Asked whether its block may end a paragraph it answers as ever, so that it is asked to read that block next.
    """

    def limited(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        if silent or state.level < DEEPEST:
            return rule(state, line, end, silent)
        if rule(state, line, end, True):
            state.env.setdefault("too_deep", _line(state, line))
        return False

    return limited


def _start(state: StateBlock, line: int) -> int:
    """The offset of the line's first character behind indentation and marks."""
    return state.bMarks[line] + state.tShift[line]


def _line(state: StateBlock, line: int) -> Range:
    """The line's text: without indentation, marks and blanks at its end."""
    start, end = _start(state, line), state.eMarks[line]
    return start, start + len(state.src[start:end].rstrip())
