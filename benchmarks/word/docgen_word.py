"""The report by docgen, from its YAML."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from fontTools.ttLib import TTFont

from benchmarks.word.report import ROOT, Block, Grid, Report, Shown, Steps, Text
from docgen.job import Job
from docgen.layout import lay_out
from docgen.pipeline import prepare
from docgen.world import DiskWorld, report_moment
from docgen.writers import writer
from docgen.writers.writer import Edition

PICTURE = "river.png"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def maker(report: Report, style: str = "classic") -> Callable[[], bytes]:
    """Writes the document; style, pictures and pages are there before, as the others' templates are."""
    made = edition(report, style)
    docx = writer("docx")
    docx.write(made)
    return lambda: docx.write(made)


def in_a_face_of_its_own(report: Report) -> bytes:
    """The file in a style whose family no other machine has, so that it must come along."""
    return maker(report, "house")()


def edition(report: Report, style: str) -> Edition:
    with tempfile.TemporaryDirectory(prefix="docgen-bench-") as folder:
        content = Path(folder)
        (content / PICTURE).write_bytes(next(b.png for s in report.sections for b in s.blocks if isinstance(b, Shown)))
        (content / "report.yaml").write_text(_source(report), "utf-8")
        _write_house(content / "styles" / "house")
        prepared = prepare(DiskWorld(), Job(str(content / "report.yaml"), style=style))
    document, look, pictures = prepared.document, prepared.style, prepared.pictures
    if document is None or look is None or pictures is None:
        raise RuntimeError(prepared.findings)
    pages = lay_out(document, look, pictures)
    return Edition(document, look, pictures, report_moment(None, document.properties.date), pages)


def _source(report: Report) -> str:
    sections: list[dict[str, Any]] = [
        {"heading": section.heading, "body": [*_blocks(section.blocks)]} for section in report.sections
    ]
    sections[0]["body"].insert(0, {"contents": {}})
    source = {
        "docgen": 1,
        "label": report.label,
        "title": report.title,
        "byline": report.byline,
        "hosts": [{"mission": "Japan"}],
        "date": report.date,
        "venue": report.place,
        "introduction": report.introduction,
        "sections": sections,
    }
    return yaml.dump(source, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Any]:
    """Pictures are entries of their own, what stands between them is Markdown."""
    written: list[str] = []
    for block in blocks:
        match block:
            case Text():
                reference = " [](#sessions)." if block.refers else ""
                written.append(f"{block.text}[^1]\n\n[^1]: {block.note}" if block.note else block.text + reference)
            case Steps():
                written.append("\n".join(f"{number}. {item}" for number, item in enumerate(block.items, 1)))
            case Grid():
                rows = [f"| {' | '.join(row)} |" for row in block.rows]
                rows.insert(1, "|---" * len(block.rows[0]) + "|")
                written.append("\n".join((f'{{#sessions caption="{block.caption}"}}', *rows)))
            case Shown():
                yield "\n\n".join(written)
                written.clear()
                yield {"figure": {"picture": PICTURE, "alt": block.alternative, "caption": block.caption}}
    if written:
        yield "\n\n".join(written)


def _write_house(folder: Path) -> None:
    """A style like `classic`, its fonts under a name of its own."""
    (folder / "fonts").mkdir(parents=True)
    for face in FACES:
        font = TTFont(ROOT / "styles" / "classic" / "fonts" / f"Tinos-{face}.ttf")
        for record in font["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = str(record).replace("Tinos", "House")
        data = io.BytesIO()
        font.save(data)
        (folder / "fonts" / f"{face}.ttf").write_bytes(data.getvalue())
    files = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
    family = {"name": "House", **{key: f"fonts/{face}.ttf" for key, face in files.items()}}
    sheet = {"docgen-style": 1, "name": "house", "extends": "classic", "family": family}
    (folder / "style.yaml").write_text(yaml.safe_dump(sheet), "utf-8")


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines line by line, as staff would."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
