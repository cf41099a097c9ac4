"""The fonts that Word templates are set in: how far apart their lines stand, and which open fonts are as wide."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.style.identity import COMPATIBLE

_NATURAL = 1.2
_LEADINGS: Mapping[str, float] = MappingProxyType(
    {
        "Times New Roman": 1.15,
        "Arial": 1.15,
        "Calibri": 1.22,
        "Cambria": 1.17,
        "Courier New": 1.13,
        "Georgia": 1.14,
        "Verdana": 1.22,
        "Aptos": 1.28,
    }
)
"""How many times their size the lines of a family stand apart when Word sets them single."""

_OPEN: Mapping[str, str] = {
    "Helvetica": "Arimo",
    **{word: own for own, word in reversed(tuple(COMPATIBLE.items()))},  # of several the first
}


def natural_leading(font: str) -> float:
    """How many times the size of a font its lines stand apart when Word sets them single."""
    return _LEADINGS.get(font, _NATURAL)


def open_font(font: str) -> str:
    """The family under an open licence with the widths of `font`, its own name where none is known."""
    return _OPEN.get(font, font)
