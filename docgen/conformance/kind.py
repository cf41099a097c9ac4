"""What a kind of file brings to be verified: its name, its extensions, and what it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from docgen.findings import Finding
from docgen.reading.text import Source


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in one file. `sources` are texts in which the findings stand, for files that are not text."""

    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()


class Kind(Protocol):
    """One kind of file."""

    name: str
    """In words: `Word file`."""

    extensions: tuple[str, ...]
    """In lower case, with their dots."""

    def examine(self, path: str, data: bytes, *, in_review: bool) -> Examined:
        """Hold a file against everything it is to conform to.

        `path` is for messages. `in_review` says that the file goes round for review, so that comments and tracked
        changes belong to it. Pure, and never raises for what a file contains.
        """
