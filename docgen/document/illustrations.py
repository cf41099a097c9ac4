"""The pictures that a document shows, read from the folders of the report and of its style."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.document import tree
from docgen.document.kernel import FROM_STYLE, PUBLISHER, Document, Drawing, Figure, Furniture
from docgen.document.paths import ClosePath, LineTo, MoveTo, Shape
from docgen.findings import Finding
from docgen.reading.text import Text
from docgen.records import dataclass
from docgen.style.model import Family, Style
from docgen.style.pictures import Picture, Pictures, Unusable, decode
from docgen.world import Reason, Unreachable, World, folder_of, join

_XML = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""How files of XML begin, and no picture made of pixels."""

_FRAME = (120.0, 80.0)
_CROSSED = Shape(
    steps=(
        *(MoveTo(1, 1), LineTo(119, 1), LineTo(119, 79), LineTo(1, 79), ClosePath()),
        *(MoveTo(1, 1), LineTo(119, 79), MoveTo(1, 79), LineTo(119, 1)),
    ),
    stroke="#808080",
)


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A document whose figures show their drawings, its other pictures, and what is wrong with any."""

    document: Document
    pictures: Pictures
    findings: tuple[Finding, ...]


def read_pictures(world: World, document: Document, folder: str, family: Family) -> Illustrated:
    """Every picture once, by its path as written, and a finding for each that is missing, outside or unusable.

    Pictures of the report lie in `folder`, the publisher's logo in that of the style that names it. SVG files take
    their figure's place as drawings, texts in them set in `family`.
    """
    pictures: dict[str, Picture] = {}
    drawings: dict[str, Drawing] = {}
    findings: list[Finding] = []
    read: set[_Place] = set()
    for figure in figures(document):
        written = figure.picture
        if not isinstance(written, Text):
            continue
        place = _Place("report", folder, written.value)
        if figure.role == PUBLISHER:
            place = _Place("style", folder_of(written.span().path), written.value.removeprefix(FROM_STYLE))
        if place in read:
            continue
        read.add(place)
        try:
            shown = _read(world, place, family)
        except Unusable as fault:
            findings.append(_unusable(place, written, fault))
            continue
        if isinstance(shown, Drawing):
            drawings[written.value] = shown
        else:
            pictures[written.value] = replace(shown, path=written.value)
    return Illustrated(_drawn(document, drawings), pictures, tuple(findings))


def check_logo(world: World, style: Style) -> Iterator[Finding]:
    """What is wrong with the picture of a style's logo."""
    if style.logo is None:
        return
    written = style.logo.picture
    place = _Place("style", folder_of(written.span().path), written.value)
    try:
        _read(world, place, style.family)
    except Unusable as fault:
        yield _unusable(place, written, fault)


def figures(document: Document) -> Iterator[Figure]:
    """Every figure of a document, the logos in its margins first."""
    for page in (document.first_page, document.other_pages):
        yield from (logo for logo in (page.header_logo, page.footer_logo) if logo is not None)
    yield from (part for part in tree.walk(document) if isinstance(part, Figure))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a picture must lie: by its `name` in the `folder` of its `owner`, the report or the style."""

    owner: str
    folder: str
    name: str

    @property
    def kind(self) -> str:
        return "picture" if self.owner == "report" else "logo"


def _unusable(place: _Place, written: Text, fault: Unusable) -> Finding:
    message = f"the {place.kind} '{place.name}' cannot be used: {fault}"
    return Finding.error(written.span(), fault.code, message, fault.advice)


def _read(world: World, place: _Place, family: Family) -> Picture | Drawing:
    name = place.name
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", name):
        raise Unusable("docgen fetches nothing from the network", f"save it beside the {place.owner}, and name it here")
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        raise _outside(place)
    data = _data(world, place)
    if not data[:100].lstrip().startswith(_XML):
        return decode(name, data)
    from docgen.document.svg import read_svg  # a room of its own, and few reports have such pictures

    return read_svg(name, data, family)


def _data(world: World, place: _Place) -> bytes:
    """The bytes of a picture. Its name may be written on disk in either of Unicode's forms; text here is in NFC."""
    names = dict.fromkeys((place.name, unicodedata.normalize("NFD", place.name)))
    paths = [join(place.folder, one) for one in names]
    try:
        return world.read(next((path for path in paths if world.exists(path)), paths[0]), within=place.folder)
    except Unreachable as error:
        match error.reason:
            case Reason.OUTSIDE:
                raise _outside(place) from None
            case Reason.MISSING:
                advice = f"check the spelling of its path, which begins in the folder of the {place.owner}"
                raise Unusable(error.reason.value, advice, "missing-picture") from None
            case Reason.FOLDER:
                raise Unusable(error.reason.value, "name a picture in it, with its extension") from None
            case _:
                raise Unusable(error.reason.value, "see that docgen may read the file") from None


def _outside(place: _Place) -> Unusable:
    where = "a folder beside the report" if place.owner == "report" else "the folder of the style"
    return Unusable(f"it lies outside the {place.owner}'s folder", f"copy the picture into {where}, and name it there")


def with_placeholders(document: Document, pictures: Pictures) -> Document:
    """The document with a crossed frame for every picture that could not be read, as reviewers are to see it."""
    lacking = {
        figure.picture.value
        for figure in figures(document)
        if isinstance(figure.picture, Text) and figure.picture.value not in pictures
    }
    frame = Drawing(shapes=(_CROSSED,), size=_FRAME, span=document.span)
    return _drawn(document, dict.fromkeys(lacking, frame))


def _drawn(document: Document, drawings: Mapping[str, Drawing]) -> Document:
    """The document with each drawing in its figure's place for it, known as a part of the figure."""

    def change(part: tree.Kind) -> tree.Kind:
        rebuilt = tree.rebuild(part, change)
        if not isinstance(rebuilt, Figure) or not isinstance(rebuilt.picture, Text):
            return rebuilt
        drawing = drawings.get(rebuilt.picture.value)
        if drawing is None:
            return rebuilt
        span = rebuilt.picture.span()
        own = replace(drawing, span=span, language=rebuilt.language, id=f"{rebuilt.id}.d1")
        return replace(rebuilt, picture=own)

    def furnished(page: Furniture) -> Furniture:
        header, footer = (logo and change(logo) for logo in (page.header_logo, page.footer_logo))
        return replace(page, header_logo=header, footer_logo=footer)

    if not drawings:
        return document
    pages = furnished(document.first_page), furnished(document.other_pages)
    return replace(tree.rebuild(document, change), first_page=pages[0], other_pages=pages[1])
