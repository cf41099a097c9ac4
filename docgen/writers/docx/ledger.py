"""What the text asks the package for while it is written: bookmarks, pictures, lists that count, relations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import count

from docgen.document.kernel import BreakKind, Contents, Count, Document, Figure, Heading, Paragraph, Table
from docgen.document.runs import Link, NoteRef, Ref
from docgen.document.tree import opened, runs, walk
from docgen.records import dataclass
from docgen.writers.docx import numbering
from docgen.writers.docx.comments import Comments, Cuts
from docgen.writers.docx.origin import Tie
from docgen.writers.docx.package import Part, Relations
from docgen.writers.writer import Edition

_LONGEST_BOOKMARK = 40


class Ledger:
    """One for a whole file."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        document = edition.document
        self.bookmarks = _bookmarks(document)
        self.self_titled = _self_titled(document)
        self.hanging = _hanging(document)
        self.top_level = min((part.level for part in walk(document) if isinstance(part, Heading)), default=1)
        """The level of the highest headings, which the contents begin with."""
        self.notes = _note_numbers(document)
        self.formats = {end: _mark_format(_marks(document, end)) for end in (False, True)}
        """How Word has to count the notes at the foot (False) and at the end (True) to print their marks, if it can."""
        self.lists: list[str] = []
        self.drawn = count(1)
        """Numbers of drawings, which no two of a file may share."""
        self.bookmarked = count(1)
        self.boxed = count(1)
        """Numbers of boxes without a fill, none of which may be joined to the next."""
        self.ties: dict[str, Tie] = {}
        """By the id of each block with words, in the order in which they are written."""
        self.comments = Comments(document, edition.review, edition.moment) if edition.review else None
        self._media: dict[str, Part] = {}

    def number_list(self, level: int, start: int) -> int:
        """A new list that counts from `start` on its level; its number."""
        number = len(numbering.BY_STYLE) + 1 + len(self.lists)
        self.lists.append(numbering.instance(number, level, start))
        return number

    def medium(self, data: bytes, extension: str) -> str:
        """The path of a picture's part, from the folder of the document; equal pictures are stored once."""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._media:
            self._media[digest] = Part(f"word/media/image{len(self._media) + 1}.{extension}", data)
        return self._media[digest].name.removeprefix("word/")

    def media(self) -> tuple[Part, ...]:
        return tuple(self._media.values())

    def page_of(self, node: str) -> str:
        """The number of the page on which a node begins; empty where pages are not known."""
        pages = self.edition.pages
        number = pages.number_of(node) if pages is not None else None
        return "" if number is None else str(number)


@dataclass
class Story:
    """One of the texts of a Word file (body, notes, a header), which has relations of its own.

    `begun` are nodes that begin with the next paragraph, `ended` the break that stands before it, `space` the space
    (pt) that what went before asks for. `furniture` says that it is a header or footer, `cuts` where comments begin and
    end in the line being written.
    """

    ledger: Ledger
    holds_notes: bool = False
    relations: Relations = field(default_factory=Relations)
    begun: list[str] = field(default_factory=list)
    ended: BreakKind | None = None
    space: float = 0.0
    cited: set[str] = field(default_factory=set)
    furniture: bool = False
    cuts: Cuts | None = None


def targets(document: Document) -> Iterator[str]:
    """The ids of the nodes that something leads to, in the order in which they are led to.

    A note's own mark stands for the note; only further marks lead to it.
    """
    cited: set[str] = set()
    for part in walk(document):
        if isinstance(part, Contents):
            yield from (entry.target for entry in part.entries)
        for run in opened(runs(part)):
            if (isinstance(run, Link) and run.target is not None) or (isinstance(run, Ref) and run.target):
                yield run.target
            elif isinstance(run, NoteRef):
                if run.note in cited:
                    yield run.note
                cited.add(run.note)


def _bookmarks(document: Document) -> dict[str, str]:
    """The name of the bookmark of every node that something leads to.

    A name has 40 characters at most, letters, digits and low lines; Word does not list those that begin with one.
    """
    known = {getattr(part, "id", "") for part in walk(document)} - {""}
    names: dict[str, str] = {}
    for target in dict.fromkeys(targets(document)):
        if target in known:
            plain = "_" + re.sub(r"[^A-Za-z0-9]+", "_", target)
            name = plain[:_LONGEST_BOOKMARK]
            while name.lower() in {taken.lower() for taken in names.values()}:
                name = f"{plain[: _LONGEST_BOOKMARK - 6]}_{len(names)}"
            names[target] = name
    return names


def _self_titled(document: Document) -> frozenset[str]:
    """The nodes that a reference can quote: headings, and what has a number in its caption or at its head.

    Not headings with a note in them: Word would make the note anew wherever it quotes its mark.
    """
    return frozenset(
        part.id
        for part in walk(document)
        if (isinstance(part, Heading) and not any(isinstance(run, NoteRef) for run in opened(part.runs)))
        or (isinstance(part, Figure | Table) and part.number is not None)
        or (isinstance(part, Paragraph) and part.count is not None and not part.count.hangs)
    )


def _hanging(document: Document) -> Mapping[str, Count]:
    """The paragraphs that Word numbers, by their ids."""
    counts = ((part.id, part.count) for part in walk(document) if isinstance(part, Paragraph))
    return {identity: count for identity, count in counts if count is not None and count.hangs}


def _note_numbers(document: Document) -> dict[str, tuple[bool, int]]:
    """Of every note: whether it is an endnote, and its number among its kind."""
    feet, ends = count(1), count(1)
    return {note.id: (note.end, next(ends if note.end else feet)) for note in document.notes}


def _marks(document: Document, end: bool) -> list[str]:
    return [note.mark for note in document.notes if note.end is end]


def _mark_format(marks: list[str]) -> str | None:
    """The format that makes Word count exactly these marks; None where it cannot."""
    if marks == [str(number) for number in range(1, len(marks) + 1)]:
        return "decimal"
    if marks == [_roman(number) for number in range(1, len(marks) + 1)]:
        return "lowerRoman"
    return None


def _roman(number: int) -> str:
    signs = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
    written = ""
    for sign, value in signs:
        times, number = divmod(number, value)
        written += sign * times
    return written
