"""Signs of the text that YAML takes for its own: at the start of a value, and the colon inside."""

from __future__ import annotations

from dataclasses import replace

from docgen.expressions import regex
from docgen.reading.brackets import CLOSING, unclosed
from docgen.reading.draft import Mistake
from docgen.reading.indentation import wrong_indentation
from docgen.reading.lines import Line, line_at, noun, put_in_quotes, shortened
from docgen.reading.quotes import CLOSING_CURLY, OPENING_CURLY
from docgen.reading.trouble import Trouble

MARKS = {
    "*": ("an asterisk", "a reference to another value"),
    "&": ("an ampersand", "a name for the value"),
    "!": ("an exclamation mark", "the value's type"),
    "@": ("an at sign", "a sign it keeps for itself"),
    "`": ("a backtick", "a sign it keeps for itself"),
    "%": ("a percent sign", "an instruction"),
    "[": ("a square bracket", "the start of a list, which ends at ]"),
    "{": ("a curly bracket", "the start of keys with values, which end at }"),
    ">": ("the sign >", "the start of text on the lines below"),
    "|": ("the sign |", "the start of text on the lines below"),
    "?": ("a question mark and a space", "the start of a key"),
    "-": ("a dash and a space", "an entry of a list"),
    ",": ("a comma", "the end of a value"),
}
"""The signs that YAML gives a meaning of its own at the start of a value: what they are called, what they mean."""

_SPACED = regex(r"[?-](?:\s|$)")


def unquoted_mark(trouble: Trouble) -> Mistake | None:
    """A value that begins with a sign YAML gives another meaning."""
    for line in trouble.suspects[:2]:
        sign = line.value[:1]
        if sign not in MARKS or not _means_something_else(trouble, line):
            continue
        name, meaning = MARKS[sign]
        owner = trouble.owner(line)
        advice = put_in_quotes(line, line.value)
        if sign in "|>" and line.key:
            text = shortened(line.value[1:].strip())
            advice = f"put it in quotes, or begin the text on the next line:\n{line.key}: {sign}\n  {text}"
        elif owner is not line and not line.dashes:
            advice = f"put a | behind '{owner.key}:', which leaves the lines below it as they are"
        return Mistake(
            line.value_start,
            line.end,
            "unquoted-mark",
            f"this {noun(line)} begins with {name}, which YAML reads as {meaning}",
            advice,
            trouble.as_plain(line.value_start, trouble.value_end(line)),
        )
    return None


def _means_something_else(trouble: Trouble, line: Line) -> bool:
    """Whether the sign at the start of a value was no YAML: it would be if what belongs to it followed."""
    sign = line.value[0]
    if sign in "?-":
        return _SPACED.match(line.value) is not None
    if sign in "|>":
        return not line.opens_text
    if sign in CLOSING:
        return not unclosed(trouble.text, line.value_start, line.end) and line.value[-1] != CLOSING[sign]
    return True


def unquoted_colon(trouble: Trouble) -> Mistake | None:
    """A colon and a space inside a value without quotes."""
    if "mapping values" not in trouble.problem:
        return None
    line = trouble.line
    if line.names_key and trouble.at < line.value_start and line.key not in ("http", "https"):
        return wrong_indentation(trouble) if _looks_like_key(trouble, line) else _colon_in_text(trouble, line)
    if not line.names_key and not line.dashes:
        return _colon_in_text(trouble, line)
    if not line.names_key:
        line = replace(line, key="", value=trouble.text[line.key_start : line.end], value_start=line.key_start)
    start = line.value_start
    value = trouble.text[start : line.end]
    mends = trouble.without_signs(start, trouble.value_end(line))
    if value.startswith(OPENING_CURLY) and value.endswith(CLOSING_CURLY):
        message = f"these curly quotation marks do not enclose the {noun(line)}: YAML takes only straight ones"
        return Mistake(start, line.end, "curly-quotes", message, put_in_quotes(line, value[1:-1]), mends)
    message = f'this {noun(line)} has a colon in it, and YAML reads a colon as "key: value"'
    return Mistake(start, trouble.at, "unquoted-colon", message, put_in_quotes(line, value), mends)


def _looks_like_key(trouble: Trouble, line: Line) -> bool:
    """Whether a line below a value without quotes is a key of its own rather than more of that value."""
    return line.key.islower() and trouble.above is not None and (trouble.above.key != "" or trouble.above.dashes != "")


def _colon_in_text(trouble: Trouble, line: Line) -> Mistake | None:
    """A colon in a later line of running text without quotes."""
    above = trouble.above
    while above is not None and not above.names_key:
        above = line_at(trouble.text, above.start - 1) if above.start else None
    if above is None:
        return None
    return Mistake(
        line.text_start,
        trouble.at,
        "unquoted-colon",
        f'this line of the {noun(above)} has a colon in it, and YAML reads a colon as "key: value"',
        f"put a | behind '{above.key}:' and begin the text on the next line, indented",
        trouble.without_signs(line.text_start, trouble.value_end(above)),
    )
