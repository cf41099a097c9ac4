"""The publisher's logo, and what stands in the margins of every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.document.kernel import FROM_STYLE, PUBLISHER, Alignment, Figure, Furniture, Paragraph, Width
from docgen.document.runs import Field, FieldKind, Link, NoteRef
from docgen.findings import Span
from docgen.reading.text import Text
from docgen.report.byline import fill
from docgen.report.model import Report
from docgen.style.logo import Logo, Margin
from docgen.style.model import FurnitureText, Style
from docgen.style.roles import Role


def masthead_logo(style: Style, span: Span) -> Iterator[Figure]:
    """The publisher's logo as it stands in the masthead; nothing where the style has none."""
    if style.logo is not None:
        yield _publishers(style.logo, style.logo_height, span)


def _publishers(logo: Logo, usual_height: float, span: Span) -> Figure:
    """The publisher's logo as it stands in the masthead."""
    return Figure(
        picture=Text.generated(f"{FROM_STYLE}{logo.picture}", logo.picture.span()),
        alternative=logo.alt,
        decorative=logo.decorative,
        width=Width.PAGE,
        height=logo.height if logo.height or logo.width else usual_height,
        breadth=logo.width,
        align=Alignment(logo.align.value),
        span=span,
        role=PUBLISHER,
    )


def furnish(text: FurnitureText, logo: Logo | None, report: Report, language: str) -> Furniture:
    """A page's header and footer, and the publisher's logo where the style puts it in one of them."""
    placed = text.logo
    if logo is not None and placed is not None:
        shown = replace(logo, height=placed.height, width=None, align=placed.align)
        figure = replace(_publishers(shown, placed.height, report.title.span), language=language)
    else:
        figure = None
    return Furniture(
        header=_furnished(text.header, report, language, Role.HEADER),
        footer=_furnished(text.footer, report, language, Role.FOOTER),
        header_logo=figure if placed and placed.in_ is Margin.HEADER else None,
        footer_logo=figure if placed and placed.in_ is Margin.FOOTER else None,
    )


def _furnished(pattern: str, report: Report, language: str, role: Role) -> Paragraph | None:
    if not pattern:
        return None
    running = report.short_title or report.title
    span = running.span
    title = tuple(run for run in running.runs if not isinstance(run, NoteRef | Link))
    page, pages = (Field(FieldKind.PAGE),), (Field(FieldKind.PAGES),)
    runs = fill(pattern, span, title=title, page=page, pages=pages)
    return Paragraph(runs=runs, span=span, role=role, language=language, id=role.value)
