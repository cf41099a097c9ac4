"""The schema that editors get: valid, whole, and of one mind with the binder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from docgen.checks.settling.schema import report_schema
from docgen.report.manual import starter_text
from tests.cases import FOLDER, Case

SCHEMA = json.loads(report_schema())
CONTENT = Path(__file__).parents[2] / "content"


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def plain(node: Any) -> Any:
    """YAML as an editor's server sees it, dates as text, nothing where nothing is written."""
    return emptied(yaml.compose(node, yaml.SafeLoader))


def emptied(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
            raise yaml.YAMLError("a key that is no word")
        return {key.value: emptied(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [emptied(value) for value in node.value]
    return None if node is None or (node.style is None and node.value in ("", "~", "null")) else node.value


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


REFUSED_BY_BOTH = {
    *("bad-label", "content-version", "empty-value", "missing-key", "one-block", "out-of-range", "unknown-block"),
    *("unknown-key", "unknown-value", "wrong-type"),
}
"""What is wrong with the shape of a file; the rest of docgen's findings no schema can make."""


def examples(folder: str, kind: str) -> Iterator[Any]:
    """Each example of the cases in a folder: the report that goes in, and what is expected."""
    for path in (FOLDER / folder).glob("*.md"):
        for number, example in enumerate(Case.read(path).examples(kind)):
            reports = [fence for fence in example.given if fence.name("report.yaml") == "report.yaml"]
            if len(example.given) == 1 and reports:
                yield pytest.param(reports[0].data, example.expected.body, id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("data", "_document"), [*examples("blocks", "document"), *examples("report", "document")])
def test_what_docgen_takes_the_schema_takes(data: bytes, _document: str) -> None:
    assert errors(typed(plain(data.decode()))) == []


@pytest.mark.parametrize(("data", "findings"), [*examples("errors", "findings")])
def test_the_schema_refuses_what_is_wrong_with_the_shape_of_a_file(data: bytes, findings: str) -> None:
    codes = set(re.findall(r"error\[([a-z-]+)\]", findings))
    try:
        document = typed(plain(data.decode()))
    except (yaml.YAMLError, UnicodeDecodeError):
        return
    if codes and codes <= REFUSED_BY_BOTH and "'hosts' is missing" not in findings:
        assert errors(document) != []
