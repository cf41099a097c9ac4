"""SVG files as drawings: what is drawn, and how what is not is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.document.kernel import Drawing
from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Shape, Step
from docgen.document.svg import Undrawable, read_svg
from docgen.document.svg.arcs import arc
from docgen.style.pictures import Unusable
from tests.cases import Case, find_cases
from tests.style.classic import classic


def read(svg: str | bytes) -> Drawing:
    return read_svg("x.svg", svg.encode() if isinstance(svg, str) else svg, classic().family)


def inside(content: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96">{content}</svg>'


@pytest.mark.parametrize("path", find_cases("svg"))
def test_a_drawing_is_drawn_or_refused(path: Path, update: bool) -> None:
    case = Case.read(path)
    answers = [answer(example.given[-1].data) for example in case.examples("answer")]
    case.settle("answer", answers, update=update)


def answer(data: bytes) -> str:
    """The shapes of a drawing line by line, or why there are none, and the advice."""
    try:
        return "".join(f"{told(shape)}\n" for shape in read(data).shapes)
    except Undrawable as fault:
        return f"{fault}\n= {fault.advice}\n"


def told(shape: Shape) -> str:
    stroke = f"stroke {shape.stroke} {shape.stroke_width:g} {shape.cap} {shape.join}" if shape.stroke else ""
    words = [f"fill {shape.fill}" if shape.fill else "", stroke, *(written(step) for step in shape.steps)]
    return " ".join(word for word in words if word)


def written(step: Step) -> str:
    match step:
        case MoveTo():
            return f"M {step.x:g} {step.y:g}"
        case LineTo():
            return f"L {step.x:g} {step.y:g}"
        case CurveTo():
            return f"C {step.x1:g} {step.y1:g} {step.x2:g} {step.y2:g} {step.x:g} {step.y:g}"
        case ClosePath():
            return "Z"


def test_a_drawing_is_as_large_as_it_says() -> None:
    assert read('<svg width="2in" height="25.4mm"/>').size == (144.0, 72.0)
    assert read('<svg viewBox="0 0 40 20" width="100%"/>').size == (30.0, 15.0)
    assert read('<svg viewBox="0 0 40 20" height="96"/>').size == (144.0, 72.0)


@pytest.mark.parametrize(("fitted", "start"), [("", 18.0), ("xMinYMin", 0.0), ("xMaxYMid meet", 36.0), ("none", 0.0)])
def test_what_it_shows_is_fitted_in_proportion(fitted: str, start: float) -> None:
    asked = f'preserveAspectRatio="{fitted}"' if fitted else ""
    drawing = read(f'<svg width="96" height="48" viewBox="0 0 1 1" {asked}><rect width="1" height="1"/></svg>')
    assert left(drawing) == start


@pytest.mark.parametrize(("large", "sweep"), [(False, False), (False, True), (True, False), (True, True)])
def test_an_arc_stays_on_its_ellipse(large: bool, sweep: bool) -> None:
    """All four arcs from (10, 0) to (0, 10) of radius 10 stand on the circle round one of two centres."""
    steps = list(arc((10, 0), (10, 10), 30, large, sweep, (0, 10)))
    centre = (0, 0) if large != sweep else (10, 10)
    assert (steps[-1].x, steps[-1].y) == (0, 10)
    assert len(steps) == (3 if large else 1)
    for step in steps:
        assert (step.x - centre[0]) ** 2 + (step.y - centre[1]) ** 2 == pytest.approx(100)


def test_text_is_set_in_the_faces_of_the_style() -> None:
    """The letters of "AV" are kerned, and a text is aligned by its anchor."""
    family = classic().family
    start, end, bold = (
        read(inside(f'<text x="48" y="48" font-size="20" {look}>AV</text>'))
        for look in ("", 'text-anchor="end"', 'font-weight="700"')
    )
    width = family.regular.width("AV", 15)
    assert left(start) - left(end) == pytest.approx(width, abs=0.01)
    assert bold.shapes != start.shapes


def test_spaces_in_a_text_are_single() -> None:
    spread = '<text x="9" y="48">\n  one <tspan> two</tspan>\n  three\n</text>'
    assert read(inside(spread)).shapes == read(inside('<text x="9" y="48">one two three</text>')).shapes


def test_each_part_of_a_text_has_its_look_and_place() -> None:
    text = '<text x="9" y="48" fill="red">a<tspan x="9" dy="20" fill="blue">b</tspan>c</text>'
    shapes = read(inside(text)).shapes
    assert [shape.fill for shape in shapes] == ["#ff0000", "#0000ff", "#ff0000"]


def left(drawing: Drawing) -> float:
    """How far left a drawing reaches."""
    return min(step.x for shape in drawing.shapes for step in shape.steps if not isinstance(step, ClosePath))


BOMB = '<g id="a0"/>' + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 20))
HOSTILE = {
    "deep": "<svg>" + "<g>" * 100_000,
    "use bomb": inside(BOMB),
    "many elements": inside("<g/>" * 200_000),
    "many steps": inside('<path d="M0 0' + "l1 1" * 200_000 + '"/>'),
    "many rules": inside(f"<style>{'.a{fill:red}' * 1999}</style>" + '<g class="a"/>' * 9000),
    "long number": inside(f'<path d="M0 {"9" * 1_000_000}"/>'),
    "long space": inside(f'<path d="M{" " * 1_000_000}x"/>'),
    "long comment": inside(f"<style>{'/*' * 500_000}</style>"),
    "enlarged for ever": inside(f'<rect width="1" height="1" transform="{"scale(1e8)" * 50}"/>'),
    "all over the edge": inside('<path d="M-9-9' + "c9 9 99 999 9 9" * 40_000 + '" stroke="red" stroke-width="20"/>'),
    "too large": inside(" " * 2_000_000),
    "not a number": inside('<rect width="nan" height="inf"/>'),
}


@pytest.mark.parametrize("svg", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_soon(svg: str) -> None:
    with pytest.raises(Undrawable):
        read(svg)


NUMBERS = st.sampled_from(
    ["0", "1", "-7.5", ".5", "1e9", "-1e9", "1e-30", "1e400", "nan", "50%", "2em", "3vw", "", "x"]
)
VALUES = st.one_of(
    st.lists(NUMBERS, max_size=6).map(" ".join),
    st.lists(st.sampled_from([*"MmLlHhVvCcSsQqTtAaZz,-. 10"]), max_size=30).map("".join),
    st.lists(st.sampled_from(["rotate(", "scale(", "skewX(90", "matrix(", "1 ", "0,", ")", "1e9 "]), max_size=9).map(
        "".join
    ),
    st.sampled_from(
        ["none", "red", "#12", "rgb(1,2,3)", "url(#a)", "#a", "inherit", "bold", "hidden", "evenodd", "round"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='<&"'), max_size=9),
)
NAMES = st.sampled_from(
    [
        *("x", "y", "width", "height", "r", "rx", "ry", "cx", "cy", "x1", "x2", "y1", "y2", "d", "points", "dx", "dy"),
        *("transform", "viewBox", "preserveAspectRatio", "href", "id", "class", "style", "fill", "stroke", "opacity"),
        *("stroke-width", "stroke-linecap", "stroke-linejoin", "clip-path", "font-size", "font-weight", "display"),
    ]
)
TAGS = st.sampled_from(
    [
        *("g", "svg", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan", "use"),
        *("symbol", "defs", "style", "clipPath"),
    ]
)


def element(tag: str, attributes: dict[str, str], content: list[str]) -> str:
    written_out = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written_out}>{''.join(content)}</{tag}>"


ELEMENTS = st.recursive(
    st.text(st.sampled_from("ab .{}:;#"), max_size=9),
    lambda inner: st.builds(element, TAGS, st.dictionaries(NAMES, VALUES, max_size=5), st.lists(inner, max_size=3)),
    max_leaves=8,
)


@given(st.lists(ELEMENTS, max_size=4).map("".join))
@settings(max_examples=300)
def test_whatever_it_holds_it_is_drawn_in_its_frame_or_refused(content: str) -> None:
    try:
        drawing = read(inside(content))
    except Unusable:
        return
    spill = 2 * 0.02 * 72
    for shape in drawing.shapes:
        for step in shape.steps:
            if not isinstance(step, ClosePath):
                assert -spill <= step.x <= 72 + spill
                assert -spill <= step.y <= 72 + spill


@given(st.text(st.sampled_from("MmLlHhVvCcSsQqTtAaZz0123456789.,-+e "), max_size=60))
def test_whatever_a_path_says_it_is_drawn_or_refused(data: str) -> None:
    try:
        read(inside(f'<path d="M1 1{data}" stroke="red" stroke-width="30" stroke-linejoin="round"/>'))
    except Unusable:
        return


@given(st.one_of(st.binary(max_size=80), st.binary(max_size=40).map(lambda data: b"<svg " + data + b"/>")))
def test_whatever_a_file_is_it_is_drawn_or_refused(data: bytes) -> None:
    try:
        read(data)
    except Unusable:
        return
