"""The report by Typst: tagged by itself, and held to standards where it is asked to."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.word.report import ROOT, Block, Grid, Report, Shown, Steps, Text, emphasised

FONTS = ROOT / "styles" / "classic" / "fonts"

TEMPLATE = """\
#let report = json("report.json")
#set document(title: report.title, author: report.byline, date: datetime(year: 2013, month: 1, day: 18))
#set page(paper: "us-letter", margin: 72pt, numbering: "1")
#set text(font: "Tinos", size: 10pt, lang: "en", region: "US", hyphenate: true)
#set par(justify: true)
#show link: underline
#let said(pieces) = for piece in pieces { if piece.emphasis { emph(piece.text) } else { piece.text } }
#align(center, text(size: 11pt, report.label))
#align(center, title())
#align(center, emph(report.byline))
*Date:* #report.date

*Location:* #report.place

#said(report.introduction)

#outline()
#columns(2, gutter: 25pt)[
  #for section in report.sections {
    heading(level: 1, section.heading)
    for block in section.blocks {
      if block.kind == "text" {
        par[#said(block.pieces)#if block.note != "" { footnote(block.note) }#if block.refers [ @sessions.]]
      } else if block.kind == "steps" {
        enum(..block.items)
      } else if block.kind == "grid" [
        #figure(
          table(columns: block.rows.at(0).len(), table.header(..block.rows.at(0)), ..block.rows.slice(1).flatten()),
          caption: block.caption,
        ) <sessions>
      ] else {
        figure(image(block.picture, alt: block.alternative, width: 100%), caption: block.caption)
      }
    }
  }
]
"""


def typst_pdf(report: Report, *standards: str) -> bytes:
    """The file; `standards` as Typst calls them, such as `ua-1`."""
    import typst

    with tempfile.TemporaryDirectory(prefix="docgen-bench-") as folder:
        root = Path(folder)
        (root / "report.json").write_text(json.dumps(_data(report, root)), "utf-8")
        (root / "report.typ").write_text(TEMPLATE, "utf-8")
        fonts: dict[str, Any] = {"font_paths": [str(FONTS)], "ignore_system_fonts": True}
        return typst.compile(str(root / "report.typ"), root=folder, pdf_standards=list(standards), **fonts)


def _data(report: Report, folder: Path) -> dict[str, Any]:
    """The report as its template reads it; pictures are put into the folder."""
    said = {key: getattr(report, key) for key in ("label", "title", "byline", "date", "place")}
    sections = [
        {"heading": section.heading, "blocks": [_block(block, folder) for block in section.blocks]}
        for section in report.sections
    ]
    return {**said, "introduction": _pieces(report.introduction), "sections": sections}


def _block(block: Block, folder: Path) -> dict[str, Any]:
    match block:
        case Text():
            return {"kind": "text", "pieces": _pieces(block.text), "note": block.note, "refers": block.refers}
        case Steps():
            return {"kind": "steps", "items": block.items}
        case Grid():
            return {"kind": "grid", "rows": block.rows, "caption": block.caption}
        case Shown():
            (folder / "river.png").write_bytes(block.png)
            told = {"alternative": block.alternative, "caption": block.caption}
            return {"kind": "picture", "picture": "river.png", **told}


def _pieces(text: str) -> list[dict[str, Any]]:
    return [{"text": piece, "emphasis": emphasis} for piece, emphasis in emphasised(text)]
