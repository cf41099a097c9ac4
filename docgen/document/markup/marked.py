"""Text with Markdown in it, read by the parser."""

from __future__ import annotations

from docgen.document.kernel import Node, Note
from docgen.document.markup import faults
from docgen.document.markup.body import Body
from docgen.document.markup.dialect import block_tokens
from docgen.document.markup.links import check_definitions
from docgen.document.markup.nodes import NodeReader
from docgen.document.markup.notes import read_notes, take_out_notes
from docgen.document.markup.runs import read_runs
from docgen.document.runs import Run
from docgen.findings import Finding, in_order
from docgen.reading.text import Prose, Text


def read_body(prose: Text, language: str) -> tuple[tuple[Node, ...], tuple[Note, ...], tuple[Finding, ...]]:
    """The nodes, notes and faults of a body. Line ends must be line feeds, here and below."""
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
    return nodes, notes, in_order(body.findings)


def read_title(line: Text, kind: type[Text]) -> tuple[tuple[Run, ...], tuple[Finding, ...]]:
    """The runs and faults of a line that can have neither notes nor a label."""
    body = Body(note_fault=faults.misplaced_note, label_fault=faults.label_in_line)
    runs = read_runs(body, line, kind)
    return runs, in_order(body.findings)


def read_noted(line: Text, language: str) -> tuple[tuple[Run, ...], tuple[Note, ...], tuple[Finding, ...]]:
    """The runs, notes and faults of a line that can have notes, their text written in their places."""
    body = Body(language, undefined_note=faults.undefined_caption_note, label_fault=faults.label_in_line)
    runs = read_runs(body, line, Prose)
    notes = read_notes(body, line, [])
    return runs, notes, in_order(body.findings)
