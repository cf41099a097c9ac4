"""XMP: what a file says of itself for archives (ISO 16684-1), as far as rules ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.conformance.pdf.objects import data_of, entry

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LARGEST = 4_000_000


class Metadata:
    """The properties of a packet, each as the texts that it has."""

    def __init__(self, properties: dict[str, tuple[str, ...]]) -> None:
        self._properties = properties

    def texts(self, named: str) -> tuple[str, ...]:
        """The texts of a property such as `dc:creator`, in order; none where it is not there."""
        prefix, _, local = named.partition(":")
        return self._properties.get(f"{{{NAMESPACES[prefix]}}}{local}", ())

    def text(self, named: str) -> str:
        """The first text of a property, empty where it has none."""
        return next(iter(self.texts(named)), "")


def read_metadata(catalog: object) -> Metadata | None:
    """The XMP of a file, given its catalog; None where there is none, or none that can be read."""
    data = data_of(entry(catalog, "/Metadata"))
    if not data or len(data) > _LARGEST:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data.strip(b"\0 \r\n\t"), parser)
    except etree.XMLSyntaxError:
        return None
    properties: dict[str, tuple[str, ...]] = {}
    for holder in root.iter(f"{_RDF}Description"):
        parent = holder.getparent()
        if parent is None or parent.tag != f"{_RDF}RDF":
            continue
        properties.update({str(name): (str(value),) for name, value in holder.attrib.items()})
        properties.update({str(found.tag): tuple(_texts(found)) for found in holder if isinstance(found.tag, str)})
    return Metadata(properties)


def _texts(found: etree._Element) -> Iterator[str]:
    for item in list(found.iter(f"{_RDF}li")) or [found]:
        yield (item.text or "").strip()
