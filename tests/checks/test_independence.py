"""docgen is not written to fit the originals: none of their names, titles, wordings or slips stands in it.

What is general stands in lists whose named source has it, and what docgen words itself in `wording/`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.checks.defects import ORIGINALS, table
from tests.programs import ROOT

PACKAGE = ROOT / "docgen"
RUN = 4
"""From how many words on a run of them is somebody's wording."""

SOURCED = ("checks/lists/", "checks/spelling/data/", "style/wording/")

ANYBODYS = {"united", "nations"}
"""Words that tell nothing, long as they are."""

MISSPELLED = {"spell", "hyphen-lost", "split-word", "acronym-case", "name"}
"""The classes of defects in which a single word is nobody else's."""


def files() -> list[Path]:
    """The files that people wrote, but for lists that name their source, and wording."""
    kinds = {".py", ".yaml", ".md", ".txt", ".tsv"}
    found = (path for path in PACKAGE.rglob("*") if path.suffix in kinds)
    return sorted(path for path in found if not path.relative_to(PACKAGE).as_posix().startswith(SOURCED))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of words that say something: *at the end of* is anybody's."""
    found = words(text)
    every = {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}
    return {run for run in every if sum(len(word) > 4 and word not in ANYBODYS for word in run) > 1}


@cache
def originals() -> set[tuple[str, ...]]:
    """The runs of words of both originals."""
    return runs("\n\n".join(path.read_text("utf-8") for path in sorted(ORIGINALS.glob("*.txt"))))


@cache
def people() -> frozenset[str]:
    """The names of everybody in the corrected reports, and what the reports are called."""
    shared = yaml.safe_load((ROOT / "content" / "docgen.yaml").read_text("utf-8"))
    reports = [yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "content").glob("2*.yaml")]
    named = {person["name"] for report in (shared, *reports) for person in (report.get("people") or {}).values()}
    return frozenset({*named, *(name.split()[-1] for name in named), *(report["title"] for report in reports)})


@cache
def slips() -> frozenset[str]:
    """What stands in the table of defects; of single words those that are no words."""
    telling = (row for row in table() if len(words(row.string)) > 1 or row.kind in MISSPELLED)
    return frozenset(row.string.strip() for row in telling)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_knows_nothing_of_the_originals(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not {name for name in people() if name in text and re.search(rf"\b{re.escape(name)}\b", text)}, "people"
    assert not {string for string in slips() if string in text}, "strings of defects.tsv"
    assert not runs(text) & originals(), "runs of words"
