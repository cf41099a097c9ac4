"""Finds metadata that are said twice, and not alike.

Why it matters: viewers and search engines read one of the two, archives the other; nobody knows which is right.

ISO 32000-1, 14.3.2 and 14.3.3; ISO 19005-1, 6.7.3, which ISO 19005-2 no longer asks for and nothing speaks against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.metadata import Metadata, read_metadata
from docgen.conformance.pdf.objects import text
from docgen.findings import Finding

_TEXTS = {
    "Title": "dc:title",
    "Subject": "dc:description",
    "Keywords": "pdf:Keywords",
    "Creator": "xmp:CreatorTool",
    "Producer": "pdf:Producer",
}
_DATES = {"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"}
_ALIKE = "say the same in both"
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?.*")


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Each property that the information dictionary and XMP have differently."""
    metadata = read_metadata(pdf.catalog)
    if metadata is None:
        return
    information = pdf.pdf.trailer.get("/Info")
    for key, named in _TEXTS.items():
        said = text(information, f"/{key}") or ""
        if said.strip() != metadata.text(named):
            yield _unlike(pdf, key, said, metadata.text(named))
    authors = text(information, "/Author") or ""
    listed = metadata.texts("dc:creator")
    if _names(authors) != _names(", ".join(listed)):
        yield _unlike(pdf, "Author", authors, ", ".join(listed))
    yield from _dates(pdf, information, metadata)


def _dates(pdf: PdfFile, information: object, metadata: Metadata) -> Iterator[Finding]:
    for key, named in _DATES.items():
        said, listed = text(information, f"/{key}") or "", metadata.text(named)
        if said or listed:
            one, other = _moment(said), _iso_moment(listed)
            if one is None or one != other:
                yield _unlike(pdf, key, said, listed)


def _unlike(pdf: PdfFile, key: str, said: str, listed: str) -> Finding:
    words = f"the metadata of this file have '{said}' as {key} in one place, and '{listed}' in the other (XMP)"
    return Finding.error(pdf.whole, "metadata-differ", words, _ALIKE)


def _names(said: str) -> list[str]:
    """Names without what stands between them, which everybody writes otherwise."""
    return [name for name in re.split(r"\s*[,;]\s*", said.strip()) if name]


def _moment(said: str) -> datetime | None:
    """A date as PDF has it (ISO 32000-1, 7.9.4)."""
    found = _PDF_DATE.fullmatch(said)
    if not found:
        return None
    year, month, day, hour, minute, second, _, sign, hours, minutes = found.groups()
    zone = f"{sign}{hours}:{minutes or '00'}" if sign else "+00:00"
    return _iso_moment(f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}")


def _iso_moment(said: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
