"""What a kind of file brings to be verified: its name, its extensions, and what it is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from docgen.findings import Finding, Span
from docgen.reading.text import Source
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in one file.

    `sources` are texts in which the findings stand, for files that are not text. `notes` say what the file was not held
    against, and what to do about it. `blocks` are names that the file itself has for the parts of a document that
    findings are in, by where these stand; whoever made the file knows what they are (`Writer.blocks`).
    """

    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    blocks: Mapping[Span, str] = field(default_factory=dict)


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

    def check_soundness(self, path: str, data: bytes) -> Examined:
        """Hold a file against what its maker answers for: that it is put together as it should be, whatever it says.

        No validator but docgen's own is asked. Pure, and never raises for what a file contains.
        """

    def outline(self, path: str, data: bytes) -> str | None:
        """What a screen reader would meet in a file, in turn, a line each; None where docgen cannot tell.

        Pure, and never raises for what a file contains.
        """
