"""What a writer is, and the registry of writers: the modules and packages of this folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from docgen.cache import Cache, MemoryCache
from docgen.document.kernel import Document
from docgen.findings import Finding
from docgen.layout.page import Pages
from docgen.reading.text import Source
from docgen.style.model import Style
from docgen.style.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Review:
    """What is to be said in a file's margin, and the sources that it is said of."""

    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything a writer may draw on. Same edition, same bytes.

    `moment` is the date and time that the output's metadata carry. `pages` is None where no wanted format needs it.
    `cache` spares a writer work that an earlier run has done, and changes nothing else. `origin` are the sources of
    the report, `review` is what reviewers are to see.
    """

    document: Document
    style: Style
    pictures: Pictures
    moment: datetime
    pages: Pages | None
    cache: Cache = field(default_factory=MemoryCache, compare=False)
    origin: tuple[Source, ...] = ()
    review: Review | None = None


class Writer(Protocol):
    """Puts a document down in one format. Pure: an edition in, bytes out."""

    name: str
    """What `--to` calls it, and its module's name in this folder."""

    extension: str
    """The end of its files' names, with the dot."""

    needs_pages: bool
    """Whether it cannot write without layout."""

    shows_review: bool
    """Whether a review's findings can stand in its files."""

    def write(self, edition: Edition) -> bytes:
        """The whole file."""
