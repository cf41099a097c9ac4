r"""Markdown in prose, as nodes and runs.

What can be written, and what becomes of it:

    # Heading                            Heading, one level below the section it stands in; ## two levels
    *emphasis* **strong**                TextRun
    [mot]{lang=fr} [word]{.nohyphen}     TextRun
    [words](https://example.org)         Link; also http:, mailto:, <https://example.org>, [words][name] with [name]: …
    [words](#label) [](#label)           Link to, or Ref that names, what carries the label
    word[^1] word^[The note itself.]     NoteRef, and its Note
    - item  1. item                      List
    > quoted                             Quote; a last paragraph that begins with "— " or "-- " is its source
    | a | b |                            Table, with |---|:-:| below its first row
    ![what it shows](a.jpg "Caption.")   Figure, alone in its paragraph; {.decorative} behind it for a picture that
                                         shows nothing, {width=page} for one as wide as the page
    {#label}                             alone on the line above a heading or table, or right behind a picture
    ---                                  Rule, also right below a line of text
    two spaces or \ at the end of a line LineBreak

A backslash prints the mark behind it; `&eacute;` and `&#233;` print é. HTML is text, and so is what is indented. Code,
and whatever would be lost or misread in silence, is a finding (`faults.py`). Every character knows its place.

CommonMark 0.31; tables as in GitHub Flavored Markdown 0.29; notes and attributes as in pandoc and Djot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document.markup.lines import with_line_feeds
from docgen.document.markup.plain import plain_paragraphs, plain_runs
from docgen.findings import Finding
from docgen.reading.text import Prose, Text, Title
from docgen.records import dataclass

if TYPE_CHECKING:
    from docgen.document.kernel import Node, Note
    from docgen.document.runs import Run

__all__ = ["Caption", "Markup", "read_caption", "read_line", "read_markup"]


@dataclass(frozen=True, slots=True)
class Markup:
    """What a body says.

    Ids are empty but for notes, whose id is what their marks call them (`NoteRef.note`), unique in the body.
    """

    nodes: tuple[Node, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def read_markup(prose: Text, language: str = "") -> Markup:
    """Read a body of Markdown. Its nodes are in `language` (BCP 47); nothing raises, all faults are findings."""
    prose = with_line_feeds(prose)
    paragraphs = plain_paragraphs(prose, language)
    if paragraphs is not None:
        return Markup(paragraphs, (), ())
    from docgen.document.markup.marked import read_body  # and the parser, only where there is something for it

    return Markup(*read_body(prose, language))


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption says; of its notes the ids are as in `Markup`."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def read_line(text: Text, kind: type[Text] = Title) -> tuple[tuple[Run, ...], tuple[Finding, ...]]:
    """Read a title or heading: Markdown within a line, without notes. Its words become text of `kind`."""
    line = with_line_feeds(text).strip()
    runs = plain_runs(line, kind)
    if runs is not None:
        return runs, ()
    from docgen.document.markup.marked import read_title

    return read_title(line, kind)


def read_caption(text: Text, language: str = "") -> Caption:
    """Read a caption that stands by itself as one between a picture's quotes is read: Prose, which may have notes.

    Its notes are written in their places, `^[The text.]`; they are in `language` (BCP 47).
    """
    line = with_line_feeds(text).strip()
    runs = plain_runs(line, Prose)
    if runs is not None:
        return Caption(runs, (), ())
    from docgen.document.markup.marked import read_noted

    return Caption(*read_noted(line, language))
