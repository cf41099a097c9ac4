"""How lines fill their measure, and what they cost: the figures by which the line breaker weighs one line with another.

What a line costs is the square of its strain and a flat price for each division of a word: at the same number of
hyphens this keeps spaces narrower than TeX's cubed badness does. The figures were tuned by `benchmarks/lines`.
"""

from __future__ import annotations

from math import inf

from docgen.layout.items import Pass
from docgen.records import dataclass
from docgen.style.model import Align

TOLERANCE = 0.001
"""What a line may be wider than its measure, in pt: less than any device shows, more than sums of floats err."""

RUNT = 0.15
"""A last line narrower than this part of the measure looks lost."""

NARROW = 300.0
"""A measure, in pt, in which hardly a paragraph can be justified without dividing words: to try takes time only."""

RAGGED = 0.15
"""What a ragged line may fall short of its measure for a strain of 1, in parts of the measure."""


@dataclass(frozen=True, slots=True)
class BreakSettings:
    """What the lines of justified text may do to fill their measure.

    `scaling` is how far letters may be widened or narrowed, and `tightest` how narrow a space may become, both as parts
    of their natural width; `protrusion` says whether punctuation hangs over the edges.
    """

    scaling: float = 0.0
    protrusion: bool = False
    tightest: float = 0.67


PLAIN = BreakSettings()
"""Neither scaled nor hanging."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What is paid for a line beside the square of its strain: a line with spaces of double width costs 1.

    `hyphen` and `own` are for a line that ends inside a word, at a hyphen added or at one of its own, `ladder` for two
    such lines in a row; a division that reads badly costs `dear` times as much; `runt` is for a last line of almost
    nothing, `river` for each that runs down the lines, `broken` for a word divided where a column ends. What should
    never be costs more than all else: to part what is tied, to divide a word `anywhere`, to be `overfull`. `line` is
    for each line at all; to end one behind a colon pays `sense` back.
    """

    hyphen: float
    own: float
    ladder: float
    dear: float = 1.2
    runt: float = 0.2
    river: float = 0.0
    broken: float = 0.0
    tie: float = 25.0
    anywhere: float = 100.0
    overfull: float = 1e9
    line: float = 0.0
    sense: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """How lines fill their measure.

    Letters are scaled first, by `scaling` at most, a strain of `letters`. A strain of 1 more is to widen the line by as
    much as its spaces' natural width times `stretch`, plus `fixed` pt; what exceeds 1 is squared once more, `steepness`
    times. To narrow its spaces by `shrink`, the most there is, is a strain of `tightness`.

    `passes` are tried in turn, each with the most strain that it accepts in a line. A last line narrower than `runt` pt
    is one to avoid; `least` is the same for the line at hand.
    """

    passes: tuple[tuple[Pass, float], ...]
    prices: Prices
    scaling: float = 0.0
    letters: float = 0.0
    shrink: float = 0.0
    tightness: float = 1.0
    stretch: float = 0.0
    steepness: float = 0.0
    fixed: float = TOLERANCE
    fills_last: bool = False
    runt: float = 0.0
    least: float = 0.0
    protrusion: bool = False


def shape_of(align: Align, measure: float, settings: BreakSettings, balanced: bool) -> Shape:
    """How lines of `measure` pt are filled, where they are meant to be full; `balanced` ones are meant to be equal."""
    if align is Align.JUSTIFY and not balanced:
        passes = ((Pass.SPACES, 0.5), (Pass.HYPHENS, 2.0), (Pass.TIES, inf), (Pass.ANYWHERE, inf))
        return Shape(
            passes=passes if measure > NARROW else passes[1:],
            prices=Prices(hyphen=1.05 if settings.scaling else 1.1, own=0.2, ladder=2.5, river=2.5, broken=2.5),
            scaling=settings.scaling,
            letters=0.06 if settings.scaling else 0.0,
            shrink=1 - settings.tightest,
            tightness=0.2,
            stretch=1.0,
            steepness=4.0,
            runt=measure * RUNT,
            protrusion=settings.protrusion,
        )
    passes = ((Pass.SPACES, inf), (Pass.HYPHENS, inf), (Pass.TIES, inf), (Pass.ANYWHERE, inf))
    if balanced:
        prices = Prices(hyphen=6.0, own=4.0, ladder=6.0, line=1e4, sense=-4.0)
        return Shape(passes, prices, fixed=measure * RAGGED, fills_last=True)
    return Shape(passes, Prices(hyphen=1.5, own=0.5, ladder=1.5), fixed=measure * RAGGED, runt=measure * RUNT)
