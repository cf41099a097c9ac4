"""What an editor offers under `checks:`: the rules, what they find, and their options."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from docgen.checks.registry import rules
from docgen.checks.settling.schema import folder_schema, report_schema
from docgen.checks.settling.settings import defaults
from docgen.cli import main

REPORT = json.loads(report_schema())
FOLDER = json.loads(folder_schema())
KEYS = REPORT["definitions"]["CheckSettings"]["properties"]
CONTENT = Path(__file__).parents[2] / "content"


def errors(checks: str) -> list[str]:
    """What an editor underlines in a `docgen.yaml` of these settings."""
    document = {"checks": yaml.safe_load(checks)}
    return [error.message for error in jsonschema.Draft7Validator(FOLDER).iter_errors(document)]


def offered(items: dict[str, Any]) -> dict[str, str]:
    return dict(zip(items["enum"], items["enumDescriptions"], strict=True))


@pytest.mark.parametrize("key", ["select", "ignore"])
def test_every_rule_is_offered_with_what_it_finds(key: str) -> None:
    choice = offered(KEYS[key]["items"])
    assert choice.keys() - {"default", "all"} == rules().keys()
    assert choice["repeated-word"].startswith(rules()["repeated-word"].manual.summary)
    assert choice["heading-length"].endswith("(warning, off unless selected)")


def test_groups_of_rules_are_offered_where_they_may_stand() -> None:
    assert {"default", "all"} <= offered(KEYS["select"]["items"]).keys()
    assert not {"default", "all"} & offered(KEYS["ignore"]["items"]).keys()


def test_the_severity_of_every_rule_is_offered() -> None:
    assert KEYS["severity"]["properties"].keys() == rules().keys()
    assert KEYS["severity"]["properties"]["alt-text"]["enum"] == ["hint", "warning", "error"]


def test_options_are_offered_for_the_rules_that_have_some_and_say_what_they_hold() -> None:
    properties = KEYS["options"]["properties"]
    assert properties.keys() == {name for name, rule in rules().items() if defaults(rule)}
    most = properties["heading-length"]["properties"]["most"]
    assert (most["description"], most["default"]) == ("the most characters that a heading may have", 90)
    assert (most["minimum"], most["maximum"]) == (20, 300)
    assert [
        key for rule in properties.values() for key, value in rule["properties"].items() if "default" not in value
    ] == []


@pytest.mark.parametrize(
    "checks",
    [
        "{select: [default, heading-case], ignore: [repeated-word]}",
        "{severity: {alt-text: warning}}",
        "{options: {heading-length: {most: 80}, missing-section: {required: [opening]}}}",
        "{options: {heading-length: }}",
    ],
)
def test_an_editor_is_content_with_right_settings(checks: str) -> None:
    assert errors(checks) == []


@pytest.mark.parametrize(
    "checks",
    [
        "{select: [heading-cse]}",
        "{ignore: [all]}",
        "{severity: {alt-txt: warning}}",
        "{severity: {alt-text: grave}}",
        "{options: {heading-length: {least: 80}}}",
        "{options: {heading-length: {most: 8}}}",
        "{options: {repeated-word: {most: 80}}}",
    ],
)
def test_an_editor_underlines_wrong_ones(checks: str) -> None:
    assert errors(checks) != []


def test_what_reports_share_needs_no_title() -> None:
    jsonschema.Draft7Validator.check_schema(FOLDER)
    jsonschema.validate(yaml.safe_load((CONTENT / "docgen.yaml").read_text("utf-8")), FOLDER)
    assert REPORT["required"] == ["title", "date", "sections"]


def test_the_command_prints_both() -> None:
    assert CliRunner().invoke(main, ["schema"]).output == report_schema()
    assert CliRunner().invoke(main, ["schema", "--folder"]).output == folder_schema()


def test_no_rule_is_loaded_before_the_schema_is_asked_for() -> None:
    code = "import sys, docgen.cli.new, docgen.cli.schema; print([m for m in sys.modules if 'checks.rules.' in m])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
