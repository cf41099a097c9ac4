"""What a PDF fails of the standards it claims, by veraPDF."""

from __future__ import annotations

from docgen.conformance.pdf.verapdf.engine import failures


def failed(data: bytes, archive: str = "2a") -> list[str]:
    """The rules of PDF/UA-1 and of a flavour of PDF/A that a file breaks, with veraPDF's words for them."""
    found = (*failures(data, "ua1"), *failures(data, archive))
    return [f"{one.specification}, {one.clause}-{one.test}: {one.said}" for one in found]
