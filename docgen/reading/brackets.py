"""Mistakes inside `[ ]` and `{ }`, and brackets that are not closed."""

from __future__ import annotations

import re

from docgen.expressions import regex
from docgen.reading.draft import Mend, Mistake
from docgen.reading.lines import LONGEST, labelled, line_at, quoted, shortened
from docgen.reading.trouble import Trouble

CLOSING = {"[": "]", "{": "}"}

_NEXT = regex(r"[,\]}\r\n]")
_SEMICOLON = regex(
    r"\s*(?P<key>[A-Za-z_][\w-]*): (?P<value>[^,\[\]{}\r\n;；]*)(?P<sign>[;；])(?P<gap>[ \t]*)[A-Za-z_][\w-]*(?=:)"
)
_QUOTED = regex(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)


def diagnose_brackets(trouble: Trouble) -> Mistake | None:
    """The mistake inside brackets, where the parser was inside some."""
    if "flow" not in trouble.context:
        return _extra(trouble)
    dash = _dash(trouble)
    if dash or trouble.bracket is None:
        return dash
    start, opening = trouble.bracket, trouble.text[trouble.bracket]
    end = trouble.value_end(line_at(trouble.text, start))
    missing = unclosed(trouble.text, start, end)
    sign = trouble.text[trouble.at : trouble.at + 1]
    if missing and (cut := _cut_by_comment(trouble, start, end)):
        return cut
    if missing and sign in ("]", "}") and trouble.at < end:
        return _other_kind(trouble, opening, sign)
    if missing:
        return _unclosed(trouble, start, end, missing)
    semicolon = _semicolon(trouble, opening)
    if semicolon:
        return semicolon
    if sign == ":":
        return _colon(trouble)
    return _behind_quote(trouble)


def unclosed(text: str, start: int, end: int) -> str:
    """The brackets that are missing at `end` to close those opened from `start` on; empty where none is.

    Brackets inside quotes and behind a number sign do not count, nor does what stands behind the outermost one.
    """
    open_brackets: list[str] = []
    at = start
    while at < end:
        sign = text[at]
        if sign == "#" and text[at - 1] in " \t":
            break
        if sign in CLOSING:
            open_brackets.append(CLOSING[sign])
        elif open_brackets and sign == open_brackets[-1]:
            open_brackets.pop()
            if not open_brackets:
                return ""
        elif sign in "\"'" and text[at - 1] in " \t\n,:[{" and (match := _QUOTED.match(text, at, end)):
            at = match.end() - 1
        at += 1
    return "".join(reversed(open_brackets))


def _unclosed(trouble: Trouble, start: int, end: int, missing: str) -> Mistake:
    line, opening = line_at(trouble.text, start), trouble.text[start]
    shown = line.value if line.end <= end else trouble.text[line.value_start : end]
    return Mistake(
        start,
        start + 1,
        "unclosed-bracket",
        f"this {opening} is never closed",
        f"close it with {CLOSING[opening]} where it ends:  {labelled(line, shown + missing)}",
        (Mend(end, end, missing),),
    )


def _other_kind(trouble: Trouble, opening: str, sign: str) -> Mistake:
    return Mistake(
        trouble.at,
        trouble.at + 1,
        "unclosed-bracket",
        f"this {sign} closes what was opened with {opening}",
        f"put {CLOSING[opening]} in its place, or open with {'[' if sign == ']' else '{'}",
        (Mend(trouble.at, trouble.at + 1, CLOSING[opening]),),
    )


def _extra(trouble: Trouble) -> Mistake | None:
    sign = trouble.text[trouble.at : trouble.at + 1]
    if sign not in ("]", "}"):
        return None
    opening = "[" if sign == "]" else "{"
    place = (Mend(trouble.at, trouble.at + 1, " "),)
    return Mistake(
        trouble.at,
        trouble.at + 1,
        "extra-bracket",
        f"this {sign} closes nothing: no {opening} is open here",
        "delete it, or put the whole value in quotes if it belongs to the text",
        place,
    )


def _dash(trouble: Trouble) -> Mistake | None:
    if not re.match(r"-\s", trouble.text[trouble.at : trouble.at + 2]):
        return None
    return Mistake(
        trouble.at,
        trouble.at + 1,
        "dash-in-brackets",
        "inside brackets the entries of a list have commas between them, and no dashes",
        "delete the dash",
        (Mend(trouble.at, trouble.at + 1, " "),),
    )


def _cut_by_comment(trouble: Trouble, start: int, end: int) -> Mistake | None:
    found = re.compile(r"\s#").search(trouble.text, start, min(end, line_at(trouble.text, start).end))
    if found is None:
        return None
    at = found.start() + 1
    return Mistake(
        at,
        at + 1,
        "cut-by-comment",
        "everything after this # is a comment, so the brackets are not closed",
        "put the value that has the # in it in quotes",
        (Mend(at, at + 1, "x"),),
    )


def _semicolon(trouble: Trouble, opening: str) -> Mistake | None:
    """A semicolon between two keys: before the colon at which YAML gave up, or behind a closing quotation mark."""
    begin = max(trouble.text.rfind(sign, 0, trouble.at) for sign in ",[{\n") + 1
    found = _SEMICOLON.match(trouble.text, begin, min(len(trouble.text), begin + LONGEST))
    if found is None or trouble.at not in (found.start("sign"), found.end()):
        return None
    stop = _NEXT.search(trouble.text, found.end())
    pair = trouble.text[found.start("key") : stop.start() if stop else len(trouble.text)]
    shown = ", ".join(part.strip() for part in pair.split(found["sign"]))
    return Mistake(
        found.start("sign"),
        found.end("sign"),
        "semicolon-in-brackets",
        f"inside {opening} {CLOSING[opening]} two keys have a comma between them, and no semicolon",
        f"write:  {shortened(shown)}",
        (Mend(found.start("sign"), found.end("sign"), "," if found["gap"] else ", "),),
    )


def _colon(trouble: Trouble) -> Mistake | None:
    """A value inside brackets with a colon in it, or two entries without a comma between them."""
    text = trouble.text
    begin = max(text.rfind(sign, 0, trouble.at) for sign in ",[{\n") + 1
    key, colon, _ = text[begin : trouble.at].partition(": ")
    if not colon:
        return None
    start = begin + len(key) + 2
    stop = _NEXT.search(text, trouble.at)
    end = stop.start() if stop else len(text)
    value = text[start:end].strip()
    return Mistake(
        start,
        trouble.at,
        "unquoted-colon",
        'this value has a colon in it, and YAML reads a colon as "key: value"',
        f"put the value in quotes:  {key.strip()}: {quoted(shortened(value))}",
        trouble.without_signs(trouble.at, end),
    )


def _behind_quote(trouble: Trouble) -> Mistake | None:
    """Text behind the closing quotation mark of a value inside brackets."""
    text = trouble.text
    before = text[: trouble.at].rstrip(" \t")
    if before[-1:] not in ("'", '"'):
        return None
    stop = _NEXT.search(text, trouble.at)
    end = stop.start() if stop else len(text)
    return Mistake(
        trouble.at,
        end,
        "text-after-quote",
        "the value ends at the quotation mark, but text follows",
        "put the whole value in quotes, or a comma before the next one",
        (Mend(trouble.at, end, " " * (end - trouble.at)),),
    )
