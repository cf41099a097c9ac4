"""Where a style puts things: the parts of the masthead, and the publisher's logo in it and in the margins."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding
from docgen.style.logo import SMALLEST, Margin, MarginLogo, Side
from docgen.style.model import Align, FurnitureText, Part
from docgen.style.roles import Role
from docgen.style.sheet import USUAL_MASTHEAD, Sheet

_SIDES = {Align.LEFT: Side.LEFT, Align.JUSTIFY: Side.LEFT, Align.CENTRE: Side.CENTRE, Align.RIGHT: Side.RIGHT}


def check_places(sheet: Sheet) -> Iterator[Finding]:
    """Every part has one place, and the logo stands somewhere and in nothing's way."""
    yield from _check_masthead(sheet)
    placed = [page for page in (sheet.first_page, sheet.other_pages) if page.logo is not None]
    if sheet.logo is None:
        spans = [page.logo.span for page in placed if page.logo]
        for span in [*spans, *([sheet.span.first()] if Part.LOGO in sheet.masthead else [])]:
            message = "the publisher's logo is to stand here, but this style has none"
            yield Finding.error(span, "no-logo", message, "add:  logo: {picture: logo.svg, alt: The River Institute}")
        return
    if not placed and Part.LOGO not in sheet.masthead:
        yield Finding.error(
            sheet.logo.span,
            "unplaced-logo",
            "this logo stands nowhere",
            f"write  masthead: [{', '.join(part.value for part in Part)}]  "
            "or give first-page and other-pages a  logo: {in: header}",
        )
    for page in placed:
        if page.logo is not None:
            yield from _check_margin(page, page.logo, sheet)


def _check_masthead(sheet: Sheet) -> Iterator[Finding]:
    """Nothing is printed twice, and no style leaves out the title or what the report begins with."""
    parts = [part.value for part in sheet.masthead]
    missing = [part.value for part in (Part.TITLE, Part.INTRODUCTION) if part not in sheet.masthead]
    if missing or len(set(parts)) < len(parts):
        message = f"this masthead has no {missing[0]}" if missing else "a part of the masthead stands here twice"
        usual = Part if Part.LOGO in sheet.masthead else USUAL_MASTHEAD
        advice = f"write  masthead: [{', '.join(part.value for part in usual)}]  in the order you want, each once"
        yield Finding.error(sheet.span.first(), "masthead", message, advice)


def _check_margin(page: FurnitureText, logo: MarginLogo, sheet: Sheet) -> Iterator[Finding]:
    """The logo fits into its margin, and no words stand where it does."""
    header = logo.in_ is Margin.HEADER
    room = sheet.page.top if header else sheet.page.bottom
    if not SMALLEST <= logo.height <= room:
        yield Finding.error(
            logo.span,
            "out-of-range",
            f"a logo {logo.height:g} pt high does not fit into this margin, which has {room:g} pt",
            f"give it a height of {SMALLEST:g} to {room:g} pt",
        )
    words, role = (page.header, Role.HEADER) if header else (page.footer, Role.FOOTER)
    look = next((style for key, style in sheet.roles if key.value == role), None)
    if words and logo.align is Side.CENTRE and look is not None and _SIDES[look.align] is Side.CENTRE:
        yield Finding.error(
            logo.span,
            "covered-logo",
            f"the {logo.in_.value} '{words}' and the logo stand in the same place",
            "align the logo left or right",
        )
