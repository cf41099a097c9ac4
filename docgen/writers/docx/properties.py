"""What is said about the file: core properties (ECMA-376, part 2, clause 8) and extended ones (part 1, 22.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from docgen.document.properties import Properties
from docgen.writers.docx.package import CORE, EXTENDED, Part
from docgen.writers.docx.wordml import DECLARATION, escaped, instant

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PROGRAM = "docgen"
_LONGEST = 255  # what Word takes in a property


def property_parts(properties: Properties, language: str, moment: datetime) -> tuple[Part, Part]:
    """The two parts with a document's properties; Word shows the publisher as the company."""
    return (
        Part(
            CORE,
            _core(properties, language, moment).encode(),
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
        Part(
            EXTENDED,
            _extended(properties).encode(),
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    )


def _core(properties: Properties, language: str, moment: datetime) -> str:
    when = instant(moment)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>' for name in ("created", "modified")
    )
    said = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": "; ".join(properties.authors),
        "cp:keywords": ", ".join(properties.keywords),
        "dc:identifier": "; ".join(properties.identifiers),
        "cp:lastModifiedBy": _PROGRAM,
        "cp:revision": "1",
        "dc:language": language,
    }
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(_elements(said))}{dates}</cp:coreProperties>"
    )


def _extended(properties: Properties) -> str:
    said = {"Application": _PROGRAM, "Company": properties.publisher}
    return f'{DECLARATION}<Properties xmlns="{_EXTENDED}">{"".join(_elements(said))}</Properties>'


def _elements(said: dict[str, str]) -> Iterator[str]:
    """What is known, each an element; a text longer than Word takes is cut at a word."""
    for name, value in said.items():
        if len(value) > _LONGEST:
            value = value[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
        if value:
            yield f"<{name}>{escaped(value)}</{name}>"
