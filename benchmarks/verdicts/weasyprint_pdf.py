"""The report by WeasyPrint, from HTML as its documentation would have it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from benchmarks.word.report import ROOT, Block, Grid, Report, Shown, Steps, Text, emphasised

FONTS = ROOT / "styles" / "classic" / "fonts"
FACES = {"Regular": "", "Bold": "font-weight: bold;", "Italic": "font-style: italic;"}
LOOK = """\
@page { size: letter; margin: 72pt; @bottom-center { content: counter(page) } }
body { font: 10pt/11.5pt Tinos; margin: 0 }
p { text-align: justify; hyphens: auto; margin: 0 0 11.5pt }
header p, h1 { text-align: center }
h1 { font-size: 18pt; line-height: 22pt } h2 { font-size: 10pt }
nav a::after { content: " " target-counter(attr(href), page) }
article { columns: 2; column-gap: 25pt }
.note { float: footnote } img { max-width: 100%; image-rendering: crisp-edges }
table { width: 100% } caption { font-style: italic }
"""


def weasyprint_pdf(report: Report, variant: str | None = None) -> bytes:
    """The file; `variant` as WeasyPrint calls it, such as `pdf/ua-1`."""
    import weasyprint

    faces = "".join(
        f"@font-face {{ font-family: Tinos; {look} src: url({(FONTS / f'Tinos-{face}.ttf').as_uri()}) }}\n"
        for face, look in FACES.items()
    )
    style = weasyprint.CSS(string=faces + LOOK)
    made = weasyprint.HTML(string=_page(report)).write_pdf(stylesheets=[style], pdf_variant=variant)
    assert made is not None
    return made


def _page(report: Report) -> str:
    entries = "".join(
        f'<li><a href="#s{number}">{escape(section.heading)}</a></li>' for number, section in enumerate(report.sections)
    )
    sections = "".join(
        f'<section><h2 id="s{number}">{escape(section.heading)}</h2>{"".join(map(_block, section.blocks))}</section>'
        for number, section in enumerate(report.sections)
    )
    return (
        f'<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>{escape(report.title)}</title>'
        f'<meta name="author" content="{escape(report.byline)}"></head><body><header><p>{escape(report.label)}</p>'
        f"<h1>{escape(report.title)}</h1><p><em>{escape(report.byline)}</em></p></header>"
        f"<p><strong>Date:</strong> {escape(report.date)}</p><p><strong>Location:</strong> {escape(report.place)}</p>"
        f"<p>{_said(report.introduction)}</p><nav><ul>{entries}</ul></nav><article>{sections}</article></body></html>"
    )


def _block(block: Block) -> str:
    match block:
        case Text():
            note = f'<span class="note">{escape(block.note)}</span>' if block.note else ""
            refers = ' <a href="#sessions">Table 1</a>.' if block.refers else ""
            return f"<p>{_said(block.text)}{note}{refers}</p>"
        case Steps():
            return f"<ol>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ol>"
        case Grid():
            return "".join(_table(block))
        case Shown():
            source = f"data:image/png;base64,{b64encode(block.png).decode('ascii')}"
            image = f'<img src="{source}" alt="{escape(block.alternative)}">'
            return f"<figure>{image}<figcaption>{escape(block.caption)}</figcaption></figure>"


def _table(block: Grid) -> Iterator[str]:
    head, *rows = block.rows
    yield f'<table id="sessions"><caption>Table 1. {escape(block.caption)}</caption><thead><tr>'
    yield from (f'<th scope="col">{escape(cell)}</th>' for cell in head)
    yield "</tr></thead><tbody>"
    yield from (f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    yield "</tbody></table>"


def _said(text: str) -> str:
    return "".join(f"<em>{escape(piece)}</em>" if emphasis else escape(piece) for piece, emphasis in emphasised(text))
