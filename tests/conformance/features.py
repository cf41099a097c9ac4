"""What finished files are made of, so that few of them show a validator everything that is in many."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import pikepdf
from lxml import etree

from docgen.conformance.pdf.objects import entry, name, pairs
from docgen.conformance.pdf.opening import open_pdf
from docgen.conformance.pdf.tree import Element

Features: TypeAlias = Callable[[bytes], frozenset[Hashable]]

_NAMED = re.compile(r"[a-z][A-Za-z]{0,24}")
"""Values that a schema lists, as far as they can be told from names and text."""

_COUNTED = re.compile(r"[-+0-9.:TZ%]+")
"""Numbers, dates, lengths."""


@lru_cache(maxsize=1024)
def word_features(data: bytes) -> frozenset[Hashable]:
    """The kinds of parts; each element in its place, and what it follows; each attribute, and the kind of its value."""
    found: set[Hashable] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            kind = re.sub(r"\d+", "", part)
            found.add(kind)
            if part.endswith((".xml", ".rels")):
                for element in etree.fromstring(archive.read(part)).iter():
                    parent, before = element.getparent(), element.getprevious()
                    around = tuple(None if one is None else one.tag for one in (parent, before))
                    found.add((kind, *around, element.tag))
                    found |= {(kind, element.tag, key, _shape(str(value))) for key, value in element.attrib.items()}
                    if kind.startswith("docProps"):
                        found.add((kind, element.tag, _shape(element.text or "")))
    return frozenset(found)


def _shape(value: str) -> str:
    """A value as far as a schema looks at it: which it is of a list, how a number is written."""
    if _NAMED.fullmatch(value):
        return value
    return re.sub(r"\d+", lambda digits: "9" if len(digits[0]) > 1 else "1", value) if _COUNTED.fullmatch(value) else ""


@lru_cache(maxsize=1024)
def pdf_features(data: bytes) -> frozenset[Hashable]:
    """The entries of each kind of object; each element in its place, and what it follows; what is painted in what."""
    pdf = open_pdf("", data).file
    assert pdf is not None
    found: set[Hashable] = {("version", pdf.pdf.pdf_version), ("linearized", pdf.pdf.is_linearized)}
    for held in pdf.pdf.objects:
        kind = name(held, "/Type") or name(held, "/S") or name(held, "/FunctionType")
        found |= {(kind, name(held, "/Subtype"), key, _kind(value)) for key, value in pairs(held).items()}
    for element in pdf.elements:
        found |= set(_in_place(element))
    for marked in pdf.painted.marked:
        found.add((marked.tag, *sorted(marked.properties), marked.paints, marked.pictures))
    for sheet in pdf.sheets:
        found |= {str(instruction.operator) for instruction in pikepdf.parse_content_stream(sheet.held)}
    packet = entry(pdf.catalog, "/Metadata")
    found |= set(re.findall(rb"<[a-z]+:\w+", packet.read_bytes() if packet is not None else b""))
    return frozenset(found)


def _in_place(element: Element) -> Iterator[Hashable]:
    beside = element.parent.elements if element.parent else [element]
    at = beside.index(element)
    yield (element.parent.tag if element.parent else "", beside[at - 1].tag if at else "", element.tag)
    kinds = {type(kid).__name__ for kid in element.kids}
    yield (element.tag, bool(element.language), *sorted(kinds), *sorted(pairs(element.held, "/A")))


def _kind(value: Any) -> str:
    """A value as far as a standard looks at it: which name it is, unless that of a font's subset; else its type."""
    return str(value).rpartition("+")[2] if isinstance(value, pikepdf.Name) else type(value).__name__


def distinct(files: Sequence[bytes], features: Features) -> list[int]:
    """The first of each kind of file: all others have the features of one that was before them, no more and no less."""
    return sorted({features(data): at for at, data in reversed(list(enumerate(files)))}.values())


def representatives(files: Sequence[bytes], features: Features) -> list[int]:
    """Which of some files, taken together, have every feature that any of them has; as few as can easily be found."""
    has = [features(data) for data in files]
    lacking = set[Hashable]().union(*has)
    chosen: list[int] = []
    while lacking:
        chosen.append(max(range(len(has)), key=lambda at: len(has[at] & lacking)))
        lacking -= has[chosen[-1]]
    return sorted(chosen)
