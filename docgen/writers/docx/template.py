"""A style's Word template, authored in memory with python-docx: styles, theme, numbering, headers and footers.

It depends on the style and the language alone, so it is made once for a batch of reports. python-docx begins with a
template of its own, of which the theme and the four styles that Word cannot do without are kept.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docx import Document

from docgen.style.model import Style
from docgen.style.roles import Role
from docgen.writers.docx import numbering, settings
from docgen.writers.docx.package import DOCUMENT, Part, Relation
from docgen.writers.docx.stylesheet import Look, author_styles
from docgen.writers.docx.wordml import attribute

_LEFT_OUT = ("customXml", "stylesWithEffects", "webSettings", "thumbnail")
_WRITTEN_HERE = {DOCUMENT, "docProps/core.xml", "[Content_Types].xml"}


@dataclass(frozen=True, slots=True)
class FurniturePart:
    """A header or footer: `place` is `header` or `footer`, on the first page or on the others."""

    name: str
    place: str
    first: bool
    relation: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Template:
    """The parts that all files of one style share, the document's relations to them, and its headers and footers."""

    parts: tuple[Part, ...]
    relations: tuple[Relation, ...]
    furniture: tuple[FurniturePart, ...]


def template(style: Style, language: str) -> Template:
    """The template for a style and a document's language as Word calls it (`en-US`)."""
    roles = tuple(sorted(style.roles.items()))
    return _authored(Look(style.page, style.columns, style.family.word_name, roles, language))


@lru_cache(maxsize=16)
def _authored(look: Look) -> Template:
    document = Document()
    _drop(document)
    _set_theme(document, look.family)
    author_styles(document.styles, look)
    furniture = _furniture(document)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        data = {name: archive.read(name) for name in archive.namelist()}
    data["word/numbering.xml"] = numbering.definitions(look.text(Role.LIST).indent).encode()
    data["word/settings.xml"] = settings.settings(look.language).encode()
    data["word/fontTable.xml"] = settings.font_table(look.family).encode()
    data["docProps/app.xml"] = settings.program().encode()
    types = {str(part.partname)[1:]: part.content_type for part in document.part.package.iter_parts()}
    written = _WRITTEN_HERE | {place.name for place in furniture}
    return Template(
        parts=tuple(
            Part(name, data[name], types[name]) for name in sorted(data) if name in types and name not in written
        ),
        relations=tuple(
            Relation(identity, relation.reltype.rpartition("/")[2], relation.target_ref)
            for identity, relation in sorted(document.part.rels.items())
        ),
        furniture=furniture,
    )


def _drop(document: Any) -> None:
    """Take out what python-docx's own template has and no report needs."""
    for part in (document.part.package, document.part):
        for identity, relation in list(part.rels.items()):
            if relation.reltype.endswith(_LEFT_OUT):
                del part.rels[identity]


def _set_theme(document: Any, family: str) -> None:
    """Name the family as the theme's fonts, so that "Headings" and "Body" in Word's font menu mean it."""
    (theme,) = (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/theme"))
    named = re.sub(
        r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*',
        lambda found: found[1] + attribute(family),
        theme.blob.decode("utf-8"),
    )
    theme._blob = re.sub(
        r"<a:hlink>.*?</a:hlink>", '<a:hlink><a:srgbClr val="0B4F9E"/></a:hlink>', named, flags=re.DOTALL
    ).encode()


def _furniture(document: Any) -> tuple[FurniturePart, ...]:
    """Headers and footers of their own for the first page and for the others, to be filled by each report."""
    (section,) = document.sections
    found = []
    for place, first, shown in (
        ("header", False, section.header),
        ("header", True, section.first_page_header),
        ("footer", False, section.footer),
        ("footer", True, section.first_page_footer),
    ):
        shown.is_linked_to_previous = False
        part = shown.part
        relation = next(identity for identity, rel in document.part.rels.items() if rel.target_part is part)
        found.append(FurniturePart(str(part.partname)[1:], place, first, relation, part.content_type))
    return tuple(found)
