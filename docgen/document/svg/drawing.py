"""From the elements of an SVG file to the shapes of a `Drawing`."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.kernel import Drawing
from docgen.document.paths import Step
from docgen.document.svg.clipping import Area, convex
from docgen.document.svg.elements import DEEPEST, Element, Written, parse
from docgen.document.svg.look import Look, Properties, inherit, shows
from docgen.document.svg.matrix import Matrix, read_transform, sound
from docgen.document.svg.painting import Painter
from docgen.document.svg.shapes import SHAPES, Measures, outline
from docgen.document.svg.stylesheet import Stylesheet
from docgen.document.svg.text import set_text
from docgen.document.svg.viewport import fit, read_size
from docgen.findings import Span
from docgen.records import dataclass
from docgen.style.model import Family

POINTS = 72 / 96
"""A user unit in pt."""

MOST_DRAWN = 50_000
"""How many elements may be drawn, one counted each time that <use> draws it."""

_GROUPS = ("g", "a")
_NEVER_SHOWN = frozenset(
    {"clipPath", "cursor", "defs", "filter", "font", "font-face", "linearGradient", "marker", "mask", "pattern"}
    | {"radialGradient", "style", "symbol", "view", "solidColor", "color-profile"}
)
_REDRAW = "draw it with plain shapes, or save the drawing as PNG"


def read_svg(path: str, data: bytes, family: Family) -> Drawing:
    """Read an SVG file as a drawing, its texts set in the faces of `family`. Raises `Undrawable`.

    What it holds is SVG 1.1 without effects: shapes and texts in plain opaque colours, groups, transformations,
    <use>, simple style rules, and rectangles to clip to. It is drawn as browsers draw it, cut off at its frame;
    whatever else would be seen is an error.
    """
    root = parse(data)
    width, height = (side * POINTS for side in read_size(root))
    area = convex(((0, 0), (width, 0), (width, height), (0, height)))
    artist = _Artist(root, family, max(width, height))
    page = Matrix(POINTS, 0.0, 0.0, -POINTS, 0.0, height)
    matrix, measures = fit(root, width / POINTS, height / POINTS)
    artist.draw_root(_Place(page @ matrix, Look(), measures, area))
    return Drawing(shapes=tuple(artist.painter.shapes), size=(width, height), span=Span(path, 0, 0))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element is drawn: what its parents have made of the page, how it is reached, and how deep."""

    matrix: Matrix
    look: Look
    measures: Measures
    area: Area
    users: tuple[str, ...] = ()
    depth: int = 1


class _Artist:
    """Draws elements in their order, and counts what it draws."""

    def __init__(self, root: Element, family: Family, side: float) -> None:
        self.painter = Painter(side)
        self._root = root
        self._family = family
        self._named: dict[str, Element] = {}
        self._sheet = Stylesheet()
        self._drawn = 0
        pending = [root]
        while pending:
            element = pending.pop()
            self._named[element.attributes.get("id", "")] = element
            if element.name == "style":
                self._sheet.read(element)
            pending.extend(reversed(list(element.children)))

    def draw_root(self, place: _Place) -> None:
        """Draw what the root holds."""
        properties = self._sheet.properties(self._root)
        if shows(properties):
            self._draw_children(self._root, self._inside(self._root, properties, place))

    def _draw(self, element: Element, place: _Place) -> None:
        if element.name in _NEVER_SHOWN:
            return
        self._drawn += 1
        if self._drawn > MOST_DRAWN or place.depth > DEEPEST:
            raise element.fault("the drawing repeats itself too often by <use>", "simplify the drawing")
        properties = self._sheet.properties(element)
        if not shows(properties):
            return
        matrix = place.matrix @ read_transform(element.written("transform"))
        standing = Written("", f"the place of <{element.name}>", element.line)
        place = self._inside(element, properties, replace(place, matrix=sound(matrix, standing)))
        match element.name:
            case name if name in SHAPES:
                steps = outline(element, replace(place.measures, font_size=place.look.font_size))
                self._paint(element, steps, place.look, place)
            case "text":
                measures = replace(place.measures, font_size=place.look.font_size)
                for look, steps in set_text(element, place.look, self._sheet, self._family, measures):
                    self._paint(element, steps, look, place)
            case "use":
                self._use(element, place)
            case "svg":
                self._draw_frame(element, element, place)
            case name if name in _GROUPS:
                self._draw_children(element, place)
            case _:
                raise element.fault(f"there is <{element.name}>, which docgen does not draw", _REDRAW)

    def _inside(self, element: Element, properties: Properties, place: _Place) -> _Place:
        """The place within an element: its look, and the area it is clipped to."""
        look = inherit(place.look, properties, place.measures.diagonal)
        clip = properties.get("clip-path")
        area = (*place.area, *self._clip(clip, place)) if clip and clip.value.strip() != "none" else place.area
        return replace(place, look=look, area=area, depth=place.depth + 1)

    def _draw_children(self, element: Element, place: _Place) -> None:
        for child in element.children:
            self._draw(child, place)

    def _use(self, element: Element, place: _Place) -> None:
        """Draw what <use> leads to, moved to where it asks."""
        name = element.reference()
        if name is None:
            return
        if name not in self._named or not name:
            raise element.fault(f"<use> leads to #{name[:40]}, which is not in the file", "draw it where it is used")
        if name in place.users:
            raise element.fault(f"<use> leads to #{name[:40]}, which it is a part of", "draw it where it is used")
        target = self._named[name]
        x, y = place.measures.across(element, "x"), place.measures.down(element, "y")
        place = replace(place, matrix=place.matrix @ Matrix(e=x, f=y), users=(*place.users, name))
        if target.name not in ("symbol", "svg"):
            self._draw(target, place)
            return
        properties = self._sheet.properties(target)
        if shows(properties):
            self._draw_frame(target, element, self._inside(target, properties, place))

    def _draw_frame(self, element: Element, asking: Element, place: _Place) -> None:
        """Draw an inner drawing in a frame as large as `asking` says, cut off at the frame."""
        measures = place.measures
        sizes = {name: (asking if name in asking.attributes else element) for name in ("width", "height")}
        width = measures.across(sizes["width"], "width", measures.width)
        height = measures.down(sizes["height"], "height", measures.height)
        if width <= 0 or height <= 0:
            return
        if element.name == "svg":
            x, y = measures.across(element, "x"), measures.down(element, "y")
            place = replace(place, matrix=place.matrix @ Matrix(e=x, f=y))
        area = place.area
        if element.attributes.get("overflow") not in ("visible", "auto"):
            area = (*area, *convex([place.matrix.point(*corner) for corner in _corners(0, 0, width, height)]))
        matrix, measures = fit(element, width, height)
        self._draw_children(element, replace(place, matrix=place.matrix @ matrix, measures=measures, area=area))

    def _clip(self, written: Written, place: _Place) -> Area:
        """The area of a clip path, which must be one rectangle."""
        name = written.value.strip().removeprefix("url(").removesuffix(")").strip(" '\"").removeprefix("#")
        clip = self._named.get(name)
        shapes = list(clip.children) if clip and clip.name == "clipPath" else []
        plain = clip is not None and not clip.attributes.keys() & {"clip-path", "style"}
        if not plain or clip is None or [shape.name for shape in shapes] != ["rect"]:
            raise written.fault("cuts its content to another form than a rectangle", _REDRAW)
        rect = shapes[0]
        units = clip.attributes.get("clipPathUnits", "userSpaceOnUse")
        if units != "userSpaceOnUse" or rect.attributes.keys() & {"rx", "ry", "style", "class", "clip-path", "display"}:
            raise written.fault("cuts its content to more than a plain rectangle", _REDRAW)
        across, down = place.measures.across, place.measures.down
        x, y, width, height = across(rect, "x"), down(rect, "y"), across(rect, "width"), down(rect, "height")
        inner = read_transform(clip.written("transform")) @ read_transform(rect.written("transform"))
        matrix = place.matrix @ inner
        return convex([matrix.point(*corner) for corner in _corners(x, y, max(width, 0), max(height, 0))])

    def _paint(self, element: Element, steps: tuple[Step, ...], look: Look, place: _Place) -> None:
        if look.visible:
            self.painter.paint(place.matrix.steps(steps), look, place.matrix.scale, place.area, element)


def _corners(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)
