"""The making of a template: styles through python-docx, the other parts beside them.

A style that brings its own Word template has that one's parts instead, with what docgen needs added (`branding`).
"""

from __future__ import annotations

from docx import Document
from docx.opc.oxml import serialize_part_xml

from docgen.style.roles import Role
from docgen.style.word.vetting import Furniture
from docgen.writers.docx import numbering, settings
from docgen.writers.docx.branding import Brand, brand, opened
from docgen.writers.docx.embedding import TABLE
from docgen.writers.docx.look import Look
from docgen.writers.docx.package import Part, Relation
from docgen.writers.docx.styles import ONLY_WHERE_USED, paragraph_style
from docgen.writers.docx.stylesheet import author_styles, clear_styles, tab_stops
from docgen.writers.docx.template import FurniturePart, Template
from docgen.writers.docx.theme import theme

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_STYLES, _THEME, _NUMBERING, _SETTINGS = (
    "word/styles.xml",
    "word/theme/theme1.xml",
    "word/numbering.xml",
    "word/settings.xml",
)


def author(look: Look) -> Template:
    """Make the template for a look."""
    own = brand(look.base, look.text(Role.LIST).indent, look.logo) if look.base is not None else None
    styles = _styles(look, own)
    parts = [
        own.theme if own and own.theme else Part(_THEME, theme(look).encode(), f"{_OFFICE}.theme+xml"),
        Part(_STYLES, styles, f"{_WORD}.styles+xml"),
        own.numbering if own else _numbering(look),
        Part(
            _SETTINGS,
            settings.settings(look.language, embeds=look.embedded, even_pages=bool(own and own.even_pages)).encode(),
            f"{_WORD}.settings+xml",
        ),
    ]
    relations = [
        Relation(f"rId{number}", kind, name.removeprefix("word/"))
        for number, (kind, name) in enumerate(
            (
                ("styles", _STYLES),
                ("theme", _THEME),
                ("numbering", _NUMBERING),
                ("settings", _SETTINGS),
                ("fontTable", TABLE),
            ),
            1,
        )
    ]
    filled, kept = _furniture(own)
    references = ""
    for place, page, name in (*kept, *filled):
        relation = Relation(f"rId{len(relations) + 1}", place, name.removeprefix("word/"))
        references += f'<w:{place}Reference w:type="{page}" r:id="{relation.id}"/>'
        relations.append(relation)
    ids = {relation.target: relation.id for relation in relations}
    stops = {place: tab_stops(styles, paragraph_style(place)) for place in ("header", "footer")}
    return Template(
        parts=(*parts, *(own.parts if own else ())),
        relations=tuple(relations),
        furniture=tuple(
            FurniturePart(
                name, place, page == "first", ids[name.removeprefix("word/")], f"{_WORD}.{place}+xml", stops[place]
            )
            for place, page, name in filled
        ),
        references=references,
        spare=tuple(
            name for name in ONLY_WHERE_USED if own is None or f'w:styleId="{name}"'.encode() not in own.styles
        ),
    )


def _styles(look: Look, own: Brand | None) -> bytes:
    document = Document() if own is None else opened(own)
    if own is None:
        clear_styles(document.styles)
    author_styles(document.styles, look)
    made: bytes = serialize_part_xml(document.styles.element)
    return made


def _numbering(look: Look) -> Part:
    data = numbering.definitions(look.text(Role.LIST).indent).encode()
    return Part(_NUMBERING, data, f"{_WORD}.numbering+xml")


def _furniture(own: Brand | None) -> tuple[list[Furniture], list[Furniture]]:
    """Headers and footers that each report fills, and those that stay as the style's own template has them.

    Where that one has a header, docgen adds none, and likewise with footers.
    """
    kept = list(own.furniture) if own else []
    pages = ("default", "first", "even") if own and own.even_pages else ("default", "first")
    lacking = [place for place in ("header", "footer") if all(known != place for known, _, _ in kept)]
    filled = [(place, page, f"word/{place}{number}.xml") for place in lacking for number, page in enumerate(pages, 1)]
    return filled, kept
