"""WordprocessingML as strings: the pieces that every part of a Word file is made of.

Whatever comes from content passes through `escaped` or `attribute`; nothing else puts text into XML here. Element and
attribute names follow ECMA-376, part 1; the order of the children is the schema's, which Word insists on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NAMESPACES: Mapping[str, str] = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ROOT = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())

# What XML 1.0, production 2, leaves out; the white space among it stays white space.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_WHITE = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
# Most text has none of what the tables below change: to look is quicker than to translate.
_ODD = re.compile('[&<>"\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escaped(value: str) -> str:
    """Text for the inside of an element: characters that XML forbids left out, line ends and tabs as spaces."""
    return _permitted(value).translate(_CONTENT) if _ODD.search(value) else value


def attribute(value: str) -> str:
    """Text for an attribute in double quotes."""
    return _permitted(value).translate(_ATTRIBUTE) if _ODD.search(value) else value


def root(name: str, inner: str) -> str:
    """A whole part: the element `w:<name>` with every namespace that docgen writes."""
    return f"{DECLARATION}<w:{name} {_ROOT}>{inner}</w:{name}>"


def text(value: str) -> str:
    """A run's characters; soft hyphens as Word has them."""
    soft = "<w:softHyphen/>"
    return soft.join(f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in escaped(value).split("\xad"))


def run(content: str, properties: str = "") -> str:
    """A run of finished XML (`text`, a break, a drawing) with its properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"


def field(instruction: str, result: str, properties: str = "", *, dirty: bool = False) -> str:
    """A complex field: what Word computes, and the runs it shows until then. A dirty one is computed on opening."""
    return field_start(instruction, properties, dirty=dirty) + result + field_end(properties)


def field_start(instruction: str, properties: str = "", *, dirty: bool = False) -> str:
    """The runs before a field's result."""
    flag = ' w:dirty="true"' if dirty else ""
    return (
        run(f'<w:fldChar w:fldCharType="begin"{flag}/>', properties)
        + run(f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>', properties)
        + run('<w:fldChar w:fldCharType="separate"/>', properties)
    )


def field_end(properties: str = "") -> str:
    """The run that ends a field."""
    return run('<w:fldChar w:fldCharType="end"/>', properties)


def twips(points: float) -> int:
    """Twentieths of a point, as most of WordprocessingML measures."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Half points, as type sizes are given."""
    return round(points * 2)


def emu(points: float) -> int:
    """English metric units, 12 700 to the point, as DrawingML measures."""
    return round(points * 12700)


def _permitted(value: str) -> str:
    return _FORBIDDEN.sub("", value.translate(_WHITE))


def instant(moment: datetime) -> str:
    """A moment as XML Schema's `dateTime` has it: to the second, in UTC, the year in four digits."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
