"""What the lines of a paragraph are made of: pieces of text, and the spaces between them.

In the terms of Knuth and Plass a piece is a box with the penalties inside it, a space is glue. A place where a line may
end is open in one of several passes (`Pass`), each of which may divide more than the one before.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from docgen.layout.capitals import capitalise
from docgen.layout.hyphenate import BEFORE, LONGEST, SOFT_HYPHEN, divisions
from docgen.layout.page import LineEnd
from docgen.records import dataclass
from docgen.style.fonts import Face

NO_BREAK_SPACE = "\u00a0"

MOST_PIECES = 5_000
"""How many pieces of one look are remembered at once."""

# After a hyphen, dash or stroke of the word's own. Three characters at least stand before a hyphen ("Al-Hassan") and
# two after it; neither dates and telephone numbers nor fractions are divided at theirs.
_OWN = re.compile(
    r"(?<=\w[^\W\d]\w)[-\u2010](?=\w\w)|(?<=\w\w\w)[-\u2010](?=[^\W\d]\w)"
    r"|(?<=[^\s–—])[–—](?=[^\s–—.,:;!?)])|(?<=\w\w)/(?=[^\W\d]\w)"
)
_NAME = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")


class Pass(IntEnum):
    """The passes of the line breaker, by what they divide."""

    SPACES = 0
    """Lines end at spaces and after hyphens and dashes that were written."""
    HYPHENS = 1
    """Words may be divided by a hyphen."""
    TIES = 2
    """Even what should stand together may be parted."""
    ANYWHERE = 3
    """A word wider than the measure is divided between any two characters."""
    NEVER = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text is set, and what it leads to. Pieces of one look stand in one fragment."""

    face: Face
    size: float
    colour: str
    language: str
    capitals: bool = False
    rise: float = 0.0
    url: str | None = None
    target: str | None = None
    hyphenate: bool = True
    underlined: bool = False


class Cut(NamedTuple):
    """A place inside a piece where a line may end.

    `written` and `text` are its offsets in either form. What stands before it takes `before` pt of a line that ends
    here, its hyphen included; what stands behind begins at `behind` pt, were the line not to end here (the two letters
    it parts may be kerned). `opens` is the first pass that may use it; `dear` marks a division that reads badly: two
    letters before the hyphen, or a name.
    """

    written: int
    text: int
    before: float
    behind: float
    end: LineEnd
    opens: Pass
    dear: bool = False


@dataclass(frozen=True)
class Piece:
    """Text of one look without a space in it: as `written`, as printed in `text`, and its width in pt.

    Pieces beside each other, with no space between them, are one word.
    """

    written: str
    text: str
    look: Look
    width: float
    hints: tuple[int, ...] = ()
    """The offsets where its author allowed to divide it, by a soft hyphen."""
    whole: bool = False
    """Whether it is a name, to which no hyphen is added."""

    @classmethod
    def of(cls, written: str, look: Look, whole: bool = False) -> Piece:
        """`written` set in `look`. Soft hyphens are taken out and kept in mind."""
        parts = written.split(SOFT_HYPHEN)
        clean = "".join(parts)
        hints = tuple(accumulate(map(len, parts[:-1])))
        text = capitalise(clean, look.language) if look.capitals else clean
        return cls(clean, text, look, look.face.width(text, look.size), hints, whole)

    @cached_property
    def own_cuts(self) -> tuple[Cut, ...]:
        """After its own hyphens, dashes and strokes."""
        if self.written.isalpha():
            return ()
        return tuple([self._cut(found.end(), LineEnd.INSIDE, Pass.SPACES) for found in _OWN.finditer(self.written)])

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """Its own, and where its language lets a hyphen be added."""
        look = self.look
        divided = self.hints or (look.hyphenate and not self.whole)
        if look.capitals or not divided or not look.face.has_glyph(SOFT_HYPHEN):
            return self.own_cuts
        places = self.hints or divisions(self.written, look.language)
        added = [
            self._cut(at, LineEnd.HYPHEN, Pass.HYPHENS)._replace(dear=self._is_dear(at))
            for at in places
            if 0 < at < len(self.written)
        ]
        if not added:
            return self.own_cuts
        known = {cut.written: cut for cut in added} | {cut.written: cut for cut in self.own_cuts}
        return tuple([known[at] for at in sorted(known)])

    @property
    def every_cut(self) -> tuple[Cut, ...]:
        """All of these, and between all other characters; combining marks stay with theirs."""
        known = {cut.written: cut for cut in self.cuts}
        for at in range(1, len(self.written)):
            if at not in known and not unicodedata.combining(self.written[at]):
                known[at] = self._cut(at, LineEnd.FORCED, Pass.ANYWHERE)
        return tuple([known[at] for at in sorted(known)])

    def _is_dear(self, at: int) -> bool:
        head = _LAST_LETTERS.search(self.written, max(at - LONGEST, 0), at)
        return head is not None and (len(head.group()) <= BEFORE or head.group()[0].isupper())

    def _cut(self, at: int, end: LineEnd, opens: Pass) -> Cut:
        look, text = self.look, self.text
        # Capitals may be more than what they were made from: ß is SS.
        place = at if len(text) == len(self.written) else len(capitalise(self.written[:at], look.language))
        behind = self._reach[place]
        before = behind - look.face.kern(text[place - 1 : place + 1]) * look.size
        if end is LineEnd.HYPHEN:
            before += look.face.width(text[place - 1] + SOFT_HYPHEN, look.size) - look.face.width(
                text[place - 1], look.size
            )
        return Cut(at, place, before, behind, end, opens)

    @cached_property
    def _reach(self) -> list[float]:
        return self.look.face.reach(self.text, self.look.size)

    def part(self, begin: Cut | None, finish: Cut | None) -> Piece:
        """What stands between two of its cuts; None is its own beginning or end."""
        first, text_first, left = (begin.written, begin.text, begin.behind) if begin else (0, 0, 0.0)
        last, text_last, right = (
            (finish.written, finish.text, finish.before) if finish else (len(self.written), len(self.text), self.width)
        )
        hyphen = SOFT_HYPHEN if finish and finish.end is LineEnd.HYPHEN else ""
        written, text = self.written[first:last], self.text[text_first:text_last]
        return Piece(written + hyphen, text + hyphen, self.look, right - left)


@dataclass(frozen=True, slots=True)
class Space:
    """A space, which stretches and shrinks. A line may end at it from pass `opens` on."""

    piece: Piece
    opens: Pass = Pass.SPACES


@dataclass(frozen=True, slots=True)
class NewLine:
    """A forced line end."""


Item: TypeAlias = Piece | Space | NewLine


class Vocabulary:
    """The pieces of one look, each made once and then remembered. Those that are `names` are whole."""

    def __init__(self, look: Look, names: frozenset[str]) -> None:
        self.language = look.language
        self._look = look
        self._names = names
        self._pieces: dict[str, Piece] = {}
        blank = Piece.of(" ", look)
        self.space = Space(blank)
        self.tie = Space(blank, Pass.TIES)
        self.no_break = Space(Piece.of(NO_BREAK_SPACE, look), Pass.NEVER)

    def piece(self, written: str) -> Piece:
        """`written` in this look."""
        known = self._pieces.get(written)
        if known is None:
            if len(self._pieces) >= MOST_PIECES:
                self._pieces.clear()
            known = self._pieces[written] = Piece.of(written, self._look, self._is_name(written))
        return known

    def _is_name(self, word: str) -> bool:
        """Whether a word, its punctuation and its genitive put aside, is one of the names."""
        found = _NAME.search(word) if self._names else None
        return found is not None and (found.group() in self._names or found.group().removesuffix("s") in self._names)


@lru_cache(maxsize=32)
def vocabulary(look: Look, names: frozenset[str] = frozenset()) -> Vocabulary:
    """The pieces of `look`, in a text in which these words are names."""
    return Vocabulary(look, names)
