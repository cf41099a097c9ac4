"""One run of checks, as every form tells it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from docgen.findings import Finding, Span, in_order
from docgen.job import Outcome
from docgen.reading.text import Source
from docgen.records import dataclass


class Region(NamedTuple):
    """A place in lines and columns, all from 1 and in characters; the end column is the one behind the last."""

    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Region(1, 1, 1, 1)


@dataclass(frozen=True)
class Run:
    """The outcomes of the reports that were looked at."""

    outcomes: tuple[Outcome, ...]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, in order; what stands in a file that reports share is there once."""
        return in_order(finding for outcome in self.outcomes for finding in outcome.findings)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The files that findings stand in, as far as they were read."""
        return {source.path: source for outcome in self.outcomes for source in outcome.sources}

    def region(self, span: Span) -> Region:
        """Lines and columns of a place; the first character of a file that could not be read."""
        source = self.sources.get(span.path)
        if source is None:
            return NOWHERE
        length = len(source.text)
        start, end = source.position(min(span.start, length)), source.position(min(span.end, length))
        return Region(*start, *end)


def slashed(path: str) -> str:
    """A path with the slashes that every system takes."""
    return path.replace("\\", "/")


def address(path: str) -> str:
    """A path as an address (RFC 3986); one from the root has the scheme of files (RFC 8089)."""
    from urllib.parse import quote

    has_drive = path[1:2] == ":"
    quoted = quote(slashed(path), safe="/:" if has_drive else "/")
    if has_drive:
        return f"file:///{quoted}"
    return f"file://{quoted}" if quoted.startswith("/") else quoted
