"""A Word file as a package: bytes to parts, their types and relations (ECMA-376 part 2).

The file may come from anybody: how much is unpacked is bounded, nothing outside the file is fetched, and a document
type declaration, which no Word file has, is refused with whatever it would expand to.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from lxml import etree

from docgen.conformance.word.names import name
from docgen.findings import Finding, Span
from docgen.records import dataclass

CONTENT_TYPES = "[Content_Types].xml"

MOST_ENTRIES = 10_000
MOST_BYTES = 512_000_000
MOST_XML_BYTES = 64_000_000
"""How much is unpacked of a file, and of one part of it that is XML; long reports have a hundredth of it."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Word stores what it has encrypted, and its files before 2007
_SAVE_ANEW = "if Word opens it, save it there anew as .docx"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part (empty for the package itself) leads to: a part by name, or an address outside."""

    part: str
    number: int
    id: str
    kind: str
    target: str
    external: bool

    @property
    def listed_in(self) -> str:
        """The name of the part that holds it."""
        return relations_of(self.part)


@dataclass(frozen=True)
class Package:
    """The parts by name, in the order of the file; XML parts as trees where they could be read."""

    path: str
    data: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]
    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    relations: tuple[Relation, ...]

    def content_type(self, part: str) -> str | None:
        """A part's type, by its own name or by its extension; None where nothing tells."""
        return self.overrides.get(part.lower()) or self.defaults.get(part.rpartition(".")[2].lower())


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A package, or None where it cannot be read, and what there is to say about it."""

    package: Package | None
    findings: tuple[Finding, ...] = ()


def relations_of(part: str) -> str:
    """The name of the part that lists the relations of `part`."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def place_in(path: str, part: str) -> str:
    """How messages name a part of a file."""
    return f"{path}/{part}"


def unpack(path: str, data: bytes) -> Unpacked:
    """Read a package. What is wrong with the package as such is found; the rules look at what is in it."""
    whole = Span(path, 0, 0)
    if data.startswith(_OLE):
        said = "this file is locked with a password, or in the format of Word before 2007"
        return _refused(whole, "locked-file", said, "take the password off in Word and save the file as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            findings = list(_unsound_entries(whole, archive))
            if findings:
                return Unpacked(None, tuple(findings))
            held = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return _refused(whole, "damaged-file", "this is no Word file, or it is damaged", _SAVE_ANEW)
    trees, broken = _read_trees(path, held)
    if CONTENT_TYPES not in trees:
        missing = f"the list of parts, {CONTENT_TYPES}, is missing or cannot be read"
        return Unpacked(None, (*broken, Finding.error(whole, "no-content-types", missing, _SAVE_ANEW)))
    types = trees[CONTENT_TYPES]
    return Unpacked(
        Package(
            path=path,
            data=held,
            trees=trees,
            defaults={
                entry.get("Extension", "").lower(): entry.get("ContentType", "")
                for entry in types.iter(name("ct:Default"))
            },
            overrides={
                entry.get("PartName", "").lstrip("/").lower(): entry.get("ContentType", "")
                for entry in types.iter(name("ct:Override"))
            },
            relations=tuple(relation for part in held for relation in _relations(part, trees)),
        ),
        broken,
    )


def _refused(whole: Span, code: str, message: str, advice: str) -> Unpacked:
    return Unpacked(None, (Finding.error(whole, code, message, advice),))


def _unsound_entries(whole: Span, archive: zipfile.ZipFile) -> Iterator[Finding]:
    """What forbids to unpack an archive, told before anything is unpacked; `zipfile` holds entries to what they say."""
    entries = archive.infolist()
    seen: set[str] = set()
    for entry in entries:
        key = entry.filename.lower()
        if key in seen:
            yield Finding.error(whole, "part-twice", f"the part {entry.filename} is in this file twice", _SAVE_ANEW)
        seen.add(key)
        if entry.filename.startswith("/") or ".." in entry.filename.split("/") or "\\" in entry.filename:
            said = f"a part of this file has a name that leads elsewhere, {entry.filename!r}"
            yield Finding.error(whole, "part-name", said, "do not open this file; ask who sent it")
        if entry.flag_bits & 1:
            yield Finding.error(whole, "locked-file", f"the part {entry.filename} is encrypted", _SAVE_ANEW)
    unpacked = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries if _is_xml(entry.filename)), default=0)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_BYTES or largest > MOST_XML_BYTES:
        said = f"unpacked, this file has {unpacked / 1_000_000:,.0f} MB in {len(entries):,} parts"
        advice = f"docgen reads up to {MOST_BYTES // 1_000_000} MB, {MOST_XML_BYTES // 1_000_000} of them text"
        yield Finding.error(whole, "file-too-large", said, advice)


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels"))


def _read_trees(path: str, held: Mapping[str, bytes]) -> tuple[dict[str, etree._Element], tuple[Finding, ...]]:
    """The XML parts as trees, and what was found in those that are none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    trees: dict[str, etree._Element] = {}
    findings = []
    for part, data in held.items():
        if not _is_xml(part):
            continue
        place = Span(place_in(path, part), 0, 0)
        try:
            tree = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            said = f"this part is not well-formed: {error.msg}"
            findings.append(Finding.error(place, "malformed-part", said, _SAVE_ANEW))
            continue
        if _declares_type(tree):
            said = "this part declares a document type, as no Word file does"
            findings.append(Finding.error(place, "document-type", said, "do not open this file; ask who sent it"))
            continue
        trees[part] = tree
    return trees, tuple(findings)


def _declares_type(tree: etree._Element) -> bool:
    info: Any = tree.getroottree().docinfo
    return bool(info.doctype)


def _relations(part: str, trees: Mapping[str, etree._Element]) -> Iterator[Relation]:
    """The relations that one part lists, if it is a part that does."""
    folder, base = posixpath.split(part)
    if posixpath.basename(folder) != "_rels" or not base.endswith(".rels") or part not in trees:
        return
    owner_folder = posixpath.dirname(folder)
    owner = posixpath.join(owner_folder, base.removesuffix(".rels"))
    for number, found in enumerate(trees[part].iter(name("rel:Relationship"))):
        target, external = found.get("Target", ""), found.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", owner_folder, unquote(target))).lstrip("/")
        kind = found.get("Type", "").rpartition("/")[2]
        yield Relation(owner, number, found.get("Id", ""), kind, target, external)
