"""Reads pages the way a reader would: lines, in order, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from docgen.document.kernel import Node, Note
from docgen.layout import lay_out
from docgen.layout.page import Page, Pages, PictureBox, RuleBox, TextLine
from docgen.style.model import Columns, PageSize, Style
from docgen.style.pictures import Pictures
from tests.samples import document, tiny_pictures
from tests.style.classic import classic


class Read(NamedTuple):
    """A line as read: its page, its left end and baseline in pt, and its words."""

    page: int
    x: float
    y: float
    words: str


def small(
    columns: int = 2, width: float = 200, height: float = 100, balance: bool = False, **roles: dict[str, object]
) -> Style:
    """The classic style on a little sheet without margins, some of its text styles changed."""
    style = classic()
    looks = {name: replace(look, **roles.get(name.replace("-", "_"), {})) for name, look in style.roles.items()}
    page = PageSize(width=width, height=height, top=0, right=0, bottom=0, left=0)
    return replace(style, page=page, columns=Columns(columns, 10, balance), roles=looks)


def placed(
    *nodes: Node, style: Style | None = None, pictures: Pictures | None = None, notes: tuple[Note, ...] = ()
) -> Pages:
    """Nodes laid out in a document of their own, columns filled one after the other if no style says otherwise."""
    unlevelled = replace(classic(), columns=replace(classic().columns, balance=False))
    return lay_out(document(*nodes, notes=notes), style or unlevelled, pictures or tiny_pictures())


def text_lines(pages: Pages) -> Iterator[tuple[Page, TextLine]]:
    """The lines of the text, headers and footers left out."""
    for page in pages.pages:
        for box in page.boxes:
            if isinstance(box, TextLine) and not box.furniture:
                yield page, box


def read(pages: Pages) -> list[Read]:
    """The lines of the text in reading order."""
    return [
        Read(page.number, round(line.fragments[0].x, 2), round(line.y, 2), words(line))
        for page, line in text_lines(pages)
    ]


def words(line: TextLine) -> str:
    """What a line prints."""
    return "".join(fragment.text for fragment in line.fragments).strip()


def printed(pages: Pages) -> list[str]:
    """The words of each line."""
    return [line.words for line in read(pages)]


def pictures_of(pages: Pages) -> list[PictureBox]:
    """The pictures in reading order."""
    return [box for page in pages.pages for box in page.boxes if isinstance(box, PictureBox)]


def rules_of(pages: Pages) -> list[RuleBox]:
    """The rules in reading order."""
    return [box for page in pages.pages for box in page.boxes if isinstance(box, RuleBox)]
