"""Colours as CSS writes them."""

from __future__ import annotations

import re

from docgen.document.svg.elements import Written
from docgen.document.svg.numbers import NUMBER

_FUNCTION = re.compile(rf"rgba?\(\s*({NUMBER}%?(?:\s*[,\s/]\s*{NUMBER}%?){{2,3}})\s*\)")
_PLAIN = 'give it a plain colour, as in "#1f3864"'


def read_colour(written: Written, current: str) -> str | None:
    """A colour as `#rrggbb`, or None for `none`; `current` is what `currentColor` stands for. Raises `Undrawable`."""
    value = " ".join(written.value.split()).lower()
    if value in ("none", "transparent"):
        return None
    if value == "currentcolor":
        return current
    if "url(" in value:
        raise written.fault(f"is a gradient or a pattern, {written.quoted}", _PLAIN)
    if value.startswith("#"):
        return _hexadecimal(value[1:], written)
    if function := _FUNCTION.fullmatch(value):
        return _components(re.split(r"\s*[,\s/]\s*", function[1].strip()), written)
    return _named(value, written)


def _hexadecimal(digits: str, written: Written) -> str | None:
    if not re.fullmatch(r"[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}", digits):
        raise written.fault(f"is not a colour: {written.quoted}", _PLAIN)
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits[:6]}" if _visible(int(digits[6:] or "ff", 16) / 255, written) else None


def _components(parts: list[str], written: Written) -> str | None:
    scaled = [float(part[:-1]) / 100 if part.endswith("%") else float(part) / 255 for part in parts[:3]]
    alpha = 1.0
    if len(parts) == 4:
        alpha = float(parts[3][:-1]) / 100 if parts[3].endswith("%") else float(parts[3])
    colour = "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in scaled)
    return colour if _visible(alpha, written) else None


def _visible(alpha: float, written: Written) -> bool:
    """Whether a colour covers what lies below it, or is not there at all; between the two it cannot be drawn."""
    if alpha >= 1:
        return True
    if alpha <= 0:
        return False
    raise written.fault(f"is partly transparent, {written.quoted}", _PLAIN)


def _named(name: str, written: Written) -> str:
    # Here and not above: a report without drawings should not wait for Pillow, which knows the names of CSS.
    from PIL import ImageColor

    try:
        if not name.isascii() or not name.isalpha():
            raise ValueError(name)
        red, green, blue = ImageColor.getrgb(name)[:3]
    except ValueError:
        raise written.fault(f"is not a colour: {written.quoted}", _PLAIN) from None
    return f"#{red:02x}{green:02x}{blue:02x}"
