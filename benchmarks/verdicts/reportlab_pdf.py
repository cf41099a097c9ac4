"""The report by plain reportlab: platypus, as its user guide shows it.

It has neither footnotes nor cross-references: notes stand in brackets, and the number of the table is typed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from benchmarks.word.report import ROOT, Block, Grid, Report, Shown, Steps, Text, emphasised

FONTS = ROOT / "styles" / "classic" / "fonts"
FACES = {"Tinos": "Regular", "Tinos-Bold": "Bold", "Tinos-Italic": "Italic", "Tinos-BoldItalic": "BoldItalic"}
MEASURE, GUTTER, MARGIN = 468.0, 25.0, 72.0


def reportlab_pdf(report: Report) -> bytes:
    """The file."""
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Flowable, Frame, Image, ListFlowable, PageTemplate, Paragraph, Table

    for name, face in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"Tinos-{face}.ttf")))
    pdfmetrics.registerFontFamily("Tinos", *FACES)
    body = ParagraphStyle("body", fontName="Tinos", fontSize=10, leading=11.5, alignment=4, spaceAfter=11.5)
    centred = ParagraphStyle("centred", body, alignment=1)
    title = ParagraphStyle("title", centred, fontName="Tinos-Bold", fontSize=18, leading=22)
    heading = ParagraphStyle("heading", body, fontName="Tinos-Bold", alignment=0, keepWithNext=1)
    column = (MEASURE - GUTTER) / 2

    def flowables(block: Block) -> Iterator[Flowable]:
        match block:
            case Text():
                note = f" [{escape(block.note)}]" if block.note else ""
                yield Paragraph(_said(block.text) + note + (" Table 1." if block.refers else ""), body)
            case Steps():
                yield ListFlowable([Paragraph(escape(item), body) for item in block.items], bulletFontName="Tinos")
            case Grid():
                cells = [[Paragraph(escape(cell), body) for cell in row] for row in block.rows]
                yield Paragraph(f"Table 1. {escape(block.caption)}", centred)
                yield Table(cells, repeatRows=1)
            case Shown():
                yield Image(io.BytesIO(block.png), width=column, height=column / 2)
                yield Paragraph(f"Figure 1. {escape(block.caption)}", centred)

    story: list[Flowable] = [
        Paragraph(escape(report.label), centred),
        Paragraph(escape(report.title), title),
        Paragraph(f"<i>{escape(report.byline)}</i>", centred),
        Paragraph(f"<b>Date:</b> {escape(report.date)}", body),
        Paragraph(f"<b>Location:</b> {escape(report.place)}", body),
        Paragraph(_said(report.introduction), body),
    ]
    for section in report.sections:
        story.append(Paragraph(escape(section.heading), heading))
        story.extend(flowable for block in section.blocks for flowable in flowables(block))
    data = io.BytesIO()
    sheet = BaseDocTemplate(data, pagesize=letter, title=report.title, author=report.byline, lang="en-US", invariant=1)
    height = letter[1] - 2 * MARGIN
    frames = [Frame(MARGIN + at * (column + GUTTER), MARGIN, column, height, 0, 0, 0, 0) for at in (0, 1)]
    sheet.addPageTemplates(PageTemplate("two columns", frames))
    sheet.build(story)
    return data.getvalue()


def _said(text: str) -> str:
    return "".join(f"<i>{escape(piece)}</i>" if emphasis else escape(piece) for piece, emphasis in emphasised(text))
