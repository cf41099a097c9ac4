"""Lines that begin too far left or right to belong to anything."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.reading.draft import Mend, Mistake
from docgen.reading.lines import (
    INNER_KEYS,
    OUTER_KEYS,
    USUAL_KEYS,
    Line,
    line_at,
    lines_above,
    lines_below,
    noun,
    spaces,
)
from docgen.reading.trouble import Trouble

STEP = 2
"""How many spaces deeper than its key a value is put where nothing else tells."""


def diagnose_indentation(trouble: Trouble) -> Mistake | None:
    """A line that should belong to the text, the list or the keys above it, and does not reach them."""
    if "<document start>" in trouble.problem:
        return _indented_beginning(trouble)
    line = trouble.line
    if not line.key and not line.dashes:
        return outdented_text(trouble)
    return wrong_indentation(trouble)


def outdented_text(trouble: Trouble) -> Mistake | None:
    """A line of running text that begins left of the text it goes on with."""
    line = trouble.line
    owner = _text_owner(trouble.text, line)
    words = line.value.split()
    if owner is None or not words or (words[0] in USUAL_KEYS and line.column <= owner.column):
        return None
    what = "this line begins" if owner.opens_text else "this line has no key and begins"
    depth = _text_depth(trouble.text, owner, line)
    mends = [Mend(line.start, line.start, " " * (depth - line.indent))]
    for below in lines_below(trouble.text, line):
        if below.is_empty or below.key or below.dashes or below.indent >= depth:
            break
        mends.append(Mend(below.start, below.start, " " * (depth - below.indent)))
    return Mistake(
        line.text_start,
        line.end,
        "outdented-text",
        f"{what} too far left to belong to the {noun(owner)} above it",
        f"put {spaces(depth)} before it, as the lines it belongs to have",
        tuple(mends),
    )


def wrong_indentation(trouble: Trouble) -> Mistake | None:
    """A key or a dash that begins in a column in which nothing above it begins."""
    line = trouble.line
    beside = min(
        companions(trouble.text, line),
        key=lambda found: (_is_elsewhere(line, found[0]), abs(found[0] - line.indent), -found[0]),
        default=None,
    )
    if beside is None or beside[0] == line.indent:
        return _stray_entry(trouble)
    column, other = beside
    what = f"'{line.key}'" if line.key and not line.dashes else "this entry"
    companion = f"'{other.key}'" if other.key and not line.dashes else "the dash"
    number = trouble.text.count("\n", 0, other.start) + 1
    return Mistake(
        line.text_start,
        line.end,
        "wrong-indentation",
        f"{what} has {spaces(line.indent)} before it, in line with nothing above it",
        f"put {spaces(column)} before it, so that it stands straight below {companion} of line {number}",
        tuple(_shift(trouble.text, line, column - line.indent)),
    )


def _indented_beginning(trouble: Trouble) -> Mistake | None:
    """A file whose first key is indented, and a later one is not."""
    *_, first = (line_at(trouble.text, 0), *lines_above(trouble.text, trouble.line))
    if first.is_blank or first.indent == 0:
        return None
    return Mistake(
        first.text_start,
        first.end,
        "wrong-indentation",
        f"this line has {spaces(first.indent)} before it, and the keys below it have none",
        f"delete the {spaces(first.indent)}, so that all keys of the report begin at the left margin",
        tuple(_shift(trouble.text, first, -first.indent)),
    )


def _is_elsewhere(line: Line, column: int) -> bool:
    """Whether a key is known to belong inside an entry and the column is the left margin, or the other way round."""
    return line.key in (INNER_KEYS if column == 0 else OUTER_KEYS)


def _stray_entry(trouble: Trouble) -> Mistake | None:
    """An entry of a list below a key that has a value already."""
    line, above = trouble.line, trouble.above
    if not line.dashes or above is None or not above.key:
        return None
    return Mistake(
        line.text_start,
        line.end,
        "stray-entry",
        f"this dash begins an entry of a list, but '{above.key}' above it has a value already",
        "write a key for the list in the line above it, or indent the line if it belongs to the text",
    )


def _text_owner(text: str, line: Line) -> Line | None:
    """The line whose text `line` was meant to go on with: the nearest one with a key, if text stands behind it."""
    nearest = None
    for above in lines_above(text, line):
        if above.opens_text:
            return above
        if nearest is None and (above.key or above.dashes):
            nearest = above
        if above.indent == 0:
            break
    return nearest if nearest is not None and nearest.value else None


def _text_depth(text: str, owner: Line, line: Line) -> int:
    """The indentation of the text that `owner` opens, as far as it goes before `line`."""
    for below in lines_below(text, owner):
        if below.start >= line.start:
            break
        if not below.is_empty and below.indent > line.indent:
            return below.indent
    return owner.column + (STEP if owner.key else 0)


def companions(text: str, line: Line) -> Iterator[tuple[int, Line]]:
    """The columns in which `line` could begin, each with the line above that begins there."""
    limit: int | None = None
    for above in _structure_above(text, line):
        if above.key and not line.dashes and (limit is None or above.column < limit):
            yield above.column, above
        if above.dashes and line.dashes and (limit is None or above.indent < limit):
            yield above.indent, above
        limit = above.indent if limit is None else min(limit, above.indent)


def _structure_above(text: str, line: Line) -> list[Line]:
    """The lines with keys and dashes above one, nearest first, up to the top-level key; not those of running text."""
    found: list[Line] = []
    for above in lines_above(text, line):
        if above.opens_text:
            found = [other for other in found if other.indent <= above.column]
        if above.key or above.dashes:
            found.append(above)
            if above.indent == 0 and not above.dashes:
                break
    return found


def _shift(text: str, line: Line, by: int) -> Iterator[Mend]:
    """Mends that move a line, and the lines below it that stand as deep, left or right."""
    yield _moved(line, by)
    for below in lines_below(text, line):
        if below.is_empty:
            continue
        if below.indent < line.indent or (below.indent == line.indent and by > 0 and not line.dashes and below.dashes):
            return
        yield _moved(below, by)


def _moved(line: Line, by: int) -> Mend:
    return Mend(line.start, line.start, " " * by) if by > 0 else Mend(line.start, line.start - by, "")
