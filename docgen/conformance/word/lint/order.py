"""Finds elements that stand in the wrong order, or twice where there is one.

Why it matters: the schema gives most properties their order, and Word calls some files that break it unreadable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import local_name, w
from docgen.conformance.word.part import Part
from docgen.conformance.word.schema import Place, orders
from docgen.findings import Finding

_OWN = w("")
_FIRST = {w("p"): w("pPr"), w("r"): w("rPr"), w("tc"): w("tcPr"), w("tbl"): w("tblPr"), w("tr"): w("trPr")}
_MARKS = {w("bookmarkStart"), w("bookmarkEnd"), w("tblPrEx")}
"""What may stand before the properties of a table or row."""


def find(word: WordFile) -> Iterator[Finding]:
    """Children that come after one they belong before, and those that are there twice."""
    for named in word.package.trees:
        part = word.part(named)
        for element in part.root.iter(f"{_OWN}*") if part else ():
            places = orders().get(local_name(element.tag))
            if part and places:
                yield from _children(part, element, places)
            elif part and element.tag in _FIRST:
                yield from _properties_first(part, element)


def _children(part: Part, parent: etree._Element, places: Mapping[str, Place]) -> Iterator[Finding]:
    furthest: tuple[int, str] = (-1, "")
    seen: set[str] = set()
    for child in parent.iterchildren(f"{_OWN}*"):
        local = local_name(child.tag)
        place = places.get(local)
        if place is None:
            continue
        if place.rank < furthest[0]:
            said = f"in '{local_name(parent.tag)}', '{local}' stands after '{furthest[1]}' and belongs before it"
            yield Finding.error(part.span(child), "wrong-order", said)
        elif local in seen and not place.repeats:
            said = f"in '{local_name(parent.tag)}', '{local}' stands twice"
            yield Finding.error(part.span(child), "element-twice", said)
        seen.add(local)
        furthest = max(furthest, (place.rank, local))


def _properties_first(part: Part, parent: etree._Element) -> Iterator[Finding]:
    """The properties of a paragraph, run, cell, table or row come before what it holds."""
    wanted, begun = _FIRST[parent.tag], False
    for child in parent.iterchildren(f"{_OWN}*"):
        if child.tag == wanted and begun:
            said = f"the properties of '{local_name(parent.tag)}' stand after what it holds"
            yield Finding.error(part.span(child), "wrong-order", said)
        begun = begun or child.tag not in _MARKS
