"""Walking and rebuilding documents without knowing every kind of node."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol, TypeAlias, TypeVar, assert_never, cast

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
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from docgen.document.runs import Field, LineBreak, Link, NoteRef, Ref, Run, TextRun

Part: TypeAlias = Node | Item | Cell | Note | Document
"""Whatever can hold others or be held: a node, an item, a cell, a note, the document itself."""

Kind = TypeVar("Kind", bound=Part)

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class Change(Protocol):
    """Makes a part of a document from another of the same kind."""

    def __call__(self, part: Kind, /) -> Kind:
        """The part that takes its place."""


def children(part: Part) -> tuple[Part, ...]:
    """The parts that stand directly in `part`, in reading order; a document's notes follow its text."""
    match part:
        case Document():
            return (*part.children, *part.notes)
        case Group() | Quote() | Item() | Cell() | Note():
            return part.children
        case List():
            return part.items
        case Table():
            return (*(cell for row in part.rows for cell in row), *part.notes)
        case Figure():
            return (part.picture,) if isinstance(part.picture, Drawing) else ()
        case Paragraph() | Heading() | Drawing() | Contents() | Break() | Rule():
            return ()
        case _:
            assert_never(part)


def walk(part: Part) -> Iterator[Part]:
    """`part` and everything in it, in reading order, each before what it holds."""
    pending: list[Part] = [part]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(children(current)))


def runs(part: Part) -> tuple[Run, ...]:
    """The runs that `part` itself holds, its caption or source included, as written: links unopened.

    The entries of a contents list are not among them: they repeat headings.
    """
    match part:
        case Paragraph() | Heading():
            return part.runs
        case Table() | Figure():
            return part.caption
        case Quote():
            return part.source
        case Contents():
            return part.title
        case Document() | Group() | Item() | Cell() | Note() | List() | Drawing() | Break() | Rule():
            return ()
        case _:
            assert_never(part)


def lines(part: Part) -> Iterator[tuple[Run, ...]]:
    """The runs of `part` and of each part in it, as they are read: who is quoted comes after what was said."""
    if not isinstance(part, Quote):
        yield runs(part)
    for child in children(part):
        yield from lines(child)
    if isinstance(part, Quote):
        yield part.source


def walk_runs(part: Part) -> Iterator[Run]:
    """Every run in `part` and in what it holds, in reading order; a link comes before the runs in it."""
    for line in lines(part):
        yield from opened(line)


def opened(held: tuple[Run, ...]) -> Iterator[Run]:
    """Runs, with those inside a link following it."""
    for run in held:
        yield run
        if isinstance(run, Link):
            yield from opened(run.runs)


def plain(held: tuple[Run, ...]) -> str:
    """The words of runs as one line: line ends as spaces, marks of notes and fields left out."""
    return "".join(_words(run) for run in held)


def told(words: str) -> str:
    """Words that are told, and set nowhere: without the unseen signs in them, which only say where a line may end."""
    return words.translate(_UNSEEN)


def rebuild(part: Kind, change: Change) -> Kind:
    """`part` with each part that stands directly in it replaced by `change` of it.

    It goes one level down. A change that calls `rebuild` on what it is given reaches all levels: before its own work
    for a change from the leaves up, after it for one from the root down.
    """
    return cast("Kind", _rebuilt(part, change))


def rebuild_runs(part: Kind, change: Callable[[Run], Run]) -> Kind:
    """`part` with each of its own runs replaced by `change` of it; a link is changed after the runs in it.

    The entries of a contents list are changed as well.
    """
    return cast("Kind", _rebuilt_runs(part, change))


def changed(held: tuple[Run, ...], change: Callable[[Run], Run]) -> tuple[Run, ...]:
    """Runs, each replaced by `change` of it; a link after the runs in it."""
    return tuple(change(replace(run, runs=changed(run.runs, change)) if isinstance(run, Link) else run) for run in held)


def _rebuilt(part: Part, change: Change) -> Part:
    match part:
        case Document():
            nodes = tuple(change(child) for child in part.children)
            return replace(part, children=nodes, notes=tuple(change(note) for note in part.notes))
        case Group() | Quote() | Item() | Cell() | Note():
            return replace(part, children=tuple(change(child) for child in part.children))
        case List():
            return replace(part, items=tuple(change(item) for item in part.items))
        case Table():
            rows = tuple(tuple(change(cell) for cell in row) for row in part.rows)
            return replace(part, rows=rows, notes=tuple(change(note) for note in part.notes))
        case Figure():
            return replace(part, picture=change(part.picture)) if isinstance(part.picture, Drawing) else part
        case Paragraph() | Heading() | Drawing() | Contents() | Break() | Rule():
            return part
        case _:
            assert_never(part)


def _rebuilt_runs(part: Part, change: Callable[[Run], Run]) -> Part:
    match part:
        case Paragraph() | Heading():
            return replace(part, runs=changed(part.runs, change))
        case Table() | Figure():
            return replace(part, caption=changed(part.caption, change))
        case Quote():
            return replace(part, source=changed(part.source, change))
        case Contents():
            entries = tuple(replace(entry, runs=changed(entry.runs, change)) for entry in part.entries)
            return replace(part, title=changed(part.title, change), entries=entries)
        case Document() | Group() | Item() | Cell() | Note() | List() | Drawing() | Break() | Rule():
            return part
        case _:
            assert_never(part)


def _words(run: Run) -> str:
    match run:
        case TextRun():
            return run.text.value
        case LineBreak():
            return " "
        case Link():
            return plain(run.runs)
        case Ref():
            return run.text
        case NoteRef() | Field():
            return ""
        case _:
            assert_never(run)
