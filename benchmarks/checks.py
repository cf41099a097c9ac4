"""What checking a report costs, beside Typst's whole way from the same text to a PDF.

    python -m benchmarks.checks [REPORT]

Whole processes, from nothing to the shell's prompt, are held against a process of Python that sets the report by Typst:
the check with nothing kept from earlier runs; with another report checked before, so that what belongs to docgen and to
the style may be kept, and nothing of the report or its folder; with a line of the report changed since the last check;
and with nothing changed. The report is alone in its folder with what it needs; once more all are read with nothing kept
where the folder's other reports are there too, which have to be read as well. Docgen lies there as pip installs it, and
all find their modules compiled.

Calls in one process, its modules, word lists and dictionaries loaded, are held against Typst's call in it: the report
read and checked anew, its folder too, with nothing recalled; and again, with nothing changed.

Every round takes each once, in turns, with a cache of its own. A round's ratio is docgen's time over Typst's of the
same round; limits hold for the medians. Needs `typst` from PyPI, as `make bench-checks` installs it. Prints a table;
exits with 1 beyond a limit.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from benchmarks.stages import REPORT, ROOT, typst_compiler, typst_source, versions
from docgen import pipeline
from docgen.batch import checked
from docgen.job import Exit, Job
from docgen.pipeline import Prepared
from docgen.report.files import is_report
from docgen.world import DiskWorld

ROUNDS = 30
PROCESSES = 10
WARMING = 3

OTHER = ROOT / "docgen" / "report" / "starter.yaml"
"""A report that has nothing to do with the one that is checked."""

BESIDE_OTHERS = "process, nothing kept, the folder's other report beside"
NOTHING_KEPT, OTHERS_CHECKED = "process, nothing kept", "process, another report checked before"
LINE_CHANGED, NOTHING_CHANGED = "process, a line changed", "process, nothing changed"
TYPST_PROCESS = "process, Python with Typst"
ANEW, RECALLED, TYPST_CALL = "call, read and checked anew", "call, nothing changed", "call, Typst"

MOST_PROCESS, MOST_CALL = 4.0, 0.6
"""How much of Typst's time may be spent."""

COMPILE = "import sys, typst; typst.compile(sys.argv[1], font_paths=[sys.argv[2]], ignore_system_fonts=True)"


def main(report: Path = REPORT) -> int:
    """Print what checking takes, and how much that is of Typst's time."""
    try:
        processes, calls = list(as_processes(report)), list(in_one_process(report))
    except ImportError as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"{PROCESSES} rounds of processes, {ROUNDS} of calls, {os.cpu_count()} cores; {versions()}\n")
    print("| | ms | of Typst's time | quarter of rounds below | above | limit |\n|---|--:|--:|--:|--:|--:|")
    beyond = False
    for rounds, typst, limit in ((processes, TYPST_PROCESS, MOST_PROCESS), (calls, TYPST_CALL, MOST_CALL)):
        for name in rounds[0]:
            low, middle, high = quantiles([spent[name] / spent[typst] for spent in rounds], n=4)
            is_bound = name not in (typst, BESIDE_OTHERS)
            beyond |= is_bound and middle > limit
            spent_ms = median(spent[name] for spent in rounds)
            shown = limit if is_bound else ""
            print(f"| {name} | {spent_ms:.1f} | {middle:.2f} | {low:.2f} | {high:.2f} | {shown} |")
    return int(beyond)


def as_processes(original: Path) -> Iterator[dict[str, float]]:
    """Milliseconds of each round of whole processes."""
    prepared, source = prepare(original), ""
    if prepared.document is not None and prepared.style is not None:
        source = typst_source(prepared.document, prepared.style)
        fonts = str(Path(prepared.style.family.regular.path).resolve().parent)
    with tempfile.TemporaryDirectory() as folder:
        typst, python = Path(folder, "report.typ"), Python(Path(folder))
        typst.write_text(source, encoding="utf-8")
        for at in range(1 + PROCESSES):
            alone, together = Path(folder, f"alone-{at}"), Path(folder, f"together-{at}")
            shutil.copytree(original.parent, together)
            shutil.copytree(original.parent, alone, ignore=lambda _, names: others(names, original.name))
            cache = Path(folder, f"cache-{at}")
            spent = {}
            for name in (NOTHING_KEPT, BESIDE_OTHERS, OTHERS_CHECKED, LINE_CHANGED, NOTHING_CHANGED):
                report = (together if name == BESIDE_OTHERS else alone) / original.name
                if name in (NOTHING_KEPT, BESIDE_OTHERS, OTHERS_CHECKED):
                    shutil.rmtree(cache, ignore_errors=True)
                if name == OTHERS_CHECKED:
                    python.run(OTHER.parent, cache, "-m", "docgen", "check", "--fail-on", "error", OTHER.name)
                if name == LINE_CHANGED:
                    report.write_text(report.read_text("utf-8") + "# changed\n", "utf-8")
                words = "-m", "docgen", "check", report.name
                spent[name] = clocked(partial(python.run, report.parent, cache, *words))
            spent[TYPST_PROCESS] = clocked(partial(python.run, alone, cache, "-c", COMPILE, str(typst), fonts))
            if at:  # the first compiles the modules
                yield spent


def others(names: Iterable[str], report: str) -> list[str]:
    """The other reports among files."""
    return [name for name in names if is_report(name) and name != report]


def in_one_process(report: Path) -> Iterator[dict[str, float]]:
    """Milliseconds of each round of calls."""
    prepared = prepare(report)
    if prepared.document is None or prepared.style is None:
        raise RuntimeError(prepared.findings)
    compile_by_typst = typst_compiler(prepared.document, prepared.style)
    for at in range(WARMING + ROUNDS):
        with cache_of_its_own():
            checking = partial(check, report)
            spent = {ANEW: clocked(checking), RECALLED: clocked(checking), TYPST_CALL: clocked(compile_by_typst)}
        if at >= WARMING:
            yield spent


def prepare(report: Path) -> Prepared:
    """The report, for Typst to set the same text."""
    return pipeline.prepare(DiskWorld(), Job(str(report)))


def check(report: Path) -> None:
    """Check the report as the command does."""
    outcome = checked(DiskWorld(), Job(str(report)))
    if outcome.exit is not Exit.DONE:
        raise RuntimeError(outcome.findings)


class Python:
    """This Python with docgen as its wheel would bring it, in a folder, and with a place for what is compiled."""

    def __init__(self, folder: Path) -> None:
        self.compiled, self.packages = folder / "compiled", folder / "packages"
        package = self.packages / "docgen"
        shutil.copytree(ROOT / "docgen", package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "styles", package / "styles")

    def run(self, folder: Path, cache: Path, *words: str) -> None:
        """Run it in a folder, docgen's cache in another, and wait for it."""
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPYCACHEPREFIX": str(self.compiled), "PYTHONPATH": str(self.packages)}
        environment |= {"DOCGEN_CACHE": str(cache)}
        subprocess.run([sys.executable, *words], cwd=folder, env=environment, check=True, capture_output=True)


def clocked(call: Callable[[], object]) -> float:
    """The milliseconds that a call takes."""
    gc.collect()
    begun = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - begun)


@contextmanager
def cache_of_its_own() -> Iterator[None]:
    """An empty cache for a round."""
    before = os.environ.get("DOCGEN_CACHE")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DOCGEN_CACHE"] = folder
        try:
            yield
        finally:
            del os.environ["DOCGEN_CACHE"]
            if before is not None:
                os.environ["DOCGEN_CACHE"] = before


if __name__ == "__main__":
    sys.exit(main(*(Path(word).resolve() for word in sys.argv[1:2])))
