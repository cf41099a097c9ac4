"""Rules of installed packages: found by their entry point, listed, run and documented like docgen's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RULE = '''"""Finds the word *whilst*.

Why it matters: the house says *while*.

Example: whilst → while

What to do: write *while*.
"""
from docgen.checks.rule import Flaw, rule
from docgen.findings import Severity

@rule(Severity.WARNING)
def no_whilst(subject):
    for passage in subject.prose:
        for word in passage.words:
            if word.lower == "whilst":
                yield Flaw(word, "'whilst' is to be 'while' here")
'''
REPORT = """\
title: A Day on Water
hosts: [the River Institute]
date: 2024-05-06
checks: {select: [no-whilst]}
sections:
  - heading: Panel
    body: It rained whilst they met.
"""


def docgen(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "site")},
        capture_output=True,
        text=True,
        check=False,
    )


def install(folder: Path) -> None:
    """A package with a rule, as an installer would leave it."""
    about = folder / "site" / "house_rules-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1\n", "utf-8")
    (about / "entry_points.txt").write_text("[docgen.rules]\nhouse = house_rules\n", "utf-8")
    (folder / "site" / "house_rules.py").write_text(RULE, "utf-8")


def test_a_package_brings_its_rules(tmp_path: Path) -> None:
    install(tmp_path)
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    assert "no-whilst" in docgen(tmp_path, "rule").stdout
    assert "the house says *while*" in docgen(tmp_path, "rule", "no-whilst").stdout
    assert "Finds the word *whilst*. (warning, on)" in docgen(tmp_path, "schema", "--folder").stdout
    assert "report.yaml:7:21: warning[no-whilst]" in docgen(tmp_path, "check", "report.yaml").stdout


def test_a_folder_of_content_brings_no_code(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    (tmp_path / "house_rules.py").write_text("raise SystemExit('run!')", "utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "no_whilst.py").write_text(RULE, "utf-8")
    told = docgen(tmp_path, "check", "report.yaml")
    assert "error[unknown-rule] there is no rule 'no-whilst'" in told.stdout
    assert "run!" not in told.stderr
