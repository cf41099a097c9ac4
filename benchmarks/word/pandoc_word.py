"""The report by pandoc, from Markdown and a reference file that brings the look."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pypandoc
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE

from benchmarks.word.look import set_columns, set_look
from benchmarks.word.report import Block, Grid, Report, Shown, Steps, Text

_COLUMNS = """```{=openxml}
<w:p><w:pPr><w:sectPr><w:pgSz w:w="12240" w:h="15840"/>
<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>
<w:cols w:space="500"/></w:sectPr></w:pPr></w:p>
```"""
_CONTENTS = """```{=openxml}
<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve">
 TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:t>Update this field to see the contents.</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
```"""


def maker(report: Report) -> Callable[[], bytes]:
    """Calls pandoc, the Markdown and the reference file there before."""
    folder = Path(tempfile.mkdtemp(prefix="docgen-pandoc-"))
    (folder / "reference.docx").write_bytes(_reference())
    (folder / "river.png").write_bytes(next(b.png for s in report.sections for b in s.blocks if isinstance(b, Shown)))
    source = "\n\n".join(_markdown(report)).encode()
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "docx", "--reference-doc=reference.docx", "-o", "-"]

    def written() -> bytes:
        return subprocess.run(command, cwd=folder, input=source, capture_output=True, check=True).stdout

    return written


def _reference() -> bytes:
    """pandoc's own reference file, with the look of the report and two columns at the end."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    document = docx.Document(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    document.styles.add_style("List Number", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    set_look(document)
    (section,) = document.sections
    section.start_type = WD_SECTION.CONTINUOUS
    set_columns(section)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _markdown(report: Report) -> Iterator[str]:
    yield f'---\ntitle: "{report.title}"\nsubtitle: "{report.label}"\nlang: en-US\n---'
    yield f"*{report.byline}*"
    yield f"**Date:** {report.date}"
    yield f"**Location:** {report.place}"
    yield report.introduction
    yield "Contents"
    yield _CONTENTS
    yield _COLUMNS
    for section in report.sections:
        yield f"# {section.heading}"
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text():
            text = re.sub(r"([\[\]@#$])", r"\\\1", block.text)
            yield f"{text}[^1]" if block.note else f"{text} [Table 1](#sessions)." if block.refers else text
            if block.note:
                yield f"[^1]: {block.note}"
        case Steps():
            yield "\n".join(f"{number}. {item}" for number, item in enumerate(block.items, 1))
        case Grid():
            rows = [f"| {' | '.join(row)} |" for row in block.rows]
            rows.insert(1, "|---" * len(block.rows[0]) + "|")
            yield "\n".join(rows)
            yield f": Table 1. {block.caption} {{#sessions}}"
        case Shown():
            yield f'![Figure 1. {block.caption}](river.png){{width=221.5pt alt="{block.alternative}"}}'
