"""Attributes in braces: `{#label}`, `{.nohyphen}`, `{lang=fr}`, `{width=page}`.

The grammar is the one of the markdown-it attribute plugin (which has it from Djot), without comments. It is read by
one regular expression here because the plugin keeps no places, and reads on to the end of the text for every brace
that is never closed.
"""

from __future__ import annotations

from docgen.expressions import regex
from docgen.reading.text import Text
from docgen.records import dataclass

LABEL = regex(r"[A-Za-z][A-Za-z0-9_-]*")
"""What a label may be: a letter, then letters, digits, hyphens and underscores."""

_ONE = r'(?:#[\w:-]++|\.[\w:-]++|[\w:-]++=(?:"[^"{}\n]*+"|[^\s"{}]++))'
_IN_BRACES = regex(rf"\{{[ \t]*+{_ONE}(?:[ \t]++{_ONE})*+[ \t]*+\}}")
_EACH = regex(_ONE)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute as written: `name` is `#` for a label, `.nohyphen` for a class, the key where there is a value."""

    name: str
    value: Text
    written: Text


@dataclass(frozen=True, slots=True)
class Braces:
    """Where attributes stand in a text, braces included."""

    start: int
    end: int

    def read(self, text: Text) -> tuple[Attribute, ...]:
        """The attributes between the braces, in order."""
        return tuple(
            _attribute(text.slice(found.start(), found.end()))
            for found in _EACH.finditer(text.value, self.start, self.end)
        )


def find_braces(source: str, start: int, end: int | None = None) -> Braces | None:
    """The attributes that begin at `start`; None where none do, or `{` and `}` mean something else."""
    found = _IN_BRACES.match(source, start, len(source) if end is None else end)
    return Braces(start, found.end()) if found else None


def _attribute(written: Text) -> Attribute:
    if written.value.startswith("#"):
        return Attribute("#", written.slice(1), written)
    if written.value.startswith("."):
        return Attribute(written.value, written.slice(1), written)
    equals = written.value.index("=")
    return Attribute(written.value[:equals], written.slice(equals + 1).strip('"'), written)
