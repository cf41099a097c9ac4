"""Puts slips into a report: one of every class there is room for, never two in one place, the same from a seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import yaml

from benchmarks.proofreading import misspelling, naming, printing, structure, syntax
from benchmarks.proofreading.report import Report, Span
from benchmarks.proofreading.slips import EDITIONS, MAKERS, Slip

ROOMS = (misspelling, printing, naming, structure, syntax)
"""The modules that enter classes of slips: imported for that."""

GAP = 20
"""Characters between two slips, so that a finding is about one of them."""

RARE = {"section missing": 0.25}
"""Slips that take much of a report with them are made in some reports only."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """A report with its slips, their places being those after all of them were made."""

    name: str
    text: str
    slips: tuple[Slip, ...]


def seed(report: Report, copy: int) -> Seeded:
    """The report with a slip of every class it has room for; another copy has other ones.

    Raises:
        ValueError: where a slip leaves a file that is no YAML.
    """
    edition = "" if report.edition == 1 else f"set {report.edition}: "
    random = Random(f"{edition}{report.name} {copy}")  # noqa: S311 -- it shall be the same every time
    found = {}
    for kind, maker in MAKERS.items():
        if EDITIONS[kind] > report.edition:
            continue
        candidates = list(maker(report, random))
        random.shuffle(candidates)
        if random.random() < RARE.get(kind, 1.0):
            found[kind] = candidates
    chosen: list[Slip] = []
    for kind in sorted(found, key=lambda kind: (len(found[kind]), random.random())):
        free = (slip for slip in found[kind] if not any(slip.span.near(other.span, GAP) for other in chosen))
        chosen += [slip for slip, _ in zip(free, range(1), strict=False)]
    text, slips = applied(report.text, chosen)
    try:
        parsed: Any = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(f"{report.name}, copy {copy}, is no YAML: {error}") from error
    assert isinstance(parsed, dict)
    return Seeded(report.name, text, slips)


def applied(text: str, slips: Sequence[Slip]) -> tuple[str, tuple[Slip, ...]]:
    """The text with all slips in it, and the slips with the places they now have."""
    ordered = sorted(slips, key=lambda slip: slip.span)
    for slip in reversed(ordered):
        text = text[: slip.span.start] + slip.wrong + text[slip.span.end :]

    def moved(offset: int, *, end: bool = False) -> int:
        shift = 0
        for slip in ordered:
            if slip.span.end <= offset and not (slip.span.start == offset and end):
                shift += len(slip.wrong) - (slip.span.end - slip.span.start)
            elif slip.span.start < offset:
                return slip.span.start + shift + (len(slip.wrong) if end else 0)
        return offset + shift

    def placed(span: Span) -> Span:
        return Span(moved(span.start), moved(span.end, end=True))

    def own(slip: Slip) -> Span:
        start = slip.span.start + sum(
            len(other.wrong) - (other.span.end - other.span.start) for other in ordered if other.span < slip.span
        )
        return Span(start, start + len(slip.wrong))

    return text, tuple(
        replace(
            slip,
            span=own(slip),
            also=tuple(placed(span) for span in slip.also),
            region=placed(slip.region) if slip.region else None,
        )
        for slip in ordered
    )
