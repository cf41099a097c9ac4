"""Slips that YAML takes without a word, and makes something else of.

They are found while a file is read, in the draft's offsets; `missing_space` the binder asks for, because only it knows
what a value was meant to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.expressions import regex
from docgen.findings import Finding
from docgen.reading.decoding import character_name
from docgen.reading.draft import Draft, Mend, Mistake
from docgen.reading.lines import (
    SPACES,
    UNSPACED_DASH,
    UNSPACED_KEY,
    line_at,
    lines_above,
    noun,
    put_in_quotes,
    quoted,
    shortened,
    spaces,
)
from docgen.reading.lookalikes import COLONS, LIST_MARKS, SEMICOLONS, colon_in_word, mark_in_key, marks_in_value
from docgen.reading.scalars import Scalar
from docgen.reading.whitespace import space_after_colon, space_after_dash

_OTHER_COLONS = frozenset(COLONS + SEMICOLONS)
_FIRST = frozenset("-“„‘" + LIST_MARKS)
_PRESS_SPACE = "delete it and press the space bar"
_CURLY = {"“": '"', "„": '"', "‘": "'"}
_LATER_DASH = regex(r"^(?P<indent> +)- ", re.MULTILINE)
_SPACE = regex(f"[{SPACES}]")
_LEADING, _TRAILING = re.compile(f"^[{SPACES}]+"), re.compile(f"[{SPACES}]+$")
_SPACE_BEHIND = regex(rf"(?:-|[A-Za-z_][\w-]*:)(?P<space>[{SPACES}]+)")


def may_be_a_slip(value: str, written: str) -> bool:
    """Whether it is worth looking closer at a plain key or value; most are passed over here, which is quick."""
    return (
        value[0] in _FIRST
        or not _OTHER_COLONS.isdisjoint(value)
        or ":" in value
        or "\n" in written
        or (not value.isascii() and _SPACE.search(value) is not None)
    )


def slips_in_value(text: str, start: int, end: int) -> Iterator[Mistake]:
    """What is wrong with a plain value of which YAML makes a word where a list or a key was meant."""
    line = line_at(text, start)
    if line.key_start == start and (found := _SPACE_BEHIND.match(text, start, end)):
        yield _special_space(text, *found.span("space"), _PRESS_SPACE, Mend(*found.span("space"), " "))
        return
    yield from marks_in_value(text, start, end)
    if line.dashes and line.key_start == start and (wrong := colon_in_word(text, start, end)):
        yield wrong
    if line.key_start == start and not line.dashes and text[start] == "-":
        for at in re.compile(r"^[ \t]*-", re.MULTILINE).finditer(text, line.start, end):
            if UNSPACED_DASH.match(text, at.end() - 1):
                yield space_after_dash(text, at.end() - 1)
    if line.dashes and line.key_start == start:
        yield from _dashes_between(text, line.indent, line.column, start, end)
    if text[start] in _CURLY and text[end - 1] in "\"'":
        yield Mistake(
            start,
            end,
            "curly-quotes",
            f"this {noun(line)} opens with a curly quotation mark and closes with a straight one",
            put_in_quotes(line, text[start + 1 : end - 1]),
        )


def slips_in_key(text: str, start: int, end: int) -> Iterator[Mistake]:
    """What is wrong with a key to which a dash or a special space was added."""
    if UNSPACED_KEY.match(text, start, end) and text[end : end + 1] in (",", "}", " "):
        yield space_after_colon(text, start, end)
        return
    if other := mark_in_key(text, start):
        yield other
        return
    if text[end : end + 1] in (",", "}") and (other := colon_in_word(text, start, end)):
        yield other
        return
    if UNSPACED_DASH.match(text, start):
        yield space_after_dash(text, start)
        return
    if found := _SPACE_BEHIND.match(text, start, end):
        yield _special_space(text, *found.span("space"), _PRESS_SPACE, Mend(*found.span("space"), " "))
        return
    key = text[start:end]
    left, right = len(key) - len(_LEADING.sub("", key)), len(_TRAILING.sub("", key))
    if left:
        above = next(lines_above(text, line_at(text, start)), None)
        replacement = " " * left if above is not None and not above.value else ""
        advice = _PRESS_SPACE if replacement else "delete it"
        yield _special_space(text, start, start + left, advice, Mend(start, start + left, replacement))
    if right < len(key):
        yield _special_space(text, start + right, end, "delete it", Mend(start + right, end, " "))


def slip_in_braces(text: str, key: str, value: int, words: tuple[int, int]) -> Mistake:
    """A comma that ends a value inside `{ }`, where the words behind it were meant to be part of the value.

    `value` is where the value of `key` begins, `words` where those behind its comma begin and end.
    """
    start, end = words
    return Mistake(
        start,
        end,
        "comma-in-braces",
        f"inside {{ }} a comma ends the value, so '{shortened(text[start:end])}' does not belong to '{key}'",
        f"put the value in quotes:  {key}: {quoted(shortened(text[value:end]))}",
    )


def repeated_key(text: str, place: tuple[int, int], first: int) -> Mistake:
    """A key, from one offset of `place` to the other, that stands in line `first` already."""
    message = f"'{text[slice(*place)]}' stands here a second time; the first is in line {first}"
    return Mistake(*place, "duplicate-key", message, "keep one of the two")


def repeated_key_in_entry(text: str, place: tuple[int, int], first: int, entry: int, *, mend: bool) -> Mistake:
    """A repeated key in the entry of a list whose keys begin at `entry`: perhaps the dash of another was forgotten."""
    line, above = line_at(text, place[0]), line_at(text, entry)
    dash = line.start + above.column - len(above.dashes.lstrip()) if above.dashes.count("-") == 1 else line.start
    written = shortened(text[place[0] : max(line.end, place[1])])
    advice = f"if a new entry of the list begins here, put a dash before it:  - {written}\nelse keep one of the two"
    can_mend = mend and line.start <= dash < place[0] - 1 and not text[line.start : place[0]].strip()
    mends = (Mend(dash, dash + 1, "-"),) if can_mend else ()
    return replace(repeated_key(text, place, first), advice=advice, mends=mends)


def missing_space(scalar: Scalar) -> Finding | None:
    """The error of `mission:Japan`, which YAML reads as one word, where a key with its value was meant; else None."""
    text, start = scalar.source.text, scalar.span.start
    if scalar.style or not UNSPACED_KEY.match(text, start, scalar.span.end):
        return None
    end = min(scalar.span.end, line_at(text, start).end)
    return space_after_colon(text, start, end).finding(scalar.source.path, Draft(text))


def _special_space(text: str, start: int, end: int, advice: str, mend: Mend) -> Mistake:
    name = character_name(text[start])
    message = f"this line has {name} where YAML needs an ordinary space"
    if not mend.replacement:
        message = f"{name} stands before this key"
    return Mistake(start, end, "special-space", message, advice, (mend,))


def _dashes_between(text: str, dash: int, column: int, start: int, end: int) -> Iterator[Mistake]:
    """Entries of a list that stand a little too far right, so that they run on from the entry above."""
    for found in _LATER_DASH.finditer(text, start, end):
        indent = len(found["indent"])
        if dash < indent < column:
            line = line_at(text, found.start())
            yield Mistake(
                line.text_start,
                line.end,
                "wrong-indentation",
                "this dash stands further right than the one above it, so its entry runs on from that one",
                f"put {spaces(dash)} before it, so that the dashes stand straight below each other",
                (Mend(line.start, line.start + indent - dash, ""),),
            )
