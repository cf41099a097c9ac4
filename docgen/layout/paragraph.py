"""Paragraphs: from runs to lines of fragments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter
from typing import assert_never

from docgen.document.runs import Field, FieldKind, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.layout.hyphenate import SOFT_HYPHEN
from docgen.layout.items import NO_BREAK_SPACE, Item, Look, NewLine, Pass, Piece, Space, Vocabulary, vocabulary
from docgen.layout.linebreak import break_lines, break_otherwise
from docgen.layout.lines import STRETCHED, Line
from docgen.layout.manner import Manner
from docgen.layout.page import Box, Fragment, LineEnd, RuleBox, TextLine
from docgen.layout.strip import Strip
from docgen.layout.ties import middle_initial, tied
from docgen.records import dataclass
from docgen.style.fonts import INVISIBLE, Face
from docgen.style.model import Align

MARK_SIZE = 0.65
MARK_RISE = 0.35
"""Size and rise of a note's mark, in em of the text around it."""

UNDERLINE = 0.05
"""The thickness of the rule under a link, in parts of the size of its text."""

_BREAKING = " \t\r\n"
_UNPRINTED = "".join(sorted(INVISIBLE.difference(_BREAKING, SOFT_HYPHEN)))
_RARE = re.compile(rf"[^\S \t\r\n\u00a0]|[{_UNPRINTED}]")
_TOKENS = re.compile(r"[ \t\r\n]+|\u00a0|[^ \t\r\n\u00a0]+")


def set_paragraph(runs: Sequence[Run], manner: Manner, left: float, measure: float, label: str = "") -> list[Strip]:
    """The lines of one paragraph, a strip each, `left` pt from the column's edge and at most `measure` pt wide.

    `label` is what docgen itself puts before the runs ("Figure 1. "). At least two lines stay together at either end
    of a column.
    """
    # What belongs to the text below it is a heading.
    heading = manner.text.keep_with_next
    items = tuple(items_of(runs, manner, label))
    lines = break_lines(items, measure, manner.text.align, manner.breaking, heading)
    return _strips(_Broken(items, tuple(lines), manner, left, measure))


@dataclass(frozen=True, slots=True, eq=False)
class _Broken:
    """A paragraph in lines, and what it takes to break it otherwise."""

    items: Sequence[Item]
    lines: tuple[Line, ...]
    manner: Manner
    left: float
    measure: float


@dataclass(frozen=True, slots=True, eq=False)
class _Divided:
    """A division between lines of a paragraph: line `at` ends at a hyphen."""

    paragraph: _Broken
    at: int

    def mended(self, first: int) -> list[Strip] | None:
        old, text = self.paragraph, self.paragraph.manner.text
        lines = break_otherwise(old.items, old.lines, self.at, first, old.measure, text.align, old.manner.breaking)
        return _strips(replace(old, lines=tuple(lines))) if lines else None


def _strips(paragraph: _Broken) -> list[Strip]:
    text, last = paragraph.manner.text, len(paragraph.lines) - 1
    whole = text.keep_with_next
    return [
        Strip(
            height=text.leading,
            boxes=_text_boxes(line, paragraph.manner, paragraph.left, paragraph.measure, ends=at == last),
            before=text.before if at == 0 else 0.0,
            after=text.after if at == last else 0.0,
            keep=whole or (at != last and at in (0, last - 1)),
            on_grid=paragraph.manner.on_grid,
            division=_Divided(paragraph, at) if line.hyphened and not whole else None,
        )
        for at, line in enumerate(paragraph.lines)
    ]


def set_label(text: str, manner: Manner, x: float) -> Fragment:
    """A piece of text that docgen itself puts on a line: a list's mark, a page number. It begins at `x`."""
    look = manner.look()
    piece = Piece.of(_settable(text, look.face), look)
    return _fragment([piece], x, manner.node)


def extent(runs: Sequence[Run], manner: Manner) -> tuple[float, float]:
    """The widths of the widest word, with what is tied to it, and of the longest line, were none broken, in pt."""
    widest = longest = word = line = 0.0
    for item in items_of(runs, manner):
        match item:
            case Piece():
                word += item.width
                line += item.width
            case Space():
                word = word + item.piece.width if item.opens >= Pass.TIES else 0.0
                line += item.piece.width
            case NewLine():
                word = line = 0.0
            case _:
                assert_never(item)
        widest, longest = max(widest, word), max(longest, line)
    return widest, longest


def items_of(runs: Sequence[Run], manner: Manner, label: str = "") -> Iterator[Item]:
    """What the line breaker works on: pieces of words, single spaces between words, forced line ends."""
    labelled = [(label, manner.look())] if label else []
    initial = False  # whether the word is one, behind a given name
    word = ""  # the one before the space that waits for what follows it
    waiting: Vocabulary | None = None
    for written, look in _joined(chain(labelled, _texts(runs, manner))):
        if look is None:
            yield NewLine()
            word, waiting = "", None
            continue
        known = vocabulary(look, manner.names)
        for token in _TOKENS.findall(written):
            if token[0] in _BREAKING:
                waiting = waiting or (known if word else None)
                continue
            if waiting:
                behind_initial, initial = initial, token[1:2] == "." and middle_initial(word, token, waiting.language)
                ties = initial or (tied(word, token, waiting.language) and not (behind_initial and token[0].isupper()))
                yield waiting.tie if ties else waiting.space
                word, waiting = "", None
            if token == NO_BREAK_SPACE:
                yield known.no_break
            else:
                yield known.piece(token)
            word += token


def _joined(texts: Iterable[tuple[str, Look | None]]) -> Iterator[tuple[str, Look | None]]:
    """The texts, those of one look that follow each other in one."""
    held: tuple[str, Look | None] | None = None
    for text, look in texts:
        if held and held[1] is not None and held[1] == look:
            held = held[0] + text, look
            continue
        if held:
            yield held
        held = text, look
    if held:
        yield held


def _texts(runs: Iterable[Run], manner: Manner) -> Iterator[tuple[str, Look | None]]:
    """The runs as text and look; no look is a forced line end."""
    for run in runs:
        match run:
            case TextRun():
                look = manner.look(bold=run.strong, italic=run.emphasis, language=run.language, hyphenate=run.hyphenate)
                yield _settable(run.text.value, look.face).replace("\n", " "), look
            case LineBreak():
                yield "", None
            case Link():
                for text, inner in _texts(run.runs, manner):
                    yield text, inner and _linked(inner, run, manner)
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


def _linked(look: Look, link: Link, manner: Manner) -> Look:
    led = replace(look, url=link.url, target=link.target)
    return led if manner.plain_links else replace(led, underlined=True, colour=manner.link_colour or look.colour)


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

    def settable(found: re.Match[str]) -> str:
        character = found.group()
        if character in INVISIBLE:
            return ""
        return character if face.has_glyph(character) else NO_BREAK_SPACE

    return text if text.isascii() else _RARE.sub(settable, text)


def _text_boxes(line: Line, manner: Manner, left: float, measure: float, *, ends: bool) -> tuple[Box, ...]:
    """The line's pieces, those of one look in one fragment, each in its place; then the rules under its links.

    `ends` says that it is the last of its paragraph.
    """
    free = measure - line.width
    match manner.text.align:
        case Align.LEFT | Align.JUSTIFY:
            x = left - line.hang
        case Align.CENTRE:
            x = left + free / 2
        case Align.RIGHT:
            x = left + free
        case _:
            assert_never(manner.text.align)
    fragments: list[Fragment] = []
    rules: list[RuleBox] = []
    groups = [list(group) for _, group in groupby(line.pieces, key=attrgetter("look"))]
    for at, group in enumerate(groups, 1):
        # A real space, outside the measure: it parts the words for those who read by machine.
        behind = " " if at == len(groups) and not ends and not line.end.divides else ""
        fragments.append(_fragment(group, x, manner.node, line, behind))
        if group[0].look.underlined:
            rules.append(_underline(fragments[-1], -manner.baseline))
        x += fragments[-1].width
    return (TextLine(-manner.baseline, tuple(fragments), manner.node, manner.role, end=line.end), *rules)


def _underline(fragment: Fragment, baseline: float) -> RuleBox:
    """The rule under a fragment, where Word and most faces have it: a tenth of the size below the baseline."""
    height = UNDERLINE * fragment.size
    return RuleBox(fragment.x, baseline - 2.5 * height, fragment.width, height, fragment.colour, fragment.node)


_UNSTRETCHED = Line((), 0.0, LineEnd.LAST)


def _fragment(pieces: Sequence[Piece], x: float, node: str, line: Line = _UNSTRETCHED, behind: str = "") -> Fragment:
    look = pieces[0].look
    text = "".join([piece.text for piece in pieces]) + behind
    written = "".join([piece.written for piece in pieces]) + behind if look.capitals else text
    width = sum([piece.width for piece in pieces])
    if line.space:
        width += line.space * sum([piece.text in STRETCHED for piece in pieces])
    return Fragment(
        text=text,
        x=x,
        width=width * line.scale,
        face=look.face.name,
        size=look.size,
        colour=look.colour,
        node=node,
        language=look.language,
        written=written if written != text else None,
        word_space=line.space,
        rise=look.rise,
        url=look.url,
        target=look.target,
        scale=line.scale,
    )
