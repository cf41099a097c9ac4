r"""A document as readable text, one node a line: what tests compare, and what shows what compose has made.

    paragraph body #s1.p1 | Ambassador Vane *welcomed* the **delegates**^1(note-1), {fr:mer calme}

A line holds the node's kind, its role, its id, what else is set, and behind ` | ` its runs; what it holds is indented
below it. A language is given where it differs from that of the node above.

Runs: `*emphasis*`, `**strong**`, `***both***`, `{fr:language}`, `{!:not hyphenated}`, `[link](https://…)`,
`[link](#id)`, `^mark(note)`, `@label(id)=(printed)`, `<page>`, `<pages>`, `\n` for a forced line end; `|` parts runs
that could be taken for one. Characters of the text that mean something here have a backslash before them; characters
that cannot be seen, and spaces at the ends, are given by number: `\u{a0}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, assert_never

from docgen.document.kernel import (
    Alignment,
    Break,
    Contents,
    Document,
    Drawing,
    Figure,
    Furniture,
    Group,
    Heading,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
    Width,
)
from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Shape, Step
from docgen.document.properties import Properties
from docgen.document.runs import Field, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.writers.writer import Edition

Line: TypeAlias = tuple[int, str]

_MARKS = "\\*{}[]()^@<|"


def dump(document: Document) -> str:
    """The document as text, with a line end at its end."""
    return "".join(f"{'  ' * depth}{line}\n" for depth, line in _document(document))


def notation(runs: tuple[Run, ...]) -> str:
    """Runs on one line, in the notation above."""
    line = "".join(
        ("|" if before is not None and _run_together(before, run) else "") + _run(run)
        for before, run in zip((None, *runs), runs, strict=False)
    )
    inner = line.strip(" ")
    lead = len(line) - len(line.lstrip(" "))
    return "\\u{20}" * lead + inner + "\\u{20}" * (len(line) - lead - len(inner))


def _document(document: Document) -> Iterator[Line]:
    properties = document.properties
    yield 0, f"document #{document.id} [{document.language}]"
    yield 1, f"title {_quoted(properties.title)}"
    for author in properties.authors:
        yield 1, f"author {_quoted(author)}"
    yield 1, f"subject {_quoted(properties.subject)}"
    yield 1, f"date {properties.date.isoformat()}"
    yield from _publication(properties)
    yield from _furniture("first-page", document.first_page, document.language)
    yield from _furniture("other-pages", document.other_pages, document.language)
    for node in document.children:
        yield from _node(node, 1, document.language)
    for note in document.notes:
        yield from _note(note, document.language)


def _publication(properties: Properties) -> Iterator[Line]:
    """What a report says of its publication, where it says anything."""
    for key in ("publisher", "isbn", "doi"):
        if value := getattr(properties, key):
            yield 1, f"{key} {_quoted(value)}"
    for word in properties.keywords:
        yield 1, f"keyword {_quoted(word)}"


def _furniture(pages: str, furniture: Furniture, language: str) -> Iterator[Line]:
    placed = (("header", furniture.header, furniture.header_logo), ("footer", furniture.footer, furniture.footer_logo))
    for place, *nodes in placed:
        shown = [node for node in nodes if node is not None]
        if shown:
            yield 1, f"{pages} {place}"
        for node in shown:
            yield from _node(node, 2, language)


def _node(node: Node, depth: int, above: str) -> Iterator[Line]:
    language, below = node.language or above, depth + 1
    yield depth, _headline(node, above)
    match node:
        case Group() | Quote():
            yield from _nodes(node.children, below, language)
        case List():
            for item in node.items:
                yield from _item(item, below, language)
        case Table():
            yield from _rows(node, below, language)
        case Figure():
            if isinstance(node.picture, Drawing):
                yield from _node(node.picture, below, language)
        case Drawing():
            yield from ((below, _shape(shape)) for shape in node.shapes)
        case Contents():
            for entry in node.entries:
                yield below, f"entry level={entry.level} target={entry.target} | {notation(entry.runs)}"
        case Paragraph() | Heading() | Break() | Rule():
            pass
        case _:
            assert_never(node)


def _nodes(nodes: tuple[Node, ...], depth: int, above: str) -> Iterator[Line]:
    for node in nodes:
        yield from _node(node, depth, above)


def _note(note: Note, above: str) -> Iterator[Line]:
    place = "end" if note.end else "foot"
    yield 1, _joined("note", *_common(note, above), place, f"mark={_quoted(note.mark)}")
    yield from _nodes(note.children, 2, note.language or above)


def _item(item: Item, depth: int, above: str) -> Iterator[Line]:
    yield depth, _joined("item", *_common(item, above))
    yield from _nodes(item.children, depth + 1, item.language or above)


def _rows(table: Table, depth: int, above: str) -> Iterator[Line]:
    for row in table.rows:
        yield depth, "row"
        for cell in row:
            yield depth + 1, "header-cell" if cell.header else "cell"
            yield from _nodes(cell.children, depth + 2, above)
    yield from _nodes(table.notes, depth, above)


def _headline(node: Node, above: str) -> str:
    """A node's own line."""
    common = _common(node, above)
    match node:
        case Paragraph():
            return _joined("paragraph", *common, *_counted(node), runs=node.runs)
        case Heading():
            return _joined("heading", *common, f"level={node.level}", _label(node.label), runs=node.runs)
        case Group():
            return _joined("group", *common, _width(node.width))
        case List():
            kind = f"ordered start={node.start}" if node.ordered else "bulleted"
            return _joined("list", *common, kind, "tight" if node.tight else "loose")
        case Table():
            columns = ",".join(alignment.value for alignment in node.alignments)
            given = (f"columns={columns}", f"head-rows={node.head_rows}", *_placed(node))
            return _joined("table", *common, *given, runs=node.caption)
        case Figure():
            return _joined("figure", *common, *_shown(node), *_placed(node), runs=node.caption)
        case Drawing():
            return _joined("drawing", *common, f"size={node.size[0]:g}x{node.size[1]:g}")
        case Quote():
            return _joined("quote", *common, runs=node.source)
        case Contents():
            return _joined("contents", *common, f"depth={node.depth}", runs=node.title)
        case Break():
            return _joined("break", *common, f"ends={node.kind.value}")
        case Rule():
            return _joined("rule", *common)
        case _:
            assert_never(node)


def _joined(kind: str, role: str, *words: str, runs: tuple[Run, ...] = ()) -> str:
    """A line; a role that is named like the kind of node goes without saying."""
    line = " ".join(word for word in (kind, role if role != kind else "", *words) if word)
    return f"{line} | {notation(runs)}" if runs else line


def _common(part: Node | Item | Note, above: str) -> tuple[str, str, str]:
    language = f"[{part.language}]" if part.language not in ("", above) else ""
    return part.role, f"#{part.id}" if part.id else "", language


def _placed(node: Table | Figure) -> tuple[str, str, str]:
    return _width(node.width), f"number={node.number}" if node.number is not None else "", _label(node.label)


def _counted(paragraph: Paragraph) -> Iterator[str]:
    """What a paragraph counts as."""
    if (count := paragraph.count) is not None:
        yield f"{count.kind}={count.number}"
        yield "hanging" if count.hangs else f"called={_quoted(count.name)}"
    yield _label(paragraph.label)


def _width(width: Width) -> str:
    return "width=page" if width is Width.PAGE else ""


def _label(label: str | None) -> str:
    return f"label={label}" if label is not None else ""


def _shown(figure: Figure) -> Iterator[str]:
    """What a figure shows and what stands for it."""
    if not isinstance(figure.picture, Drawing):
        yield f"picture={_quoted(figure.picture.value)}"
    if figure.decorative:
        yield "decorative"
    if figure.alternative is not None:
        yield f"alternative={_quoted(figure.alternative.value)}"
    if figure.height is not None:
        yield f"height={figure.height:g}"
    if figure.breadth is not None:
        yield f"breadth={figure.breadth:g}"
    if figure.align is not Alignment.DEFAULT:
        yield f"align={figure.align.value}"


def _shape(shape: Shape) -> str:
    fill = f"fill={shape.fill}" if shape.fill else ""
    stroke = f"stroke={shape.stroke} width={shape.stroke_width:g}" if shape.stroke else ""
    path = " ".join(_step(step) for step in shape.steps)
    return _joined("shape", "", fill, stroke, "even-odd" if shape.even_odd else "", f"path={path}")


def _step(step: Step) -> str:
    """One step as SVG writes it."""
    match step:
        case MoveTo():
            return f"M {step.x:g} {step.y:g}"
        case LineTo():
            return f"L {step.x:g} {step.y:g}"
        case CurveTo():
            return f"C {step.x1:g} {step.y1:g} {step.x2:g} {step.y2:g} {step.x:g} {step.y:g}"
        case ClosePath():
            return "Z"
        case _:
            assert_never(step)


def _run(run: Run) -> str:
    match run:
        case TextRun():
            stars = "*" * (run.emphasis + 2 * run.strong)
            words = f"{stars}{_escaped(run.text.value)}{stars}"
            scope = (run.language or "") + ("" if run.hyphenate else "!")
            return f"{{{scope}:{words}}}" if scope else words
        case LineBreak():
            return "\\n"
        case Link():
            address = f"#{run.target}" if run.url is None else run.url
            return f"[{notation(run.runs)}]({_escaped(address)})"
        case NoteRef():
            return f"^{_escaped(run.mark)}({_escaped(run.note)})"
        case Ref():
            return f"@{_escaped(run.label)}({_escaped(run.target)})=({_escaped(run.text)})"
        case Field():
            return f"<{run.kind.value}>"
        case _:
            assert_never(run)


def _run_together(before: Run, after: Run) -> bool:
    """Whether the notations of two neighbours would read as one run, or as another kind of run."""
    return _edge(before) is not None and _edge(before) == _edge(after)


def _edge(run: Run) -> bool | None:
    """Whether a run's notation begins and ends with stars; None where its ends cannot be mistaken."""
    if not isinstance(run, TextRun) or run.language or not run.hyphenate:
        return None
    return run.emphasis or run.strong


def _quoted(value: str) -> str:
    return '"' + "".join(f"\\{character}" if character in '"\\' else _seen(character) for character in value) + '"'


def _escaped(value: str) -> str:
    return "".join(f"\\{character}" if character in _MARKS else _seen(character) for character in value)


def _seen(character: str) -> str:
    return character if character.isprintable() else f"\\u{{{ord(character):x}}}"


class _Tree:
    """The document as text; it needs no style and no pages."""

    name = "tree"
    extension = ".txt"
    needs_pages = False
    shows_review = False

    def write(self, edition: Edition) -> bytes:
        return dump(edition.document).encode("utf-8")

    def blocks(self, edition: Edition) -> Mapping[str, str]:
        return {}


writer = _Tree()
