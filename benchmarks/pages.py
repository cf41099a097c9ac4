"""What pages cost: seconds and memory of laying out documents of 10, 100 and 1,000 pages, each in a process of its own.

    python -m benchmarks.pages

The documents are prose of the originals' words in classic's two columns, with headings, notes, lists, tables, and
figures of both widths. Layout must stay linear: from 10 to 1,000 pages the time may grow with the power `EXPONENT` of
the number of pages, at the most, and 1,000 pages may take `MEGABYTES`, the document and Python itself included. The
time is that of the processor, and begins when document, style and dictionaries are there. Exits with 1 where a limit
is passed.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import count, islice
from math import log
from pathlib import Path
from random import Random

from docgen.document.kernel import (
    Alignment,
    Cell,
    Document,
    Drawing,
    Figure,
    Furniture,
    Heading,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Table,
    Width,
)
from docgen.document.properties import Properties
from docgen.document.runs import NoteRef, Run, TextRun
from docgen.findings import Span
from docgen.layout import lay_out
from docgen.reading.text import Text
from docgen.style.loading import load_style
from docgen.style.roles import Role
from docgen.world import DiskWorld

ROOT = Path(__file__).resolve().parent.parent

SIZES = (10, 100, 1000)
EXPONENT = 1.05
MEGABYTES = 120
NODES_PER_PAGE = 8.6
RUNS = 3

SPAN = Span("bench", 0, 0)


class Prose:
    """Endless prose, the same in every process, and the notes that it refers to."""

    def __init__(self) -> None:
        text = (ROOT / "content" / "2013-turtle-bay-roundtable.yaml").read_text("utf-8").partition("sections:")[2]
        self._words = re.findall(r"[\w.,;’'“”()-]+", text)
        self._random = Random(1)  # noqa: S311  the same prose every time
        self.notes: list[Note] = []

    def runs(self, least: int, most: int) -> tuple[Run, ...]:
        words = self._random.choices(self._words, k=self._random.randint(least, most))
        return (TextRun(Text.generated(" ".join(words), SPAN)),)

    def called(self) -> NoteRef:
        number = len(self.notes) + 1
        child = Paragraph(runs=self.runs(8, 40), span=SPAN, role=Role.NOTE, id=f"n{number}.p1")
        self.notes.append(Note(children=(child,), span=SPAN, mark=str(number), id=f"n{number}"))
        return NoteRef(f"n{number}", SPAN, str(number))

    def nodes(self) -> Iterator[Node]:
        for number in count(1):
            name = f"p{number}"
            if number % 6 == 1:
                yield Heading(level=1, runs=self.runs(3, 8), span=SPAN, id=f"{name}.h")
            called = (self.called(),) if number % 5 == 0 else ()
            yield Paragraph(runs=(*self.runs(50, 140), *called), span=SPAN, id=name)
            if number % 9 == 0:
                yield self._figure(name, Width.PAGE if number % 27 == 0 else Width.COLUMN)
            if number % 11 == 0:
                yield self._list(name)
            if number % 17 == 0:
                yield self._table(name)

    def _figure(self, name: str, width: Width) -> Figure:
        size = (460.0, 200.0) if width is Width.PAGE else (220.0, 120.0)
        drawing = Drawing(shapes=(), size=size, span=SPAN)
        return Figure(
            picture=drawing,
            alternative=None,
            decorative=True,
            span=SPAN,
            caption=self.runs(4, 16),
            width=width,
            id=name,
        )

    def _list(self, name: str) -> List:
        items = [Paragraph(runs=self.runs(4, 20), span=SPAN, role=Role.LIST) for _ in range(4)]
        return List(items=tuple(Item(children=(item,), span=SPAN) for item in items), span=SPAN, id=f"{name}.l")

    def _table(self, name: str) -> Table:
        rows = [tuple(self._cell(at == 0) for _ in range(3)) for at in range(8)]
        return Table(rows=tuple(rows), alignments=(Alignment.DEFAULT,) * 3, span=SPAN, id=f"{name}.t")

    def _cell(self, header: bool) -> Cell:
        return Cell(children=(Paragraph(runs=self.runs(1, 3), span=SPAN, role=Role.TABLE),), span=SPAN, header=header)


def document_of(pages: int) -> Document:
    """A document of about so many pages."""
    prose = Prose()
    nodes = tuple(islice(prose.nodes(), round(pages * NODES_PER_PAGE)))
    properties = Properties(title="", authors=(), subject="", date=date(2013, 1, 18))
    return Document(
        children=nodes,
        notes=tuple(prose.notes),
        first_page=Furniture(),
        other_pages=Furniture(),
        properties=properties,
        span=SPAN,
        language="en",
    )


def child(asked: int) -> None:
    """Lay out once, and say how many pages, seconds, and megabytes of memory at the most that were."""
    document = document_of(asked)
    style = load_style(DiskWorld(), "classic", str(ROOT / "content"), SPAN).style
    assert style is not None
    lay_out(document_of(1), style, {})
    start = time.process_time()
    pages = lay_out(document, style, {})
    seconds = time.process_time() - start
    print(len(pages.pages), seconds, _peak())


def _peak() -> float:
    """The most memory that this process had, in MB; `getrusage` would count what its parent held when it began."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1e3
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def measure(asked: int) -> tuple[int, float, float]:
    """Pages, the least seconds and the most megabytes of some runs."""
    command = [sys.executable, "-m", "benchmarks.pages", str(asked)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(RUNS)]
    return int(runs[0][0]), min(float(run[1]) for run in runs), max(float(run[2]) for run in runs)


def main() -> int:
    """Measure all sizes, print a line each, and say whether growth and memory kept within the limits."""
    print(f"{'pages':>6}{'s':>9}{'ms a page':>11}{'MB':>7}")
    measured = []
    for asked in SIZES:
        pages, seconds, peak = measure(asked)
        measured.append((pages, seconds, peak))
        print(f"{pages:6}{seconds:9.3f}{1000 * seconds / pages:11.2f}{peak:7.0f}", flush=True)
    (least, quick, _), (most, slow, peak) = measured[0], measured[-1]
    exponent = log(slow / quick) / log(most / least)
    print(f"exponent {exponent:.3f} (at most {EXPONENT}), {peak:.0f} MB (at most {MEGABYTES} at 1,000 pages)")
    return 0 if exponent <= EXPONENT and peak * 1000 / max(1000, most) <= MEGABYTES else 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(int(sys.argv[1]))
    else:
        sys.exit(main())
