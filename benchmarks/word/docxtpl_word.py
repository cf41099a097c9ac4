"""The report by docxtpl, from a template made by python-docx as one would make it in Word.

A template's text cannot bring footnotes or numbers that count for themselves; notes stand in brackets.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.shared import Pt
from docxtpl import DocxTemplate, InlineImage, RichText

from benchmarks.word.look import MEASURE, begin_columns, finish_table, put_field, set_look
from benchmarks.word.python_docx_word import MOMENT
from benchmarks.word.report import Block, Grid, Report, Shown, Steps, Text, emphasised


def maker(report: Report) -> Callable[[], bytes]:
    """Fills the template, which is there before."""
    made = template()

    def written() -> bytes:
        page = DocxTemplate(io.BytesIO(made))
        page.init_docx()
        page.render(_context(report, page), autoescape=True)
        properties = page.docx.core_properties
        properties.title, properties.author, properties.language = report.title, report.byline, "en-US"
        data = io.BytesIO()
        page.save(data)
        return data.getvalue()

    return written


def template() -> bytes:
    """The template: the look, and the tags that say what goes where."""
    document = docx.Document()
    set_look(document)
    document.core_properties.created = document.core_properties.modified = MOMENT
    for tag, style in (("label", "Subtitle"), ("title", "Title"), ("byline", "Subtitle")):
        document.add_paragraph(f"{{{{ {tag} }}}}", style)
    for label, tag in (("Date", "date"), ("Location", "place")):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(f"{{{{ {tag} }}}}")
    document.add_paragraph("{{r introduction }}", "Body Text")
    document.add_paragraph("Contents", "Body Text")
    put_field(document.add_paragraph(), 'TOC \\o "1-3" \\h \\z \\u', "Update this field to see the contents.")
    begin_columns(document)
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.heading }}", 1)
    document.add_paragraph("{%p for block in section.blocks %}")
    for kind, style, tag in (("text", "Body Text", "{{r block.text }}"), ("item", "List Number", "{{ block.text }}")):
        document.add_paragraph(f"{{%p if block.kind == '{kind}' %}}")
        document.add_paragraph(tag, style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.kind == 'table' %}")
    document.add_paragraph("Table 1. {{ block.caption }}", "Caption")
    table = document.add_table(4, 3, "Table Grid")
    for row, tags in zip(
        table.rows,
        (
            [f"{{{{ block.head[{number}] }}}}" for number in range(3)],
            ["{%tr for row in block.rows %}", "", ""],
            [f"{{{{ row[{number}] }}}}" for number in range(3)],
            ["{%tr endfor %}", "", ""],
        ),
        strict=True,
    ):
        for cell, words in zip(row.cells, tags, strict=True):
            cell.text = words
    finish_table(table)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.kind == 'picture' %}")
    document.add_paragraph("{{ block.picture }}")
    document.add_paragraph("Figure 1. {{ block.caption }}", "Caption")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _context(report: Report, page: DocxTemplate) -> dict[str, object]:
    return {
        "label": report.label,
        "title": report.title,
        "byline": report.byline,
        "date": report.date,
        "place": report.place,
        "introduction": _rich(report.introduction),
        "sections": [
            {
                "heading": section.heading,
                "blocks": [part for block in section.blocks for part in _parts(block, page)],
            }
            for section in report.sections
        ],
    }


def _parts(block: Block, page: DocxTemplate) -> list[dict[str, object]]:
    match block:
        case Text():
            text = f"{block.text} [{block.note}]" if block.note else block.text
            return [{"kind": "text", "text": _rich(f"{text} Table 1." if block.refers else text)}]
        case Steps():
            return [{"kind": "item", "text": item} for item in block.items]
        case Grid():
            head, *rows = block.rows
            return [{"kind": "table", "head": head, "rows": rows, "caption": block.caption}]
        case Shown():
            picture = InlineImage(page, io.BytesIO(block.png), Pt(MEASURE))
            return [{"kind": "picture", "picture": picture, "caption": block.caption}]


def _rich(text: str) -> RichText:
    rich = RichText()
    for piece, emphasis in emphasised(text):
        rich.add(piece, italic=emphasis)
    return rich
