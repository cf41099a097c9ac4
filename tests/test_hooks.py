"""The hooks for pre-commit: commands that there are, on the files that are reports."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from docgen.cli import main
from tests.programs import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_asks_for_what_there_is(hook: dict[str, Any]) -> None:
    program, command, *options = hook["entry"].split()
    told = CliRunner().invoke(main, [command, "--help"]).output
    assert program == "docgen"
    assert all(option in told for option in options)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
@pytest.mark.parametrize(
    ("path", "is_report"),
    [("content/a.yaml", True), ("content/2013/a.yml", True), ("content/docgen.yaml", False), ("styles/a.yaml", False)],
)
def test_a_hook_looks_at_reports(hook: dict[str, Any], path: str, is_report: bool) -> None:
    assert (bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)) is is_report
