"""The places in a paragraph at which a line may end, and how far each is from its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from docgen.layout.hyphenate import SOFT_HYPHEN
from docgen.layout.items import Cut, Pass, Piece, Space
from docgen.layout.page import LineEnd
from docgen.layout.protrusion import left_hang, right_hang

Section: TypeAlias = Sequence[Piece | Space]
"""What stands between two forced line ends."""


class Place(NamedTuple):
    """A place at which a line may end. Lengths are pt from the section's beginning, were it one long line.

    A line that ends here reaches to `before`, of which `glue` are spaces; the next one begins at `behind` and
    `glue_behind`. The line ends with the item in front of `stop`, or with the part in front of `cut` of the item at
    `stop`; the next one begins with the item at `resume`, or with the part behind the cut. `tie` marks a space at which
    it should not end, `sense` one behind a colon, at which a title may well. `left` and `right` are what
    stands over the edges of the measure, where the next line begins and where this one ends.
    """

    before: float
    glue: float
    behind: float
    glue_behind: float
    stop: int
    resume: int
    cut: Cut | None
    end: LineEnd
    tie: bool = False
    sense: bool = False
    left: float = 0.0
    right: float = 0.0


def places(items: Section, upto: Pass, measure: float) -> Iterator[Place]:
    """The places open in pass `upto`, in their order; the section's beginning and its end are the first and last.

    They come one by one: a pass that fails on a paragraph's first lines need not know the others.
    """
    last_word = _last_word(items)
    space, ties, hyphens = LineEnd.SPACE, Pass.TIES, upto >= Pass.HYPHENS
    wide = _wide(items, measure) if upto >= Pass.ANYWHERE else frozenset()
    yield Place(0.0, 0.0, 0.0, 0.0, 0, 0, None, LineEnd.LAST)
    width = glue = 0.0
    before = ""
    for at, item in enumerate(items):
        if isinstance(item, Space):
            after, after_glue = width + item.piece.width, glue + item.piece.width
            if item.opens <= upto:
                sense = before.endswith(":")
                yield Place(width, glue, after, after_glue, at, at + 1, None, space, item.opens >= ties, sense)
            width, glue = after, after_glue
            continue
        if at in wide:
            cuts = item.every_cut
        elif hyphens and item.cuts and at < last_word and not _continued(items, at, item):
            cuts = item.cuts
        else:
            cuts = item.own_cuts
        for cut in cuts:
            yield Place(width + cut.before, glue, width + cut.behind, glue, at, at, cut, cut.end)
        width += item.width
        before = item.text
        if at in wide and at + 1 in wide:
            yield Place(width, glue, width, glue, at + 1, at + 1, None, LineEnd.FORCED)
    yield Place(width, glue, width, glue, len(items), len(items), None, LineEnd.LAST)


def hung(found: Iterable[Place], items: Section) -> Iterator[Place]:
    """The places with punctuation standing over the edges."""
    return (_hung(place, items) for place in found)


def _hung(place: Place, items: Section) -> Place:
    ending = items[place.stop if place.cut else place.stop - 1] if place.stop or place.cut else None
    starting = items[place.resume] if place.resume < len(items) else None
    left = right = 0.0
    if isinstance(ending, Piece) and place.end is not LineEnd.FORCED:
        last = ending.text[: place.cut.text if place.cut else None][-1:]
        right = right_hang(ending, SOFT_HYPHEN if place.end is LineEnd.HYPHEN else last)
    if isinstance(starting, Piece):
        left = left_hang(starting, starting.text[place.cut.text if place.cut else 0 :][:1])
    return place._replace(before=place.before - right, behind=place.behind + left, left=left, right=right)


def _last_word(items: Section) -> int:
    """Where the last word begins."""
    return next((at + 1 for at in reversed(range(len(items))) if isinstance(items[at], Space)), 0)


def _continued(items: Section, at: int, piece: Piece) -> bool:
    """Whether the letters of a piece go on in its neighbour: half a word cannot be looked up."""
    before, after = items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None
    return (isinstance(before, Piece) and before.text[-1:].isalpha() and piece.text[:1].isalpha()) or (
        isinstance(after, Piece) and after.text[:1].isalpha() and piece.text[-1:].isalpha()
    )


def _wide(items: Section, measure: float) -> frozenset[int]:
    """The pieces of words that are wider than the measure."""
    found: list[int] = []
    word: list[int] = []
    width = 0.0
    for at, item in enumerate([*items, None]):
        if isinstance(item, Piece):
            word.append(at)
            width += item.width
            continue
        if width > measure:
            found += word
        word, width = [], 0.0
    return frozenset(found)
