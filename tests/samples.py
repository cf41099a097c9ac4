"""Documents, pictures and editions made by hand, for tests of what comes after compose.

Everything in them is invented. `every_node` holds every node and every run of the kernel at least once.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import cast

from PIL import Image

from docgen.document import tree
from docgen.document.kernel import (
    Alignment,
    Break,
    BreakKind,
    Cell,
    Contents,
    Document,
    Drawing,
    Entry,
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
from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Shape
from docgen.document.properties import Properties
from docgen.document.runs import Field, FieldKind, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.findings import Span
from docgen.layout.page import Pages
from docgen.reading.text import Text
from docgen.style.loading import load_style
from docgen.style.model import Style
from docgen.style.pictures import Picture, Pictures
from docgen.style.roles import Role
from docgen.world import DiskWorld
from docgen.writers.writer import Edition

ROOT = Path(__file__).parent.parent
SPAN = Span("sample.yaml", 0, 0)
MOMENT = datetime(2019, 3, 8, 12, 0, tzinfo=UTC)

HARBOUR = "pictures/harbour.png"
PANORAMA = "pictures/panorama.jpg"
EMBLEM = "pictures/emblem.png"


def text(value: str) -> Text:
    """Text that stands nowhere in particular."""
    return Text.generated(value, SPAN)


def run(value: str, *, emphasis: bool = False, strong: bool = False, language: str | None = None) -> TextRun:
    """A run of text."""
    return TextRun(text(value), language=language, emphasis=emphasis, strong=strong)


def runs(*parts: str | Run) -> tuple[Run, ...]:
    """Runs, with bare strings as plain ones."""
    return tuple(run(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Run, role: str = Role.BODY, identity: str = "", language: str = "en") -> Paragraph:
    """A paragraph of runs."""
    return Paragraph(runs=runs(*parts), span=SPAN, role=role, id=identity, language=language)


def heading(level: int, *parts: str | Run, identity: str = "", label: str | None = None) -> Heading:
    """A heading in the role of its level."""
    role = Role.heading(level)
    return Heading(level=level, runs=runs(*parts), span=SPAN, label=label, role=role, id=identity, language="en")


def section(identity: str, *children: Node) -> Group:
    """A section of the running text."""
    return Group(children=children, span=SPAN, role="section", id=identity, language="en")


def document(*children: Node, notes: tuple[Note, ...] = (), language: str = "en") -> Document:
    """A document with furniture and properties around `children`; what has no id yet is given one."""
    made = Document(
        children=children,
        notes=notes,
        first_page=Furniture(footer=_folio("first.footer")),
        other_pages=Furniture(
            header=paragraph("The Harbour Dialogue on Quiet Seas", role=Role.HEADER, identity="other.header"),
            footer=_folio("other.footer"),
        ),
        properties=Properties(
            title="The Harbour Dialogue on Quiet Seas",
            authors=("Permanent Mission of Ruritania", "Institute for Calm Waters"),
            subject="Conference Summary Report",
            date=date(2019, 3, 8),
        ),
        span=SPAN,
        language=language,
    )
    return _identified(made)


def one_paragraph(*parts: str | Run) -> Document:
    """A title and one paragraph, the least that a report can be."""
    title = paragraph("Quiet Seas", role=Role.TITLE, identity="title")
    return document(title, section("s1", paragraph(*parts, identity="s1.p1")))


def every_node() -> Document:
    """Every node and every run, in the places where reports have them."""
    return document(
        _masthead(),
        _contents(),
        _opening(),
        _table_section(),
        _pictures_section(),
        _closing(),
        notes=(
            _note("note-1", "1", False, "Figures are those of the ", run("Harbour Yearbook", emphasis=True), "."),
            _note("note-2", "i", True, "Compare ", Ref("tides", SPAN, "s2.t1", "Table 1"), " & the annex."),
            _note("note-3", "2", False, "Said on the second day."),
        ),
    )


@cache
def tiny_pictures() -> Pictures:
    """The pictures that `every_node` shows, a few pixels each."""
    return {
        HARBOUR: _picture(HARBOUR, "png", (48, 32), (40, 90, 140)),
        PANORAMA: _picture(PANORAMA, "jpeg", (120, 30), (150, 170, 120)),
        EMBLEM: _picture(EMBLEM, "png", (24, 16), (180, 30, 40)),
    }


@cache
def style(name: str = "classic") -> Style:
    """One of the styles that come with docgen."""
    loaded = load_style(DiskWorld(), name, str(ROOT / "content"), SPAN)
    assert loaded.style is not None, loaded.findings
    return loaded.style


def edition(document: Document, *, pages: Pages | None = None) -> Edition:
    """A document in the classic style with the tiny pictures, ready for a writer."""
    return Edition(document=document, style=style(), pictures=tiny_pictures(), moment=MOMENT, pages=pages)


def _masthead() -> Group:
    logos = Group(
        children=(
            Figure(
                picture=text(EMBLEM),
                alternative=text("Flag of Ruritania"),
                span=SPAN,
                height=36.0,
                role="logo",
                id="logo-1",
                language="en",
            ),
            Figure(
                picture=Drawing(shapes=_star(), size=(36.0, 36.0), span=SPAN, id="logo-2.drawing", language="en"),
                alternative=None,
                span=SPAN,
                decorative=True,
                height=36.0,
                role="logo",
                id="logo-2",
                language="en",
            ),
        ),
        span=SPAN,
        role="logos",
        width=Width.PAGE,
        id="logos",
        language="en",
    )
    return Group(
        children=(
            logos,
            paragraph("Conference Summary Report", role=Role.LABEL, identity="label"),
            paragraph("The Harbour Dialogue", LineBreak(SPAN), "on Quiet Seas", role=Role.TITLE, identity="title"),
            paragraph("An event hosted by the Permanent Mission of Ruritania", role=Role.BYLINE, identity="byline"),
            paragraph(run("Date:", strong=True), " March 8, 2019", role=Role.DETAILS, identity="date"),
            paragraph(run("Location:", strong=True), " Old Customs House", role=Role.DETAILS, identity="venue"),
            paragraph(
                "Delegates met to ask how ",
                run("quiet", emphasis=True),
                " a sea can be, and how quiet it ",
                run("must", emphasis=True, strong=True),
                " be.",
                role=Role.INTRODUCTION,
                identity="introduction",
            ),
        ),
        span=SPAN,
        role="masthead",
        width=Width.PAGE,
        id="masthead",
        language="en",
    )


def _contents() -> Contents:
    return Contents(
        span=SPAN,
        title=runs("Contents"),
        depth=2,
        entries=(
            Entry(runs("Opening Remarks"), 1, "s1.h"),
            Entry(runs("The Fleet at Anchor"), 2, "s1.1.h"),
            Entry(runs("Tides by the Numbers"), 1, "s2.h"),
            Entry(runs("What Was Seen"), 1, "s3.h"),
            Entry(runs("Closing"), 1, "s4.h"),
        ),
        id="contents",
        language="en",
    )


def _opening() -> Group:
    bullets = List(
        items=(
            _item("s1.l1.1", paragraph("lower the engines’ noise;", role=Role.LIST, identity="s1.l1.1.p1")),
            _item(
                "s1.l1.2",
                paragraph("move the lanes:", role=Role.LIST, identity="s1.l1.2.p1"),
                List(
                    items=(
                        _item("s1.l1.2.l1.1", paragraph("north", role=Role.LIST, identity="s1.l1.2.l1.1.p1")),
                        _item("s1.l1.2.l1.2", paragraph("south", role=Role.LIST, identity="s1.l1.2.l1.2.p1")),
                    ),
                    span=SPAN,
                    ordered=True,
                    id="s1.l1.2.l1",
                    language="en",
                ),
            ),
        ),
        span=SPAN,
        id="s1.l1",
        language="en",
    )
    steps = List(
        items=(
            _item(
                "s1.l2.1",
                paragraph("The third step is patience.", role=Role.LIST, identity="s1.l2.1.p1"),
                paragraph("It takes a second paragraph to say so.", role=Role.LIST, identity="s1.l2.1.p2"),
            ),
            _item("s1.l2.2", paragraph("The fourth is charts.", role=Role.LIST, identity="s1.l2.2.p1")),
        ),
        span=SPAN,
        ordered=True,
        start=3,
        tight=False,
        id="s1.l2",
        language="en",
    )
    return section(
        "s1",
        heading(1, "Opening Remarks", identity="s1.h", label="opening"),
        paragraph(
            "Ambassador Vane welcomed the delegates",
            NoteRef("note-1", SPAN, "1"),
            " and thanked the ",
            Link(
                runs("Institute for ", run("Calm", emphasis=True), " Waters"), SPAN, url="https://example.org/?a=1&b=2"
            ),
            ". As the French say, ",
            run("mer calme", emphasis=True, language="fr"),
            "; see ",
            Ref("podium", SPAN, "s3.f1", "Figure 1"),
            " and ",
            Link(runs("the closing"), SPAN, target="s4.h"),
            ".",
            identity="s1.p1",
        ),
        section(
            "s1.1",
            heading(2, "The Fleet at Anchor", identity="s1.1.h"),
            paragraph("Three things can be done at once:", identity="s1.1.p1"),
            bullets,
            paragraph("Two steps remain ", run("AIS-B", strong=True), " for the year:", identity="s1.1.p2"),
            steps,
            section(
                "s1.1.1",
                heading(3, "A Word on Names", identity="s1.1.1.h"),
                paragraph(
                    "Call signs such as ",
                    TextRun(text("Nordlicht"), language="de", hyphenate=False),
                    " are never split.",
                ),
            ),
        ),
    )


def _table_section() -> Group:
    table = Table(
        rows=(
            (_cell("Port", header=True), _cell("High tide", header=True), _cell("Range, m", header=True)),
            (_cell("Strelsau", header=True), _cell("06:12"), _cell("1.4")),
            (_cell("Hentzau", header=True), _cell("07:40"), _cell("0.9")),
        ),
        alignments=(Alignment.DEFAULT, Alignment.CENTRE, Alignment.RIGHT),
        span=SPAN,
        caption=runs("Tides on the day of the ", run("Dialogue", emphasis=True)),
        notes=(paragraph("Source: the harbour master.", role=Role.TABLE_NOTE, identity="s2.t1.p1"),),
        label="tides",
        number=1,
        id="s2.t1",
        language="en",
    )
    return section(
        "s2",
        heading(1, "Tides by the Numbers", identity="s2.h"),
        paragraph(
            "The harbour master gave the figures in ", Ref("tides", SPAN, "s2.t1", "Table 1"), ".", identity="s2.p1"
        ),
        table,
        Quote(
            children=(
                paragraph("A sea is quiet when one can hear the rope.", role=Role.QUOTE, identity="s2.q1.p1"),
                paragraph("Nothing else will do.", role=Role.QUOTE, identity="s2.q1.p2"),
            ),
            span=SPAN,
            source=runs("Captain Flavia Tarlenheim"),
            id="s2.q1",
            language="en",
        ),
    )


def _pictures_section() -> Group:
    return section(
        "s3",
        heading(1, "What Was Seen", identity="s3.h"),
        paragraph("The delegates walked to the pier.", NoteRef("note-2", SPAN, "i"), identity="s3.p1"),
        Figure(
            picture=text(HARBOUR),
            alternative=text("Five delegates on a pier"),
            span=SPAN,
            caption=runs("Delegates on the ", run("old", emphasis=True), " pier"),
            label="podium",
            number=1,
            id="s3.f1",
            language="en",
        ),
        Drawing(shapes=_star(), size=(60.0, 60.0), span=SPAN, id="s3.d1", language="en"),
        Figure(
            picture=text(PANORAMA),
            alternative=text("The harbour from the lighthouse"),
            span=SPAN,
            caption=runs("The harbour at noon"),
            number=2,
            width=Width.PAGE,
            id="s3.f2",
            language="en",
        ),
        paragraph("They came back by boat.", NoteRef("note-3", SPAN, "2"), identity="s3.p2"),
        Break(kind=BreakKind.COLUMN, span=SPAN, id="s3.b1", language="en"),
        paragraph("The afternoon was given to charts.", identity="s3.p3"),
    )


def _closing() -> Group:
    return section(
        "s4",
        Break(kind=BreakKind.PAGE, span=SPAN, id="s4.b1", language="en"),
        heading(1, "Closing", identity="s4.h"),
        paragraph("The chair read a line of Czech: ", run("Moře je klidné.", language="cs"), identity="s4.p1"),
        Rule(span=SPAN, id="s4.r1", language="en"),
        Group(
            children=(paragraph("Une note en français clôt le rapport.", identity="s4.g1.p1", language="fr"),),
            span=SPAN,
            role="call-out",
            id="s4.g1",
            language="fr",
        ),
    )


def _item(identity: str, *children: Node) -> Item:
    return Item(children=children, span=SPAN, id=identity, language="en")


def _cell(words: str, *, header: bool = False) -> Cell:
    role = Role.TABLE_HEAD if header else Role.TABLE
    return Cell(children=(paragraph(words, role=role),) if words else (), span=SPAN, header=header)


def _note(identity: str, mark: str, end: bool, *parts: str | Run) -> Note:
    child = paragraph(*parts, role=Role.NOTE, identity=f"{identity}.p1")
    return Note(children=(child,), span=SPAN, mark=mark, end=end, id=identity, language="en")


def _identified(made: Document) -> Document:
    numbers = count(1)

    def change(part: tree.Kind) -> tree.Kind:
        part = tree.rebuild(part, cast("tree.Change", change))
        return part if isinstance(part, Cell) or part.id else replace(part, id=f"x{next(numbers)}")

    return tree.rebuild(made, cast("tree.Change", change))


def _folio(identity: str) -> Paragraph:
    page, pages = Field(FieldKind.PAGE), Field(FieldKind.PAGES)
    return paragraph("Page ", page, " of ", pages, role=Role.FOOTER, identity=identity)


def _star() -> tuple[Shape, ...]:
    """A diamond with a round hole's worth of curve, in a square of 36 pt."""
    diamond = (MoveTo(18, 0), LineTo(36, 18), LineTo(18, 36), LineTo(0, 18), ClosePath())
    wave = (MoveTo(6, 18), CurveTo(12, 26, 24, 10, 30, 18))
    return (Shape(diamond, fill="#1f4e79"), Shape(wave, stroke="#ffffff", stroke_width=2.0))


def _picture(path: str, form: str, size: tuple[int, int], colour: tuple[int, int, int]) -> Picture:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, form.upper())
    return Picture(path=path, format=form, data=buffer.getvalue(), width=size[0], height=size[1])
