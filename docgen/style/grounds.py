"""Whether what stands in a style's panels can be read there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from docgen.findings import Finding
from docgen.reading.text import Name
from docgen.style.colour import Colour
from docgen.style.contrast import LEAST, PAPER, contrast
from docgen.style.model import TextStyle
from docgen.style.roles import BOXED, Role
from docgen.style.sheet import Sheet

_OUTSIDE = {
    *(Role.LABEL, Role.TITLE, Role.BYLINE, Role.DETAILS, Role.INTRODUCTION),
    *(Role.CONTENTS, Role.CONTENTS_TITLE, Role.NOTE, Role.HEADER, Role.FOOTER),
}
"""What stands in no panel: the masthead, contents, notes, margins."""


def check_panels(sheet: Sheet, roles: Mapping[str, TextStyle]) -> Iterator[Finding]:
    """Panels are those of blocks, and the text and the links of each filled one can be told from its fill."""
    for key, _ in sheet.panels:
        near = difflib.get_close_matches(key.value, BOXED, 1, 0.8)
        if near and key.value not in BOXED:
            message, advice = f"no block is set in a panel '{key}'", f"did you mean '{near[0]}'?"
            yield Finding.error(key.span(), "unknown-panel", message, advice)
    colours = {f"'{role}'": look.colour for role, look in roles.items() if role not in _OUTSIDE}
    colours.update(("links", colour) for key, colour in sheet.palette if key.value == "link")
    told = [what for what, colour in colours.items() if contrast(colour, PAPER) < LEAST]  # of the paper
    colours = {what: colour for what, colour in colours.items() if what not in told}
    for key, panel in sheet.panels:
        if panel.fill is not None:
            yield from (_too_alike(key, panel.fill, *of) for of in _unread(colours, panel.fill))


def _unread(colours: Mapping[str, Colour], fill: Colour) -> Iterator[tuple[str, Colour]]:
    """Each colour that cannot be read on a fill, once, with the first thing that has it."""
    told: set[Colour] = set()
    for what, colour in colours.items():
        if contrast(colour, fill) < LEAST and colour not in told:
            told.add(colour)
            yield what, colour


def _too_alike(key: Name, fill: Colour, what: str, colour: Colour) -> Finding:
    found = contrast(colour, fill)
    return Finding.error(
        key.span(),
        "low-contrast",
        f"the colour {colour} of {what} cannot be read in this panel: its contrast with {fill} is {found:.1f}:1",
        f"choose a lighter fill, or a darker colour, of {LEAST}:1 at least",
    )
