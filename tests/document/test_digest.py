"""What a review is of: the digest changes with what a report says, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from docgen.document.digest import content_digest
from docgen.job import Job
from docgen.pipeline import prepare
from docgen.world import DiskWorld

REPORT = """\
docgen: 1
title: A Day on Water
hosts: [the River Institute]
date: 2024-05-06
sections:
  - heading: Opening
    body: |
      It began at *nine*, with a [film](https://example.org/film) and a [mot]{lang=fr}.[^1]

      ![A river](river.png "The river.")

      | Hour | Speaker |
      |------|---------|
      | nine | Ann Lee |

      - one
      - two

      [^1]: Sharp.
"""

SAME = {
    "a comment": ("title:", "# the title\ntitle:"),
    "quotes": ("A Day on Water", '"A Day on Water"'),
    "another line": ("with a [film]", "with\n      a [film]"),
    "the width of a picture": ('"The river.")', '"The river."){width=page}'),
    "another size of text": ("sections:", "style: {text: 11/12.65, paper: a4}\nsections:"),
    "a review": (
        "sections:",
        "reviewed: {by: Ann Lee, on: 2024-05-20, of: 0123456789abcdef, answers: {links: yes}}\nsections:",
    ),
    "settings of the checks": ("sections:", "checks: {ignore: [unknown-word]}\nsections:"),
    "hyphens": ("It began", "[It]{.nohyphen} began"),
}
OTHER = {
    "a word": ("nine*", "ten*"),
    "emphasis": ("*nine*", "nine"),
    "the title": ("A Day", "Two Days"),
    "where a link leads": ("/film", "/book"),
    "a language": ("{lang=fr}", "{lang=de}"),
    "the language of all": ("sections:", "language: en-GB\nsections:"),
    "an alternative text": ("![A river]", "![A brook]"),
    "an ornament": ('![A river](river.png "The river.")', '![](river.png "The river."){.decorative}'),
    "a caption": ("The river.", "A river."),
    "a list that counts": ("- one\n      - two", "1. one\n      2. two"),
    "a list that is none": ("- one\n      - two", "one\n\n      two"),
    "a note": ("Sharp.", "Flat."),
    "a heading below": ("It began", "# Nine\n\n      It began"),
}


def digest_of(folder: Path, report: str, colour: tuple[int, int, int] = (10, 60, 120)) -> str:
    """The digest of a report whose picture has a colour."""
    folder.mkdir(exist_ok=True)
    (folder / "report.yaml").write_text(report, "utf-8")
    Image.new("RGB", (1200, 600), colour).save(folder / "river.png")
    prepared = prepare(DiskWorld(), Job(str(folder / "report.yaml")))
    assert prepared.document is not None
    assert prepared.pictures is not None
    return content_digest(prepared.document, prepared.pictures)


@pytest.mark.parametrize("change", SAME, ids=str)
def test_what_says_nothing_leaves_the_digest(change: str, tmp_path: Path) -> None:
    before, after = SAME[change]
    assert before in REPORT
    assert digest_of(tmp_path, REPORT.replace(before, after)) == digest_of(tmp_path, REPORT)


@pytest.mark.parametrize("change", OTHER, ids=str)
def test_what_says_something_else_changes_it(change: str, tmp_path: Path) -> None:
    before, after = OTHER[change]
    assert before in REPORT
    assert digest_of(tmp_path, REPORT.replace(before, after)) != digest_of(tmp_path, REPORT)


def test_another_picture_under_the_same_name_changes_it(tmp_path: Path) -> None:
    assert digest_of(tmp_path, REPORT, (200, 60, 120)) != digest_of(tmp_path, REPORT)
