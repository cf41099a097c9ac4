"""The file itself: parts, their relations and types, zipped in one pass so that equal parts give equal bytes.

The packaging is Open Packaging Conventions, ECMA-376 part 2.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

from docgen.records import dataclass
from docgen.writers.docx.wordml import DECLARATION, R, attribute

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DOCUMENT = "word/document.xml"
CORE = "docProps/core.xml"
EXTENDED = "docProps/app.xml"
DOCUMENT_TYPE = f"{_WORD}.document.main+xml"
FOOTNOTES_TYPE = f"{_WORD}.footnotes+xml"
ENDNOTES_TYPE = f"{_WORD}.endnotes+xml"
COMMENTS_TYPE = f"{_WORD}.comments+xml"

_PIXELS = {"png": "image/png", "jpeg": "image/jpeg"}
_MEDIA = {**_PIXELS, "svg": "image/svg+xml"}
_OUTSIDE = ' TargetMode="External"'
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can tell


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to: another part, by a path relative to its folder, or an address outside."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the package; media have no `content_type`, their extension says it."""

    name: str
    data: bytes
    content_type: str = ""
    relations: tuple[Relation, ...] = ()


class Relations:
    """The relations of one part while it is written: each target once, numbered as they come."""

    def __init__(self, first: Iterable[Relation] = ()) -> None:
        self._relations = list(first)
        self._ids = {(relation.kind, relation.target): relation.id for relation in self._relations}

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relation of this kind (the last word of its type's address) to a target."""
        known = self._ids.get((kind, target))
        if known is None:
            known = f"rId{len(self._relations) + 1}"
            self._ids[kind, target] = known
            self._relations.append(Relation(known, kind, target, external))
        return known

    def all(self) -> tuple[Relation, ...]:
        return tuple(self._relations)


def packed(parts: Sequence[Part]) -> bytes:
    """The parts as a Word file; the properties are among them."""
    every = sorted(parts, key=lambda part: part.name)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _put(archive, "[Content_Types].xml", _content_types(every))
        _put(archive, "_rels/.rels", _relations(_package_relations()))
        for part in every:
            _put(archive, part.name, part.data)
            if part.relations:
                folder, _, name = part.name.rpartition("/")
                _put(archive, f"{folder}/_rels/{name}.rels", _relations(part.relations))
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.create_system = 0  # else the entry tells the system it was made on
    stored = name.endswith(tuple(_PIXELS))  # these are compressed already
    archive.writestr(entry, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, 6)


def _package_relations() -> tuple[Relation, ...]:
    return (
        Relation("rId1", "officeDocument", DOCUMENT),
        Relation("rId2", "core-properties", CORE),
        Relation("rId3", "extended-properties", EXTENDED),
    )


def _relations(relations: Iterable[Relation]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{relation.id}" Type="{_relation_type(relation.kind)}" '
        f'Target="{attribute(relation.target)}"{_OUTSIDE if relation.external else ""}/>'
        for relation in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'.encode()


def _relation_type(kind: str) -> str:
    return f"{_RELATIONS}/metadata/{kind}" if kind == "core-properties" else f"{R}/{kind}"


def _content_types(parts: Iterable[Part]) -> bytes:
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **_MEDIA}
    defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in sorted(kinds.items()))
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>' for part in parts if part.content_type
    )
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>'.encode()
