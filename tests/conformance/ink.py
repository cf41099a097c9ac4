"""How near two pictures of pages are to each other, when lines may end elsewhere but nothing may stand elsewhere."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Self

from PIL import Image, ImageChops

MARGIN = 40
"""Rows that hold no text of the body at the head and the foot of a page of 40 dots to the inch."""

_BLUR_ACROSS = 2.0
_BLUR_DOWN = 18.0
_PAPER = 250


@dataclass(frozen=True, slots=True)
class Distance:
    """What of the ink stands elsewhere, as shares of all of it, and how much more or less there is.

    `across` knows margins, columns and indents: a line's hair is seen. `down` knows what stands above what, give or
    take three lines. `ink` knows type that is larger or bolder, and pictures that are missing.
    """

    across: float
    down: float
    ink: float

    @classmethod
    def between(cls, one: Image.Image, other: Image.Image, *, ends: bool = False) -> Self:
        """Compare two pages; of last pages, which `ends` says they are, what both have filled."""
        if ends:
            filled = min(_filled(one), _filled(other))
            one, other = (page.crop((0, 0, page.width, filled)) for page in (one, other))
        across = [_blurred(_profile(page, (page.width, 1)), _BLUR_ACROSS) for page in (one, other)]
        down = [_blurred(_profile(page, (1, page.height)), _BLUR_DOWN) for page in (one, other)]
        return cls(_apart(*across), _apart(*down), abs(sum(across[0]) / sum(across[1]) - 1))

    def within(self, limit: Distance) -> bool:
        """Whether it is nowhere greater than `limit`."""
        return self.across <= limit.across and self.down <= limit.down and self.ink <= limit.ink


def _filled(page: Image.Image) -> int:
    """The row below the last one of the body with ink on it."""
    body = page.crop((0, 0, page.width, page.height - MARGIN))
    box = ImageChops.invert(body).point(lambda ink: 255 if ink > 255 - _PAPER else 0).getbbox()
    return box[3] if box else page.height


def _profile(page: Image.Image, size: tuple[int, int]) -> list[float]:
    """The ink of a page's columns, or of its rows, one after the other."""
    ink = ImageChops.invert(page).convert("F").resize(size, Image.Resampling.BOX)
    return list(array("f", ink.tobytes()))


def _blurred(values: Sequence[float], radius: float) -> list[float]:
    reach = range(-int(3 * radius), int(3 * radius) + 1)
    weights = {by: exp(-((by / radius) ** 2) / 2) for by in reach}
    return [
        sum(values[at + by] * weight for by, weight in weights.items() if 0 <= at + by < len(values))
        for at in range(len(values))
    ]


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / (sum(one) + sum(other))
