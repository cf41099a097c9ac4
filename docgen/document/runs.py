"""The closed set of runs: what stands inside a paragraph, known to layout and every writer as nodes are."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from docgen.findings import Span
from docgen.reading.text import Text
from docgen.records import dataclass


class FieldKind(Enum):
    """What only layout or the reader's program can tell."""

    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text set alike. `language` is None where it is the node's."""

    text: Text
    language: str | None = None
    emphasis: bool = False
    strong: bool = False
    hyphenate: bool = True


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line end inside a paragraph."""

    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Runs that lead to an address outside (`https:`, `http:`, `mailto:`) or to the node with id `target`.

    Exactly one of `url` and `target` is given.
    """

    runs: tuple[Run, ...]
    span: Span
    url: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark that sends the reader to a note; `mark` is what is printed, and empty before compose numbers it."""

    note: str
    span: Span
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """A cross-reference to a labelled node: `label` as written, `target` the node's id, `text` what is printed.

    Markup leaves `target` and `text` empty; compose fills them ("Figure 2", a section's heading).
    """

    label: str
    span: Span
    target: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A value known only when pages are: the page's number or how many there are."""

    kind: FieldKind


Run: TypeAlias = TextRun | LineBreak | Link | NoteRef | Ref | Field
