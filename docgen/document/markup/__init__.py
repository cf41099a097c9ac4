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

from docgen.document.kernel import Node, Note
from docgen.document.markup import faults
from docgen.document.markup.body import Body, with_line_feeds
from docgen.document.markup.dialect import block_tokens
from docgen.document.markup.links import check_definitions
from docgen.document.markup.nodes import NodeReader
from docgen.document.markup.notes import read_notes, take_out_notes
from docgen.document.markup.runs import read_runs
from docgen.document.runs import Run
from docgen.findings import Finding, in_order
from docgen.reading.text import Prose, Text, Title
from docgen.records import dataclass

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
    body = Body(language)
    tokens = block_tokens(prose.value, body.environment)
    addresses = [token for token in tokens if token.type == "definition"]
    main, definitions = take_out_notes(prose, [token for token in tokens if token.type != "definition"])
    body.defined = {definition.label for definition in definitions}
    nodes = NodeReader(body, prose, iter(main)).read()
    notes = read_notes(body, prose, definitions)
    check_definitions(body, prose, addresses)
    if "too_deep" in body.environment:
        body.report(faults.too_deep(prose.span(*body.environment["too_deep"])))
    return Markup(nodes, notes, in_order(body.findings))


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption says; of its notes the ids are as in `Markup`."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def read_line(text: Text, kind: type[Text] = Title) -> tuple[tuple[Run, ...], tuple[Finding, ...]]:
    """Read a title or heading: Markdown within a line, without notes. Its words become text of `kind`."""
    body = Body(note_fault=faults.misplaced_note, label_fault=faults.label_in_line)
    runs = read_runs(body, with_line_feeds(text).strip(), kind)
    return runs, in_order(body.findings)


def read_caption(text: Text, language: str = "") -> Caption:
    """Read a caption that stands by itself as one between a picture's quotes is read: Prose, which may have notes.

    Its notes are written in their places, `^[The text.]`; they are in `language` (BCP 47).
    """
    body = Body(language, undefined_note=faults.undefined_caption_note, label_fault=faults.label_in_line)
    prose = with_line_feeds(text).strip()
    runs = read_runs(body, prose, Prose)
    notes = read_notes(body, prose, [])
    return Caption(runs, notes, in_order(body.findings))
