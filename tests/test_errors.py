"""Every mistake a colleague can make, with the whole message that answers it. Rules have cases of their own."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from docgen.checks.settling.orders import Orders
from docgen.job import Job
from docgen.pipeline import check
from docgen.reporters.text import report_text
from docgen.world import DiskWorld
from tests.cases import Case, Example, find_cases


def white(width: int, height: int) -> bytes:
    """A white picture as PNG."""
    out = BytesIO()
    Image.new("1", (width, height), 1).save(out, "PNG")
    return out.getvalue()


PICTURES = {
    "dot.png": white(1200, 600),
    "small.png": white(300, 150),
    "tiny.png": white(60, 40),
    "damaged.png": b"no picture",
}
"""What stands in `pictures/` beside the report of each case."""


@pytest.mark.parametrize("path", find_cases("errors"))
def test_a_mistake_is_answered_with_its_whole_message(
    path: Path, tmp_path: Path, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case.read(path)
    answers = []
    for number, example in enumerate(case.examples("findings")):
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        answers.append(messages(example, folder))
    case.settle("findings", answers, update=update)


def test_there_are_fifty_of_them() -> None:
    assert len(find_cases("errors")) >= 50


def messages(example: Example, folder: Path) -> str:
    """What docgen says about the report of an example."""
    (folder / "pictures").mkdir(exist_ok=True)
    for name, data in PICTURES.items():
        (folder / "pictures" / name).write_bytes(data)
    for fence in example.given:
        path = folder / fence.name("report.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(fence.data)
    outcome = check(DiskWorld(), Job("report.yaml", orders=Orders(skip=True)))
    return report_text(outcome.findings, {source.path: source for source in outcome.sources})
