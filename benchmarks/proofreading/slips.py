"""What a slip is, and the register of the ways to make one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from benchmarks.proofreading.report import Report, Span


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake: `wrong` in place of what stood at `span`.

    A finding tells of it where it overlaps the wrong words or one of `also`, places that are part of the same mistake
    (the other mark of a pair, the other uses of an acronym); or, where a slip has a `region` (a paragraph, a heading),
    anywhere in it. Whoever makes a slip gives its places as offsets before it was made; `seeding` moves them.
    """

    kind: str
    span: Span
    wrong: str
    right: str
    also: tuple[Span, ...] = ()
    region: Span | None = None
    rule: str | None = None
    """The one rule that counts, wherever it speaks: for what has no place, such as a section that is not there."""


Maker = Callable[[Report, Random], Iterator[Slip]]
"""Yields every slip of one class that a report has room for."""

_MAKERS: dict[str, Maker] = {}
MAKERS = MappingProxyType(_MAKERS)
"""The classes of slips, in the order of the table."""

_EDITIONS: dict[str, int] = {}
EDITIONS = MappingProxyType(_EDITIONS)
"""With which set of reports a class came in."""

_GROUPS: dict[str, str] = {}
GROUPS = MappingProxyType(_GROUPS)
"""Which group of the table a class belongs to."""


def slips(kind: str, group: str, *, since: int = 1) -> Callable[[Maker], Maker]:
    """Enters a class of slips; `since` is the first set of reports it is made in."""

    def enter(maker: Maker) -> Maker:
        _MAKERS[kind] = maker
        _GROUPS[kind] = group
        _EDITIONS[kind] = since
        return maker

    return enter
