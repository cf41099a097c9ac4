"""Sections: where the text changes from one column to several, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from docgen.document.kernel import Width
from docgen.style.model import Style
from docgen.writers.docx.block import WordParagraph
from docgen.writers.docx.furniture import Margins
from docgen.writers.docx.rules import Settled, nothing
from docgen.writers.docx.wordml import twips


def divided(
    blocks: Sequence[Settled], style: Style, furniture: str, margins: Margins, *, endnotes: bool = False
) -> str:
    """The body's content: blocks in sections of their widths, each but the first begun on the same page.

    `furniture` refers to headers and footers, which all sections have from the first. A section of several columns
    at the end is closed by an empty one of one column: only then does Word balance the columns. Endnotes, where there
    are any, stand at the end of the last section with text, in its columns.
    """
    parts = [list(part) for _, part in groupby(blocks, key=lambda block: _columns(block.width, style))]
    counts = [_columns(part[0].width, style) for part in parts]
    told = len(parts) - 1
    if not parts or counts[-1] > 1:
        parts.append([nothing(Width.PAGE)])
        counts.append(1)
    sections = [
        _section(count, style, furniture if at == 0 else "", margins, first=at == 0, waits=endnotes and at < told)
        for at, count in enumerate(counts)
    ]
    content = [_closed(part, section) for part, section in zip(parts[:-1], sections, strict=False)]
    last = parts[-1] if isinstance(parts[-1][-1], WordParagraph) else [*parts[-1], nothing(Width.PAGE)]
    return "".join(content) + "".join(block.xml() for block in last) + sections[-1]


def _closed(part: Sequence[Settled], section: str) -> str:
    """Blocks of which the last, or a paragraph made for it, ends the section."""
    last = part[-1]
    if not isinstance(last, WordParagraph) or not last.divides:
        last = nothing(Width.PAGE)
        part = [*part, last]
    return "".join(block.xml() for block in (*part[:-1], replace(last, section=section)))


def _columns(width: Width, style: Style) -> int:
    return style.columns.count if width is Width.COLUMN else 1


def _section(columns: int, style: Style, furniture: str, margins: Margins, *, first: bool, waits: bool) -> str:
    """A section's properties; one that `waits` leaves its endnotes to a later one."""
    page = style.page
    kind = "" if first else '<w:type w:val="continuous"/>'
    return (
        f"<w:sectPr>{furniture}{kind}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{_orientation(style)}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(margins.header)}" w:footer="{twips(margins.footer)}" '
        f'w:gutter="0"/><w:cols w:num="{columns}" w:space="{twips(style.columns.gutter)}"/>'
        f"{'<w:noEndnote/>' if waits else ''}{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )


def _orientation(style: Style) -> str:
    return ' w:orient="landscape"' if style.page.width > style.page.height else ""
