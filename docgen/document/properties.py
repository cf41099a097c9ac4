"""What is said about a document rather than in it."""

from __future__ import annotations

from datetime import date

from docgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """A document's bibliographic data, empty where not known. `isbn` is digits alone, `doi` begins with `10.`."""

    title: str
    authors: tuple[str, ...]
    subject: str
    date: date
    publisher: str = ""
    keywords: tuple[str, ...] = ()
    isbn: str = ""
    doi: str = ""

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Its numbers as addresses that name it, that of the digital edition first (RFC 8254 for the ISBN)."""
        known = (("doi:", self.doi), ("urn:isbn:", self.isbn))
        return tuple(scheme + number for scheme, number in known if number)
