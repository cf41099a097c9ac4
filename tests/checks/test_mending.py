"""Fixes on texts with every kind of fault: the originals, mended as far as docgen can, are reports still."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.batch import guarded, mended
from docgen.checks.settling.orders import Orders
from docgen.findings import Finding, Severity
from docgen.job import Exit, Job, Outcome
from docgen.world import DiskWorld, MemoryWorld
from tests.checks.defects import ORIGINALS, REPORTS
from tests.checks.subjects import HEAD, body
from tests.test_documents import style_files

groups = pytest.mark.parametrize("group", ["default", "all"])
both_reports = pytest.mark.parametrize("name", REPORTS.values())


def mend(folder: Path, name: str, group: str, *, unsafe: bool) -> tuple[Job, Outcome, int]:
    """Both originals in a folder of their own, one of them mended there; what is left, and how many fixes were made."""
    for path in ORIGINALS.glob("*.yaml"):
        shutil.copy(path, folder)
    job = Job(str(folder / f"{name}.yaml"), orders=Orders(select=(group,)))
    done = mended(DiskWorld(), job, unsafe=unsafe)
    for file, data in done.files.items():
        Path(file).write_bytes(data)
    return job, done.left, done.fixes


def grave(outcome: Outcome) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.severity is Severity.ERROR]


@groups
@both_reports
def test_a_mended_report_has_nothing_left_that_could_be_mended(name: str, group: str, tmp_path: Path) -> None:
    job, left, fixes = mend(tmp_path, name, group, unsafe=True)
    assert fixes > 20
    assert not [finding for finding in left.findings if finding.fix]
    assert not mended(DiskWorld(), job, unsafe=True).files, "a second run has nothing to do"


@groups
@both_reports
def test_a_mended_report_is_made_in_both_formats(name: str, group: str, tmp_path: Path) -> None:
    job, _, _ = mend(tmp_path, name, group, unsafe=True)
    outcome = guarded(DiskWorld(), job)
    assert not grave(outcome)
    assert outcome.exit is Exit.DONE
    assert [Path(path).suffix for path, _ in outcome.files] == [".pdf", ".docx"]


@both_reports
def test_safe_fixes_leave_only_those_somebody_has_to_look_at(name: str, tmp_path: Path) -> None:
    job, left, fixes = mend(tmp_path, name, "all", unsafe=False)
    assert fixes > 20
    assert {finding.fix.safety.value for finding in left.findings if finding.fix} == {"unsafe"}
    assert guarded(DiskWorld(), replace(job, orders=Orders(skip=True))).files


def test_rules_that_want_it_otherwise_do_not_mend_back_and_forth() -> None:
    text = "Some came (e.g., towns), some not (e.g. lakes), some late (e.g. boats)."
    world = MemoryWorld({**style_files(), "report.yaml": (HEAD + body(text)).encode()})
    job = Job("report.yaml", orders=Orders(select=("latin-abbreviation", "american-usage")))
    done = mended(world, job, unsafe=True)
    assert text.replace("e.g. ", "e.g., ").encode() in done.files["report.yaml"]
    assert not done.left.findings
