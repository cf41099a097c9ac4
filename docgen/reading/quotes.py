"""Quotation marks that are not closed, closed too early, or curly; and backslashes between them."""

from __future__ import annotations

import re

from docgen.expressions import regex
from docgen.reading.draft import Mend, Mistake
from docgen.reading.lines import Line, labelled, line_at, lines_below, noun, put_in_quotes, quoted, shortened
from docgen.reading.trouble import Trouble

CLOSING_CURLY = ("”", "’", "“", "»")
OPENING_CURLY = ("“", "„", "‘", "«", "”")

_OPENING = {"'": "apostrophe opens a quoted value that", '"': "quotation mark"}
"""What a message says of the sign that opens a quoted value."""

_ELIDED = regex(r"'(?:tis|twas|twere|twill|til|em|n|round|cause|bout|neath|t|s|k|\d\ds)\b", re.IGNORECASE)
"""Words that begin with an apostrophe, in English and Dutch."""

_QUOTED = regex(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_WRONG_ESCAPE = regex(r"(?<!\\)\\(?![\\\"/0abtnvfre N_LP])")


def unclosed_quote(trouble: Trouble) -> Mistake | None:
    """A value that opens with a quotation mark, and another value before the mark that closes it."""
    start, end, style = trouble.scalar
    if "quoted scalar" in trouble.context and "unexpected" in trouble.problem:
        start, style = trouble.since, trouble.text[trouble.since]
    elif style not in ("'", '"') or "\n" in trouble.text[end : trouble.at] or not _swallows_a_key(trouble, start, end):
        return None
    line = line_at(trouble.text, start)
    if start > line.value_start and (surplus := _behind_closing(trouble, line)):
        return surplus
    words = trouble.text[start + 1 : line.end].rstrip()
    stop = trouble.value_end(line)
    mends = trouble.as_plain(start, max(stop, start + 1))
    if words.endswith(CLOSING_CURLY):
        at = start + len(words)
        message = "this is a curly quotation mark; the value was opened with a straight one and goes on"
        return Mistake(at, at + 1, "curly-quotes", message, put_in_quotes(line, words[:-1]), mends)
    message = f"this {_OPENING[style]} is never closed"
    if style == "'" and _ELIDED.match(trouble.text, start):
        return Mistake(start, line.end, "unclosed-quote", message, put_in_quotes(line, "'" + words), mends)
    advice = f"close the quotes where the {noun(line)} ends:  {labelled(line, quoted(shortened(words)))}"
    if stop > line.end:
        advice = f"put a quotation mark where the {noun(line)} ends"
    return Mistake(start, line.end, "unclosed-quote", message, advice, mends)


def _swallows_a_key(trouble: Trouble, start: int, end: int) -> bool:
    """Whether a quoted value runs over a line that begins with a key."""
    for below in lines_below(trouble.text, line_at(trouble.text, start)):
        if below.start >= end:
            return False
        if below.names_key:
            return True
    return False


def text_after_quote(trouble: Trouble) -> Mistake | None:
    """A value whose quotation marks close before it ends."""
    line = trouble.line
    if "flow" in trouble.context or not line.value_start <= trouble.at <= line.end:
        return None
    return _behind_closing(trouble, line)


def _behind_closing(trouble: Trouble, line: Line) -> Mistake | None:
    """What stands on a line behind the quotation mark that closes its value."""
    value = line.value
    closed = _QUOTED.match(value)
    rest = value[closed.end() :] if closed else ""
    if closed is None or not rest.strip():
        return None
    message = f"the {noun(line)} ends at the second quotation mark, but text follows"
    advice = put_in_quotes(line, _meant(value, rest))
    if not rest.strip(value[0]):
        message = f"behind the {noun(line)} there is a quotation mark too many"
        advice = f"delete it:  {labelled(line, quoted(shortened(value.strip(value[0]))))}"
    return Mistake(
        line.value_start + closed.end() + len(rest) - len(rest.lstrip()),
        line.end,
        "text-after-quote",
        message,
        advice,
        trouble.as_plain(line.value_start, trouble.value_end(line)),
    )


def _meant(value: str, rest: str) -> str:
    """The words of a value that has `rest` behind its second quotation mark, without the marks meant to quote them."""
    mark = value[0]
    if value.startswith(mark * 2) and value.endswith(mark * 2):
        return value.strip(mark)
    if value.endswith(mark):
        return value if rest[0].isspace() else value[1:-1]
    is_apostrophe = mark == "'" and rest[0].isalpha() and not _ELIDED.match(value)
    return value[1:] if is_apostrophe else value


def unknown_escape(trouble: Trouble) -> Mistake | None:
    """A backslash inside double quotes that begins no escape."""
    if "quoted scalar" not in trouble.context or "unexpected" in trouble.problem:
        return None
    at = trouble.text.rfind("\\", trouble.since, trouble.at + 1)
    line = line_at(trouble.text, at)
    advice = "write \\\\ for a backslash, or use single quotes, which leave it alone"
    single = f"'{shortened(line.value[1:-1])}'"
    if line.value.startswith('"') and line.value.endswith('"') and "'" not in line.value:
        advice = f"use single quotes, which leave backslashes alone:  {labelled(line, single)}"
    return Mistake(
        at,
        at + 2,
        "unknown-escape",
        "inside double quotes a backslash gives the next letter another meaning, and this one has none",
        advice,
        tuple(
            Mend(wrong.start(), wrong.start() + 1, "x") for wrong in _WRONG_ESCAPE.finditer(trouble.text, at, line.end)
        ),
    )
