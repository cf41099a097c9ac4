"""What one report costs, stage by stage, beside Typst's whole way from the same text to a PDF.

    python -m benchmarks.stages

Everything is warm: modules, fonts, the dictionary of hyphenation. Each of `ROUNDS` rounds sets the report once by
docgen and once by Typst, in turns, so that what else the machine does meets both; a round's ratio is docgen's time
over Typst's of the same round. Lines are broken twice: with every word's widths and hyphens to be looked up anew, and
with the words known. Stages are told apart by clocks around a few of docgen's functions; what one calls of another is
counted there alone. Needs `typst` from PyPI, as `make bench` installs it. Prints a table; there are no limits here.
"""

from __future__ import annotations

import gc
import os
import platform
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from docgen import pipeline
from docgen.document import tree
from docgen.document.kernel import Document, Heading, Paragraph
from docgen.job import Job
from docgen.layout import galley, items, lay_out, setting
from docgen.layout.hyphenate import divisions
from docgen.report import reading
from docgen.style.model import Style
from docgen.style.roles import Role
from docgen.world import DiskWorld, report_moment
from docgen.writers import writer
from docgen.writers.writer import Edition

ROOT = Path(__file__).resolve().parent.parent

REPORT = ROOT / "content" / "2013-turtle-bay-roundtable.yaml"
ROUNDS = 30
WARMING = 3

P = ParamSpec("P")
R = TypeVar("R")

SIGNS = re.compile(r"([^\w\s])")

STAGES = (
    "parse (YAML to nodes, both files)",
    "bind (nodes to a report, Markdown)",
    "style",
    "compose",
    "pictures",
    "the rest of preparing (glyphs that fonts lack, type size)",
    "break into lines, words known",
    "paginate",
    "write PDF",
    "write DOCX",
)
PARSE, BIND, STYLE, COMPOSE, PICTURES, REST, BREAK, PAGINATE, PDF, DOCX = STAGES
COLD = "break into lines, words new"


class Clock:
    """Milliseconds spent in each stage, those it spends in another one not counted."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def timed(self, stage: str, call: Callable[P, R]) -> Callable[P, R]:
        """`call`, its time counted for `stage`."""

        def measured(*args: P.args, **kwargs: P.kwargs) -> R:
            self._turn()
            self._running.append(stage)
            try:
                return call(*args, **kwargs)
            finally:
                self._turn()
                self._running.pop()

        return measured

    def _turn(self) -> None:
        now = time.perf_counter()
        if self._running:
            self.spent[self._running[-1]] += 1000 * (now - self._since)
        self._since = now


def forget_words() -> None:
    """As if no word had been set before; the dictionary itself stays."""
    divisions.cache_clear()
    items.vocabulary.cache_clear()


def set_by_docgen() -> dict[str, float]:
    """Milliseconds of each stage."""
    clock = Clock()
    world = DiskWorld()
    with ExitStack() as hooks:
        for module, name, stage in (
            (pipeline, "read_report", BIND),
            (reading, "parse", PARSE),
            (pipeline, "load_style", STYLE),
            (pipeline, "compose", COMPOSE),
            (pipeline, "read_pictures", PICTURES),
            (setting, "set_paragraph", BREAK),
            (galley, "set_paragraph", BREAK),
        ):
            hooks.enter_context(patch.object(module, name, clock.timed(stage, getattr(module, name))))
        prepared = clock.timed(REST, pipeline.prepare)(world, Job(str(REPORT)))
        document, style, pictures = prepared.document, prepared.style, prepared.pictures
        if document is None or style is None or pictures is None:
            raise RuntimeError(prepared.findings)
        forget_words()
        lay_out(document, style, pictures)
        cold = clock.spent.pop(BREAK)
        pages = clock.timed(PAGINATE, lay_out)(document, style, pictures)
        edition = Edition(document, style, pictures, report_moment(None, document.properties.date), pages)
        for stage, name in ((PDF, "pdf"), (DOCX, "docx")):
            clock.timed(stage, writer(name).write)(edition)
    return {**clock.spent, COLD: cold}


def typst_source(document: Document, style: Style) -> str:
    """The report's text as a Typst document of the same look: masthead, two columns, justified, hyphenated."""
    page, body = style.page, style.text(Role.BODY)
    lines = [
        f"#set page(width: {page.width}pt, height: {page.height}pt, margin: {page.left}pt)",
        f'#set text(font: "{style.family.name}", size: {body.size}pt, lang: "en", region: "US", hyphenate: true)',
        '#set par(justify: true, linebreaks: "optimized", leading: 0.5em, spacing: 1.5em)',
        "#set smartquote(enabled: false)",
    ]
    running = False
    for node in tree.walk(document):
        if not isinstance(node, Paragraph | Heading) or node.role in (Role.HEADER, Role.FOOTER):
            continue
        text = SIGNS.sub(r"\\\1", tree.plain(node.runs))
        if isinstance(node, Heading) and node.role == Role.HEADING_1 and not running:
            running = True
            lines.append(f"#columns(2, gutter: {style.columns.gutter}pt)[")
        lines.append(f"#strong(upper[{text}])" if isinstance(node, Heading) else text)
    return "\n\n".join([*lines, "]"])


def typst_compiler(document: Document, style: Style) -> Callable[[], bytes]:
    """What compiles the document by Typst; it takes as long for the same text again as for another."""
    import typst

    source = typst_source(document, style).encode()
    fonts = [str(Path(style.family.regular.path).parent)]

    compile_source: Any = typst.compile
    return lambda: bytes(compile_source(source, font_paths=fonts, ignore_system_fonts=True))


def main() -> int:
    """Print what each stage takes, and how much that is of Typst's time."""
    prepared = pipeline.prepare(DiskWorld(), Job(str(REPORT)))
    if prepared.document is None or prepared.style is None:
        raise RuntimeError(prepared.findings)
    try:
        compile_by_typst = typst_compiler(prepared.document, prepared.style)
    except ImportError as missing:
        print(missing, file=sys.stderr)
        return 1
    rounds: list[dict[str, float]] = []
    for at in range(WARMING + ROUNDS):
        gc.collect()
        spent = set_by_docgen()
        gc.collect()
        begun = time.perf_counter()
        compile_by_typst()
        spent["Typst, whole"] = 1000 * (time.perf_counter() - begun)
        if at >= WARMING:
            rounds.append(spent)
    for spent in rounds:
        spent["layout, words known"] = spent[BREAK] + spent[PAGINATE]
        spent["layout, words new"] = spent[COLD] + spent[PAGINATE]
        spent["all of it, to PDF"] = sum(spent[stage] for stage in STAGES if stage != DOCX)
        spent["all of it, to PDF and DOCX"] = sum(spent[stage] for stage in STAGES)
    print(f"{ROUNDS} rounds, {os.cpu_count()} cores; {versions()}\n")
    print("| stage | ms | of Typst's time | quarter of rounds below | above |\n|---|--:|--:|--:|--:|")
    for stage in (*STAGES[:7], COLD, *STAGES[7:], *list(rounds[0])[-4:], "Typst, whole"):
        low, middle, high = quantiles([spent[stage] / spent["Typst, whole"] for spent in rounds], n=4)
        print(f"| {stage} | {median(spent[stage] for spent in rounds):.1f} | {middle:.2f} | {low:.2f} | {high:.2f} |")
    return 0


def versions() -> str:
    """What was measured, and by what."""
    packages = ("docgen-reports", "typst", "reportlab", "python-docx", "pyphen")
    return ", ".join(
        [f"Python {platform.python_version()}", *(f"{name} {metadata.version(name)}" for name in packages)]
    )


if __name__ == "__main__":
    sys.exit(main())
