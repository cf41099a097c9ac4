"""openxml-audit, which knows the schemas and rules of Microsoft's SDK and needs nothing but pip."""

from __future__ import annotations

from pathlib import Path

from openxml_audit import OpenXmlValidator


def audit_errors(data: bytes, folder: Path) -> list[str]:
    """What it has against a file, each error with its part; `folder` is for the file."""
    file = folder / "audited.docx"
    file.write_bytes(data)
    validator = OpenXmlValidator()  # anew for each file: it remembers the comments and notes of the one before
    return [f"{error.part_uri}: {error.description}" for error in validator.validate(str(file)).errors]
