"""How an element is painted and its text set: what it has from its parents and what it says itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from docgen.document.paths import Cap, Join
from docgen.document.svg.colours import read_colour
from docgen.document.svg.elements import Written
from docgen.document.svg.numbers import read_length, read_number
from docgen.records import dataclass

Properties = Mapping[str, Written]
Value = TypeVar("Value")

_INHERITED = frozenset({"inherit", "unset"})
_SOLID = "paint it solid, or save the drawing as PNG"
_AS_PATHS = "turn it into plain paths, or save the drawing as PNG"

_ONLY = {
    "baseline-shift": ("baseline", "0"),
    "direction": ("ltr",),
    "dominant-baseline": ("auto", "alphabetic", "baseline"),
    "filter": ("none",),
    "font-variant": ("normal",),
    "marker": ("none",),
    "marker-end": ("none",),
    "marker-mid": ("none",),
    "marker-start": ("none",),
    "mask": ("none",),
    "mix-blend-mode": ("normal",),
    "paint-order": ("normal", "fill", "fill stroke", "fill stroke markers"),
    "rotate": ("0",),
    "stroke-dasharray": ("none", "0"),
    "text-decoration": ("none",),
    "text-transform": ("none",),
    "transform": ("none",),
    "vector-effect": ("none",),
    "word-spacing": ("normal", "0", "0px"),
    "writing-mode": ("lr", "lr-tb", "horizontal-tb"),
}
"""What docgen does not draw, and the values at which there is nothing to draw."""

_HIDDEN = ("hidden", "collapse")
_WEIGHTS = {"normal": False, "bold": True, "bolder": True, "lighter": False}
_SLANTS = {"normal": False, "italic": True, "oblique": True}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_CAPS: Mapping[str, Cap] = {"butt": "butt", "round": "round", "square": "square"}
_JOINS: Mapping[str, Join] = {"miter": "miter", "round": "round", "bevel": "bevel"}
_RULES = {"nonzero": False, "evenodd": True}


@dataclass(frozen=True, slots=True)
class Look:
    """What elements inherit. Lengths are in the user's units; `anchor` is the part of a text left of its place."""

    fill: str | None = "#000000"
    stroke: str | None = None
    stroke_width: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    even_odd: bool = False
    colour: str = "#000000"
    visible: bool = True
    font_size: float = 16.0
    bold: bool = False
    italic: bool = False
    anchor: float = 0.0
    letter_spacing: float = 0.0


def shows(properties: Properties) -> bool:
    """Whether an element and all in it is drawn at all. Raises `Undrawable` for what is partly transparent."""
    display, opacity = properties.get("display"), properties.get("opacity")
    if display and display.value.lower() == "none":
        return False
    return opacity is None or _opaque(opacity)


def inherit(look: Look, properties: Properties, diagonal: float) -> Look:
    """The look of an element whose parent looks like `look`; `diagonal` is what 100% of a width is.

    Raises `Undrawable` for what docgen does not draw.
    """
    own = {name: written for name, written in properties.items() if written.value.lower() not in _INHERITED}
    for name in sorted(own.keys() & _ONLY.keys()):
        if own[name].value.strip().lower() not in _ONLY[name]:
            raise own[name].fault(f"is {own[name].quoted}, which docgen does not draw", _AS_PATHS)
    if "font" in own:
        raise own["font"].fault("is a shorthand", "write font-size, font-weight and font-style one by one")
    look = _with_font(look, own)
    look = _with_colours(look, own)
    if "stroke-width" in own:
        width = read_length(own["stroke-width"], diagonal, look.font_size)
        if width < 0:
            raise own["stroke-width"].fault("is less than nothing", "write a positive number")
        look = replace(look, stroke_width=width)
    return replace(
        look,
        cap=_choice(own, "stroke-linecap", _CAPS, look.cap),
        join=_choice(own, "stroke-linejoin", _JOINS, look.join),
        even_odd=_choice(own, "fill-rule", _RULES, look.even_odd),
        anchor=_choice(own, "text-anchor", _ANCHORS, look.anchor),
        visible=own["visibility"].value.lower() not in _HIDDEN if "visibility" in own else look.visible,
    )


def _with_font(look: Look, own: Properties) -> Look:
    size = look.font_size
    if "font-size" in own:
        size = read_length(own["font-size"], size, size)
        if size < 0:
            raise own["font-size"].fault("is less than nothing", "write a positive number")
    spacing = look.letter_spacing
    if "letter-spacing" in own:
        given = own["letter-spacing"]
        spacing = 0.0 if given.value.lower() == "normal" else read_length(given, size, size)
    weight = own.get("font-weight")
    bold = look.bold
    if weight and re.fullmatch(r"[0-9]{1,4}", weight.value):
        bold = int(weight.value) >= 600
    elif weight:
        bold = _choice(own, "font-weight", _WEIGHTS, bold)
    italic = _choice(own, "font-style", _SLANTS, look.italic)
    return replace(look, font_size=size, letter_spacing=spacing, bold=bold, italic=italic)


def _with_colours(look: Look, own: Properties) -> Look:
    colour = look.colour
    if "color" in own:
        colour = read_colour(own["color"], look.colour) or colour
    fill = read_colour(own["fill"], colour) if "fill" in own else look.fill
    stroke = read_colour(own["stroke"], colour) if "stroke" in own else look.stroke
    if "fill-opacity" in own and not _opaque(own["fill-opacity"]):
        fill = None
    if "stroke-opacity" in own and not _opaque(own["stroke-opacity"]):
        stroke = None
    return replace(look, colour=colour, fill=fill, stroke=stroke)


def _opaque(written: Written) -> bool:
    """True for 1, False for 0; what is partly transparent cannot be drawn."""
    value = written.value.strip()
    number = read_number(Written(value.removesuffix("%"), written.name, written.line))
    number = number / 100 if value.endswith("%") else number
    if 0 < number < 1:
        raise written.fault(f"is {value}, so that something partly transparent would be drawn", _SOLID)
    return number >= 1


def _choice(own: Properties, name: str, choices: Mapping[str, Value], otherwise: Value) -> Value:
    written = own.get(name)
    if written is None:
        return otherwise
    value = written.value.strip().lower()
    if value not in choices:
        raise written.fault(f"is {written.quoted}, which docgen does not know", f"write one of: {', '.join(choices)}")
    return choices[value]
