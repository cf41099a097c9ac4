"""Numbers and lengths as SVG writes them; lengths come out in the user's units, of which 96 make an inch."""

from __future__ import annotations

import re

from docgen.document.svg.elements import Written

GREATEST = 1e9
"""The greatest number a drawing may hold; none that is drawn comes near it."""

# Patterns here leave no two ways to read the same characters: else a hostile file would keep the search busy for hours.
NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"

_NUMBER = re.compile(NUMBER)
_LIST_ITEM = re.compile(rf"\s*(?:,\s*)?({NUMBER})")
_LENGTH = re.compile(rf"({NUMBER})\s*([A-Za-z]+|%)?")
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}


def read_number(written: Written) -> float:
    """A single number. Raises `Undrawable`."""
    if not _NUMBER.fullmatch(written.value.strip()):
        raise written.fault(f"is not a number: {written.quoted}", "write a number")
    return bounded(float(written.value), written)


def read_numbers(written: Written) -> list[float]:
    """Numbers parted by spaces or commas. Raises `Undrawable`."""
    numbers, at = [], 0
    value = written.value.rstrip()
    while at < len(value):
        found = _LIST_ITEM.match(value, at)
        if not found:
            raise written.fault(f"holds something other than numbers: {written.quoted}", "write numbers only")
        numbers.append(bounded(float(found[1]), written))
        at = found.end()
    return numbers


def read_length(written: Written, whole: float, font_size: float) -> float:
    """A length; `whole` is what 100% is, `font_size` what 1em is. Raises `Undrawable`."""
    found = _LENGTH.fullmatch(written.value.strip())
    if not found:
        raise written.fault(f"is not a length: {written.quoted}", 'write a number, as in "12", or "12mm"')
    return _in_units(bounded(float(found[1]), written), (found[2] or "").lower(), written, whole, font_size)


def read_lengths(written: Written, whole: float, font_size: float) -> list[float]:
    """Lengths parted by spaces or commas. Raises `Undrawable`."""
    parts = re.split(r"\s*,\s*|\s+", written.value.strip())
    return [read_length(Written(part, written.name, written.line), whole, font_size) for part in parts]


def bounded(number: float, written: Written) -> float:
    """`number`, if it can be drawn. Raises `Undrawable`."""
    if not abs(number) <= GREATEST:
        raise written.fault("holds a number too large to draw", "draw it smaller")
    return number


def _in_units(number: float, unit: str, written: Written, whole: float, font_size: float) -> float:
    match unit:
        case "%":
            return number * whole / 100
        case "em":
            return number * font_size
        case "ex":
            return number * font_size / 2
        case _ if unit in _UNITS:
            return number * _UNITS[unit]
        case _:
            raise written.fault(f"is in '{unit}', a unit that depends on a screen", "give it in px, mm or pt")
