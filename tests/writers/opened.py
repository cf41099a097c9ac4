"""A Word file taken apart, for tests: its parts, its words, and what its parts say of each other."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def w(name: str) -> str:
    """A name of WordprocessingML as lxml has it."""
    return f"{{{W}}}{name}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[name])


def words(element: etree._Element) -> str:
    """The text in reading order: paragraphs on lines of their own, what fields ask for left out."""
    return "\n".join("".join(_pieces(paragraph)) for paragraph in element.iter(w("p")))


def body_paragraphs(data: bytes) -> list[etree._Element]:
    return [found for found in xml(data).iter(w("p")) if words(found)]


def style_of(element: etree._Element) -> str:
    found = element.find(f"{w('pPr')}/{w('pStyle')}")
    assert found is not None
    return found.get(w("val"), "")


def styled(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of every paragraph of the text."""
    return [(style_of(found), words(found)) for found in body_paragraphs(data)]


def values(element: etree._Element, name: str, attribute: str = "val") -> list[str]:
    return [found.get(w(attribute), "") for found in element.iter(w(name))]


def styles_used(data: bytes) -> set[str]:
    """The ids of all styles that paragraphs, runs and tables name, in every part."""
    named: set[str] = set()
    for name in parts(data):
        if name.startswith("word/") and name.endswith(".xml") and name != "word/styles.xml":
            for kind in ("pStyle", "rStyle", "tblStyle"):
                named |= {element.get(w("val"), "") for element in xml(data, name).iter(w(kind))}
    return named


def faults(data: bytes) -> list[str]:
    """What no schema sees: links to nowhere, names given twice, fields that do not end, lists that are not there."""
    found: list[str] = []
    held = parts(data)
    names: list[str] = []
    for name in sorted(held):
        if name.startswith("word/") and name.endswith(".xml"):
            names += [mark.get(w("name"), "") for mark in xml(data, name).iter(w("bookmarkStart"))]
    for name in sorted(held):
        if name.startswith("word/") and name.endswith(".xml"):
            element = xml(data, name)
            found += [f"{name}: {fault}" for fault in _part_faults(element, _relations(held, name), set(names))]
    numbers = {number.get(w("numId")) for number in xml(data, "word/numbering.xml").iter(w("num"))}
    used = {number.get(w("val")) for number in xml(data).iter(w("numId"))}
    found += [f"there is no list {number}" for number in sorted(used - numbers, key=str)]
    found += [f"two bookmarks are called {name}" for name, times in Counter(names).items() if times > 1]
    drawn = Counter(shown.get("id") for shown in xml(data).iter() if str(shown.tag).endswith("}docPr"))
    return found + [f"two drawings are numbered {number}" for number, times in drawn.items() if times > 1]


def _relations(held: dict[str, bytes], name: str) -> dict[str, str]:
    """The relations of a part: target by id, empty where the target is no part of the file."""
    folder, base = posixpath.split(name)
    data = held.get(f"{folder}/_rels/{base}.rels")
    found: dict[str, str] = {}
    for relation in etree.fromstring(data).iter(RELATION) if data else ():
        target = relation.get("Target", "")
        inside = relation.get("TargetMode") != "External"
        exists = not inside or posixpath.normpath(posixpath.join(folder, target)) in held
        found[relation.get("Id", "")] = target if exists else ""
    return found


def _part_faults(element: etree._Element, relations: dict[str, str], names: set[str]) -> Iterator[str]:
    for used in element.iter():
        for key, value in used.attrib.items():
            if str(key).startswith(f"{{{R}}}") and not relations.get(str(value)):
                yield f"the relation {value!s} leads nowhere"
    depth = 0
    for mark in element.iter(w("fldChar")):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(w("fldCharType"), "")]
        if depth < 0:
            yield "a field ends that did not begin"
    if depth:
        yield "a field does not end"
    asked = [match[1] for text in element.iter(w("instrText")) if (match := re.search(r"REF (\S+)", text.text or ""))]
    asked += [anchor for link in element.iter(w("hyperlink")) if (anchor := link.get(w("anchor")))]
    yield from (f"there is no bookmark {name}" for name in asked if name not in names)
    starts = [mark.get(w("id")) for mark in element.iter(w("bookmarkStart"))]
    ends = [mark.get(w("id")) for mark in element.iter(w("bookmarkEnd"))]
    if sorted(starts, key=str) != sorted(ends, key=str):
        yield "a bookmark does not end"


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(w("t"), w("tab"), w("br"), w("softHyphen")):
        if element.tag == w("t"):
            yield element.text or ""
        elif (parent := element.getparent()) is not None and parent.tag == w("r"):
            yield " " if element.tag != w("softHyphen") else "\xad"
