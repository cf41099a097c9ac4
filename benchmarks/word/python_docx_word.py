"""The report by python-docx, written as its documentation shows, with the usual recipes for what it has no call for.

Footnotes and cross-references are not among them: notes stand in brackets, and the number of the table is typed.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime

import docx
from docx.document import Document
from docx.shared import Pt

from benchmarks.word.look import MEASURE, begin_columns, finish_table, put_field, set_look
from benchmarks.word.report import Block, Grid, Report, Shown, Steps, Text, emphasised

MOMENT = datetime(2013, 1, 18)  # of the properties, which would else hold the present moment


def maker(report: Report) -> Callable[[], bytes]:
    """Writes the report; everything is made anew each time."""
    return lambda: written(report)


def written(report: Report) -> bytes:
    """The file."""
    document = docx.Document()
    set_look(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = report.title, report.byline, "en-US"
    properties.created = properties.modified = MOMENT
    document.add_paragraph(report.label, "Subtitle")
    document.add_paragraph(report.title, "Title")
    document.add_paragraph(report.byline, "Subtitle")
    for label, value in (("Date", report.date), ("Location", report.place)):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)
    _put(document, report.introduction)
    document.add_paragraph("Contents", "Body Text")
    put_field(document.add_paragraph(), 'TOC \\o "1-3" \\h \\z \\u', "Update this field to see the contents.")
    begin_columns(document)
    for section in report.sections:
        document.add_heading(section.heading, 1)
        for block in section.blocks:
            _put_block(document, block)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _put_block(document: Document, block: Block) -> None:
    match block:
        case Text():
            text = f"{block.text} [{block.note}]" if block.note else block.text
            _put(document, f"{text} Table 1." if block.refers else text)
        case Steps():
            for item in block.items:
                document.add_paragraph(item, "List Number")
        case Grid():
            document.add_paragraph(f"Table 1. {block.caption}", "Caption")
            table = document.add_table(len(block.rows), len(block.rows[0]), "Table Grid")
            for row, cells in zip(table.rows, block.rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
            finish_table(table)
        case Shown():
            picture = document.add_picture(io.BytesIO(block.png), Pt(MEASURE))
            picture._inline.docPr.set("descr", block.alternative)
            document.add_paragraph(f"Figure 1. {block.caption}", "Caption")


def _put(document: Document, text: str) -> None:
    paragraph = document.add_paragraph(style="Body Text")
    for piece, emphasis in emphasised(text):
        paragraph.add_run(piece).italic = emphasis or None
