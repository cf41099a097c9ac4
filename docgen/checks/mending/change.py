"""What a rule wants changed, said without knowing how it is written in YAML."""

from __future__ import annotations

from typing import Protocol

from docgen.reading.text import Text
from docgen.records import dataclass


class Written(Protocol):
    """Some characters of a text: a passage, a stretch, a word."""

    @property
    def text(self) -> Text:
        """The characters with their places."""


@dataclass(frozen=True, slots=True)
class Change:
    """The replacement of a stretch of text by other words. `markdown` says that the text is Markdown."""

    text: Text
    replacement: str
    markdown: bool = True


@dataclass(frozen=True, slots=True)
class Joining:
    """Two texts of one value as one: what stands between them gives way to `between`, a blank or nothing."""

    first: Text
    second: Text
    between: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A new entry at the end of the group or list under a top-level key of the report, which is made where it lacks.

    `line` is YAML as it stands in one line: `lee: {name: Ann Lee}`, or `- Geneva` for a list.
    """

    key: str
    line: str


def joined(first: Written, second: Written, between: str = " ") -> Joining:
    """Two passages as one, or the end of one to the beginning of the next.

    Between them may be nothing but blanks, line ends and hyphens.
    """
    return Joining(first.text, second.text, between)
