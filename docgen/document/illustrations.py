"""The pictures that a document shows, read from the content's folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.document import tree
from docgen.document.kernel import Document, Drawing, Figure
from docgen.document.svg import Undrawable, read_svg
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
            findings[written.value] = Finding.error(written.span(), *_words(written.value, fault))
            continue
        if isinstance(shown, Drawing):
            drawings[written.value] = shown
        else:
            pictures[written.value] = shown
    return Illustrated(_drawn(document, drawings), pictures, tuple(findings.values()))


def _read(world: World, written: Text, folder: str, family: Family) -> Picture | Drawing:
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", written.value):
        raise Unusable("docgen fetches nothing from the network")
    if written.value.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", written.value):
        raise Unusable("it lies outside the report's folder")
    try:
        data = world.read(join(folder, written.value), within=folder)
    except Unreachable as error:
        if error.reason is Reason.OUTSIDE:
            raise Unusable("it lies outside the report's folder") from None
        raise Unusable(error.reason.value) from None
    if data[:100].lstrip().startswith(_XML):
        return read_svg(written.value, data, family)
    return decode(written.value, data)


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


def _words(written: str, fault: Unusable) -> tuple[str, str, str]:
    reason = str(fault)
    advice = {
        Reason.MISSING.value: "check the spelling of its path, which begins in the folder of the report",
        "it lies outside the report's folder": "copy the picture into a folder beside the report and name it there",
        "docgen fetches nothing from the network": "save the picture beside the report and write its path here",
    }.get(reason, "save it as PNG or JPEG with an image program, and try again")
    if isinstance(fault, Undrawable):
        advice = fault.advice
    code = "missing-picture" if reason == Reason.MISSING.value else "unusable-picture"
    return code, f"the picture '{written}' cannot be used: {reason}", advice
