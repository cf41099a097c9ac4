"""Tabs, spaces that are none to YAML, and spaces that are missing."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen.expressions import regex
from docgen.reading.decoding import character_name
from docgen.reading.draft import Mend, Mistake
from docgen.reading.indentation import companions
from docgen.reading.lines import SPACES, UNSPACED_DASH, UNSPACED_KEY, Line, line_at, lines_above, shortened
from docgen.reading.trouble import Trouble

_TAB_INDENTED = regex(r"^ *\t[ \t]*", re.MULTILINE)
_TABBED_KEY = regex(r"\t+[A-Za-z_][\w-]*:(?=\s|$)", re.MULTILINE)
_SPECIAL_SPACE = regex(
    rf"""^(?:[ \t]*+(?:-[ ]+)*+(?P<before>[{SPACES}][ \t{SPACES}]*)
         |[ \t]*+(?:-[ ]+)*+[A-Za-z_][\w-]*(?P<behind_key>[{SPACES}]+):
         |[ \t]*+(?:-[ ]+)*+[A-Za-z_][\w-]*[ ]*:[ ]*(?P<behind_colon>[{SPACES}]+)
         |[ \t]*+-(?P<behind_dash>[{SPACES}]+))""",
    re.VERBOSE | re.MULTILINE,
)


def tab_as_indentation(trouble: Trouble) -> Mistake | None:
    """A tab before the first letter of a line: editors show it as spaces, YAML does not count it."""
    line = line_at(trouble.text, trouble.at)
    here = _TAB_INDENTED.match(trouble.text, line.start)
    if here is None:
        return None
    if _is_misplaced(trouble.text, line):
        message = "a tab stands before this key, which begins at the left margin"
        return Mistake(here.start(), here.end(), "tab-indentation", message, "delete it", (Mend(*here.span(), ""),))
    found = [at for at in _TAB_INDENTED.finditer(trouble.text) if not trouble.text[at.end() : at.end() + 1].isspace()]
    width = _tab_width(trouble.text, line, here.group())
    more = f"; so are {len(found) - 1} more lines" if len(found) > 2 else "; so is another line" if found[1:] else ""
    return Mistake(
        here.start(),
        here.end(),
        "tab-indentation",
        f"this line is indented with a tab{more}",
        "put spaces in its place, two for each level; most editors can be set to do so when Tab is pressed",
        tuple(Mend(at.start(), at.end(), at.group().expandtabs(width)) for at in found),
    )


def _is_misplaced(text: str, line: Line) -> bool:
    """Whether a line that begins with a key stands right below a key at the left margin that has its value already."""
    above = next(lines_above(text, line), None)
    is_key = _TABBED_KEY.match(text, line.start) is not None
    return (
        is_key and above is not None and above.column == 0 and above.names_key and above.value[:1] not in ("", "|", ">")
    )


def _tab_width(text: str, line: Line, tabs: str) -> int:
    """How many columns a tab stands for, judging by what stands above the line that begins with `tabs`."""
    dashes = "- " if text.startswith("- ", line.start + len(tabs)) else ""
    columns = {column for column, _ in companions(text, replace(line, dashes=dashes))}
    return next((width for width in (2, 4, 8) if len(tabs.expandtabs(width)) in columns), 2)


def special_space(trouble: Trouble) -> Mistake | None:
    """A space that is none to YAML, as text copied from a web page or from Word has, where a plain one must be."""
    for line in trouble.suspects:
        found = _SPECIAL_SPACE.match(trouble.text, line.start)
        if found:
            break
    else:
        return None
    everywhere = [_special_span(at) for at in _SPECIAL_SPACE.finditer(trouble.text)]
    more = len(everywhere) - 1
    start, end = _special_span(found)
    also = f"; so does {more} more line" if more == 1 else f"; so do {more} more lines" if more else ""
    name = character_name(next(sign for sign in trouble.text[start:end] if re.match(f"[{SPACES}]", sign)))
    return Mistake(
        start,
        end,
        "special-space",
        f"this line has {name} where YAML needs an ordinary space{also}",
        "delete it and press the space bar",
        tuple(Mend(begin, stop, " " * (stop - begin)) for begin, stop in everywhere),
    )


def _special_span(found: re.Match[str]) -> tuple[int, int]:
    """The run of white space in which the special one stands."""
    return found.span(found.lastgroup or 0)


def missing_space(trouble: Trouble) -> Mistake | None:
    """A key or a dash with no space behind it."""
    for line in trouble.suspects:
        raw = trouble.text[line.key_start : line.end]
        if line is trouble.above and "mapping values" not in trouble.problem:
            continue
        if UNSPACED_KEY.match(raw) and not line.key:
            return space_after_colon(trouble.text, line.key_start)
        if UNSPACED_DASH.match(raw) and line is not trouble.above:
            return space_after_dash(trouble.text, line.key_start)
    return None


def space_after_colon(text: str, start: int, end: int | None = None) -> Mistake:
    """The mistake `title:The …`, for a key that begins at `start`; its value ends at `end`, or with the line."""
    at = text.index(":", start)
    key, value = text[start:at], text[at + 1 : line_at(text, start).end if end is None else end]
    return Mistake(
        start,
        at + 1,
        "missing-space",
        "a space is missing behind this colon",
        f"write:  {key}: {shortened(value)}",
        (Mend(at + 1, at + 1, " "),),
    )


def space_after_dash(text: str, start: int) -> Mistake:
    """The mistake `-Japan`, for a dash at `start`."""
    line = line_at(text, start)
    return Mistake(
        start,
        line.end,
        "dash-without-space",
        "a space is missing behind this dash, so YAML sees a word and no entry of a list",
        f"write:  - {shortened(text[start + 1 : line.end])}",
        (Mend(start + 1, start + 1, " "),),
    )
