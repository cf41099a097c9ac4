"""Which findings tell of which slips, and what that makes: recall by class, precision by proof-reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.proofreading.proofreaders import Found
from benchmarks.proofreading.report import Span
from benchmarks.proofreading.slips import Slip

LONGER = 40
"""How many characters longer than a slip a finding may be and still be about it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What one proof-reader said of the seeded reports: which slips it found, which of its findings tell of none."""

    found: frozenset[int]
    explained: int
    unexplained: tuple[Found, ...]


def about(finding: Found, slip: Slip) -> bool:
    """Whether a finding stands at the very words of a slip."""
    if slip.rule is not None:
        return finding.rule == slip.rule
    spans = [
        Span(slip.span.start - 1, slip.span.end + 1) if slip.span.start == slip.span.end else slip.span,
        *slip.also,
    ]
    return any(
        place.overlaps(span) and place.end - place.start <= span.end - span.start + LONGER
        for place in finding.places
        for span in spans
    )


def within(finding: Found, slip: Slip) -> bool:
    """Whether a finding begins in the paragraph, heading or name that a slip is part of."""
    return slip.region is not None and any(
        slip.region.start <= place.start <= slip.region.end for place in finding.places
    )


def score(findings: Iterable[Found], slips: Mapping[str, Sequence[tuple[int, Slip]]]) -> Scored:
    """Hold findings against numbered slips, by report: those at their words first, then what is left by region.

    A finding at the words of one slip says nothing about another whose region it stands in.
    """
    found: set[int] = set()
    explained = 0
    unexplained = []
    for finding in findings:
        here = slips[finding.report]
        told = [number for number, slip in here if about(finding, slip)]
        told = told or [number for number, slip in here if within(finding, slip)]
        found.update(told)
        if told:
            explained += 1
        else:
            unexplained.append(finding)
    return Scored(frozenset(found), explained, tuple(unexplained))


def judgements(path: Path) -> dict[tuple[str, str, str], bool]:
    """What a person said of findings that no slip explains: right or not, by report, rule and words."""
    if not path.exists():
        return {}
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return {(item["report"], item["rule"], item["text"]): item["right"] for item in entries}
