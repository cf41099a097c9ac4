"""Pictures: figures with their captions, drawings, a row of logos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document.kernel import Drawing, Figure
from docgen.layout.page import PictureBox
from docgen.layout.setting import CAPTION_LABEL, Setting
from docgen.layout.strip import Frame, Strip, anchored, depth, kept, spaced
from docgen.style.roles import Role

DENSITY = 150
"""Pixels per inch at which a picture has its natural size: set larger, it would look coarse in print."""

LOGO_GAP = 24.0
"""The space between two logos of a row, in pt."""

SMALLEST = 24.0
"""What a caption that takes all the height still leaves to its picture, in pt."""

DOT = 1.0
"""What a picture keeps where there is no room at all, in pt."""


def set_figure(figure: Figure, frame: Frame, setting: Setting) -> list[Strip]:
    """A picture in the middle of the measure, its caption below it."""
    caption = _caption(figure, frame, setting)
    gap = setting.style.text(Role.CAPTION).before
    room = max(frame.height - depth(caption) - gap, SMALLEST)
    limit = min(room, figure.height) if figure.height else room
    width, height = fitted(natural_size(figure, setting), frame.measure, limit)
    picture = Strip(
        height, (_box(figure, frame.left + (frame.measure - width) / 2, width, height),), keep=bool(caption)
    )
    return anchored(_apart([picture, *caption], setting), figure.id)


def set_drawing(drawing: Drawing, frame: Frame, setting: Setting) -> list[Strip]:
    """A drawing in the middle of the measure, never enlarged."""
    width, height = fitted(drawing.size, frame.measure, frame.height)
    box = PictureBox(frame.left + (frame.measure - width) / 2, -height, width, height, drawing, None, drawing.id)
    return anchored(_apart([Strip(height, (box,))], setting), drawing.id)


def set_logos(figures: Sequence[Figure], frame: Frame, setting: Setting) -> list[Strip]:
    """Logos in a row, side by side, equally high, in the middle of the measure; all smaller where it is too narrow."""
    sizes = [natural_size(figure, setting) for figure in figures]
    widths = [setting.style.logo_height * width / height for width, height in sizes]
    gaps = LOGO_GAP * (len(figures) - 1)
    scale = min(1.0, (frame.measure - gaps) / sum(widths))
    height = setting.style.logo_height * scale
    x = frame.left + (frame.measure - sum(widths) * scale - gaps) / 2
    boxes = []
    for figure, width in zip(figures, widths, strict=True):
        boxes.append(_box(figure, x, width * scale, height))
        x += width * scale + LOGO_GAP
    anchors = tuple(figure.id for figure in figures if figure.id)
    return [Strip(height, tuple(boxes), anchors=anchors, keep=True)]


def natural_size(figure: Figure, setting: Setting) -> tuple[float, float]:
    """The size beyond which a figure's picture is never enlarged, in pt."""
    if isinstance(figure.picture, Drawing):
        return figure.picture.size
    picture = setting.pictures[figure.picture.value]
    return picture.width * 72 / DENSITY, picture.height * 72 / DENSITY


def fitted(size: tuple[float, float], width: float, height: float) -> tuple[float, float]:
    """`size` reduced in proportion until it is at most this wide and high; in a frame without room, to a dot."""
    scale = min(1.0, max(width, DOT) / size[0], max(height, DOT) / size[1])
    return size[0] * scale, size[1] * scale


def _caption(figure: Figure, frame: Frame, setting: Setting) -> list[Strip]:
    if not figure.caption and figure.number is None:
        return []
    wording = setting.style.wording(figure.language or setting.language)
    label = CAPTION_LABEL.format(word=wording.figure, number=figure.number, end=wording.number_end)
    strips = setting.text(
        figure.caption, Role.CAPTION, figure.id, figure.language, frame, label if figure.number is not None else ""
    )
    return [*kept(strips[:-1]), strips[-1]]


def _box(figure: Figure, x: float, width: float, height: float) -> PictureBox:
    picture = figure.picture if isinstance(figure.picture, Drawing) else figure.picture.value
    alternative = figure.alternative.value if figure.alternative and not figure.decorative else None
    return PictureBox(x, -height, width, height, picture, alternative, figure.id)


def _apart(strips: list[Strip], setting: Setting) -> list[Strip]:
    """The strips of a picture with a line's space around them."""
    line = setting.style.text(Role.BODY).leading
    return spaced([replace(strips[0], after=0.0), *strips[1:]], line, line)
