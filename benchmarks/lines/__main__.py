"""Sets the same paragraphs by several systems and compares what became of their spaces.

    python -m benchmarks.lines

Prints tables and puts them into `results.md`, beside this file. The same font (Tinos, 10 pt, kerned, no ligatures) and
the same measures for all. One half of the paragraphs, by their hashes, is set aside: docgen's prices were first tuned
on the other (the README beside this file says how far). Needs `typst` and `pymupdf` from PyPI, and of Debian
debian-handbook, texlive-luatex, texlive-latex-recommended and texlive-lang-english.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

from benchmarks.lines.docgen_lines import SIZE, set_by_docgen, set_greedily
from benchmarks.lines.luatex_lines import LuaTexMissing, set_by_luatex
from benchmarks.lines.measuring import Measured, SetLine, measured
from benchmarks.lines.paragraphs import HandbookMissing, paragraphs, set_aside
from benchmarks.lines.typst_lines import set_by_typst
from docgen.findings import Span
from docgen.layout.shapes import BreakSettings
from docgen.style.loading import load_style
from docgen.world import DiskWorld

MEASURES = (240.0, 221.8)
RESULTS = Path(__file__).with_name("results.md")

HEAD = """| {title} | mean space | widest | narrowest | hyphens | pairs | rivers | lines |
|---|--:|--:|--:|--:|--:|--:|--:|"""


def main() -> int:
    """Print and keep a table for each half and measure."""
    loaded = load_style(DiskWorld(), "classic", "content", Span("bench", 0, 0))
    style = loaded.style
    if style is None:
        raise RuntimeError(loaded.findings)
    face, family = style.family.regular, style.family.name
    systems: dict[str, Callable[[Sequence[str], float], list[list[SetLine]]]] = {
        "docgen, letters unscaled": lambda texts, pt: set_by_docgen(texts, pt, style, BreakSettings(scaling=0.0)),
        "docgen, letters scaled ±2 %": lambda texts, pt: set_by_docgen(texts, pt, style, BreakSettings(scaling=0.02)),
        "docgen, scaled, hanging punctuation": lambda texts, pt: set_by_docgen(
            texts, pt, style, BreakSettings(scaling=0.02, protrusion=True)
        ),
        "greedy": lambda texts, pt: set_greedily(texts, pt, style),
        "Typst, optimized": lambda texts, pt: set_by_typst(texts, pt, face, family),
        "LuaLaTeX": lambda texts, pt: set_by_luatex(texts, pt, face, microtype=False),
        "LuaLaTeX + microtype": lambda texts, pt: set_by_luatex(texts, pt, face, microtype=True),
    }
    try:
        texts = paragraphs(face)
        tables = [f"{len(texts)} paragraphs, {sum(map(set_aside, texts))} of them set aside. {_versions()}"]
        for measure in MEASURES:
            made = {name: set_all(texts, measure) for name, set_all in systems.items()}
            for title, aside in (("tuned on", False), ("set aside", True)):
                chosen = [at for at, text in enumerate(texts) if set_aside(text) is aside]
                rows = [
                    _row(
                        name, measured([texts[at] for at in chosen], [lines[at] for at in chosen], face, SIZE, measure)
                    )
                    for name, lines in made.items()
                ]
                tables.append("\n".join([HEAD.format(title=f"{measure:g} pt, {title}"), *rows]))
    except (HandbookMissing, LuaTexMissing, ImportError) as missing:
        print(missing, file=sys.stderr)
        return 1
    written = "\n\n".join(tables) + "\n"
    print(written, end="")
    RESULTS.write_text(written, encoding="utf-8")
    return 0


def _versions() -> str:
    """Whose lines they are."""
    luatex = subprocess.run(["lualatex", "--version"], capture_output=True, text=True, check=True).stdout
    return f"Typst {metadata.version('typst')}; {luatex.splitlines()[0]}."


def _row(name: str, figures: Measured) -> str:
    return (
        f"| {name} | {figures.mean:.3f} | {figures.widest:.2f} | {figures.narrowest:.2f} "
        f"| {figures.hyphens} | {figures.pairs} | {figures.rivers} | {figures.lines} |"
    )


if __name__ == "__main__":
    sys.exit(main())
