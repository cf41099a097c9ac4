"""Running text: Markdown and blocks, and single lines with emphasis."""

from __future__ import annotations

from typing import Any, Self, TypeAlias

from docgen.document import tree
from docgen.document.block import Block
from docgen.document.kernel import Note
from docgen.document.markup import Markup, read_caption, read_line, read_markup
from docgen.document.runs import Run
from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder, Unbound, unknown
from docgen.reading.text import Prose, Title
from docgen.records import dataclass
from docgen.report.blocks import kinds

Part: TypeAlias = Markup | Block
"""A stretch of Markdown, or a block."""


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown, or a list whose entries are Markdown or a mapping with exactly one kind of block."""

    parts: tuple[Part, ...]
    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read the Markdown of `node`, and bind its blocks."""
        if isinstance(node, nodes.Scalar):
            return cls((_markup(node, binder),), node.span)
        if isinstance(node, nodes.Mapping):
            return cls((_block(node, binder),), node.span)
        parts: list[Part] = []
        missed = False
        for item in node.items:
            try:
                parts.append(_part(item, binder))
            except Unbound:
                missed = True
        if missed:
            raise Unbound
        return cls(tuple(parts), node.span)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of running text: a string, or a list of strings and blocks."""
        blocks = [
            {
                "type": "object",
                "properties": {kind: maker.of(block)},
                "required": [kind],
                "additionalProperties": False,
            }
            for kind, block in sorted(kinds().items())
        ]
        entry = {"anyOf": [maker.line(), *blocks]}
        return {"anyOf": [maker.line(), {"type": "array", "items": entry}, *blocks]}


@dataclass(frozen=True, slots=True)
class Line:
    """A single line that may hold emphasis and links: a title, a heading, a caption."""

    text: Title
    runs: tuple[Run, ...]

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read the line's Markdown."""
        text = binder.bind(node, Title)
        runs, findings = read_line(text)
        binder.report(*findings)
        return cls(text, runs)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a line: text."""
        return dict(maker.line())

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span()

    @property
    def words(self) -> str:
        """The line without marks."""
        return tree.plain(self.runs)


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """The line under a picture: a sentence, with emphasis, links and notes."""

    text: Prose
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read the line's Markdown."""
        text = binder.bind(node, Prose)
        caption = read_caption(text)
        binder.report(*caption.findings)
        return cls(text, caption.runs, caption.notes)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a line: text."""
        return dict(maker.line())


def _part(node: nodes.Node, binder: Binder) -> Part:
    if isinstance(node, nodes.Scalar):
        return _markup(node, binder)
    return _block(node, binder)


def _markup(node: nodes.Scalar, binder: Binder) -> Markup:
    cut = nodes.cut_by_comment(node)
    if cut is not None:
        binder.report(cut)
    prose = node.prose()
    binder.refuse_control(prose)
    markup = read_markup(prose)
    binder.report(*markup.findings)
    return markup


def _block(node: nodes.Node, binder: Binder) -> Block:
    entries = binder.entries(node)
    if len(entries) != 1:
        binder.fail(
            entries[1][0].span if entries else node.span,
            "one-block",
            "an entry of a body holds exactly one block",
            "begin each block on a line of its own:  - figure: …",
        )
    ((key, value),) = entries
    known = kinds()
    if key.value not in known:
        binder.report(unknown(key, known, "block"))
        raise Unbound
    return binder.bind(value, known[key.value])
