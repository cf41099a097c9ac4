"""Where a Word file comes from: a part of its own that names the sources and ties each block's text to a bookmark.

Staff edit the Word file; with this part their edits can be told from what docgen wrote, block by block. Programs rename
the part when they save, but keep its item id (ECMA-376, part 1, 22.5) and the bookmarks, which Word does not list
because their names begin with a low line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from docgen import __version__
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.writers.docx.package import Part, Relation
from docgen.writers.docx.wordml import DECLARATION, attribute

NAMESPACE = "urn:docgen:origin:1"
ITEM_ID = "{AE12188E-FFB1-5D61-961D-086BD7497033}"
"""What the part is found by; the same in every file. It is the UUID of version 5 for `urn:docgen:origin`."""

PART = "customXml/item1.xml"
_PROPERTIES = "customXml/itemProps1.xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"

_PREFIX = "_docgen_"
_LONGEST_NAME = 40  # of a bookmark, in Word
_DIGITS = 16
_IGNORED = re.compile("[\xad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Tie:
    """A block's text at the time of writing, as its digest, and the bookmark that stands around it."""

    bookmark: str
    digest: str


def bookmark_of(block: str) -> str:
    """The name of a block's bookmark, made of its id alone: at most 40 letters, digits and low lines.

    Bookmarks do not tell capitals from small letters. An id that a name cannot show as it is brings its digest along.
    """
    if re.fullmatch(r"[a-z0-9.]+", block) and len(_PREFIX + block) <= _LONGEST_NAME:
        return _PREFIX + block.replace(".", "_")
    digest = "_" + _digest(block)[:12]
    plain = re.sub(r"[^A-Za-z0-9]+", "_", block)
    return _PREFIX + plain[: _LONGEST_NAME - len(_PREFIX + digest)] + digest


def text_digest(text: str) -> str:
    """What a block's text is known by again: its words, without soft hyphens and the like, one space between them."""
    return _digest(" ".join(_IGNORED.sub("", text).split()))[:_DIGITS]


def source_digest(source: Source) -> str:
    """The SHA-256 of a source's characters in UTF-8, a byte order mark left out."""
    return _digest(source.text)


def file_name(path: str) -> str:
    """A file's name without its folder, which is nobody's business but the writer's."""
    return re.split(r"[/\\]", path)[-1]


def file_names(sources: Iterable[Source]) -> tuple[str, ...]:
    """A name for each source: its file's, and where another has that already, the folders before it as well."""
    names: list[str] = []
    for source in sources:
        parts = re.split(r"[/\\]", source.path)
        longer = ("-".join(parts[-count:]) for count in range(1, len(parts) + 1))
        names.append(next((name for name in longer if name not in names), f"{len(names)}-{parts[-1]}"))
    return tuple(names)


def origin_parts(sources: Iterable[Source], ties: Mapping[str, Tie]) -> tuple[Part, Part]:
    """The part that says where the file comes from, and the one that gives it its id. `ties` are by block."""
    written_in = tuple(sources)
    inner = "".join(
        f'<source name="{attribute(name)}" sha256="{source_digest(source)}"/>'
        for name, source in zip(file_names(written_in), written_in, strict=True)
    )
    inner += "".join(
        f'<block id="{attribute(block)}" bookmark="{tie.bookmark}" text="{tie.digest}"/>' for block, tie in ties.items()
    )
    data = f'{DECLARATION}<origin xmlns="{NAMESPACE}" docgen="{attribute(__version__)}">{inner}</origin>'
    known = (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{ITEM_ID}" xmlns:ds="{_DATA_STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    relation = Relation("rId1", "customXmlProps", _PROPERTIES.rpartition("/")[2])
    return (
        Part(PART, data.encode(), relations=(relation,)),
        Part(_PROPERTIES, known.encode(), _PROPERTIES_TYPE),
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
