"""The manual is whole and true: every rule says what it does and why, every list says where it comes from."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from importlib import resources

import pytest
from click.testing import CliRunner

from docgen.checks import lists
from docgen.checks.registry import rules
from docgen.checks.rule import Rule
from docgen.checks.settling.settings import defaults
from docgen.cli import main
from docgen.reading.shapes import shapes
from tests.programs import ROOT

RULES = [pytest.param(rule, id=name) for name, rule in rules().items()]
MODULES = {path.stem for path in (ROOT / "docgen" / "checks" / "rules").glob("[!_]*.py")}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_whole_manual(rule: Rule) -> None:
    assert rule.manual.is_whole, "a manual has: what it does, Why it matters:, Example:, What to do:"
    assert rule.manual.summary.startswith("Finds ")
    assert rule.manual.summary.endswith(".")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_shows_its_manual(rule: Rule) -> None:
    shown = CliRunner().invoke(main, ["rule", rule.name])
    assert shown.exit_code == 0
    assert rule.manual.todo in shown.output


@pytest.mark.parametrize("rule", RULES)
def test_every_option_has_a_manual_and_a_default(rule: Rule) -> None:
    if dataclasses.fields(rule.options):
        assert all(shape.manual.description and not shape.required for shape in shapes(rule.options).values())
        assert all(option.key in CliRunner().invoke(main, ["rule", rule.name]).output for option in defaults(rule))


def test_a_rule_is_named_like_its_module() -> None:
    assert {name.replace("-", "_") for name in rules()} == MODULES


def test_the_list_of_rules_names_every_one() -> None:
    shown = CliRunner().invoke(main, ["rule"]).output
    entries = [line for line in shown.splitlines() if not line.startswith(" ")]
    assert [line.split()[0] for line in entries] == list(rules())
    assert all(" ".join(rule.manual.summary.split()) in " ".join(shown.split()) for rule in rules().values())


@pytest.mark.parametrize(
    "file", sorted(entry.name for entry in resources.files(lists).iterdir() if "__" not in entry.name)
)
def test_a_list_says_where_it_comes_from(file: str) -> None:
    first, *rest = (resources.files(lists) / file).read_text("utf-8").splitlines()
    assert first.startswith("# ")
    assert rest == sorted(rest) or file.endswith(".tsv"), "sort it, so that a change shows what changed"


def test_rules_keep_nothing() -> None:
    """A rule may be asked about one report after another, in any order."""
    for name in MODULES:
        module = sys.modules[f"docgen.checks.rules.{name}"]
        kept = [key for key, value in vars(module).items() if isinstance(value, list | set | dict) and key[0] != "_"]
        mutable = [key for key in kept if not (key.isupper() and isinstance(vars(module)[key], dict))]
        assert not mutable, f"{name} holds {mutable}"
        assert inspect.getdoc(module)
