"""Many reports: each fails alone, and the rest is as if it had not been there."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.batch import run
from docgen.checks.settling.orders import Orders
from docgen.cli import main
from docgen.job import Exit, Job
from docgen.workers import Workers
from docgen.world import DiskWorld, MemoryWorld
from tests.checks.subjects import HEAD, body
from tests.programs import ROOT
from tests.test_documents import style_files

STARTER = ROOT / "docgen" / "report" / "starter.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with room for reports and outputs, in which docgen is started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reports(folder: Path, count: int) -> None:
    (folder / "content").mkdir()
    for number in range(count):
        shutil.copy(STARTER, folder / "content" / f"{number:03}.yaml")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def render(*words: str) -> tuple[int, str]:
    """The exit code, and what is told, without what differs by the clock or by the folder."""
    result = CliRunner().invoke(main, ["render", *words], prog_name="docgen")
    return result.exit_code, re.sub(r"\d+\.\d\d s$|(?<=files in )\w+", "…", result.output, flags=re.MULTILINE)


# Several at once


def test_files_and_what_is_told_are_the_same_however_many_are_made_at_once(folder: Path) -> None:
    shutil.copytree(ROOT / "content", folder / "content")
    for number in range(6):
        shutil.copy(STARTER, folder / "content" / f"{number}.yaml")
    (folder / "content" / "3.yaml").write_text("title: [\n", "utf-8")
    one, four = render("-j", "1", "-o", "one"), render("-j", "4", "-o", "four")
    assert one == four
    assert one[0] == 1
    assert contents(folder / "one") == contents(folder / "four")
    assert len(contents(folder / "one")) == 14


@dataclass
class DeadlyWorld(DiskWorld):
    """A disk on which one file kills who reads it."""

    deadly: str = ""
    reads: list[str] = field(default_factory=list)

    def __getstate__(self) -> dict[str, object]:
        return {**super().__getstate__(), "deadly": self.deadly}

    def read(self, path: str, *, within: str | None = None) -> bytes:
        if os.path.basename(path) == self.deadly and within is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(path, within=within)


def test_a_killed_process_fails_the_report_it_was_at_and_no_other(folder: Path) -> None:
    reports(folder, 5)
    jobs = [Job(f"content/{number:03}.yaml", ("tree",), orders=Orders(skip=True)) for number in range(5)]
    with Workers(2) as workers:
        done = list(run(DeadlyWorld(deadly="001.yaml"), jobs, workers))
    assert [one.outcome.exit for one in done] == [Exit.DONE, Exit.ENVIRONMENT, Exit.DONE, Exit.DONE, Exit.DONE]
    (finding,) = done[1].outcome.findings
    assert (finding.code, finding.span.path) == ("worker-lost", "content/001.yaml")
    assert finding.message.endswith("was ended before it was done (signal 9)")
    assert list(contents(folder / "output")) == ["000.txt", "002.txt", "003.txt", "004.txt"]


# Stopping


def started(folder: Path, *words: str) -> subprocess.Popen[str]:
    """A batch in a process group of its own, as a terminal would start it; some of it is done."""
    command = [sys.executable, "-m", "docgen", "render", *words]
    environment = {**os.environ, "DOCGEN_CACHE": "off", "PYTHONPATH": str(ROOT)}
    batch = subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert batch.stderr is not None
    assert batch.stderr.readline().startswith("content/000.yaml  1 page")
    return batch


def is_gone(group: int) -> bool:
    """Whether no process of a group is left, which may take a moment."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(os.name != "posix", reason="signals go to groups of processes so on POSIX systems only")
@pytest.mark.parametrize("at_once", ["1", "2"])
def test_ctrl_c_stops_at_once_and_leaves_whole_files(folder: Path, at_once: str) -> None:
    reports(folder, 200)
    batch = started(folder, "-j", at_once)
    begun = time.monotonic()
    os.killpg(batch.pid, signal.SIGINT)
    told = batch.communicate()[1]
    assert time.monotonic() - begun < 5, "a second, where nobody else uses the machine"
    assert batch.returncode == 130
    assert re.fullmatch(r"interrupted; \d+ reports? made before", told.splitlines()[-1])
    assert "Traceback" not in told
    assert is_gone(batch.pid)
    made = contents(folder / "output")
    assert 2 <= len(made) < 400
    render(*sorted({f"content/{Path(name).stem}.yaml" for name in made}), "-o", "whole")
    whole = contents(folder / "whole")
    assert [name for name, data in made.items() if data != whole.get(name)] == []


@pytest.mark.skipif(os.name != "posix", reason="signals go to groups of processes so on POSIX systems only")
def test_a_run_after_one_that_was_killed_completes_and_leaves_no_litter(folder: Path) -> None:
    reports(folder, 60)
    batch = started(folder, "-j", "2")
    os.killpg(batch.pid, signal.SIGKILL)
    batch.communicate()
    assert is_gone(batch.pid)
    machine_and_process = re.compile(r"\.docgen-[0-9a-f]{8}-\d+-[0-9a-f]{16}")
    litter = [name for name in contents(folder / "output") if name.startswith(".")]
    assert all(machine_and_process.fullmatch(name) for name in litter)
    assert render("-j", "2")[0] == 0
    assert len(contents(folder / "output")) == 120
    assert all(name.endswith((".pdf", ".docx")) for name in contents(folder / "output"))


# Disks


def test_a_full_disk_fails_the_report_and_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen import world

    reports(folder, 3)
    (folder / "output").mkdir()
    (folder / "output" / "001.pdf").write_bytes(b"the report of last week")
    genuine = world.replace_whole

    def replace_whole(path: str, data: bytes) -> None:
        if path.endswith("001.pdf"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        genuine(path, data)

    monkeypatch.setattr(world, "replace_whole", replace_whole)
    code, told = render("-j", "1")
    assert code == 3
    assert "001.pdf: error[disk-full] there is no room left on the disk; what stood there before is unharmed" in told
    assert "2 reports made, 4 files in …; 1 report not made" in told
    made = contents(folder / "output")
    assert made["001.pdf"] == b"the report of last week"
    assert sorted(made) == ["000.docx", "000.pdf", "001.pdf", "002.docx", "002.pdf"]


def test_a_report_is_not_written_over_what_it_is_made_from() -> None:
    report = (HEAD + body("It was the first.")).encode()
    world = MemoryWorld({**style_files(), "r/words.yaml": report, "styles/classic/words.txt": b"Krakow\n"})
    (done,) = run(world, [Job("r/words.yaml", ("tree",), "styles/classic")])
    assert [finding.code for finding in done.outcome.findings] == ["overwrites-source"]
    assert (done.outcome.exit, done.written) == (Exit.ENVIRONMENT, ())
    assert world.files["styles/classic/words.txt"] == b"Krakow\n"
