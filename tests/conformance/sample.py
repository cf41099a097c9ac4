"""A sound Word file and a sound PDF as docgen writes them, small enough to know by heart; cases break copies."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from docgen.document.kernel import (
    Alignment,
    Break,
    BreakKind,
    Cell,
    Contents,
    Document,
    Entry,
    Figure,
    Group,
    Item,
    List,
    Node,
    Note,
    Table,
)
from docgen.document.runs import Link, NoteRef, Ref
from docgen.layout import lay_out
from docgen.style.roles import Role
from docgen.writers import docx
from docgen.writers import pdf as pdf_room
from tests.samples import HARBOUR, SPAN, document, edition, heading, paragraph, run, runs, section, text


@cache
def sound() -> bytes:
    """The Word file."""
    return docx.writer.write(edition(report()))


@cache
def sound_pdf() -> bytes:
    """The PDF, which has a second page."""
    return pdf(replace(report(), children=(*report().children, _closing())))


def pdf(written: Document) -> bytes:
    """A document as a PDF."""
    bare = edition(written)
    return pdf_room.writer.write(replace(bare, pages=lay_out(written, bare.style, bare.pictures)))


def report() -> Document:
    """Two sections, with one of everything that refers to something else."""
    return document(
        paragraph("The Harbour Dialogue on Quiet Seas", role=Role.TITLE, identity="title"),
        Contents(
            span=SPAN,
            title=runs("Contents"),
            entries=(Entry(runs("Opening"), 1, "s1.h"), Entry(runs("Charts"), 1, "s2.h")),
            id="contents",
            language="en",
        ),
        section("s1", heading(1, "Opening", identity="s1.h"), *_opening()),
        section("s2", heading(1, "Charts", identity="s2.h"), _tides(), _pier()),
        notes=(_note("n1", "1", False, "A first note."), _note("n2", "i", True, "A last note.")),
    )


def _opening() -> tuple[Node, ...]:
    return (
        paragraph(
            "Delegates",
            NoteRef("n1", SPAN, "1"),
            " thanked the ",
            Link(runs("harbour master"), SPAN, url="https://example.org/"),
            ", see ",
            Ref("pier", SPAN, "s2.f1", "Figure 1"),
            " and ",
            Link(runs("the charts"), SPAN, target="s2.h"),
            ".",
            identity="s1.p1",
        ),
        _list("s1.l1", "north", "south", ordered=False),
        paragraph(
            "They began", NoteRef("n2", SPAN, "i"), " on a ", run("quiet", strong=True), " day.", identity="s1.p2"
        ),
        _list("s1.l2", "sound the horn", "listen", ordered=True),
    )


def _list(identity: str, *words: str, ordered: bool) -> List:
    items = tuple(
        Item(
            children=(paragraph(said, role=Role.LIST, identity=f"{identity}.{number}.p1"),),
            span=SPAN,
            id=f"{identity}.{number}",
            language="en",
        )
        for number, said in enumerate(words, 1)
    )
    return List(items=items, span=SPAN, ordered=ordered, id=identity, language="en")


def _closing() -> Group:
    return section(
        "s3",
        Break(kind=BreakKind.PAGE, span=SPAN, id="s3.b1", language="en"),
        heading(1, "Closing", identity="s3.h"),
        paragraph("The chair spoke of a ", run("mer calme", language="fr"), ".", identity="s3.p1"),
        paragraph("Delegates clapped.", identity="s3.p2"),
        paragraph("They left by boat.", identity="s3.p3"),
    )


def _tides() -> Table:
    return Table(
        rows=((_cell("Port", head=True), _cell("Tide", head=True)), (_cell("Strelsau"), _cell("06:12"))),
        alignments=(Alignment.DEFAULT, Alignment.RIGHT),
        span=SPAN,
        caption=runs("Tides"),
        number=1,
        id="s2.t1",
        language="en",
    )


def _cell(words: str, *, head: bool = False) -> Cell:
    return Cell(children=(paragraph(words, role=Role.TABLE_HEAD if head else Role.TABLE),), span=SPAN, header=head)


def _pier() -> Figure:
    return Figure(
        picture=text(HARBOUR),
        alternative=text("Five delegates on a pier"),
        span=SPAN,
        caption=runs("The pier"),
        label="pier",
        number=1,
        id="s2.f1",
        language="en",
    )


def _note(identity: str, mark: str, end: bool, words: str) -> Note:
    child = paragraph(words, role=Role.NOTE, identity=f"{identity}.p1")
    return Note(children=(child,), span=SPAN, mark=mark, end=end, id=identity, language="en")
