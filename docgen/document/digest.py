"""What a document says, as one digest: a review that names it was of this text, these pictures, this structure.

It holds whatever a screen reader meets and whoever looks at the pictures sees: words with their languages, headings
with their levels, lists, tables, quotations, notes, alternative texts, pictures, and where links lead. How any of it is
set (sizes, widths, colours, breaks) is not in it, nor where in its source it stands.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from typing import Any, assert_never

from docgen.document import tree
from docgen.document.kernel import (
    Break,
    Cell,
    Contents,
    Document,
    Drawing,
    Figure,
    Group,
    Heading,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from docgen.document.paths import Shape
from docgen.document.runs import Field, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.style.pictures import Pictures

DIGITS = 16
"""How many hexadecimal digits of it are written: enough that no two states of a report share them by chance."""

_FORM = 1
"""The form of what is digested; another form gives every document another digest."""


def content_digest(document: Document, pictures: Pictures) -> str:
    """The digest of what a document says: the first digits of a SHA-256, in small letters."""
    import json  # here, because only a report that names a digest needs it

    said = [_FORM, document.properties.title, _part(document, pictures, "")]
    data = json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def _part(part: tree.Part, pictures: Pictures, above: str) -> list[Any]:
    """A part as lists and plain values: what it is, its runs, what it holds; its language where that is another."""
    language = getattr(part, "language", "") or above
    held = [_part(child, pictures, language) for child in tree.children(part) if not isinstance(child, Break | Rule)]
    kind = [type(part).__name__, getattr(part, "role", ""), language if language != above else ""]
    return [*kind, _facts(part, pictures), _runs(tree.runs(part)), held]


def _facts(part: tree.Part, pictures: Pictures) -> list[Any]:
    """What else there is to know of a part."""
    match part:
        case Heading():
            return [part.level]
        case List():
            return [part.ordered, part.start if part.ordered else 0]
        case Table():
            return [part.head_rows, len(part.alignments)]
        case Cell():
            return [part.header]
        case Figure():
            shown = "" if isinstance(part.picture, Drawing) else _picture(part.picture.value, pictures)
            return [part.decorative, part.alternative.value if part.alternative else "", shown]
        case Drawing():
            return [part.size, [_shape(shape) for shape in part.shapes]]
        case Note():
            return [part.mark]
        case Contents():
            return [[entry.level, _runs(entry.runs)] for entry in part.entries]
        case Paragraph():
            return [part.count.name] if part.count is not None else []
        case Document() | Group() | Item() | Quote() | Break() | Rule():
            return []
        case _:
            assert_never(part)


def _shape(shape: Shape) -> list[Any]:
    steps = [[type(step).__name__, *astuple(step)] for step in shape.steps]
    return [steps, shape.fill, shape.stroke, shape.stroke_width, shape.even_odd]


def _picture(path: str, pictures: Pictures) -> str:
    picture = pictures.get(path)
    return hashlib.sha256(picture.data).hexdigest() if picture else ""


def _runs(runs: tuple[Run, ...]) -> list[Any]:
    """Runs, with neighbours that are set alike as one: how the source divides them says nothing."""
    found: list[Any] = []
    for run in runs:
        said, last = _run(run), found[-1] if found else None
        if isinstance(run, TextRun) and isinstance(last, list) and last[0] == "text" and last[2:] == said[2:]:
            last[1] += said[1]
        else:
            found.append(said)
    return found


def _run(run: Run) -> list[Any]:
    match run:
        case TextRun():
            return ["text", run.text.value, run.language or "", run.emphasis, run.strong]
        case LineBreak():
            return ["line-break"]
        case Link():
            return ["link", run.url or f"#{run.target}", _runs(run.runs)]
        case NoteRef():
            return ["note", run.mark]
        case Ref():
            return ["reference", run.target, run.text]
        case Field():
            return ["field", run.kind.value]
        case _:
            assert_never(run)
