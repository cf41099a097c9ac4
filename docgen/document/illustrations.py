"""The pictures that a document shows, read from the content's folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.document import tree
from docgen.document.kernel import Document, Drawing, Figure
from docgen.document.svg import read_svg
from docgen.findings import Finding
from docgen.reading.text import Text
from docgen.style.model import Family
from docgen.style.pictures import Picture, Pictures, Unusable, decode
from docgen.world import Reason, Unreachable, World, join

_XML = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""How files of XML begin, and no picture made of pixels."""


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A document whose figures show their drawings, its other pictures, and what is wrong with any."""

    document: Document
    pictures: Pictures
    findings: tuple[Finding, ...]


def read_pictures(world: World, document: Document, folder: str, family: Family) -> Illustrated:
    """Every picture once, by its path as written, and a finding for each that is missing, outside or unusable.

    SVG files take their figure's place as drawings, texts in them set in `family`.
    """
    pictures: dict[str, Picture] = {}
    drawings: dict[str, Drawing] = {}
    findings: dict[str, Finding] = {}
    for figure in tree.walk(document):
        if not isinstance(figure, Figure) or not isinstance(figure.picture, Text):
            continue
        written = figure.picture
        if written.value in pictures or written.value in drawings or written.value in findings:
            continue
        try:
            shown = _read(world, written, folder, family)
        except Unusable as fault:
            message = f"the picture '{written}' cannot be used: {fault}"
            findings[written.value] = Finding.error(written.span(), fault.code, message, fault.advice)
            continue
        if isinstance(shown, Drawing):
            drawings[written.value] = shown
        else:
            pictures[written.value] = shown
    return Illustrated(_drawn(document, drawings), pictures, tuple(findings.values()))


def _read(world: World, written: Text, folder: str, family: Family) -> Picture | Drawing:
    name = written.value
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", name):
        raise Unusable("docgen fetches nothing from the network", "save it beside the report, and name it here")
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        raise _outside()
    data = _data(world, name, folder)
    return read_svg(name, data, family) if data[:100].lstrip().startswith(_XML) else decode(name, data)


def _data(world: World, name: str, folder: str) -> bytes:
    """The bytes of a picture. Its name may be written on disk in either of Unicode's forms; text here is in NFC."""
    names = dict.fromkeys((name, unicodedata.normalize("NFD", name)))
    path = next((path for path in (join(folder, one) for one in names) if world.exists(path)), join(folder, name))
    try:
        return world.read(path, within=folder)
    except Unreachable as error:
        match error.reason:
            case Reason.OUTSIDE:
                raise _outside() from None
            case Reason.MISSING:
                advice = "check the spelling of its path, which begins in the folder of the report"
                raise Unusable(error.reason.value, advice, "missing-picture") from None
            case Reason.FOLDER:
                raise Unusable(error.reason.value, "name a picture in it, with its extension") from None
            case _:
                raise Unusable(error.reason.value, "see that docgen may read the file") from None


def _outside() -> Unusable:
    advice = "copy the picture into a folder beside the report, and name it there"
    return Unusable("it lies outside the report's folder", advice)


def _drawn(document: Document, drawings: Mapping[str, Drawing]) -> Document:
    """The document with each drawing in its figure's place for it, known as a part of the figure."""

    def change(part: tree.Kind) -> tree.Kind:
        rebuilt = tree.rebuild(part, change)
        if not isinstance(rebuilt, Figure) or not isinstance(rebuilt.picture, Text):
            return rebuilt
        drawing = drawings.get(rebuilt.picture.value)
        if drawing is None:
            return rebuilt
        span = rebuilt.picture.span()
        own = replace(drawing, span=span, language=rebuilt.language, id=f"{rebuilt.id}.d1")
        return replace(rebuilt, picture=own)

    return tree.rebuild(document, change) if drawings else document
