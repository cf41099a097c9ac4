"""Paragraphs that follow one another, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Span

RUNNING = frozenset({Place.BODY, Place.INTRODUCTION})
"""Where paragraphs follow one another; entries of lists, cells and notes stand each for itself."""

_BESIDE_TEXT = frozenset({Place.CAPTION, Place.ALTERNATIVE})
"""What a picture between two paragraphs says."""

_BLANKS = regex(r"(?:[\s\u00ad\u2010-]|\\n)*")

SUSPENDED = frozenset({"and", "or", "to", "nor", "but", "und", "oder", "et", "ou"})
"""What follows a hyphen that stands for a word further on: *short- and long-term*."""


def neighbours(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Each paragraph of running text with the next of the same section; pictures between them do not count."""
    before = None
    for passage in passages:
        if passage.place in _BESIDE_TEXT:
            continue
        if (
            before is not None
            and passage.place in RUNNING
            and before.place is passage.place
            and before.section is passage.section
        ):
            yield before, passage
        before = passage


def seam(subject: Subject, end: Stretch, start: Stretch) -> tuple[Span, tuple[Span, ...]]:
    """The place of what ends one paragraph and begins the next: one span, or two where a picture stands between."""
    first, second = end.span, start.span
    if first.path != second.path or first.end > second.start:
        return first, (second,)
    between = subject.written(Span(first.path, first.end, second.start))
    return (first | second, ()) if _BLANKS.fullmatch(between) else (first, (second,))
