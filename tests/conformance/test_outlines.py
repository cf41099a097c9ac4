"""What a screen reader meets in whole files, from start to end: to be read by people, and to stay so."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.checks.settling.orders import Orders
from docgen.conformance.pdf import kind
from docgen.job import Job
from docgen.pipeline import publish
from docgen.world import DiskWorld
from tests.cases import Fence
from tests.conformance.breaking_pdf import broken_pdf
from tests.conformance.sample import pdf, sound_pdf
from tests.programs import ROOT
from tests.samples import every_node

FOLDER = Path(__file__).parent / "outlines"
CONTENT = sorted((ROOT / "content").glob("[!d]*.yaml"))


def settle(name: str, data: bytes, *, update: bool) -> None:
    told = kind.outline("x.pdf", data)
    assert told is not None
    path = FOLDER / f"{name}.txt"
    if update:
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_a_published_report_is_read_from_start_to_end(path: Path, update: bool) -> None:
    published = publish(DiskWorld(), Job(str(path), ("pdf",), orders=Orders(skip=True)))
    ((_, data),) = published.outcome.files
    settle(path.stem, data, update=update)


@pytest.mark.parametrize(("name", "data"), [("small", sound_pdf()), ("every-node", pdf(every_node()))])
def test_everything_is_read_from_start_to_end(name: str, data: bytes, update: bool) -> None:
    settle(name, data, update=update)


def test_every_outline_is_of_something() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {"small", "every-node", *(path.stem for path in CONTENT)}


def test_a_file_without_a_structure_has_no_outline() -> None:
    """What its pages paint in turn is not what anybody would be told."""
    change = Fence(("change",), "delete catalog /StructTreeRoot\n", 0)
    assert kind.outline("x.pdf", broken_pdf(sound_pdf(), [change])) is None
