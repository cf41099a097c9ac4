"""Reproduction: how large pictures are printed, and whether their pixels are enough for it. Lengths are pt.

Layout and the writers size pictures here, so that all formats show them alike, and a check can tell what will be coarse
before anything is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, inf
from typing import TypeAlias

from docgen.document import tree
from docgen.document.kernel import Document, Drawing, Figure, Group, List, Quote, Table, Width
from docgen.findings import Finding
from docgen.reading.text import Text
from docgen.style.model import Style
from docgen.style.pictures import Pictures

DENSITY = 150
"""Pixels per inch at which a picture has its natural size: set larger, it looks coarse in print."""

MOST_ENLARGED = 2.0
"""How many times its natural size a picture grows to fill its measure: beyond it an icon would become a poster."""

LOGOS = "logos"
"""The role of a group whose figures stand in one row."""

LOGO_GAP = 24.0
"""The space between two logos of a row."""

MOST_LOGO = 0.5
"""How much of the measure a logo in a header or footer takes: the rest is for words."""

DOT = 1.0
"""What a picture keeps where there is no room at all."""

Size: TypeAlias = tuple[float, float]
"""Width and height."""


def natural_size(figure: Figure, pictures: Pictures) -> Size:
    """The size of a figure's picture at `DENSITY`; a drawing brings its own."""
    if isinstance(figure.picture, Drawing):
        return figure.picture.size
    picture = pictures[figure.picture.value]
    return picture.width * 72 / DENSITY, picture.height * 72 / DENSITY


def figure_size(
    figure: Figure, pictures: Pictures, measure: float, room: float, enlarged: float = MOST_ENLARGED
) -> Size:
    """The size in which a figure is printed: that which it asks for, else as wide as its measure.

    It is never wider than `measure` nor higher than `room`, and where it asks for nothing, at most `enlarged` times its
    natural size.
    """
    width, height = natural_size(figure, pictures)
    wanted = min(
        [*([figure.height / height] if figure.height else []), *([figure.breadth / width] if figure.breadth else [])],
        default=enlarged,
    )
    return fitted((width, height), measure, room, wanted)


def fitted(size: Size, width: float, height: float, enlarged: float = 1.0) -> Size:
    """`size` in proportion, at most this wide and high, and so many times as large; in no room at all, a dot."""
    scale = min(enlarged, max(width, DOT) / size[0], max(height, DOT) / size[1])
    return size[0] * scale, size[1] * scale


def logo_sizes(figures: Sequence[Figure], pictures: Pictures, height: float, measure: float) -> list[Size]:
    """The sizes of logos in a row, `LOGO_GAP` apart and equally high; all smaller where the measure is too narrow."""
    sizes = [natural_size(figure, pictures) for figure in figures]
    widths = [height * wide / high for wide, high in sizes]
    scale = min(1.0, max(measure - LOGO_GAP * (len(figures) - 1), DOT) / sum(widths))
    return [(width * scale, height * scale) for width in widths]


def coarse_pictures(document: Document, style: Style, pictures: Pictures) -> Iterator[Finding]:
    """A warning for each picture with fewer than `DENSITY` pixels an inch in the size in which it is printed.

    Drawings have no pixels. Those in cells of tables are never enlarged.
    """
    page = style.page
    room = page.height - page.top - page.bottom
    margins = (document.first_page, document.other_pages)
    logos = [logo for margin in margins for logo in (margin.header_logo, margin.footer_logo) if logo is not None]
    told: set[str] = set()
    for figure, measure, size in (
        *((logo, MOST_LOGO * page.measure, None) for logo in logos),
        *_printed(document, style.columns.measure(page), style, pictures),
    ):
        if not isinstance(figure.picture, Text) or figure.picture.value not in pictures or figure.picture.value in told:
            continue
        picture = pictures[figure.picture.value]
        width, _ = size or figure_size(figure, pictures, measure, room)
        density = picture.width * 72 / width
        if density < DENSITY - 0.5:
            told.add(figure.picture.value)
            wanted, _ = size or figure_size(figure, pictures, measure, room, inf)
            yield _coarse(figure.picture, picture.width, width, density, ceil(wanted * DENSITY / 72 - 0.01))


def _printed(
    part: tree.Part, measure: float, style: Style, pictures: Pictures
) -> Iterator[tuple[Figure, float, Size | None]]:
    """The figures in `part`, the measure each has, and its size where the style says it."""
    match part:
        case Figure():
            yield part, style.page.measure if part.width is Width.PAGE else measure, None
            return
        case Table():
            return
        case Group(role=role) if role == LOGOS:
            logos = [child for child in part.children if isinstance(child, Figure) and _is_there(child, pictures)]
            sizes = logo_sizes(logos, pictures, style.logo_height, style.page.measure) if logos else []
            yield from ((logo, measure, size) for logo, size in zip(logos, sizes, strict=True))
            return
        case Group(width=Width.PAGE):
            measure = style.page.measure
        case List():
            measure -= style.text(part.role).indent
        case Quote():
            measure -= 2 * style.text(part.role).indent
        case _:
            pass
    for child in tree.children(part):
        yield from _printed(child, measure, style, pictures)


def _is_there(figure: Figure, pictures: Pictures) -> bool:
    return isinstance(figure.picture, Drawing) or figure.picture.value in pictures


def _coarse(written: Text, pixels: int, width: float, density: float, wanted: int) -> Finding:
    return Finding.warning(
        written.span(),
        "low-resolution",
        f"printed {width / 72:.1f} inches wide, this picture has {density:.0f} pixels to the inch: "
        f"below {DENSITY} it looks coarse",
        f"take one that is at least {wanted} pixels wide (this one has {pixels})",
    )
