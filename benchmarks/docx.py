"""What writing one Word file costs, beside the same words put into python-docx the plain way.

    python -m benchmarks.docx

Both have the report read and composed, and end with the bytes of a file. The plain way is what a script would do:
paragraphs with their sizes and spaces set one by one on python-docx's own template, two columns, a footer with the
page's number; no styles, notes, links, contents or languages, and bytes that differ from one second to the next.
docgen's template is in the cache, as it is from the second report of a style on. Each of `ROUNDS` rounds writes every
report both ways, in turns; a round's ratio is docgen's time over the plain way's. Exits with 1 where the median ratio
is over `RATIO`, or a file without its pictures is larger than `KILOBYTES`.
"""

from __future__ import annotations

import gc
import io
import platform
import sys
import time
import zipfile
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from docx import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from docgen.cache import Cache, DiskCache
from docgen.document.kernel import Document, Heading, Paragraph
from docgen.document.runs import TextRun
from docgen.document.tree import walk
from docgen.job import Job
from docgen.pipeline import prepare
from docgen.style.roles import Role
from docgen.world import DiskWorld, report_moment
from docgen.writers.docx import writer
from docgen.writers.writer import Edition

ROOT = Path(__file__).resolve().parent.parent
REPORTS = tuple(sorted((ROOT / "content").glob("2*.yaml")))

ROUNDS = 30
WARMING = 3
RATIO = 0.3
KILOBYTES = 25

SIZES = {Role.TITLE: 18.0, Role.LABEL: 11.0, Role.BYLINE: 11.0}


def main() -> int:
    """Measure both ways, print a table, and tell whether docgen keeps its limits."""
    with TemporaryDirectory() as folder:
        return compared([edition(path, DiskCache(folder)) for path in REPORTS])


def compared(editions: list[Edition]) -> int:
    """Both ways of writing these reports, as a table; 1 where docgen is over a limit."""
    for _ in range(WARMING):
        for one in editions:
            writer.write(one)
            write_plainly(one.document)
    rounds = [measured(editions) for _ in range(ROUNDS)]
    ratios = [own / plain for own, plain in rounds]
    low, _, high = quantiles(ratios, n=4)
    count = len(editions)
    versions = f"python-docx {metadata.version('python-docx')}, docgen-reports {metadata.version('docgen-reports')}"
    print(f"{ROUNDS} rounds of {count} reports; Python {platform.python_version()}, {versions}\n")
    print("| one report | ms | of plain python-docx | quarter of rounds below | above |")
    print("|---|--:|--:|--:|--:|")
    own, plain = (median(times) / count * 1000 for times in zip(*rounds, strict=True))
    print(f"| docgen, template cached | {own:.1f} | {median(ratios):.2f} | {low:.2f} | {high:.2f} |")
    print(f"| plain python-docx | {plain:.1f} | 1.00 | 1.00 | 1.00 |\n")
    print("| file without its pictures | docgen, KB | plain python-docx, KB |")
    print("|---|--:|--:|")
    sizes = {}
    for path, one in zip(REPORTS, editions, strict=True):
        sizes[path] = size_without_pictures(writer.write(one)) / 1000
        print(f"| {path.stem} | {sizes[path]:.1f} | {len(write_plainly(one.document)) / 1000:.1f} |")
    return int(median(ratios) > RATIO or max(sizes.values()) > KILOBYTES)


def edition(path: Path, cache: Cache) -> Edition:
    """A report, ready for a writer."""
    world = DiskWorld()
    ready = prepare(world, Job(str(path)))
    assert ready.document
    assert ready.style
    assert ready.pictures is not None
    moment = report_moment(None, ready.document.properties.date)
    return Edition(ready.document, ready.style, ready.pictures, moment, None, cache)


def measured(editions: list[Edition]) -> tuple[float, float]:
    """The seconds that docgen takes to write every report, and those of the plain way."""
    gc.collect()
    started = time.perf_counter()
    for one in editions:
        writer.write(one)
    between = time.perf_counter()
    for one in editions:
        write_plainly(one.document)
    return between - started, time.perf_counter() - between


def size_without_pictures(data: bytes) -> int:
    """How large a file is without the pictures in it: each takes its bytes and two headers of some 100 bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pictures = [entry for entry in archive.infolist() if entry.filename.startswith("word/media/")]
    return len(data) - sum(entry.compress_size + 76 + 2 * len(entry.filename) for entry in pictures)


def write_plainly(document: Document) -> bytes:
    """The words of a report in a Word file, as a script writes them that has python-docx and no time."""
    word = WordDocument()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(10)
    section = word.sections[0]
    section.page_width, section.page_height = Pt(612), Pt(792)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(72)
    _add_page_number(section.footer.paragraphs[0])
    columns = False
    for part in walk(document):
        if isinstance(part, Heading):
            if not columns:
                _set_columns(word.add_section(WD_SECTION.CONTINUOUS))
            columns = True
            _add(word, part, 10, bold=True, before=23, after=11.5, keep=True)
        elif isinstance(part, Paragraph):
            headed = part.role in SIZES
            align = WD_ALIGN_PARAGRAPH.CENTER if headed else WD_ALIGN_PARAGRAPH.JUSTIFY
            size = SIZES.get(Role(part.role), 10.0)
            _add(word, part, size, bold=part.role == Role.TITLE, after=11.5, align=align)
    word.core_properties.title = document.properties.title
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def _add(
    word: Any,
    part: Heading | Paragraph,
    size: float,
    *,
    bold: bool = False,
    before: float = 0.0,
    after: float = 0.0,
    keep: bool = False,
    align: Any = None,
) -> None:
    paragraph = word.add_paragraph()
    for run in part.runs:
        if isinstance(run, TextRun):
            added = paragraph.add_run(run.text.value)
            added.font.size = Pt(size)
            added.bold = bold or run.strong or None
            added.italic = run.emphasis or None
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.keep_with_next = keep or None
    if align is not None:
        layout.alignment = align


def _set_columns(section: Any) -> None:
    (columns,) = section._sectPr.xpath("./w:cols")
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "500")


def _add_page_number(paragraph: Any) -> None:
    run = paragraph.add_run()
    for kind, instruction in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = instruction
        run._r.append(element)


if __name__ == "__main__":
    sys.exit(main())
