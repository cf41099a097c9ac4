"""Finds pictures that cannot be shown: of another format than they say, without a size, or without a plain one beside.

Why it matters: Word shows an empty frame with a red cross.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import NAMESPACES, name
from docgen.findings import Finding, Span

_BEGINNINGS = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\0", b"MM\0*"),
    "image/x-emf": (b"\x01\0\0\0",),
    "image/svg+xml": (b"<svg", b"<?xml", b"\xef\xbb\xbf<", b"<!--"),
}
"""The first bytes of what Word shows."""


def find(word: WordFile) -> Iterator[Finding]:
    """Media that are not what they say, drawings without an extent, and SVG without a picture for older programs."""
    for relation in word.package.relations:
        data = word.package.data.get(relation.target)
        kind = word.package.content_type(relation.target)
        if relation.kind != "image" or relation.external or data is None or kind is None:
            continue
        place = Span(f"{word.package.path}/{relation.target}", 0, 0)
        if kind in _BEGINNINGS and not data.lstrip().startswith(_BEGINNINGS[kind]):
            yield Finding.error(place, "picture-format", f"this picture is not {kind}, although the file says so")
        elif kind.startswith("image/") and kind not in _BEGINNINGS:
            yield Finding.warning(place, "picture-format", f"not every Word shows pictures of the kind {kind}")
    for part, extent in word.each(name("wp:extent")):
        if not all(extent.get(side, "").isdecimal() and int(extent.get(side, "")) > 0 for side in ("cx", "cy")):
            yield Finding.error(part.span(extent), "picture-size", "a picture has no width or no height")
    for part, drawn in word.each(name("asvg:svgBlip")):
        blip = next(drawn.iterancestors(name("a:blip")), None)
        if blip is None or blip.get(f"{{{NAMESPACES['r']}}}embed") is None:
            said = "a drawing (SVG) has no picture beside it for programs that show no drawings"
            yield Finding.error(part.span(drawn), "svg-alone", said)
