"""The contrast of every colour that text is set in, as the pages have it."""

from __future__ import annotations

from docgen.evidence.record import Contrast
from docgen.layout.page import Fragment, Pages, TextLine
from docgen.style.contrast import LEAST, PAPER, contrast
from docgen.style.model import Style

LEAST_LARGE = 3.0
"""The least contrast of large text (WCAG 2.2, success criterion 1.4.3)."""

LARGE, LARGE_BOLD = 18.0, 14.0
"""From which size on, in pt, text is large (WCAG 2.2, definition of large scale)."""


def least_contrast(size: float, *, bold: bool) -> float:
    """The least contrast of text of a size in pt."""
    return LEAST_LARGE if size >= (LARGE_BOLD if bold else LARGE) else LEAST


def contrasts(pages: Pages, style: Style) -> tuple[Contrast, ...]:
    """Each kind of text in each of its colours, in the order in which they are first met.

    Pages are white: docgen puts nothing behind text. Of each kind the smallest size counts.
    """
    sizes: dict[tuple[str, str, bool], float] = {}
    for line, fragment in _fragments(pages):
        kind = f"{line.role}, links" if fragment.url or fragment.target else line.role
        bold = fragment.face in (style.family.bold.name, style.family.bold_italic.name)
        key = (kind, fragment.colour, bold)
        sizes[key] = min(sizes.get(key, fragment.size), fragment.size)
    return tuple(
        Contrast(kind, colour, PAPER, size, bold, contrast(colour, PAPER), least_contrast(size, bold=bold))
        for (kind, colour, bold), size in sizes.items()
    )


def _fragments(pages: Pages) -> list[tuple[TextLine, Fragment]]:
    lines = (box for page in pages.pages for box in page.boxes if isinstance(box, TextLine))
    return [(line, fragment) for line in lines for fragment in line.fragments if fragment.text.strip()]
