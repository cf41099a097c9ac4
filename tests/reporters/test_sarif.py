"""SARIF as Microsoft's own validator takes it, which also knows what code hosts make of it."""

from __future__ import annotations

import json
import re
import subprocess
from email.message import Message
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.checks.registry import rules
from docgen.cli import main
from docgen.reporters import reporter
from tests.checks.defects import ORIGINALS
from tests.programs import ROOT, require
from tests.reporters.test_reporters import RUN

PACKAGE = ROOT / ".venv" / "sdk" / "node_modules" / "@microsoft" / "sarif-multitool"

NO_ADDRESS = "SARIF2005"
"""That a program names no page about itself: the package has no address yet, and none is made up."""

NO_INDEX = "SARIF1009"
"""That an index leads nowhere."""


def verdicts(log: str, folder: Path) -> set[str]:
    """The rules of SARIF that a log breaks, in the validator's eyes. It asks no network."""
    program = validator()
    given, told = folder / "given.sarif", folder / "told.sarif"
    given.write_text(log, encoding="utf-8")
    asked = [program, "validate", str(given), "--output", str(told), "--level", "Error;Warning", "--quiet"]
    subprocess.run(asked, capture_output=True, timeout=300, check=False)
    return {result["ruleId"] for result in json.loads(told.read_text("utf-8"))["runs"][0]["results"]}


def validator() -> str:
    """The program itself: what npm starts hands it to a shell, which stumbles over blanks in a folder's name."""
    if not PACKAGE.is_dir():
        return require("sarif-multitool")
    asked = [require("node"), "-p", f"require({json.dumps(str(PACKAGE))})"]
    return subprocess.run(asked, capture_output=True, encoding="utf-8", timeout=60, check=True).stdout.strip()


def checked(*paths: str) -> str:
    return CliRunner().invoke(main, ["check", "--select", "all", "--format", "sarif", *paths]).stdout


@pytest.mark.parametrize("folder", [str(ORIGINALS), "../tests/originals", "nowhere"])
def test_findings_are_told_in_valid_sarif(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ORIGINALS.parent)
    assert verdicts(checked(folder), tmp_path) <= {NO_ADDRESS}


def test_whatever_findings_say_it_is_valid_sarif(tmp_path: Path) -> None:
    assert verdicts(reporter("sarif")(RUN), tmp_path) <= {NO_ADDRESS}


def test_a_package_with_an_address_leaves_the_validator_nothing_to_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = Message()
    about["Project-URL"] = "Homepage, https://example.org/docgen"
    monkeypatch.setattr("docgen.reporters.sarif.metadata.metadata", lambda _: about)
    log = reporter("sarif")(RUN)
    assert json.loads(log)["runs"][0]["tool"]["driver"]["informationUri"] == "https://example.org/docgen"
    assert verdicts(log, tmp_path) == set()


def test_every_rule_brings_its_manual_as_text_and_as_markdown() -> None:
    told = json.loads(reporter("sarif")(RUN))["runs"][0]["tool"]["driver"]["rules"]
    manuals = {rule["id"]: rule["help"] for rule in told if rule["id"] in rules()}
    assert manuals.keys() == rules().keys()
    for name, manual in manuals.items():
        assert rules()[name].manual.todo in manual["text"]
        (example,) = re.findall(r"\*\*Example:\*\*\n\n```text\n(.+?)\n```", manual["markdown"], re.DOTALL)
        assert any(not line.startswith(" ") for line in example.splitlines())


def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    log = json.loads(reporter("sarif")(RUN))
    log["runs"][0]["results"][0]["ruleIndex"] = 10_000
    assert NO_INDEX in verdicts(json.dumps(log), tmp_path)
