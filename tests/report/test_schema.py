"""The schema that editors get: valid, whole, and of one mind with the binder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from docgen.report.manual import schema_text, starter_text

SCHEMA = json.loads(schema_text())
CONTENT = Path(__file__).parents[2] / "content"


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def plain(node: Any) -> Any:
    """YAML as an editor's server sees it, dates as text."""
    return yaml.load(node, yaml.BaseLoader)  # noqa: S506  BaseLoader makes only text, lists and mappings


def errors(document: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(SCHEMA).iter_errors(document)]


def test_the_starter_is_valid() -> None:
    document = plain(starter_text())
    document["docgen"] = int(document["docgen"])
    assert errors(document) == []


@pytest.mark.parametrize("path", sorted(CONTENT.glob("2*.yaml")), ids=lambda path: path.stem)
def test_the_published_reports_are_valid_with_what_they_share(path: Path) -> None:
    document = {**plain((CONTENT / "docgen.yaml").read_text("utf-8")), **plain(path.read_text("utf-8"))}
    assert errors(typed(document)) == []


def typed(value: Any) -> Any:
    """Digits as numbers, as a YAML server reads them."""
    if isinstance(value, dict):
        return {key: typed(child) for key, child in value.items()}
    if isinstance(value, list):
        return [typed(child) for child in value]
    return int(value) if isinstance(value, str) and value.isdigit() else value


@pytest.mark.parametrize(
    "change",
    [
        {"sponsor": "x"},
        {"sections": [{"body": "no heading"}]},
        {"sections": [{"heading": "x", "kind": "pannel"}]},
        {"sections": [{"heading": "x", "body": [{"figur": {}}]}]},
        {"sections": [{"heading": "x", "body": [{"figure": {"picture": "a.png"}, "contents": {}}]}]},
    ],
    ids=["unknown key", "missing heading", "unknown kind", "unknown block", "two blocks"],
)
def test_what_docgen_refuses_the_schema_refuses(change: dict[str, Any]) -> None:
    valid = {"title": "x", "date": "2013-01-18", "sections": []}
    assert errors(valid) == []
    assert errors({**valid, **change}) != []


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for holder in (schema, *schema["definitions"].values()):
        yield from holder["properties"].items()


def test_every_key_says_what_it_holds() -> None:
    assert [key for key, value in properties(SCHEMA) if not value.get("description")] == []
