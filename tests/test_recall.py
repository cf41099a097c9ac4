"""Findings are recalled where nothing has changed, and made anew where anything has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from docgen import pipeline
from docgen.batch import checked
from docgen.checks.settling.orders import Orders
from docgen.job import Job
from docgen.world import MemoryWorld
from tests.checks.subjects import HEAD, body
from tests.test_documents import style_files
from tests.test_errors import PICTURES

FIGURE = "\n\n![what it shows](pictures/dot.png)"
FILES = {
    **style_files(),
    "r/a.yaml": (HEAD + body("It was the the first." + FIGURE)).encode(),
    "r/b.yaml": (HEAD + body("It was the second.")).encode(),
    "r/pictures/dot.png": PICTURES["dot.png"],
    "r/words.txt": b"second\nthird\n",
}
JOB = Job("r/a.yaml", orders=Orders(select=("all",)))


@dataclass
class Looks:
    """How often a report was looked at."""

    count: int = 0
    world: MemoryWorld = field(default_factory=lambda: MemoryWorld(dict(FILES)))


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    counted, genuine = Looks(), pipeline.check

    def check(*parts: object) -> object:
        counted.count += 1
        return genuine(*parts)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "check", check)
    return counted


def test_an_outcome_is_recalled_whole(looks: Looks) -> None:
    first = checked(looks.world, JOB)
    assert first.findings
    assert any(finding.fix for finding in first.findings)
    assert checked(looks.world, JOB) == first
    assert looks.count == 1


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
    ],
)
def test_whatever_changes_is_looked_at(looks: Looks, path: str, data: bytes) -> None:
    checked(looks.world, JOB)
    looks.world.files[path] = data
    again = checked(looks.world, JOB)
    assert looks.count == 2
    assert again == checked(MemoryWorld(dict(looks.world.files)), JOB)


def test_a_picture_that_is_taken_away_is_missed(looks: Looks) -> None:
    checked(looks.world, JOB)
    del looks.world.files["r/pictures/dot.png"]
    assert any(finding.code == "missing-picture" for finding in checked(looks.world, JOB).findings)


def test_other_orders_are_another_question(looks: Looks) -> None:
    checked(looks.world, JOB)
    assert not checked(looks.world, replace(JOB, orders=Orders(select=("heading-level",)))).findings
    assert looks.count == 2


def test_a_damaged_memory_counts_as_none(looks: Looks) -> None:
    first = checked(looks.world, JOB)
    looks.world.kept.kept = dict.fromkeys(looks.world.kept.kept, b"[1]")
    assert checked(looks.world, JOB) == first
    assert looks.count == 2
