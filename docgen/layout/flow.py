"""The flow: what is to be placed on pages, strip by strip, and how far that has come."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.document.kernel import BreakKind
from docgen.layout.strip import Strip
from docgen.records import dataclass

FORGET = 512
"""How many strips that nobody needs any more are let go at a time."""


class Flow:
    """The strips of a document, set as they are asked for and let go when placed.

    Strips have numbers, in reading order, for good. So a long document never stands in memory as a whole.
    """

    def __init__(self, strips: Iterable[Strip]) -> None:
        self._source = iter(strips)
        self._first = 0
        self._strips: list[Strip] = []

    def __getitem__(self, number: int) -> Strip:
        return self._strips[number - self._first]

    def get(self, number: int) -> Strip | None:
        """The strip of that number; None behind the last."""
        while number >= self._first + len(self._strips):
            strip = next(self._source, None)
            if strip is None:
                return None
            self._strips.append(strip)
        return self._strips[number - self._first]

    def change(self, number: int, strip: Strip) -> None:
        """Have another strip of that number, as high as the old one."""
        self._strips[number - self._first] = strip

    def forget(self, number: int) -> None:
        """Let go of the strips before that of this number, the last one apart; nobody will ask for them again."""
        if number - 1 - self._first >= FORGET:
            del self._strips[: number - 1 - self._first]
            self._first = number - 1

    def barred(self, number: int) -> bool:
        """Whether columns must end before that strip: it runs over the page, begins a new one, or is not there."""
        strip = self.get(number)
        return strip is None or strip.wide or strip.force is BreakKind.PAGE


@dataclass(frozen=True, slots=True)
class Place:
    """How far a flow has been placed: up to strip `at`, but for figures that wait and lines of notes that are owed."""

    at: int = 0
    waiting: tuple[int, ...] = ()
    owed: tuple[Strip, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether nothing before `at` is left to place."""
        return not self.waiting and not self.owed

    @property
    def first(self) -> int:
        """The first strip that is left to place."""
        return self.waiting[0] if self.waiting else self.at
