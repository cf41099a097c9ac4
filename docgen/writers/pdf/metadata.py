"""What is said about the file, twice and alike: in the information dictionary, and in XMP.

The dictionary is what viewers show and search engines read (ISO 32000-1, 14.3.3), XMP what archives keep
(ISO 16684-1). Properties that XMP does not define itself are described in the packet, as PDF/A wants them to be
(ISO 19005-2, 6.6.2.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFString

from docgen.document.kernel import Document
from docgen.document.properties import Properties
from docgen.records import dataclass
from docgen.writers.pdf.sheets import Sheets, Stream

PROGRAM = "docgen"

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_PACKET_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_PACKET_END = '\n<?xpacket end="r"?>'

# What XML 1.0, production 2, leaves out.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@dataclass(frozen=True, slots=True)
class Schema:
    """A namespace that XMP does not know: its name, its prefix, and each of its properties with type and meaning."""

    name: str
    prefix: str
    properties: tuple[tuple[str, str, str], ...]


_ACCESSIBILITY = Schema(
    "PDF/UA Universal Accessibility Schema",
    "pdfuaid",
    (("part", "Integer", "Which part of ISO 14289 the file follows"),),
)
_PUBLISHING = Schema(
    "PRISM basic metadata",
    "prism",
    (("doi", "Text", "The Digital Object Identifier"), ("isbn", "Text", "The International Standard Book Number")),
)


class Information(PDFInfo):
    """An information dictionary of these entries and no others."""

    def __init__(self, entries: dict[str, Any]) -> None:
        super().__init__()
        self.entries = entries

    def format(self, document: Any) -> bytes:
        """The dictionary as it is written."""
        formatted: bytes = PDFDictionary(self.entries).format(document)
        return formatted


def describe(sheets: Sheets, document: Document, moment: datetime, part: int) -> None:
    """Give the file its properties, of `moment`; `part` is that of PDF/A which it follows (ISO 19005)."""
    sheets.describe(Information(_information(document.properties, moment)))
    packet = xmp(document.properties, document.language, moment, part)
    sheets.identify_by(packet)
    sheets.declare(Metadata=sheets.keep(Stream(packet, Type=PDFName("Metadata"), Subtype=PDFName("XML"))))


def pdf_date(moment: datetime) -> str:
    """A moment as PDF has it, in UTC (ISO 32000-1, 7.9.4)."""
    at = moment.astimezone(UTC)
    return f"D:{at.year:04}{at:%m%d%H%M%S}+00'00'"


def _information(properties: Properties, moment: datetime) -> dict[str, Any]:
    """What is known; PDF's own keys, and three of docgen's for what it has none for."""
    when = pdf_date(moment)
    said = {
        "Title": properties.title,
        "Author": "; ".join(properties.authors),
        "Subject": properties.subject,
        "Keywords": ", ".join(properties.keywords),
        "Creator": PROGRAM,
        "Producer": PROGRAM,
        "CreationDate": when,
        "ModDate": when,
        "Publisher": properties.publisher,
        "ISBN": properties.isbn,
        "DOI": properties.doi,
    }
    return {key: PDFString(value) for key, value in said.items() if value}


def xmp(properties: Properties, language: str, moment: datetime, part: int) -> bytes:
    """The XMP packet, in UTF-8."""
    said = "\n".join(
        (*_dublin_core(properties, language), *_program(properties, moment), *_standards(part), *_numbers(properties))
    )
    schemas = (_ACCESSIBILITY, _PUBLISHING) if properties.isbn or properties.doi else (_ACCESSIBILITY,)
    extensions = "".join(map(_described, schemas))
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    return (
        f'{_PACKET_BEGIN}<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF {names}>\n<rdf:Description rdf:about="">\n'
        f"{said}\n<pdfaExtension:schemas><rdf:Bag>{extensions}</rdf:Bag></pdfaExtension:schemas>\n"
        f"</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>{_PACKET_END}"
    ).encode()


def _dublin_core(properties: Properties, language: str) -> Iterator[str]:
    """Who made what, and about what (ISO 16684-1, 8.3)."""
    yield _text("dc:format", "application/pdf")
    yield _in_languages("dc:title", properties.title)
    yield from _list("dc:creator", "Seq", properties.authors)
    if properties.subject:
        yield _in_languages("dc:description", properties.subject)
    yield from _list("dc:subject", "Bag", properties.keywords)
    yield from _list("dc:publisher", "Bag", filter(None, (properties.publisher,)))
    yield from _list("dc:language", "Bag", (language,))
    if properties.identifiers:
        yield _text("dc:identifier", properties.identifiers[0])
    yield from _list("xmp:Identifier", "Bag", properties.identifiers)


def _program(properties: Properties, moment: datetime) -> Iterator[str]:
    """What made the file, and when (ISO 16684-1, 8.4 and 8.6)."""
    when = f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    yield _text("xmp:CreatorTool", PROGRAM)
    for name in ("CreateDate", "ModifyDate", "MetadataDate"):
        yield _text(f"xmp:{name}", when)
    yield _text("pdf:Producer", PROGRAM)
    if properties.keywords:
        yield _text("pdf:Keywords", ", ".join(properties.keywords))


def _standards(part: int) -> Iterator[str]:
    """What the file follows: PDF/A (ISO 19005-2, 6.6.4) in its level A, and PDF/UA (ISO 14289-1, 5)."""
    yield _text("pdfaid:part", str(part))
    yield _text("pdfaid:conformance", "A")
    yield _text("pdfuaid:part", "1")


def _numbers(properties: Properties) -> Iterator[str]:
    """The numbers where reference managers look for them (PRISM 2.0)."""
    if properties.doi:
        yield _text("prism:doi", properties.doi)
    if properties.isbn:
        yield _text("prism:isbn", properties.isbn)


def _described(schema: Schema) -> str:
    """A schema's description (ISO 19005-2, 6.6.2.3.3)."""
    properties = "".join(
        _resource(
            _text("pdfaProperty:name", name),
            _text("pdfaProperty:valueType", kind),
            _text("pdfaProperty:category", "external" if schema is _PUBLISHING else "internal"),
            _text("pdfaProperty:description", meaning),
        )
        for name, kind, meaning in schema.properties
    )
    return _resource(
        _text("pdfaSchema:schema", schema.name),
        _text("pdfaSchema:namespaceURI", _NAMESPACES[schema.prefix]),
        _text("pdfaSchema:prefix", schema.prefix),
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>",
    )


def _resource(*parts: str) -> str:
    return f'<rdf:li rdf:parseType="Resource">{"".join(parts)}</rdf:li>'


def _text(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>"


def _in_languages(name: str, value: str) -> str:
    """A text of which there is one, for readers of any language."""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li></rdf:Alt></{name}>'


def _list(name: str, kind: str, values: Iterable[str]) -> Iterator[str]:
    """A list of texts, in order (`Seq`) or in none (`Bag`); nothing where there are none."""
    items = "".join(f"<rdf:li>{_escaped(value)}</rdf:li>" for value in values)
    if items:
        yield f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _escaped(value: str) -> str:
    """Text for the inside of an element, without the characters that XML forbids."""
    return _FORBIDDEN.sub("", value).translate(_MARKUP)
