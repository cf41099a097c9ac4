"""Paragraphs: from runs to lines of fragments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from typing import assert_never

from docgen.document.kernel import Field, FieldKind, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.layout.linebreak import Item, Line, LineEnd, Look, NewLine, Piece, Space, Word, break_evenly, break_lines
from docgen.layout.page import Fragment, TextLine
from docgen.layout.strip import Strip
from docgen.style.fonts import INVISIBLE, Face
from docgen.style.model import Align, Family, TextStyle

LOOSEST = 1.6
"""How far a space may be stretched to fill a line, in em. A line that would need more is left ragged."""

MARK_SIZE = 0.65
MARK_RISE = 0.35
"""Size and rise of a note's mark, in em of the text around it."""

_NO_BREAK_SPACE = "\u00a0"
_STRETCHED = (" ", _NO_BREAK_SPACE)
_BREAKING = " \t\r\n"
_TOKENS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")


@dataclass
class PageNumbers:
    """The page on which each node begins, as far as an earlier pass found out.

    `asked` tells whether anything was set that depends on them, so that a second pass is worth its while.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    count: int = 0
    asked: bool = False

    def of(self, node: str) -> str:
        """The number of the page on which `node` begins."""
        self.asked = True
        return str(self.pages.get(node, 0))

    def total(self) -> str:
        """How many pages there are."""
        self.asked = True
        return str(self.count)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the runs of one paragraph are set: the text style of its role, its node, role and language."""

    text: TextStyle
    family: Family
    numbers: PageNumbers
    node: str
    role: str
    language: str

    @property
    def baseline(self) -> float:
        """The distance from a line's top to its baseline: the face stands in the middle of its leading."""
        face, size = self.family.face(self.text.bold, self.text.italic), self.text.size
        ascent = face.ascent(size)
        return ascent + (self.text.leading - ascent - face.descent(size)) / 2

    def look(self, *, bold: bool = False, italic: bool = False, language: str | None = None) -> Look:
        """The look of a run; emphasis inside italic text stands upright."""
        face = self.family.face(self.text.bold or bold, self.text.italic != italic)
        return Look(face, self.text.size, self.text.colour, language or self.language, self.text.capitals)


def set_paragraph(runs: Sequence[Run], manner: Manner, left: float, measure: float, label: str = "") -> list[Strip]:
    """The lines of one paragraph, a strip each, `left` pt from the column's edge and at most `measure` pt wide.

    `label` is what docgen itself puts before the runs ("Figure 1. "). At least two lines stay together at either end
    of a column.
    """
    break_into_lines = break_evenly if manner.text.align is Align.CENTRE else break_lines
    lines = break_into_lines(list(items_of(runs, manner, label)), measure)
    last = len(lines) - 1
    whole = manner.text.keep_with_next
    return [
        Strip(
            height=manner.text.leading,
            boxes=(TextLine(-manner.baseline, _fragments(line, manner, left, measure), manner.node, manner.role),),
            before=manner.text.before if at == 0 else 0.0,
            after=manner.text.after if at == last else 0.0,
            keep=whole or (at != last and at in (0, last - 1)),
        )
        for at, line in enumerate(lines)
    ]


def set_label(text: str, manner: Manner, x: float) -> Fragment:
    """A piece of text that docgen itself puts on a line: a list's mark, a page number. It begins at `x`."""
    look = manner.look()
    piece = Piece.of(_settable(text, look.face), look)
    return _fragment([piece], x, 0.0, manner.node)


def extent(runs: Sequence[Run], manner: Manner) -> tuple[float, float]:
    """The widths of the widest word and of the longest line, were none broken, in pt."""
    items = list(items_of(runs, manner))
    widest = max([item.width for item in items if isinstance(item, Word)], default=0.0)
    longest = width = 0.0
    for item in items:
        match item:
            case Word():
                width += item.width
            case Space():
                width += item.piece.width
            case NewLine():
                width = 0.0
            case _:
                assert_never(item)
        longest = max(longest, width)
    return widest, longest


def items_of(runs: Sequence[Run], manner: Manner, label: str = "") -> Iterator[Item]:
    """What the line breaker works on: words, single spaces between them, forced line ends."""
    word: list[Piece] = []
    space: Piece | None = None
    begun = False
    labelled = [(label, manner.look())] if label else []
    for written, look in chain(labelled, _texts(runs, manner)):
        for token in (written,) if written == "\n" else _TOKENS.findall(written):
            if token[0] not in _BREAKING:
                if space and begun:
                    yield Space(space)
                word.append(Piece.of(token, look))
                begun, space = True, None
                continue
            if word:
                yield Word(tuple(word))
                word.clear()
            if written == "\n":
                yield NewLine()
                begun, space = False, None
            elif space is None:
                space = Piece.of(" ", look)
    if word:
        yield Word(tuple(word))


def _texts(runs: Iterable[Run], manner: Manner) -> Iterator[tuple[str, Look]]:
    """The runs as text and look; a bare line feed is a forced line end."""
    for run in runs:
        match run:
            case TextRun():
                look = manner.look(bold=run.strong, italic=run.emphasis, language=run.language)
                yield _settable(run.text.value, look.face).replace("\n", " "), look
            case LineBreak():
                yield "\n", manner.look()
            case Link():
                for text, look in _texts(run.runs, manner):
                    yield text, replace(look, url=run.url, target=run.target)
            case NoteRef():
                plain = manner.look()
                mark = replace(plain, size=plain.size * MARK_SIZE, rise=plain.size * MARK_RISE, target=run.note)
                yield _settable(run.mark, mark.face), mark
            case Ref():
                look = replace(manner.look(), target=run.target or None)
                yield _settable(run.text, look.face).replace("\n", " "), look
            case Field():
                yield _value(run.kind, manner), manner.look()
            case _:
                assert_never(run)


def _value(kind: FieldKind, manner: Manner) -> str:
    match kind:
        case FieldKind.PAGE:
            return manner.numbers.of(manner.node)
        case FieldKind.PAGES:
            return manner.numbers.total()
        case _:
            assert_never(kind)


def _settable(text: str, face: Face) -> str:
    """The text without what leaves no mark, its rarer spaces replaced where the face has no glyph for them."""
    if text.isascii():
        return text
    kept = []
    for character in text:
        if character.isspace() and character not in "\n\t\r":
            kept.append(character if face.has_glyph(character) else _NO_BREAK_SPACE)
        elif character not in INVISIBLE or character in "\n\t\r":
            kept.append(character)
    return "".join(kept)


def _fragments(line: Line, manner: Manner, left: float, measure: float) -> tuple[Fragment, ...]:
    """The line's pieces, those of one look in one fragment, each in its place."""
    space = _word_space(line, manner, measure)
    free = measure - line.width
    match manner.text.align:
        case Align.LEFT | Align.JUSTIFY:
            x = left
        case Align.CENTRE:
            x = left + free / 2
        case Align.RIGHT:
            x = left + free
        case _:
            assert_never(manner.text.align)
    pieces = list(line.pieces)
    if line.end is LineEnd.SPACE and pieces:
        # A real space, outside the measure, parts the words for those who read the page by machine.
        pieces[-1] = replace(pieces[-1], written=f"{pieces[-1].written} ", text=f"{pieces[-1].text} ")
    fragments = []
    for _, group in groupby(pieces, key=lambda piece: piece.look):
        fragment = _fragment(list(group), x, space, manner.node)
        fragments.append(fragment)
        x += fragment.width
    return tuple(fragments)


def _fragment(pieces: Sequence[Piece], x: float, word_space: float, node: str) -> Fragment:
    look = pieces[0].look
    text = "".join([piece.text for piece in pieces])
    written = "".join([piece.written for piece in pieces])
    at_line_end = pieces[-1].text != " " and text.endswith(" ")
    spaces = sum(map(text.count, _STRETCHED)) - at_line_end
    return Fragment(
        text=text,
        x=x,
        width=sum([piece.width for piece in pieces]) + word_space * spaces,
        face=look.face.name,
        size=look.size,
        colour=look.colour,
        node=node,
        language=look.language,
        written=written if written != text else None,
        word_space=word_space,
        rise=look.rise,
        url=look.url,
        target=look.target,
    )


def _word_space(line: Line, manner: Manner, measure: float) -> float:
    """What every space of a justified line is widened by, in pt."""
    if manner.text.align is not Align.JUSTIFY or line.end is not LineEnd.SPACE:
        return 0.0
    spaces = sum([piece.text.count(space) for piece in line.pieces for space in _STRETCHED])
    stretch = (measure - line.width) / spaces if spaces else 0.0
    return stretch if 0.0 < stretch <= LOOSEST * manner.text.size else 0.0
