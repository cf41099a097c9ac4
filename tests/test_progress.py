"""How far a batch is: a line that is written over on a terminal, nothing elsewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.batch import Done
from docgen.cli.progress import Progress
from docgen.findings import Finding, Span
from docgen.job import Exit, Outcome
from tests.programs import ROOT

TERMINAL = "import os, pty, sys; raise SystemExit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
"""A command in a terminal, all that this shows written on."""

HINT = Finding.warning(Span("a.yaml", 0, 0), "too-long", "this is long")
MADE = Done(Outcome("a.yaml", Exit.DONE), (("a.pdf", ""),), 1.0)
MADE_WITH_FINDINGS = Done(Outcome("a.yaml", Exit.DONE, (HINT, HINT)), (("a.pdf", ""),), 1.0)
NOT_MADE = Done(Outcome("a.yaml", Exit.CONTENT, (HINT,)), (), 1.0)


def ticking(seconds: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += seconds


def line(total: int, seconds: float, *done: Done) -> str:
    moments = ticking(seconds)
    progress = Progress(total, shown=False, clock=lambda: next(moments))
    for one in done:
        progress.note(one)
    return progress.line()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (line(4, 2.0, MADE), "1 of 4 reports, 6 s left"),
        (line(4, 2.0, MADE, MADE_WITH_FINDINGS), "2 of 4 reports, 2 findings, 4 s left"),
        (line(4, 2.0, MADE_WITH_FINDINGS, NOT_MADE), "2 of 4 reports, 1 not made, 3 findings, 4 s left"),
        (line(5001, 1.0, MADE), "1 of 5,001 reports, 1 h 23 min left"),
        (line(101, 2.0, MADE), "1 of 101 reports, 3 min left"),
        (line(2, 2.0, MADE, MADE), "2 of 2 reports"),
    ],
)
def test_a_line_says_what_is_done_what_was_found_and_what_is_left(told: str, expected: str) -> None:
    assert told == expected


def test_time_left_is_reckoned_from_the_last_reports() -> None:
    """Fifty slow ones after a thousand quick ones: what is left will be slow, too."""
    moments = iter([0.0, *(0.0 for _ in range(1000)), *(float(second) for second in range(1, 51))])
    progress = Progress(1150, shown=False, clock=lambda: next(moments))
    for _ in range(1050):
        progress.note(MADE)
    assert progress.line() == "1,050 of 1,150 reports, 2 min left"


def test_a_terminal_shows_how_far_it_is_and_a_sum_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pty", reason="terminals are made so on POSIX systems only")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "content").mkdir()
    for number in range(12):
        shutil.copy(ROOT / "docgen" / "report" / "starter.yaml", tmp_path / "content" / f"{number}.yaml")
    (tmp_path / "content" / "3.yaml").write_text("titel: A Day\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", TERMINAL, sys.executable, "-m", "docgen", "render", "--to", "tree", "-j", "2"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    told = ran.stdout.decode()
    assert "12 of 12 reports, 1 not made" in told
    assert "error" in told
    assert "content/3.yaml  not made: " in told
    assert "content/4.yaml  " not in told
    assert told.splitlines()[-1].endswith("11 reports made, 11 files in output; 1 report not made")
    assert ran.returncode == 1
