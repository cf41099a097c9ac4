"""A style's Word template: the parts that all its reports share. Made once, then kept from run to run.

It depends on the style, the language and what makes it, alone; whether it was just made or had been kept, it is read
from the same bytes. Only where it must be made is python-docx loaded.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import astuple, replace
from functools import cache, lru_cache
from importlib import resources
from importlib.abc import InspectLoader
from importlib.util import find_spec

from docgen.cache import Cache, cache_key
from docgen.records import dataclass
from docgen.style.model import Style
from docgen.writers.docx.embedding import font_parts
from docgen.writers.docx.look import Look
from docgen.writers.docx.package import Part, Relation

_CONTENTS = "template.json"
_KEPT = 16  # templates that a run remembers; a batch seldom has more styles times languages


@dataclass(frozen=True, slots=True)
class FurniturePart:
    """A header or footer that each report fills: `place` is `header` or `footer`, on the first page or on others.

    `stops` are the tab stops of its style, in pt, which a template of the style's own may bring.
    """

    name: str
    place: str
    first: bool
    relation: str
    content_type: str
    stops: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """The parts that all files of one style share, and the document's relations to them.

    `furniture` are headers and footers to be filled; `references` names these and those of the style's own template in
    the properties of the first section. `spare` are the ids of the styles that stay only where they are used.
    """

    parts: tuple[Part, ...]
    relations: tuple[Relation, ...]
    furniture: tuple[FurniturePart, ...]
    references: str
    spare: tuple[str, ...]


def template(style: Style, language: str, cache: Cache) -> Template:
    """The template for a style and a document's language as Word calls it (`en-US`)."""
    look = Look.of(style, language)
    key = cache_key("template", repr(look), *_makers())
    data = cache.recall(key)
    if data is None:
        data = _made(look)
        cache.keep(key, data)
    shared = unpacked(data)
    return replace(shared, parts=(*shared.parts, *font_parts(style.family)))


def packed(made: Template) -> bytes:
    """A template as one file: a zip of its parts, and what else there is to know of them."""
    told = {
        "parts": [(part.name, part.content_type, [astuple(one) for one in part.relations]) for part in made.parts],
        "relations": [astuple(one) for one in made.relations],
        "furniture": [astuple(one) for one in made.furniture],
        "references": made.references,
        "spare": made.spare,
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((_CONTENTS, json.dumps(told).encode()), *((part.name, part.data) for part in made.parts)):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


@lru_cache(maxsize=_KEPT)
def unpacked(data: bytes) -> Template:
    """The template that `packed` made these bytes of."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        told = json.loads(archive.read(_CONTENTS))
        return Template(
            parts=tuple(
                Part(name, archive.read(name), kind, tuple(Relation(*one) for one in relations))
                for name, kind, relations in told["parts"]
            ),
            relations=tuple(Relation(*one) for one in told["relations"]),
            furniture=tuple(replace(FurniturePart(*one), stops=tuple(one[-1])) for one in told["furniture"]),
            references=told["references"],
            spare=tuple(told["spare"]),
        )


@lru_cache(maxsize=_KEPT)
def _made(look: Look) -> bytes:
    from docgen.writers.docx.authoring import author  # loads python-docx

    return packed(author(look))


@cache
def _makers() -> tuple[str, ...]:
    """What makes templates, in its present wording: python-docx by its version, docgen by its own code."""
    folders = (resources.files(__package__), resources.files("docgen.style.word"))
    files = (file for folder in folders for file in folder.iterdir() if file.name.endswith(".py"))
    return (_python_docx(), *(file.read_text("utf-8") for file in sorted(files, key=lambda file: file.name)))


def _python_docx() -> str:
    """The text of python-docx's own module, which holds its version; it is read and not run."""
    found = find_spec("docx")
    return str(found.loader.get_source("docx")) if found and isinstance(found.loader, InspectLoader) else ""
