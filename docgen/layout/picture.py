"""Pictures: figures with their captions, drawings, a row of logos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document.kernel import Alignment, Drawing, Figure
from docgen.document.reproduction import LOGO_GAP, MOST_ENLARGED, figure_size, fitted, logo_sizes
from docgen.layout.page import PictureBox
from docgen.layout.setting import CAPTION_LABEL, Setting
from docgen.layout.strip import Frame, Strip, anchored, depth, kept, spaced
from docgen.style.roles import Role

SMALLEST = 24.0
"""What a caption that takes all the height still leaves to its picture, in pt."""

_SHARES = {Alignment.LEFT: 0.0, Alignment.DEFAULT: 0.5, Alignment.CENTRE: 0.5, Alignment.RIGHT: 1.0}
"""How much of the free width stands to the left of a picture."""


def set_figure(figure: Figure, frame: Frame, setting: Setting) -> list[Strip]:
    """A picture in the middle of the measure, or where it is asked for, its caption below it."""
    caption = _caption(figure, frame, setting)
    gap = setting.style.text(Role.CAPTION).before
    room = max(frame.height - depth(caption) - gap, SMALLEST)
    # A table's columns are shared by what stands in them, and a picture wants no more than its own size.
    enlarged = 1.0 if frame.role in (Role.TABLE, Role.TABLE_HEAD) else MOST_ENLARGED
    size = figure_size(figure, setting.pictures, frame.measure, room, enlarged)
    picture = Strip(size[1], (placed_picture(figure, size, frame.left, frame.measure),), keep=bool(caption))
    return anchored(_apart([picture, *caption], setting), figure.id)


def set_drawing(drawing: Drawing, frame: Frame, setting: Setting) -> list[Strip]:
    """A drawing in the middle of the measure, never enlarged."""
    width, height = fitted(drawing.size, frame.measure, frame.height)
    box = PictureBox(frame.left + (frame.measure - width) / 2, -height, width, height, drawing, None, drawing.id)
    return anchored(_apart([Strip(height, (box,))], setting), drawing.id)


def set_logos(figures: Sequence[Figure], frame: Frame, setting: Setting) -> list[Strip]:
    """Logos in a row, side by side, equally high, in the middle of the measure."""
    sizes = logo_sizes(figures, setting.pictures, setting.style.logo_height, frame.measure)
    x = frame.left + (frame.measure - sum(width for width, _ in sizes) - LOGO_GAP * (len(sizes) - 1)) / 2
    boxes = []
    for figure, size in zip(figures, sizes, strict=True):
        boxes.append(_box(figure, x, size))
        x += size[0] + LOGO_GAP
    anchors = tuple(figure.id for figure in figures if figure.id)
    return [Strip(sizes[0][1], tuple(boxes), anchors=anchors, keep=True)]


def placed_picture(figure: Figure, size: tuple[float, float], left: float, measure: float) -> PictureBox:
    """A figure's picture below the height 0, where it is to stand between `left` and the end of the measure."""
    return _box(figure, left + (measure - size[0]) * _SHARES[figure.align], size)


def _caption(figure: Figure, frame: Frame, setting: Setting) -> list[Strip]:
    if not figure.caption and figure.number is None:
        return []
    wording = setting.style.wording(figure.language or setting.language)
    label = CAPTION_LABEL.format(word=wording.figure, number=figure.number, end=wording.number_end)
    strips = setting.text(
        figure.caption, Role.CAPTION, figure.id, figure.language, frame, label if figure.number is not None else ""
    )
    return [*kept(strips[:-1]), strips[-1]]


def _box(figure: Figure, x: float, size: tuple[float, float]) -> PictureBox:
    picture = figure.picture if isinstance(figure.picture, Drawing) else figure.picture.value
    alternative = figure.alternative.value if figure.alternative and not figure.decorative else None
    return PictureBox(x, -size[1], *size, picture, alternative, figure.id)


def _apart(strips: list[Strip], setting: Setting) -> list[Strip]:
    """The strips of a picture with a line's space around them."""
    line = setting.style.text(Role.BODY).leading
    return spaced([replace(strips[0], after=0.0), *strips[1:]], line, line)
