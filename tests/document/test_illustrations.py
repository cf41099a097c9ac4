"""Pictures are found where staff mean them, however their names are spelt on disk."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from docgen.job import Exit, Job
from docgen.pipeline import check
from docgen.world import DiskWorld
from tests.test_errors import PICTURES

REPORT = """\
title: A Day on Water
hosts: [the River Institute]
date: 2024-05-06
sections:
  - heading: Opening
    body: |
      ![The bridge](pictures/{name}.png)
"""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
def test_a_name_with_an_accent_is_found_in_either_form(form: str, on_disk: str, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    name = "Göta älv"
    (tmp_path / "pictures" / f"{unicodedata.normalize(on_disk, name)}.png").write_bytes(PICTURES["dot.png"])
    report = tmp_path / "report.yaml"
    written = REPORT.format(name=unicodedata.normalize(form, name)).replace("(pictures/", "(<pictures/")
    report.write_text(written.replace(".png)", ".png>)"), "utf-8")
    outcome = check(DiskWorld(), Job(str(report)))
    assert [finding.message for finding in outcome.findings] == []
    assert outcome.exit is Exit.DONE
