"""What reports and blocks come to: a report goes in, the document that both writers get comes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from docgen.document.kernel import Document
from docgen.job import Job
from docgen.pipeline import prepare
from docgen.report.blocks import kinds
from docgen.style.model import Style
from docgen.world import MemoryWorld
from docgen.writers import writer
from docgen.writers.writer import Edition
from tests.cases import FOLDER, Case, Example, find_cases
from tests.programs import ROOT
from tests.test_errors import PICTURES

CASES = [*find_cases("blocks"), *find_cases("report")]


def style_files() -> Mapping[str, bytes]:
    root = ROOT / "styles"
    return {str(path.relative_to(ROOT)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def composed(example: Example) -> tuple[Document, Style]:
    """The document of an example, which must be free of mistakes."""
    pictures = {f"pictures/{name}": data for name, data in PICTURES.items()}
    files = {fence.name("report.yaml"): fence.data for fence in example.given}
    prepared = prepare(MemoryWorld({**style_files(), **pictures, **files}), Job("report.yaml"))
    assert [finding.message for finding in prepared.findings] == []
    assert prepared.document is not None
    assert prepared.style is not None
    return prepared.document, prepared.style


def dumped(example: Example) -> str:
    """The text of the document; its properties and furniture are the same everywhere and left out."""
    document, style = composed(example)
    edition = Edition(document, style, {}, datetime(2024, 5, 6, tzinfo=UTC), None)
    lines = writer("tree").write(edition).decode().splitlines(keepends=True)
    begin = next(number for number, line in enumerate(lines) if line.startswith("  group masthead"))
    return "".join(lines[begin:])


@pytest.mark.parametrize("path", CASES)
def test_a_report_comes_to_its_document(path: Path, update: bool) -> None:
    case = Case.read(path)
    case.settle("document", [dumped(example) for example in case.examples("document")], update=update)


def test_every_block_has_its_case() -> None:
    assert {path.stem for path in (FOLDER / "blocks").glob("*.md")} == set(kinds())
