"""Sections: where the text changes from one column to several, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from docgen.document.kernel import Width
from docgen.style.model import Style
from docgen.writers.docx.block import Block, WordParagraph
from docgen.writers.docx.styles import SECTION_END
from docgen.writers.docx.wordml import twips


def divided(blocks: Sequence[Block], style: Style, furniture: str) -> str:
    """The body's content: blocks in sections of their widths, each but the first begun on the same page.

    `furniture` refers to headers and footers, which all sections have from the first. A section of several columns
    at the end is closed by an empty one of one column: only then does Word balance the columns.
    """
    parts = [list(part) for _, part in groupby(blocks, key=lambda block: _columns(block.width, style))]
    counts = [_columns(part[0].width, style) for part in parts]
    if not parts or counts[-1] > 1:
        parts.append([_mark()])
        counts.append(1)
    sections = [
        _section(count, style, furniture if at == 0 else "", continuous=at > 0) for at, count in enumerate(counts)
    ]
    content = [_closed(part, section) for part, section in zip(parts[:-1], sections, strict=False)]
    last = parts[-1] if isinstance(parts[-1][-1], WordParagraph) else [*parts[-1], _mark()]
    return "".join(content) + "".join(block.xml() for block in last) + sections[-1]


def _closed(part: list[Block], section: str) -> str:
    """Blocks of which the last, or a paragraph made for it, ends the section."""
    last = part[-1]
    if not isinstance(last, WordParagraph) or not last.divides:
        last = _mark()
        part = [*part, last]
    return "".join(block.xml() for block in (*part[:-1], replace(last, section=section)))


def _mark() -> WordParagraph:
    return WordParagraph(style=SECTION_END, content="", width=Width.PAGE)


def _columns(width: Width, style: Style) -> int:
    return style.columns.count if width is Width.COLUMN else 1


def _section(columns: int, style: Style, furniture: str, *, continuous: bool) -> str:
    page = style.page
    kind = '<w:type w:val="continuous"/>' if continuous else ""
    return (
        f"<w:sectPr>{furniture}{kind}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{_orientation(style)}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.top / 2)}" w:footer="{twips(page.bottom / 2)}" '
        f'w:gutter="0"/><w:cols w:num="{columns}" w:space="{twips(style.columns.gutter)}"/>'
        f"{'' if continuous else '<w:titlePg/>'}</w:sectPr>"
    )


def _orientation(style: Style) -> str:
    return ' w:orient="landscape"' if style.page.width > style.page.height else ""
