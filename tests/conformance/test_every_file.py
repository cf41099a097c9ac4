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
from tests.conformance.features import distinct, features, representatives
from tests.conformance.sample import sound
from tests.conformance.sdk import sdk_errors_of_each
from tests.programs import ROOT, is_thorough
from tests.samples import edition, every_node, one_paragraph

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


def test_every_file_is_sound() -> None:
    """By docgen's own lint."""
    wrong = [
        f"{test}: {finding.span.path}: {finding.message}"
        for data, test in written.files.items()
        for finding in examine("written.docx", data, folders=("lint",)).findings
    ]
    assert written.files, "nothing was written"
    assert wrong == []


def test_every_kind_of_file_is_sound_to_openxml_audit(tmp_path: Path) -> None:
    """It looks at no more than the schemas and rules do: files that differ in their words are alike to it.

    In CI it looks at all the same.
    """
    files, tests = list(written.files), list(written.files.values())
    shown = range(len(files)) if is_thorough() else distinct(files)
    wrong = [f"{tests[at]}: {said}" for at in shown for said in audit_errors(files[at], tmp_path)]
    assert wrong == []


def test_every_file_is_sound_to_the_sdk(tmp_path: Path) -> None:
    """By Microsoft's own validator. It needs half a second each: outside CI it sees those with all there is in any."""
    files, tests = list(written.files), list(written.files.values())
    shown = range(len(files)) if is_thorough() else representatives(files)
    answers = sdk_errors_of_each([files[at] for at in shown], tmp_path)
    assert [f"{tests[at]}: {said}" for at, found in zip(shown, answers, strict=True) for said in found] == []


def test_the_files_that_are_shown_have_all_there_is_in_any() -> None:
    one, other = (writer.write(edition(one_paragraph(words))) for words in ("Some words.", "Quite other words."))
    assert representatives([one, other]) == distinct([one, other]) == [0]
    everything = writer.write(edition(every_node()))
    shown = representatives([one, other, everything])
    assert 2 in shown
    assert features(one) | features(everything) == frozenset().union(
        *(features([one, other, everything][at]) for at in shown)
    )
