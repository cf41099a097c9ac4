"""Reports are made again where anything has changed that they were made from, or they themselves; else they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen import pipeline
from docgen.batch import Done, run
from docgen.checks.settling.orders import Orders
from docgen.cli import main
from docgen.job import Exit, Job
from docgen.world import MemoryWorld
from tests.test_batch import STARTER, folder, reports
from tests.test_recall import FILES

__all__ = ["folder"]

JOB = Job("r/a.yaml", ("tree",), "out")


@dataclass
class Makings:
    """How often a report was made, of a world in memory."""

    count: int = 0
    world: MemoryWorld = field(default_factory=lambda: MemoryWorld(dict(FILES)))

    def run(self, job: Job = JOB, *, force: bool = False) -> Done:
        (done,) = run(self.world, [job], force=force)
        return done


@pytest.fixture
def makings(monkeypatch: pytest.MonkeyPatch) -> Makings:
    counted, genuine = Makings(), pipeline.render

    def render(*parts: object) -> object:
        counted.count += 1
        return genuine(*parts)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "render", render)
    return counted


def test_what_is_told_of_an_unchanged_report_is_what_was_told_of_it(makings: Makings) -> None:
    first = makings.run()
    assert first.outcome.findings
    again = makings.run()
    assert makings.count == 1
    assert again == replace(first, seconds=again.seconds, unchanged=True)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("r/a.yaml", FILES["r/a.yaml"] + b"#"),
        ("r/b.yaml", FILES["r/b.yaml"].replace(b"second", b"third")),
        ("r/c.yaml", FILES["r/b.yaml"]),
        ("r/docgen.yaml", b"venue: Geneva\n"),
        ("r/words.txt", b"third\n"),
        ("r/pictures/dot.png", b"no picture"),
        ("styles/classic/style.yaml", FILES["styles/classic/style.yaml"] + b"#"),
        ("styles/classic/words.txt", b"third\n"),
        ("out/a.txt", b"what somebody else has put there"),
    ],
)
def test_whatever_changes_the_report_is_made_again(makings: Makings, path: str, data: bytes) -> None:
    makings.run()
    makings.world.files[path] = data
    again = makings.run()
    assert makings.count == 2
    fresh = MemoryWorld({name: held for name, held in makings.world.files.items() if not name.startswith("out")})
    (expected,) = run(fresh, [JOB])
    assert replace(again, seconds=0) == replace(expected, seconds=0)
    if expected.written:
        assert makings.world.files["out/a.txt"] == fresh.files["out/a.txt"]


def test_a_file_that_is_missing_is_made_again(makings: Makings) -> None:
    makings.run()
    made = makings.world.files.pop("out/a.txt")
    assert not makings.run().unchanged
    assert makings.world.files["out/a.txt"] == made


@pytest.mark.parametrize(
    "other", [replace(JOB, folder="elsewhere"), replace(JOB, orders=Orders(skip=True)), replace(JOB, review=True)]
)
def test_other_options_are_another_job(makings: Makings, other: Job) -> None:
    makings.run()
    assert not makings.run(other).unchanged
    assert makings.run().unchanged


def test_the_moment_of_the_metadata_is_one_of_the_things_that_change(makings: Makings) -> None:
    makings.run()
    makings.world.epoch = 1_400_000_000
    assert not makings.run().unchanged


def test_another_docgen_makes_everything_again(makings: Makings, monkeypatch: pytest.MonkeyPatch) -> None:
    makings.run()
    monkeypatch.setattr("docgen.cache._edition", lambda: "the next")
    assert not makings.run().unchanged


def test_without_rules_other_reports_make_no_difference(makings: Makings) -> None:
    job = replace(JOB, orders=Orders(skip=True))
    makings.run(job)
    makings.world.files["r/c.yaml"] = FILES["r/b.yaml"]
    assert makings.run(job).unchanged


def test_force_makes_what_is_unchanged(makings: Makings) -> None:
    makings.run()
    assert not makings.run(force=True).unchanged
    assert makings.count == 2


def test_a_report_with_mistakes_is_not_read_again_either(makings: Makings) -> None:
    makings.world.files["r/a.yaml"] += b"titel: A\n"
    first, again = makings.run(), makings.run()
    assert makings.count == 1
    assert again.outcome == first.outcome
    assert again.outcome.exit is Exit.CONTENT


def test_what_failed_for_other_reasons_is_tried_again(makings: Makings) -> None:
    job = replace(JOB, style="clasic")
    assert [makings.run(job).outcome.exit for _ in range(2)] == [Exit.ENVIRONMENT] * 2
    assert makings.count == 2


def test_a_damaged_memory_counts_as_none(makings: Makings) -> None:
    makings.run()
    makings.world.kept.kept = dict.fromkeys(makings.world.kept.kept, b"[1]")
    assert not makings.run().unchanged


# As a user sees it


def render(*words: str) -> list[str]:
    result = CliRunner().invoke(main, ["render", "--to", "tree", *words], prog_name="docgen")
    return re.sub(r"\d+\.\d\d s$", "… s", result.output, flags=re.MULTILINE).splitlines()


@pytest.mark.parametrize("at_once", ["1", "2"])
def test_only_what_has_changed_is_made(folder: Path, at_once: str) -> None:
    reports(folder, 4)
    words = ("-j", at_once, "--no-check")
    assert render(*words)[-1] == "4 reports made, 4 files in output"
    assert render(*words)[-1] == "0 reports made, 0 files in output; 4 reports unchanged"
    (folder / "content" / "002.yaml").write_text(STARTER.read_text("utf-8") + "# seen\n", "utf-8")
    told = render(*words)
    assert [line.split()[-1] for line in told[:-1]] == ["unchanged", "unchanged", "s", "unchanged"]
    assert told[-1] == "1 report made, 1 file in output; 3 reports unchanged"
    assert render(*words, "--force")[-1] == "4 reports made, 4 files in output"


def test_clean_removes_the_files_of_reports_that_are_gone(folder: Path) -> None:
    reports(folder, 4)
    render()
    for name in ("000", "001", "002"):
        (folder / "content" / f"{name}.yaml").unlink()
    (folder / "output" / "001.txt").write_text("corrected by hand", "utf-8")
    (folder / "output" / "002.pdf").write_text("of somebody else", "utf-8")
    assert render("content/003.yaml")[-1] == "1 report made, 1 file in output", "its folder is another now"
    assert (folder / "output" / "000.txt").exists(), "nothing is removed unless it is asked for"
    assert render("--clean")[-1].endswith("; 2 files removed")
    left = sorted(path.name for path in (folder / "output").iterdir())
    assert left == ["001.txt", "002.pdf", "003.txt"]


def test_clean_lets_be_what_comes_of_a_folder_that_is_gone(folder: Path) -> None:
    """It may be on a disk that is not there today."""
    reports(folder, 2)
    render()
    (folder / "content").rename(folder / "elsewhere")
    (folder / "elsewhere" / "000.yaml").rename(folder / "000.yaml")
    assert "removed" not in render("000.yaml", "--clean")[-1]
    assert sorted(path.name for path in (folder / "output").iterdir()) == ["000.txt", "001.txt"]
