"""A Word file opened with care: its parts, their types and relations (Open Packaging Conventions, ECMA-376 part 2).

The file may come from anywhere: nothing in it is followed, run or expanded, and little of it fits into memory only.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from lxml import etree

from docgen.records import dataclass

MOST_PARTS = 2_000
MOST_BYTES = 100_000_000
"""What all parts together may take, unpacked."""
MOST_XML = 20_000_000
"""What one part of XML may take."""

TYPES = "[Content_Types].xml"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)
_STRICT = "http://purl.oclc.org/ooxml/"


class UnusableTemplate(Exception):
    """A Word file that cannot be used: why, and what to do, in plain words; `code` names the fault."""

    def __init__(self, why: str, advice: str, code: str = "unusable-template") -> None:
        super().__init__(why)
        self.why, self.advice, self.code = why, advice, code


SAVE_AGAIN = "open it in Word and save it again as Word Document (.docx)"


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of a part: `kind` is the last word of its type's address, `target` another part or an address."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """The parts of a file by name, without the slash before."""

    parts: Mapping[str, bytes] = field(repr=False)

    @cached_property
    def main(self) -> str:
        """The name of the document's part. Raises `UnusableTemplate`."""
        for link in self.relations(""):
            if link.kind == "officeDocument" and link.target in self.parts:
                return link.target
        raise UnusableTemplate("it is not a Word file", SAVE_AGAIN)

    def xml(self, name: str) -> etree._Element:
        """A part of XML. Raises `UnusableTemplate`."""
        data = self.parts.get(name, b"")
        if len(data) > MOST_XML:
            raise UnusableTemplate(f"its part {name} is too large", "take a template without content")
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise UnusableTemplate(f"its part {name} is damaged", SAVE_AGAIN) from None
        described: Any = root.getroottree().docinfo
        if described.doctype:
            raise UnusableTemplate(f"its part {name} has a document type, which no Word file has", SAVE_AGAIN)
        if root.nsmap and any(str(address).startswith(_STRICT) for address in root.nsmap.values()):
            raise UnusableTemplate("it is in the format Strict Open XML", "save it in Word as Word Document (.docx)")
        return root

    def relations(self, name: str) -> tuple[Link, ...]:
        """What a part leads to; the empty name stands for the file. Raises `UnusableTemplate`."""
        folder, _, own = name.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{own}.rels")
        if path not in self.parts:
            return ()
        return tuple(self._link(found, folder) for found in self.xml(path).iter("{*}Relationship"))

    def _link(self, found: etree._Element, folder: str) -> Link:
        target, external = found.get("Target", ""), found.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/" + folder, unquote(target)))[1:]
        return Link(found.get("Id", ""), found.get("Type", "").rpartition("/")[2], target, external)

    def type_of(self, name: str) -> str:
        """The content type of a part; empty where none is given. Raises `UnusableTemplate`."""
        overrides, defaults = self._types
        return overrides.get("/" + name.lower(), defaults.get(name.rpartition(".")[2].lower(), ""))

    @cached_property
    def _types(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        root = self.xml(TYPES)
        overrides = {
            found.get("PartName", "").lower(): found.get("ContentType", "") for found in root.iter("{*}Override")
        }
        defaults = {
            found.get("Extension", "").lower(): found.get("ContentType", "") for found in root.iter("{*}Default")
        }
        return overrides, defaults


def open_package(data: bytes) -> Package:
    """The parts of a Word file. Raises `UnusableTemplate` where it is none, is damaged, or unpacks without end."""
    parts: dict[str, bytes] = {}
    room = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise _too_large()
            for entry in entries:
                with archive.open(entry) as packed:
                    part = packed.read(room + 1)  # what an entry says of its size may be wrong
                room -= len(part)
                if room < 0:
                    raise _too_large()
                if parts.setdefault(entry.filename, part) is not part:
                    raise UnusableTemplate(f"it holds {entry.filename} twice", SAVE_AGAIN)
    except UnusableTemplate:
        raise
    except Exception as error:  # zipfile tells of a broken file by whatever its fields provoke
        raise UnusableTemplate("it is not a Word file, or a damaged one", SAVE_AGAIN) from error
    if TYPES not in parts:
        raise UnusableTemplate("it is not a Word file", SAVE_AGAIN)
    return Package(parts)


def _too_large() -> UnusableTemplate:
    return UnusableTemplate(
        f"it unpacks to more than {MOST_BYTES // 1_000_000} MB", "take a template without content and large pictures"
    )


def w(name: str) -> str:
    """A name of WordprocessingML as lxml has it."""
    return f"{{{W}}}{name}"


def said(element: etree._Element | None, name: str, attribute: str = "val") -> str | None:
    """What an element's child `w:<name>` says in an attribute; None where there is no such child or attribute."""
    child = element.find(w(name)) if element is not None else None
    return None if child is None else child.get(w(attribute))


def is_on(element: etree._Element, name: str) -> bool:
    """Whether a property that can be on or off is there and on (ECMA-376, ST_OnOff)."""
    child = element.find(w(name))
    return child is not None and child.get(w("val"), "1") in ("1", "true", "on")


def number(text: str | None) -> float | None:
    """A number as Word writes it; None where it is none."""
    return float(text) if text is not None and _NUMBER.fullmatch(text) else None


def points(twentieths: str | None) -> float | None:
    """A length in pt from the twentieths of a point that Word writes; None where it is no number."""
    length = number(twentieths)
    return None if length is None else round(length / 20, 2)
