"""A Word file that comes back: which report it was made from, and which of its blocks say something else now.

It is told by the part that `docgen.writers.docx.origin` wrote, found by its item id, and by the hidden bookmarks that
the part names. What else a program does with the file when it saves it, the names of parts included, does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from docgen.conformance.word.file import WordFile, open_word_file
from docgen.conformance.word.names import name
from docgen.records import dataclass
from docgen.returning.passages import passages
from docgen.writers.docx.origin import ITEM_ID, NAMESPACE, text_digest


@dataclass(frozen=True, slots=True)
class ReturnedBlock:
    """A block of the report as the file has it now. `text` is None where the block is gone, or its bookmark is.

    `changed` says that the text is not the one that docgen wrote; white space and soft hyphens do not count.
    """

    id: str
    text: str | None
    changed: bool


@dataclass(frozen=True, slots=True)
class AddedParagraph:
    """A paragraph that belongs to no block. `after` is the block that it follows, empty where there is none."""

    after: str
    text: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file tells of its report: docgen's version, the digests of the sources by file name, the blocks.

    `added` are the paragraphs that staff wrote between them.
    """

    version: str
    sources: Mapping[str, str]
    blocks: tuple[ReturnedBlock, ...]
    added: tuple[AddedParagraph, ...] = ()


def read_origin(data: bytes) -> Returned | None:
    """What has become of a file that docgen wrote; None where it wrote no such file, or it cannot be read."""
    word = open_word_file("", data, in_review=True).file
    origin = _origin(word) if word is not None else None
    if word is None or origin is None:
        return None
    ids = {block.get("bookmark", ""): block.get("id", "") for block in origin.iter(_own("block"))}
    found = passages(word, ids)
    return Returned(
        version=origin.get("docgen", ""),
        sources={source.get("name", ""): source.get("sha256", "") for source in origin.iter(_own("source"))},
        blocks=tuple(_block(block, found.at.get(block.get("bookmark", ""))) for block in origin.iter(_own("block"))),
        added=tuple(AddedParagraph(ids.get(before, ""), text) for before, text in found.between),
    )


def _block(block: etree._Element, text: str | None) -> ReturnedBlock:
    changed = text is None or text_digest(text) != block.get("text")
    return ReturnedBlock(block.get("id", ""), text, changed)


def _origin(word: WordFile) -> etree._Element | None:
    """The root of docgen's part: the custom XML whose properties have its item id."""
    for part in word.related("customXml"):
        for relation in word.package.relations:
            if relation.part == part.name and relation.kind == "customXmlProps":
                properties = word.part(relation.target)
                if properties is not None and properties.root.get(name("ds:itemID"), "").upper() == ITEM_ID:
                    return part.root if part.root.tag == _own("origin") else None
    return None


def _own(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"
