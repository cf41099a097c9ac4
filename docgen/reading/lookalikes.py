"""Signs that stand where YAML wants a hyphen or a colon and are neither: Word's dashes and bullets, `：`, `;`, `=`.

`wrong_mark` and `wrong_colon` are rules of diagnosis; the others find what YAML takes for words without an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from docgen.expressions import regex
from docgen.reading.decoding import character_name
from docgen.reading.draft import Mend, Mistake
from docgen.reading.lines import INNER_KEYS, NOUNS, OWN_NOUNS, USUAL_KEYS, Line, line_at, lines_above, shortened
from docgen.reading.trouble import Trouble

LIST_MARKS = "‐‑‒–—―−•‣·∙●○◦▪▫■□➢➤*+"
"""What word processors, Markdown and habit put before the entries of a list, where YAML wants a hyphen."""

COLONS, SEMICOLONS = "：﹕∶︓", ";；﹔︔"
"""What is typed for a colon: signs of other scripts, and the keys beside it."""

NEAR = 12
"""How many lines above a word its list's key is looked for."""

_MARK = regex(rf"[{re.escape(LIST_MARKS)}](?:[ \t]+(?=\S)|(?=[A-Za-z_][\w-]*:(?:\s|$)))")
_LATER_MARK = regex(rf"^[ \t]*(?P<mark>{_MARK.pattern})", re.MULTILINE)
_KEY = regex(rf"(?P<key>[A-Za-z_][\w-]*)[ \t]*(?P<sign>[={COLONS}{SEMICOLONS}])(?P<gap>[ \t]*)(?P<value>[^\r\n]*)")


def wrong_mark(trouble: Trouble) -> Mistake | None:
    """An entry of a list that begins with something other than a hyphen."""
    for line in trouble.suspects:
        found = _MARK.match(trouble.text, line.text_start)
        if (
            found
            and not line.dashes
            and not _is_in_text(trouble.text, line)
            and _is_entry(trouble.text, line, found.end())
        ):
            return _other_mark(trouble.text, *found.span())
    return None


def wrong_colon(trouble: Trouble) -> Mistake | None:
    """A key with something other than a colon behind it."""
    for line in trouble.suspects:
        found = None if line.key else _KEY.match(trouble.text, line.key_start)
        if found is None or _is_in_text(trouble.text, line):
            continue
        could_be_key = line is trouble.suspects[0] and "expected ':'" in trouble.problem
        if found["key"] in USUAL_KEYS or (could_be_key and found["sign"] not in SEMICOLONS):
            return _other_colon(found)
    return None


def marks_in_value(text: str, start: int, end: int) -> Iterator[Mistake]:
    """The marks of a whole list that begins at `start`, which YAML takes for one value of several lines."""
    line, found = line_at(text, start), _MARK.match(text, start)
    if found and line.text_start == start and _is_entry(text, line, found.end()):
        for mark in _LATER_MARK.finditer(text, line.start, end):
            yield _other_mark(text, *mark.span("mark"))


def mark_in_key(text: str, start: int) -> Mistake | None:
    """The mark before `• mission: Japan`, which YAML takes for part of the key."""
    found = _MARK.match(text, start)
    return _other_mark(text, *found.span()) if found and line_at(text, start).text_start == start else None


def colon_in_word(text: str, start: int, end: int) -> Mistake | None:
    """The sign in `mission；Japan`, which YAML takes for one word; among running text it may be one."""
    found = _KEY.match(text, start, end)
    if found is None or found["sign"] == "=" or found["key"] not in USUAL_KEYS:
        return None
    line = line_at(text, start)
    above = islice(lines_above(text, line), NEAR)
    owner = next((other for other in above if other.indent <= line.indent and not other.dashes), None)
    return None if owner and owner.key in NOUNS else _other_colon(found)


def _other_mark(text: str, start: int, end: int) -> Mistake:
    words = line_at(text, start)
    return Mistake(
        start,
        start + 1,
        "list-mark",
        f"this entry begins with {_name(text[start])}, and YAML wants a hyphen",
        f"write:  - {shortened(text[end : words.end])}",
        (Mend(start, end, "-" + (" " * (end - start - 1) or " ")),),
    )


def _other_colon(found: re.Match[str]) -> Mistake:
    key, sign = found["key"], found["sign"]
    is_foreign = sign in COLONS or ord(sign) > ord("z")
    named = f"{_name(sign)} ({sign})" if is_foreign else _name(sign)
    return Mistake(
        found.start(),
        found.end(),
        "missing-colon",
        f"'{key}' has {named} behind it; YAML wants {'an ordinary' if sign in COLONS else 'a'} colon",
        f"write:  {key}: {shortened(found['value'].rstrip())}".rstrip(),
        (Mend(found.end("key"), found.end("sign"), ":" if found["gap"] or not found["value"] else ": "),),
    )


def _name(sign: str) -> str:
    """A sign as a message names it, without its number: `an en dash`."""
    return character_name(sign).partition(" (")[0].replace("fullwidth", "full-width")


def _is_entry(text: str, line: Line, words: int) -> bool:
    """Whether a line with a mark, its words beginning at `words`, stands where a list can have an entry."""
    beside = (above for above in lines_above(text, line) if above.indent <= line.indent)
    for above in beside:
        if above.indent == line.indent and above.dashes:
            return True
        if above.indent == line.indent and _MARK.match(text, above.text_start):
            continue
        key = re.compile(r"[\w-]+(?=:)").match(text, words)
        is_text = above.key in NOUNS or above.key in OWN_NOUNS
        return bool(above.key) and not above.value and (not is_text or (key is not None and key[0] in INNER_KEYS))
    return False


def _is_in_text(text: str, line: Line) -> bool:
    """Whether a line belongs to a text that `|` or `>` opens above it."""
    margin = line.indent
    for above in lines_above(text, line):
        if margin == 0:
            break
        if above.indent < margin:
            if above.opens_text:
                return True
            margin = above.indent
    return False
