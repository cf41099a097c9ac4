"""Where columns and pages end: the cases of `tests/cases/layout`, each set twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case, Fence, find_cases
from tests.layout.notation import copy_of, set_copy, sheet, shown


def pages_of(flow: Fence) -> str:
    """The pages of a flow; its fence says how many columns and rows they have, and whether the last ones end level."""
    asked = dict(word.split("=") for word in flow.words[1:])
    columns, rows = int(asked.get("columns", 2)), int(asked.get("rows", 8))
    style = sheet(columns, rows, asked.get("level") == "yes")
    first, second = (set_copy(copy_of(flow.body), style) for _ in range(2))
    assert first == second
    return shown(first, columns, rows)


@pytest.mark.parametrize("path", find_cases("layout"))
def test_pages_are_as_the_case_shows_them(path: Path, update: bool) -> None:
    case = Case.read(path)
    case.settle("pages", (pages_of(example.given[-1]) for example in case.examples("pages")), update=update)
