"""The lines that Typst sets with its optimized breaking, read back from its PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.lines.measuring import SetLine, space_of
from docgen.style.fonts import Face

SIZE = 10.0

HEAD = """#set page(width: {measure}pt, height: auto, margin: 0pt)
#set text(font: "{family}", size: {size}pt, lang: "en", region: "US", hyphenate: true, ligatures: false)
#set par(justify: true, linebreaks: "optimized")
#set smartquote(enabled: false)
"""

_SIGNS = re.compile(r"([^\w\s])")


def set_by_typst(paragraphs: Sequence[str], measure: float, face: Face, family: str) -> list[list[SetLine]]:
    """Every paragraph on a page of its own."""
    import pymupdf
    import typst

    source = HEAD.format(measure=measure, family=family, size=SIZE)
    source += "\n#pagebreak()\n".join(_SIGNS.sub(r"\\\1", paragraph) for paragraph in paragraphs)
    made = typst.compile(source.encode(), font_paths=[str(Path(face.path).parent)], ignore_system_fonts=True)
    with pymupdf.open(stream=made, filetype="pdf") as document:
        return [_lines(page.get_text("words"), face) for page in document]


def _lines(words: Sequence[tuple[float, float, float, float, str, int, int, int]], face: Face) -> list[SetLine]:
    rows: dict[int, list[tuple[float, float, str]]] = {}
    for left, _, right, bottom, text, *_ in words:
        rows.setdefault(round(bottom), []).append((left, right, text.replace("\u00ad", "-")))
    lines = []
    for _, row in sorted(rows.items()):
        row.sort()
        text = " ".join(text for *_, text in row)
        lines.append(SetLine(text, space_of(face, SIZE, text, row[-1][1] - row[0][0])))
    return lines
