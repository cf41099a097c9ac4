"""The pictures that a document shows, read from the content's folder."""

from __future__ import annotations

import re

from docgen.document import tree
from docgen.document.kernel import Document, Figure
from docgen.findings import Finding
from docgen.reading.text import Text
from docgen.style.pictures import Picture, Pictures, Unusable, decode
from docgen.world import Reason, Unreachable, World, join


def read_pictures(world: World, document: Document, folder: str) -> tuple[Pictures, tuple[Finding, ...]]:
    """Every picture once, by its path as written, and a finding for each that is missing, outside or unusable."""
    pictures: dict[str, Picture] = {}
    findings: dict[str, Finding] = {}
    for figure in tree.walk(document):
        if not isinstance(figure, Figure) or not isinstance(figure.picture, Text):
            continue
        written = figure.picture
        if written.value in pictures or written.value in findings:
            continue
        try:
            pictures[written.value] = _read(world, written, folder)
        except Unusable as fault:
            findings[written.value] = Finding.error(written.span(), *_words(written.value, fault))
    return pictures, tuple(findings.values())


def _read(world: World, written: Text, folder: str) -> Picture:
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", written.value):
        raise Unusable("docgen fetches nothing from the network")
    if written.value.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", written.value):
        raise Unusable("it lies outside the report's folder")
    try:
        return decode(written.value, world.read(join(folder, written.value), within=folder))
    except Unreachable as error:
        if error.reason is Reason.OUTSIDE:
            raise Unusable("it lies outside the report's folder") from None
        raise Unusable(error.reason.value) from None


def _words(written: str, fault: Unusable) -> tuple[str, str, str]:
    reason = str(fault)
    advice = {
        Reason.MISSING.value: "check the spelling of its path, which begins in the folder of the report",
        "it lies outside the report's folder": "copy the picture into a folder beside the report and name it there",
        "docgen fetches nothing from the network": "save the picture beside the report and write its path here",
    }.get(reason, "save it as PNG or JPEG with an image program, and try again")
    code = "missing-picture" if reason == Reason.MISSING.value else "unusable-picture"
    return code, f"the picture '{written}' cannot be used: {reason}", advice
