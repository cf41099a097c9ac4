"""A Word file with its meaning: the document, the parts that tell something in it, its styles, lists and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cached_property

from lxml import etree

from docgen.conformance.word.names import name, w
from docgen.conformance.word.package import Package, Relation, unpack
from docgen.conformance.word.part import Part
from docgen.findings import Finding, Span
from docgen.reading.text import Source
from docgen.records import dataclass

STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
"""The kinds of parts beside the document that hold paragraphs, as relations call them."""

_SAVE_ANEW = "if Word opens it, save it there anew as .docx"


class WordFile:
    """A package that holds a Word document.

    `in_review` says that the file goes round for review: comments and tracked changes belong to it.
    """

    def __init__(self, package: Package, document: Part, in_review: bool) -> None:
        self.package, self.document, self.in_review = package, document, in_review
        self._parts = {document.name: document}

    @property
    def whole(self) -> Span:
        """The place of what concerns the file as such."""
        return Span(self.package.path, 0, 0)

    def part(self, named: str) -> Part | None:
        """An XML part by name, None where it is none or could not be read."""
        if named not in self._parts and named in self.package.trees:
            self._parts[named] = Part(self.package.path, named, self.package.trees[named])
        return self._parts.get(named)

    @cached_property
    def relations(self) -> Mapping[str, Mapping[str, Relation]]:
        """By the part that has them (empty for the package), by id; of two with one id the first."""
        found: dict[str, dict[str, Relation]] = defaultdict(dict)
        for relation in self.package.relations:
            found[relation.part].setdefault(relation.id, relation)
        return found

    def related(self, kind: str) -> tuple[Part, ...]:
        """The parts that the document relates to by one kind of relation: its `styles`, its `header`s."""
        relations = self.relations.get(self.document.name, {}).values()
        parts = (self.part(found.target) for found in relations if found.kind == kind and not found.external)
        return tuple(dict.fromkeys(part for part in parts if part is not None))

    def only(self, kind: str) -> Part | None:
        """The one part of a kind, None where the document has none."""
        return next(iter(self.related(kind)), None)

    @cached_property
    def stories(self) -> tuple[Part, ...]:
        """The document and all else that holds paragraphs, in the order in which it is read."""
        return (self.document, *(part for kind in STORIES for part in self.related(kind)))

    @cached_property
    def styles(self) -> Mapping[str, etree._Element]:
        """The styles by id; of two with one id the first."""
        part, found = self.only("styles"), dict[str, etree._Element]()
        for style in part.root.iter(w("style")) if part else ():
            found.setdefault(style.get(w("styleId"), ""), style)
        return found

    @cached_property
    def bookmarks(self) -> frozenset[str]:
        """The names of all bookmarks, in small letters: Word does not tell capitals from them."""
        return frozenset(
            mark.get(w("name"), "").lower() for part in self.stories for mark in part.walk(w("bookmarkStart"))
        )

    def property(self, prefixed: str) -> str:
        """A core property such as `dc:title`; empty where the file has none."""
        relations = self.relations.get("", {}).values()
        parts = (self.part(found.target) for found in relations if found.kind == "core-properties")
        found = (part.root.find(name(prefixed)) for part in parts if part is not None)
        return next(((element.text or "").strip() for element in found if element is not None), "")

    def each(self, *tags: str) -> Iterator[tuple[Part, etree._Element]]:
        """All elements of the given names in everything that holds paragraphs, each with its part."""
        for part in self.stories:
            for element in part.walk(*tags):
                yield part, element

    def sources(self, places: Container[str]) -> tuple[Source, ...]:
        """The words of the parts that findings stand in."""
        return tuple(part.source for part in self._parts.values() if part.place in places)


@dataclass(frozen=True, slots=True)
class Opened:
    """A Word file, or None where it cannot be read, and what there is to say about it."""

    file: WordFile | None
    findings: tuple[Finding, ...] = ()


def open_word_file(path: str, data: bytes, *, in_review: bool) -> Opened:
    """Read a file as far as the document in it can be told."""
    unpacked = unpack(path, data)
    package = unpacked.package
    if package is None:
        return Opened(None, unpacked.findings)
    main = next((found for found in package.relations if not found.part and found.kind == "officeDocument"), None)
    tree = package.trees.get(main.target) if main else None
    if main is None or tree is None or tree.tag != w("document"):
        said = "no Word document is in this file, or it cannot be read"
        return Opened(None, (*unpacked.findings, Finding.error(Span(path, 0, 0), "no-document", said, _SAVE_ANEW)))
    return Opened(WordFile(package, Part(path, main.target, tree), in_review), unpacked.findings)
