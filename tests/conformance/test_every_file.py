"""Every file that docgen wrote in these tests is sound. These run last; `tests/conftest.py` sees to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.batch import run
from docgen.conformance import kind_of
from docgen.conformance.pdf import examine as examine_pdf
from docgen.conformance.word import examine as examine_word
from docgen.job import Exit, Job
from docgen.reporters.text import report_text
from docgen.world import DiskWorld
from docgen.writers.docx import writer as docx_writer
from tests.conformance import written
from tests.conformance.audit import audit_errors
from tests.conformance.features import Features, distinct, pdf_features, representatives, word_features
from tests.conformance.sample import pdf, sound, sound_pdf
from tests.conformance.sdk import sdk_errors_of_each
from tests.conformance.verapdf import verdict_as_claimed
from tests.programs import ROOT, is_thorough
from tests.samples import edition, every_node, one_paragraph

CONTENT = sorted((ROOT / "content").glob("[!d]*.yaml"))
STYLES = sorted(path.parent.name for path in (ROOT / "styles").glob("*/style.yaml"))
STARTER = ROOT / "docgen" / "report" / "starter.yaml"


def rendered(path: Path, folder: Path, form: str, style: str | None = None) -> bytes:
    (done,) = run(DiskWorld(), [Job(str(path), (form,), str(folder), style)])
    assert done.outcome.exit is Exit.DONE, done.outcome.findings
    return (folder / f"{path.stem}.{form}").read_bytes()


def told(data: bytes, form: str) -> str:
    """All that docgen has against a file, for a PDF with what veraPDF has."""
    kind = kind_of(f".{form}")
    assert kind is not None
    examined = kind.examine(f"written.{form}", data, in_review=False)
    assert examined.notes == (), "veraPDF is among what tests need"
    return report_text(examined.findings, {source.path: source for source in examined.sources})


@pytest.mark.parametrize("form", written.FORMATS)
@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_a_published_report_is_sound_and_accessible(path: Path, form: str, tmp_path: Path) -> None:
    assert told(rendered(path, tmp_path, form), form) == ""


@pytest.mark.parametrize("form", written.FORMATS)
@pytest.mark.parametrize("style", STYLES)
def test_a_report_in_each_style_is_sound_and_accessible(style: str, form: str, tmp_path: Path) -> None:
    assert told(rendered(STARTER, tmp_path, form, style), form) == ""


@pytest.mark.parametrize("data", [sound(), docx_writer.write(edition(every_node()))], ids=["small", "every node"])
def test_a_document_of_everything_is_sound_and_accessible(data: bytes) -> None:
    assert told(data, "docx") == ""


@pytest.mark.parametrize("data", [sound_pdf(), pdf(every_node())], ids=["small", "every node"])
def test_a_pdf_of_everything_is_sound_and_accessible(data: bytes) -> None:
    assert told(data, "pdf") == ""


def test_every_word_file_is_sound() -> None:
    """By docgen's own lint."""
    wrong = [
        f"{test}: {finding.span.path}: {finding.message}"
        for data, test in written.files["docx"].items()
        for finding in examine_word("written.docx", data, folders=("lint",)).findings
    ]
    assert written.files["docx"], "nothing was written"
    assert wrong == []


def test_every_pdf_is_sound() -> None:
    """By docgen's own rules."""
    wrong = [
        f"{test}: {finding.span.path}: {finding.message}"
        for data, test in written.files["pdf"].items()
        for finding in examine_pdf("written.pdf", data).findings
    ]
    assert written.files["pdf"], "nothing was written"
    assert wrong == []


def test_every_pdf_keeps_the_standards() -> None:
    """By veraPDF, for PDF/UA-1, and PDF/A-2a or 3a. Outside CI it sees those with all there is in any."""
    files, tests = list(written.files["pdf"]), list(written.files["pdf"].values())
    shown = range(len(files)) if is_thorough() else representatives(files, pdf_features)
    assert [f"{tests[at]}: {said}" for at in shown if (said := verdict_as_claimed(files[at]))] == []


def test_every_kind_of_file_is_sound_to_openxml_audit(tmp_path: Path) -> None:
    """It looks at no more than the schemas and rules do: files that differ in their words are alike to it.

    In CI it looks at all the same.
    """
    files, tests = list(written.files["docx"]), list(written.files["docx"].values())
    shown = range(len(files)) if is_thorough() else distinct(files, word_features)
    wrong = [f"{tests[at]}: {said}" for at in shown for said in audit_errors(files[at], tmp_path)]
    assert wrong == []


def test_every_file_is_sound_to_the_sdk(tmp_path: Path) -> None:
    """By Microsoft's own validator. It needs half a second each: outside CI it sees those with all there is in any."""
    files, tests = list(written.files["docx"]), list(written.files["docx"].values())
    shown = range(len(files)) if is_thorough() else representatives(files, word_features)
    answers = sdk_errors_of_each([files[at] for at in shown], tmp_path)
    assert [f"{tests[at]}: {said}" for at, found in zip(shown, answers, strict=True) for said in found] == []


@pytest.mark.parametrize(
    ("files", "features"),
    [
        (
            [docx_writer.write(edition(one_paragraph(words))) for words in ("Some words.", "Other words.")],
            word_features,
        ),
        ([pdf(one_paragraph(words)) for words in ("Some words.", "Other words.")], pdf_features),
    ],
    ids=written.FORMATS,
)
def test_the_files_that_are_shown_have_all_there_is_in_any(files: list[bytes], features: Features) -> None:
    one, other = files
    assert representatives([one, other], features) == distinct([one, other], features) == [0]
    everything = docx_writer.write(edition(every_node())) if features is word_features else pdf(every_node())
    shown = representatives([one, other, everything], features)
    assert 2 in shown
    assert features(one) | features(everything) == frozenset().union(
        *(features([one, other, everything][at]) for at in shown)
    )
