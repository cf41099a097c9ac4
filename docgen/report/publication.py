"""What catalogues, search engines and archives are told of a report: data that its files carry, and no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Self

from docgen.expressions import regex
from docgen.findings import Finding, Span
from docgen.reading.shapes import Key, Misread
from docgen.reading.text import Name, Prose, Text
from docgen.records import dataclass

_ISBN_LABEL = regex(r"ISBN(?:[- ]1[03])?[:\s]*(?=[\dX])", re.IGNORECASE)
_DASHES = regex("[-\u2010\u2011\u2012\u2013\\s]")
_DOI_LABEL = regex(r"doi:?\s*(?=10\.)|(?P<address>(?:https?://)?(?:dx\.|www\.)?doi\.org/)", re.IGNORECASE)
_DOI = regex(r"10\.\d{4,9}(?:\.\d+)*/\S+")


@dataclass(frozen=True, slots=True)
class Isbn:
    """An International Standard Book Number (ISO 2108) of 13 digits, or of 10 as they were before 2007."""

    digits: str
    span: Span

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read an ISBN with or without its hyphens, or the word before it. Raises `Misread`."""
        digits = _DASHES.sub("", _ISBN_LABEL.sub("", text.value, count=1)).upper()
        if not re.fullmatch(r"\d{9}[\dX]|\d{13}", digits, re.ASCII):
            raise Misread(
                "bad-isbn",
                f"'{text.value}' is not an ISBN: that has 13 digits, or 10 in older books",
                "copy it from the list of the ISBN agency, as in 978-3-16-148410-0, or leave it out until there is one",
            )
        if len(digits) == 13 and not digits.startswith(("978", "979")):
            raise Misread(
                "bad-isbn",
                f"'{text.value}' is not an ISBN: one of 13 digits begins with 978 or 979",
                "see whether this is the number of something else, such as an ISSN or a bar code",
            )
        if not _sum_fits(digits):
            raise Misread(
                "bad-isbn",
                f"'{text.value}' has a wrong digit: the last one of an ISBN is worked out from the others, "
                "and here it does not fit them",
                "compare it, digit by digit, with what the ISBN agency gave you",
            )
        return cls(digits, text.span())


@dataclass(frozen=True, slots=True)
class Doi:
    """A Digital Object Identifier (ISO 26324), without the words or the address that it is mostly written behind."""

    name: str
    span: Span

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read `10.…/…`, also behind `doi:` or as an address at doi.org. Raises `Misread`."""
        label = _DOI_LABEL.match(text.value)
        name = text.value[label.end() :] if label else text.value
        if label and label["address"]:
            from urllib.parse import unquote  # seldom wanted, and slow to load

            name = unquote(name)
        if not _DOI.fullmatch(name):
            raise Misread(
                "bad-doi",
                f"'{text.value}' is not a DOI: one begins with 10., has a slash in it, and no spaces",
                "write it as it was registered, as in: 10.1234/harbour.2024",
            )
        return cls(name, text.span())


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What the files say of themselves to catalogues and search engines."""

    span: Span
    publisher: Annotated[Name | None, Key("who publishes the report", ("River Institute",))] = None
    authors: Annotated[
        tuple[Name, ...], Key("whose work it is, where that is not the hosts'", ("[Ann Lee, Maria Costa]",))
    ] = ()
    subject: Annotated[
        Prose | None, Key("what it is about, in a line; else its label", ("Water policy in river basins",))
    ] = None
    keywords: Annotated[tuple[Name, ...], Key("words it should be found by", ("[rivers, drought]",))] = ()
    isbn: Annotated[Isbn | None, Key("its ISBN, of 13 or 10 digits", ("978-3-16-148410-0",))] = None
    doi: Annotated[Doi | None, Key("its DOI, or the address of it", ("10.1234/harbour.2024",))] = None

    def shared_numbers(self, path: str) -> Iterator[Finding]:
        """What is wrong where the numbers of the report at `path` stand in another file, and so in other reports."""
        for kind, number in (("ISBN", self.isbn), ("DOI", self.doi)):
            if number is not None and number.span.path != path:
                yield Finding.error(
                    number.span,
                    "shared-number",
                    f"every report of the folder would get this {kind}, which belongs to one publication only",
                    "write it into the file of the report that it belongs to",
                )


def _sum_fits(digits: str) -> bool:
    """Whether the check digit fits (ISO 2108:2017, annex C; for ten digits ISO 2108:1992)."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 10:
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    return sum(value * (3 if at % 2 else 1) for at, value in enumerate(values)) % 10 == 0
