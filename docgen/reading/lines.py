"""The anatomy of one line of a content file, and how to write its value so that YAML takes it as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.expressions import regex
from docgen.records import dataclass

SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""The white space that YAML takes for letters, as the inside of a character class."""

LONGEST = 4_000
"""How many characters of a line are looked at."""

MOST_LINES = 2_000
"""How many lines above or below another are looked at."""

_ADVISED = 50
_LINE = regex(
    r"""(?P<indent>[ ]*+)
        (?P<dashes>(?:-[ ]+)*+)
        (?:(?P<key>[^\s"'\#\[\]{},%][^:\#]*|"[^"]*"|'[^']*'):(?=[ \t]|$)[ \t]*)?
        (?P<value>.*)""",
    re.VERBOSE,
)
_WORD = regex(r"[A-Za-z][\w-]*")

NOUNS = {"body": "text", "byline": "byline", "introduction": "introduction"}
"""How a message calls the value of a key that is not its own noun."""

OWN_NOUNS = frozenset(
    ("title", "heading", "label", "venue", "name", "caption", "date", "country", "city", "address", "kind", "mission")
)
"""The keys that are nouns for their values."""

OUTER_KEYS = frozenset(
    {
        *("byline", "docgen", "documents", "hosts", "introduction", "label", "organisations", "partners", "people"),
        *("places", "sections", "style", "terms", "venue"),
    }
)
"""The words that are keys of the whole report."""

INNER_KEYS = frozenset(
    {
        *(
            "acronym",
            "address",
            "alt",
            "body",
            "caption",
            "city",
            "country",
            "figure",
            "heading",
            "id",
            "kind",
            "level",
            "logo",
        ),
        *("mission", "name", "number", "organisation", "position", "speakers", "to", "year"),
    }
)
"""The words that are keys inside an entry."""

USUAL_KEYS = OUTER_KEYS | INNER_KEYS | {"date", "language", "title"}
"""The words that are taken for keys where a colon behind them is missing; any other word begins a line of text."""

UNSPACED_KEY = regex(rf"[A-Za-z_][\w-]*:(?=[^\s/:{SPACES}])")
"""A key and a colon with no space behind it; not a web address, not a time of day."""

UNSPACED_DASH = regex(r"-(?=[^\W\d_]|[\"'“‘({])")
"""A dash with no space behind it that was meant to begin an entry of a list; not a negative number."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, cut into indentation, dashes, key and value. Offsets count from the start of the text.

    `key` is empty where the line has none; `value` has no white space at either end.
    """

    start: int
    indent: int
    dashes: str
    key: str
    value: str
    value_start: int

    @property
    def end(self) -> int:
        """The offset behind the value's last letter."""
        return self.value_start + len(self.value)

    @property
    def text_start(self) -> int:
        """The offset of the first letter, dashes included."""
        return self.start + self.indent

    @property
    def key_start(self) -> int:
        """The offset of the key, or of the value where there is no key."""
        return self.text_start + len(self.dashes)

    @property
    def column(self) -> int:
        """How far from the left margin the key, or else the value, begins."""
        return self.indent + len(self.dashes)

    @property
    def names_key(self) -> bool:
        """Whether it begins with a key, and not with words that have a colon behind them."""
        return _WORD.fullmatch(self.key) is not None

    @property
    def is_blank(self) -> bool:
        """Whether nothing, or nothing but a comment, stands on it."""
        return not self.key and not self.dashes and (not self.value or self.value.startswith("#"))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands on it."""
        return not self.key and not self.dashes and not self.value

    @property
    def opens_text(self) -> bool:
        """Whether its value is text on the lines below, announced by `|` or `>`."""
        return re.fullmatch(r"[|>][-+0-9]*(\s+#.*)?", self.value) is not None


def line_at(text: str, offset: int) -> Line:
    """The line on which an offset stands."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    raw = text[start : min(end if end >= 0 else len(text), start + LONGEST)].rstrip()
    parts = _LINE.match(raw)
    if parts is None:
        return Line(start, 0, "", "", raw, start)
    key, value = parts["key"] or "", parts["value"]
    return Line(start, len(parts["indent"]), parts["dashes"], key.rstrip(), value, start + parts.start("value"))


def lines_above(text: str, line: Line) -> Iterator[Line]:
    """The lines above one that are not blank, the nearest first."""
    for _ in range(MOST_LINES):
        if line.start == 0:
            return
        line = line_at(text, line.start - 1)
        if not line.is_blank:
            yield line


def lines_below(text: str, line: Line) -> Iterator[Line]:
    """The lines below one, blank ones included."""
    for _ in range(MOST_LINES):
        end = text.find("\n", line.start)
        if end < 0 or end + 1 == len(text):
            return
        line = line_at(text, end + 1)
        yield line


def noun(line: Line) -> str:
    """What a message calls the value of a line: `title`, `text`, or just `value`."""
    if line.key:
        return line.key if line.key in OWN_NOUNS else NOUNS.get(line.key, "value")
    return "entry" if line.dashes else "line"


def labelled(line: Line, value: str) -> str:
    """A line with another value, as it is to be written, without its indentation."""
    return f"{f'{line.key}: ' if line.key else '- ' if line.dashes else ''}{value}"


def quoted(value: str) -> str:
    """A value in the quotes that leave it as it is: double ones, or single ones around double ones."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def shortened(value: str) -> str:
    """A value as advice shows it: its first words, and an ellipsis for the rest."""
    if len(value) <= _ADVISED:
        return value
    words = value[: _ADVISED + 1].rsplit(" ", 1)[0] if " " in value[: _ADVISED + 1] else value[:_ADVISED]
    return f"{words} …"


def put_in_quotes(line: Line, value: str) -> str:
    """The advice that helps most, with the corrected line: `put the title in quotes:  title: "…"`."""
    return f"put the {noun(line)} in quotes:  {labelled(line, quoted(shortened(value)))}"


def spaces(count: int) -> str:
    """So many spaces, in words."""
    return {0: "no spaces", 1: "1 space"}.get(count, f"{count} spaces")
