"""The pictures of a report as a browser shows them, each with what stands for it."""

from __future__ import annotations

import hashlib

from docgen.document import tree
from docgen.document.illustrations import figures
from docgen.document.kernel import FROM_STYLE, Drawing, Figure
from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Shape, Step
from docgen.evidence.markup import Element, element, written
from docgen.evidence.record import ShownPicture
from docgen.layout.page import Pages
from docgen.style.pictures import Pictures
from docgen.writers.writer import Edition


def shown_pictures(edition: Edition) -> tuple[ShownPicture, ...]:
    """Every picture of a document in reading order, those in its margins first; one in several margins once."""
    found: dict[tuple[str, ...], ShownPicture] = {}
    for figure in figures(edition.document):
        shown = _shown(figure, edition.pictures, edition.pages, edition.document.language)
        found.setdefault((shown.id, shown.digest, shown.alternative), shown)
    return tuple(found.values())


def _shown(figure: Figure, pictures: Pictures, pages: Pages | None, language: str) -> ShownPicture:
    kind, data = _as_file(figure, pictures)
    return ShownPicture(
        id=figure.id,
        name="drawing" if isinstance(figure.picture, Drawing) else figure.picture.value.removeprefix(FROM_STYLE),
        alternative=figure.alternative.value if figure.alternative else "",
        decorative=figure.decorative,
        caption=tree.plain(figure.caption),
        language=figure.language or language,
        page=pages.number_of(figure.id) if pages and figure.id else None,
        type=kind,
        data=data,
        digest=hashlib.sha256(data).hexdigest() if data else "",
    )


def _as_file(figure: Figure, pictures: Pictures) -> tuple[str, bytes]:
    """The media type and the bytes of a picture; both empty where it is missing."""
    if isinstance(figure.picture, Drawing):
        return "image/svg+xml", written(_svg(figure.picture)).encode("utf-8")
    picture = pictures.get(figure.picture.value)
    return (f"image/{picture.format}", picture.data) if picture else ("", b"")


def _svg(drawing: Drawing) -> Element:
    """A drawing as SVG, whose y goes down."""
    width, height = drawing.size
    shapes = element("g", *map(_path, drawing.shapes), transform=f"matrix(1 0 0 -1 0 {height:g})")
    size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
    return element("svg", shapes, xmlns="http://www.w3.org/2000/svg", **size)


def _path(shape: Shape) -> Element:
    look = {"d": " ".join(map(_step, shape.steps)), "fill": shape.fill or "none"}
    if shape.stroke:
        look |= {"stroke": shape.stroke, "stroke-width": f"{shape.stroke_width:g}"}
        look |= {"stroke-linecap": shape.cap, "stroke-linejoin": shape.join}
    if shape.even_odd:
        look["fill-rule"] = "evenodd"
    return element("path", **look)


def _step(step: Step) -> str:
    match step:
        case MoveTo():
            return f"M{step.x:g} {step.y:g}"
        case LineTo():
            return f"L{step.x:g} {step.y:g}"
        case CurveTo():
            return f"C{step.x1:g} {step.y1:g} {step.x2:g} {step.y2:g} {step.x:g} {step.y:g}"
        case ClosePath():
            return "Z"
