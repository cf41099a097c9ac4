"""What checking a report costs, beside Typst's whole way from the same text to a PDF.

    python -m benchmarks.checks

Every round checks the report cold, that is with nothing recalled of it, of its folder or of its style, then warm, that
is again with nothing changed since, and sets it by Typst, in turns in one process, its modules, word lists and
dictionaries loaded. A round's ratio is docgen's time over Typst's of the same round; limits hold for the medians. Whole
processes follow, from nothing to the shell's prompt, which have no limits. Needs `typst` from PyPI, as
`make bench-checks` installs it. Prints a table; exits with 1 beyond a limit.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from benchmarks.stages import REPORT, ROOT, typst_compiler, typst_source, versions
from docgen import pipeline
from docgen.batch import checked
from docgen.job import Exit, Job
from docgen.world import DiskWorld

ROUNDS = 30
PROCESSES = 5
WARMING = 3

COLD, WARM, TYPST = "check, cold", "check, warm", "Typst, whole"
LIMITS = {COLD: 4.0, WARM: 0.6}
"""How much of Typst's time may be spent."""

COMMAND_COLD, COMMAND_WARM, COMMAND_TYPST = "docgen check, cold", "docgen check, warm", "Python with Typst, whole"

COMPILE = "import sys, typst; typst.compile(sys.argv[1], font_paths=[sys.argv[2]], ignore_system_fonts=True)"


def main() -> int:
    """Print what checking takes, and how much that is of Typst's time."""
    try:
        rounds, processes = list(in_one_process()), list(as_processes())
    except ImportError as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"{ROUNDS} rounds, {PROCESSES} processes, {os.cpu_count()} cores; {versions()}\n")
    print("| | ms | of Typst's time | quarter of rounds below | above | limit |\n|---|--:|--:|--:|--:|--:|")
    beyond = False
    for measured, typst in ((rounds, TYPST), (processes, COMMAND_TYPST)):
        for name in measured[0]:
            low, middle, high = quantiles([spent[name] / spent[typst] for spent in measured], n=4)
            limit = LIMITS.get(name)
            beyond |= limit is not None and middle > limit
            time_spent = median(spent[name] for spent in measured)
            print(f"| {name} | {time_spent:.1f} | {middle:.2f} | {low:.2f} | {high:.2f} | {limit or ''} |")
    return int(beyond)


def in_one_process() -> Iterator[dict[str, float]]:
    """Milliseconds of each round."""
    prepared = pipeline.prepare(DiskWorld(), Job(str(REPORT)))
    if prepared.document is None or prepared.style is None:
        raise RuntimeError(prepared.findings)
    compile_by_typst = typst_compiler(prepared.document, prepared.style)
    for at in range(WARMING + ROUNDS):
        with cache_of_its_own():
            spent = {COLD: clocked(check), WARM: clocked(check), TYPST: clocked(compile_by_typst)}
        if at >= WARMING:
            yield spent


def as_processes() -> Iterator[dict[str, float]]:
    """Milliseconds of each round of whole processes."""
    prepared = pipeline.prepare(DiskWorld(), Job(str(REPORT)))
    if prepared.document is None or prepared.style is None:
        raise RuntimeError(prepared.findings)
    fonts = str(Path(prepared.style.family.regular.path).parent)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.typ")
        source.write_text(typst_source(prepared.document, prepared.style), encoding="utf-8")
        for _ in range(PROCESSES):
            with cache_of_its_own():
                yield {
                    COMMAND_COLD: clocked(lambda: run("-m", "docgen", "check", str(REPORT))),
                    COMMAND_WARM: clocked(lambda: run("-m", "docgen", "check", str(REPORT))),
                    COMMAND_TYPST: clocked(lambda: run("-c", COMPILE, str(source), fonts)),
                }


def check() -> None:
    """Check the report as the command does."""
    outcome = checked(DiskWorld(), Job(str(REPORT)))
    if outcome.exit is not Exit.DONE:
        raise RuntimeError(outcome.findings)


def run(*words: str) -> None:
    """Run Python, and wait for it."""
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True)


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
    sys.exit(main())
