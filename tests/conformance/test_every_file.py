"""Every Word file that docgen wrote in these tests is sound. These run last; `tests/conftest.py` sees to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.batch import run
from docgen.conformance.word import examine
from docgen.job import Exit, Job
from docgen.reporters.text import report_text
from docgen.world import DiskWorld
from docgen.writers.docx import writer
from tests.conformance import written
from tests.conformance.audit import audit_errors
from tests.conformance.sample import sound
from tests.conformance.sdk import sdk_errors_of_each
from tests.programs import ROOT
from tests.samples import edition, every_node

CONTENT = sorted((ROOT / "content").glob("[!d]*.yaml"))
STYLES = sorted(path.parent.name for path in (ROOT / "styles").glob("*/style.yaml"))
STARTER = ROOT / "docgen" / "report" / "starter.yaml"


def rendered(path: Path, folder: Path, style: str | None = None) -> bytes:
    (done,) = run(DiskWorld(), [Job(str(path), ("docx",), str(folder), style)])
    assert done.outcome.exit is Exit.DONE, done.outcome.findings
    return (folder / f"{path.stem}.docx").read_bytes()


def told(data: bytes) -> str:
    examined = examine("written.docx", data)
    return report_text(examined.findings, {source.path: source for source in examined.sources})


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_a_published_report_is_sound_and_accessible(path: Path, tmp_path: Path) -> None:
    assert told(rendered(path, tmp_path)) == ""


@pytest.mark.parametrize("style", STYLES)
def test_a_report_in_each_style_is_sound_and_accessible(style: str, tmp_path: Path) -> None:
    assert told(rendered(STARTER, tmp_path, style)) == ""


@pytest.mark.parametrize("data", [sound(), writer.write(edition(every_node()))], ids=["small", "every node"])
def test_a_document_of_everything_is_sound_and_accessible(data: bytes) -> None:
    assert told(data) == ""


def test_every_file_is_sound(tmp_path: Path) -> None:
    """By docgen's own lint and by openxml-audit."""
    wrong = []
    for data, test in written.files.items():
        findings = examine("written.docx", data, folders=("lint",)).findings
        wrong += [f"{test}: {finding.span.path}: {finding.message}" for finding in findings]
        wrong += [f"{test}: {said}" for said in audit_errors(data, tmp_path)]
    assert written.files, "nothing was written"
    assert wrong == []


def test_every_file_is_sound_to_the_sdk(tmp_path: Path) -> None:
    """By Microsoft's own validator."""
    answers = sdk_errors_of_each(written.files, tmp_path)
    tests = written.files.values()
    assert [f"{test}: {said}" for test, found in zip(tests, answers, strict=True) for said in found] == []
