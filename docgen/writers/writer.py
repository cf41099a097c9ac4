"""What a writer is, and the registry of writers: the modules and packages of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import Enum
from typing import Protocol

from docgen.cache import Cache, MemoryCache
from docgen.document.kernel import Document
from docgen.findings import Finding
from docgen.layout.page import Pages
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.style.model import Style
from docgen.style.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Review:
    """What is to be said in a file's margin, and the sources that it is said of."""

    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]


YAML_TYPE = "application/yaml"
"""The media type of YAML (RFC 9512)."""

SEPARATED_TYPE = "text/csv"
"""The media type of comma-separated values (RFC 4180)."""

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of Word files (ECMA-376, part 1, 11.3.10)."""


def source_type(name: str) -> str:
    """The media type of a source, by the name of its file: what is no YAML is a table."""
    return YAML_TYPE if name.lower().endswith((".yaml", ".yml")) else SEPARATED_TYPE


class Relationship(Enum):
    """What an attached file is to the document, as PDF calls it (ISO 19005-3, annex E)."""

    SOURCE = "Source"
    ALTERNATIVE = "Alternative"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that another one carries: its name and bytes, its media type, what it is to the other, and in words."""

    name: str
    data: bytes
    media_type: str
    relationship: Relationship
    description: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything a writer may draw on. Same edition, same bytes.

    `moment` is the date and time that the output's metadata carry. `pages` is None where no wanted format needs it.
    `cache` spares a writer work that an earlier run has done, and changes nothing else. `origin` are the sources of
    the report, `review` is what reviewers are to see. `attachments` go into files that can carry any, and a `compact`
    file is as small as its format allows.
    """

    document: Document
    style: Style
    pictures: Pictures
    moment: datetime
    pages: Pages | None
    cache: Cache = field(default_factory=MemoryCache, compare=False)
    origin: tuple[Source, ...] = ()
    review: Review | None = None
    attachments: tuple[Attachment, ...] = ()
    compact: bool = False


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

    def blocks(self, edition: Edition) -> Mapping[str, str]:
        """What its file of an edition calls the parts of the document, with the ids of their nodes.

        It leads from what is found in a finished file back to where that was written. Empty where files have no names.
        """
