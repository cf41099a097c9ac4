"""What a batch of reports costs, and what it costs to run it again when nothing has changed, or next to nothing.

    python -m benchmarks.batch [REPORTS]

`REPORTS` (300) reports, each two thirds of the sections of a real one, stand in folders of fifty, as an organisation's
events of a year would. `docgen render` checks them and makes PDF and Word, as whole processes. Times are of the clock
and of the processor, in seconds; shares are of the first run with one process. With two, the processor's are not known:
they are spent by processes that this one is no parent of. The limit holds for the run with nothing changed.

Last, the batch is killed with all its processes `KILLS` times at random moments, and then run to its end: every file
has to be whole each time, and nothing may be left over in the end. Prints a table; exits with 1 beyond a limit.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stages import REPORT, ROOT, versions

MOST_AGAIN = 0.05
"""How much of the first run's time the second may take."""

FOLDER = 50
KILLS = 10
SEED = 5


@dataclass(frozen=True)
class Spent:
    """Seconds of one run."""

    clock: float
    processor: float


def main() -> int:
    """Print what batches cost; 1 where that is too much, or anything is torn."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        texts = write_reports(folder, reports)
        print(f"{reports:,} reports, {FOLDER} a folder, {os.cpu_count()} cores; {versions()}\n")
        print("| run | s by the clock | of the first | s of the processor | of the first |\n|---|--:|--:|--:|--:|")
        first = render(folder, "one", "-j", "1")
        tell("first, -j 1", first, first)
        tell("first, -j 2", render(folder, "two", "-j", "2"), first)
        again = render(folder, "one", "-j", "1")
        tell("nothing changed, -j 1", again, first)
        for path in texts[::100]:
            path.write_text(path.read_text("utf-8") + "# seen\n", "utf-8")
        tell("a comment changed in one of a hundred, -j 2", render(folder, "one", "-j", "2"), first)
        texts[0].write_text(texts[0].read_text("utf-8").replace("Flat World", "Round World"), "utf-8")
        tell("a word changed in one, -j 2", render(folder, "one", "-j", "2"), first)
        tell("--force, -j 2", render(folder, "two", "-j", "2", "--force"), first)
        expected = contents(folder / "one")
        same = expected == contents(folder / "two")
        print(f"\nfiles of one process and of two: {'the same' if same else 'NOT THE SAME'}")
        torn = kill(folder, first.clock, expected)
        print(f"killed {KILLS} times: {len(torn) or 'no'} files torn or left over {' '.join(sorted(torn))}")
    slow = max(again.clock / first.clock, again.processor / first.processor) > MOST_AGAIN
    return int(slow or not same or bool(torn))


def tell(run: str, spent: Spent, first: Spent) -> None:
    """A line of the table."""
    processor = f"{spent.processor:.1f} | {spent.processor / first.processor:.3f}" if "-j 2" not in run else "|"
    print(f"| {run} | {spent.clock:.1f} | {spent.clock / first.clock:.3f} | {processor} |", flush=True)


def kill(folder: Path, most: float, expected: dict[str, bytes]) -> set[str]:
    """The files that are torn after a batch was killed at random moments within `most` seconds, or left over after."""
    chance, torn = random.Random(SEED), set()  # noqa: S311
    for _ in range(KILLS):
        batch = subprocess.Popen(
            command(folder, "killed", "-j", "2", "--force"),
            env=environment(folder, "killed"),
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.5, most / 2))
        os.killpg(batch.pid, signal.SIGKILL)
        batch.wait()
        found = contents(folder / "killed")
        torn |= {name for name, data in found.items() if not name.startswith(".") and data != expected[name]}
    render(folder, "killed", "-j", "2")
    return torn | (contents(folder / "killed").keys() ^ expected.keys())


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder; nothing where there is none."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def write_reports(folder: Path, count: int) -> list[Path]:
    """Reports cut from a real one, in folders: other sections in each, and another title."""
    text = REPORT.read_text("utf-8")
    head, _, rest = text.partition("sections:\n")
    sections = [part for part in re.split(r"(?m)^(?=  - )", rest) if part.strip()]
    chance, written = random.Random(SEED), []  # noqa: S311 (which reports does not matter, only that they are the same)
    for number in range(count):
        place = folder / f"content-{number // FOLDER}"
        if not place.exists():
            place.mkdir()
            shutil.copytree(REPORT.parent / "pictures", place / "pictures")
            shutil.copy(REPORT.parent / "docgen.yaml", place)
        chosen = sorted(chance.sample(range(len(sections)), max(1, len(sections) * 2 // 3)))
        path = place / f"report-{number:05}.yaml"
        path.write_text(head + "sections:\n" + "".join(sections[one] for one in chosen), "utf-8")
        written.append(path)
    return written


def command(folder: Path, output: str, *words: str) -> list[str]:
    """The command for a batch."""
    places = sorted(str(path) for path in folder.glob("content-*"))
    return [sys.executable, "-m", "docgen", "render", *places, "-o", str(folder / output), *words]


def environment(folder: Path, output: str) -> dict[str, str]:
    """Each output has a cache of its own, so that none gains by another."""
    return {**os.environ, "DOCGEN_CACHE": str(folder / f"cache-{output}"), "PYTHONPATH": str(ROOT)}


def render(folder: Path, output: str, *words: str) -> Spent:
    """Run a batch to its end."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ran = subprocess.run(
        command(folder, output, *words), env=environment(folder, output), capture_output=True, text=True, check=False
    )
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if ran.returncode:
        raise SystemExit(ran.stderr)
    return Spent(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


if __name__ == "__main__":
    raise SystemExit(main())
