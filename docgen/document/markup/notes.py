"""Notes: their definitions are taken out of the body first, and read after it, in the order of their marks."""

from __future__ import annotations

from dataclasses import field

from markdown_it.token import Token

from docgen.document.kernel import Node, Note, Paragraph
from docgen.document.markup import faults
from docgen.document.markup.body import Body
from docgen.document.markup.nodes import NodeReader
from docgen.document.markup.runs import read_runs
from docgen.findings import Span
from docgen.reading.text import Prose, Text
from docgen.records import dataclass
from docgen.style.roles import Role


@dataclass(slots=True)
class Definition:
    """`[^label]: The text.`: where it begins, and its blocks."""

    label: str
    span: Span
    tokens: list[Token] = field(default_factory=list)


def take_out_notes(prose: Text, tokens: list[Token]) -> tuple[list[Token], list[Definition]]:
    """The tokens of the body itself, and the definitions of notes that stood between them."""
    main: list[Token] = []
    definitions: list[Definition] = []
    open_ones: list[Definition] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            start = token.meta["range"][0]
            label = token.meta["label"]
            definition = Definition(label, prose.span(start, start + len(f"[^{label}]:")))
            definitions.append(definition)
            open_ones.append(definition)
        elif token.type == "footnote_reference_close":
            open_ones.pop()
        else:
            (open_ones[-1].tokens if open_ones else main).append(token)
    return main, definitions


def read_notes(body: Body, prose: Text, definitions: list[Definition]) -> tuple[Note, ...]:
    """The notes that the body refers to, in that order; those it does not refer to are faults."""
    body.note_fault = faults.nested_note
    notes: dict[str, Note] = {}
    for definition in definitions:
        children = NodeReader(body, prose, iter(definition.tokens), Role.NOTE).read()
        if definition.label in notes:
            body.report(faults.duplicate_note(definition.span, definition.label))
            continue
        if definition.label not in body.cited:
            body.report(faults.unused_note(definition.span, definition.label))
        notes[definition.label] = _note(body, definition.label, children, definition.span)
    for name, text in body.cited.items():
        if text is not None:
            runs = read_runs(body, text, Prose)
            paragraph = Paragraph(runs=runs, span=text.span(), role=Role.NOTE, language=body.language)
            notes[name] = _note(body, name, (paragraph,) if runs else (), text.span())
    return tuple(notes[name] for name in body.cited)


def _note(body: Body, name: str, children: tuple[Node, ...], span: Span) -> Note:
    if not children:
        body.report(faults.empty_note(span))
    whole = span | children[-1].span if children else span
    return Note(children=children, span=whole, language=body.language, id=name)
