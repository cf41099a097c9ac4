"""Frames that drawings stand in: how large, and how what they hold is fitted to them."""

from __future__ import annotations

from docgen.document.svg.elements import Element, Written
from docgen.document.svg.matrix import Matrix
from docgen.document.svg.numbers import read_length, read_numbers
from docgen.document.svg.shapes import Measures
from docgen.records import dataclass

_ALIGNMENTS = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_SIZE = 'write how large it is, as in width="120" height="80", or give it a viewBox'
_LARGEST = 20_000.0
"""The most units a drawing may be wide or high, about five metres."""


@dataclass(frozen=True, slots=True)
class ViewBox:
    """The rectangle of a drawing's own units that fills its frame."""

    x: float
    y: float
    width: float
    height: float


def read_view_box(element: Element) -> ViewBox | None:
    """The `viewBox` of an element. Raises `Undrawable`."""
    written = element.written("viewBox")
    if written is None:
        return None
    numbers = read_numbers(written)
    if len(numbers) != 4 or numbers[2] <= 0 or numbers[3] <= 0:
        raise written.fault(f"is not four numbers, the last two above 0: {written.quoted}", 'as in "0 0 120 80"')
    return ViewBox(*numbers)


def read_size(root: Element) -> tuple[float, float]:
    """How large the whole drawing is, in the user's units: as it says, else as large as its viewBox.

    Raises `Undrawable`.
    """
    box = read_view_box(root)
    width, height = _side(root, "width"), _side(root, "height")
    if box:
        ratio = box.width / box.height
        width, height = (
            width or (height * ratio if height else box.width),
            height or (width / ratio if width else box.height),
        )
    if not width or not height:
        raise root.fault("<svg> does not say how large it is", _SIZE)
    if max(width, height) > _LARGEST:
        raise root.fault("<svg> is more than five metres wide or high", "make it smaller; docgen fits it to its place")
    if min(width, height) < max(width, height) / 10_000 or min(width, height) < 0.01:
        raise root.fault("<svg> is too thin to be seen", _SIZE)
    return width, height


def fit(element: Element, width: float, height: float) -> tuple[Matrix, Measures]:
    """How an element's content comes into a frame of this size, and what its percentages are of. Raises `Undrawable`.

    SVG 1.1, 7.8: in proportion and in the middle unless `preserveAspectRatio` says otherwise.
    """
    box = read_view_box(element)
    if box is None:
        return Matrix(), Measures(width, height, 16.0)
    across, down = width / box.width, height / box.height
    left, top, choose = _alignment(element)
    if choose != "none":
        across = down = max(across, down) if choose == "slice" else min(across, down)
    x = (width - box.width * across) * left - box.x * across
    y = (height - box.height * down) * top - box.y * down
    return Matrix(across, 0.0, 0.0, down, x, y), Measures(box.width, box.height, 16.0)


def _side(root: Element, name: str) -> float | None:
    """A side of the root; a percentage is of a page that is not known, so it says nothing."""
    written = root.written(name)
    if written is None or written.value.strip() == "auto" or written.value.strip().endswith("%"):
        return None
    length = read_length(written, 0.0, 16.0)
    if length <= 0:
        raise written.fault("is not above 0", _SIZE)
    return length


def _alignment(element: Element) -> tuple[float, float, str]:
    written = element.written("preserveAspectRatio")
    words = written.value.split() if written else []
    words = words[1:] if words[:1] == ["defer"] else words
    align, choose = (*words, *("xMidYMid", "meet")[len(words) :])[:2] if len(words) < 3 else ("", "")
    if align == "none":
        return 0.0, 0.0, "none"
    known = align[:1] == "x" and align[4:5] == "Y" and align[1:4] in _ALIGNMENTS and align[5:] in _ALIGNMENTS
    if not known or choose not in ("meet", "slice"):
        value = written or Written("", "the preserveAspectRatio", element.line)
        raise value.fault(f"cannot be read: {value.quoted}", 'as in "xMidYMid meet"')
    return _ALIGNMENTS[align[1:4]], _ALIGNMENTS[align[5:]], choose
