"""A report with its own parts, boxed and counted, as it is published: sound files, one text and one look in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.conformance import kind_of
from docgen.job import Job
from docgen.pipeline import check, publish
from docgen.returning.word import read_origin
from docgen.world import MemoryWorld
from tests.test_documents import style_files
from tests.test_published import words_of_docx
from tests.writers import tagged
from tests.writers.opened import w, xml
from tests.writers.standards import failed

REPORT = """\
title: The Lower River Dialogue
hosts: [the River Institute]
date: 2024-05-06
introduction:
  - summary:
      width: page
      body: States met for a day to see what it takes to keep the river.
      key-messages:
        - Wells have to be mapped valley by valley, with those who dug them.
        - Reporting is a beginning, not an end.^[So said the Chair.]
sections:
  - heading: What Was Said
    body:
      - numbered:
          - The meeting was opened by the Chair, who read a message from the mayor.
          - text: The meeting adopted its agenda without a vote.
            id: agenda
      - As [](#agenda) shows, and [](#contact) asks, much was agreed on.
      - callout:
          title: What the River Fund Does
          body: |
            It pays for maps of the wells, and for those who draw them.

            - It meets in spring.
            - It reads the [reports](https://example.org/reports) of its members.
      - pull-quote:
          text: Reporting is a beginning, not an end.
          source: The Chair
      - quote:
          body: We owe the river whole to those who come after us.
          source: The Chair, in closing
      - numbered: The meeting was closed at noon.
  - heading: What Was Asked For
    body:
      - recommendations:
          - to: Member States
            text: |
              Name a point of contact for the river.

              Such contacts should have the means to answer.
            id: contact
          - Meet again within a year.
"""


def written(report: str, style: str = "") -> dict[str, bytes]:
    own = {"styles/own/style.yaml": style.encode()} if style else {}
    world = MemoryWorld({**style_files(), **own, "report.yaml": report.encode()})
    done = publish(world, Job("report.yaml", style="own" if style else None)).outcome
    assert done.findings == ()
    return {path.rpartition(".")[2]: data for path, data in done.files}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return written(REPORT)


def test_both_files_are_sound(files: dict[str, bytes]) -> None:
    assert failed(files["pdf"]) == []
    for kind, data in files.items():
        checker = kind_of(f"report.{kind}")
        assert checker is not None
        assert checker.examine(f"report.{kind}", data, in_review=False).findings == ()


def test_both_say_the_same(tmp_path: Path) -> None:
    """The notes of a Word file stand in a part of their own; its bullets and the numbers of paragraphs, in none."""
    files = written(re.sub(r"\^\[.*?\]", "", REPORT))
    (tmp_path / "report.docx").write_bytes(files["docx"])
    told = tagged.told_by_structure(files["pdf"], tmp_path)
    told = re.sub(r"(?m)^\s*(•|\d\.)\s", "", told)
    assert "".join(tagged.words(told)).casefold() == "".join(words_of_docx(tmp_path / "report.docx")).casefold()


def test_nothing_is_said_but_what_is_written_and_worded(files: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(files["docx"])
    worded = {"Executive", "Summary", "Key", "Messages", "Recommendation", "paragraph", "To", "An", "event", "hosted"}
    known = set(re.findall(r"\w+", REPORT)) | worded | {"by", "Date", "May", "6", "1", "2"}
    assert {word for said in words_of_docx(tmp_path / "report.docx") for word in re.findall(r"\w+", said)} <= known


def test_word_joins_the_paragraphs_of_a_panel_to_one_box(files: dict[str, bytes]) -> None:
    """They have the same borders and edges; the last of a filled one closes it."""
    boxed = [found for found in xml(files["docx"]).iter(w("p")) if found.find(f"{w('pPr')}/{w('shd')}") is not None]
    sides = [[side.tag.rpartition("}")[2] for side in found.find(f"{w('pPr')}/{w('pBdr')}")] for found in boxed]
    assert sides == [["top", "left", "right"]] * 3 + [["left", "bottom", "right"]]
    edges = []
    for found in boxed:
        ind = found.find(f"{w('pPr')}/{w('ind')}")
        edges.append((int(ind.get(w("left"))) - int(ind.get(w("hanging"), "0")), int(ind.get(w("right")))))
    assert set(edges) == {(160, 160)}


def test_word_counts_and_can_renew_what_refers(files: dict[str, bytes]) -> None:
    asked = [found.text.strip() for found in xml(files["docx"]).iter(w("instrText"))]
    assert [one for one in asked if "REF" in one] == ["REF _agenda \\n \\h", "REF _contact \\h"]
    assert asked.count("SEQ Recommendation \\* ARABIC") == 2
    numbered = [found for found in xml(files["docx"]).iter(w("pStyle")) if found.get(w("val")) == "NumberedParagraph"]
    assert len(numbered) == 3


def test_a_file_that_comes_back_untouched_says_nothing_new(files: dict[str, bytes]) -> None:
    """What docgen counts is no part of what staff wrote."""
    returned = read_origin(files["docx"])
    assert returned is not None
    assert [block.id for block in returned.blocks if block.changed] == []
    assert returned.added == ()
    assert {block.id: block.text for block in returned.blocks}["contact"] == "Member States"


OWN = """\
docgen-style: 1
name: own
extends: classic
palette: {accent: "#1f3864", pale: "#eaf0f8"}
panels:
  callout: {fill: pale, edge: accent, sides: [left], width: 3}
  recommendation: {fill: pale, sides: []}
"""


def test_a_style_paints_its_panels_with_its_palette() -> None:
    """It takes from the style it extends what it does not say: here the padding."""
    data = written(REPORT, OWN)["docx"]
    fills = {found.get(w("fill")) for found in xml(data).iter(w("shd"))}
    edges = {found.get(w("color")) for found in xml(data).iter(w("left"))} - {None}
    assert fills == {"EAF0F8"}
    assert edges == {"EAF0F8", "1F3864"}


def test_every_block_is_proof_read() -> None:
    """Each of these has a slip of its own, on a line of its own."""
    report = """\
title: The Lower River Dialogue
hosts: [the River Institute]
date: 2024-05-06
sections:
  - heading: What Was Said
    body:
      - summary:
          title: The River in breif
          body: States met for a dya.
          key-messages: [Wells haev to be mapped.]
      - numbered:
          - The meeting was opend by the Chair.
          - text: It adoptde its agenda.
      - callout:
          title: What the Fund reallly Does
          body: It pays for mpas of the wells.
      - pull-quote:
          text: Reporting is a beginnning.
          source: The Chiar
      - quote:
          body: We owe the rivver to them.
          source: The Chair, in closng
      - recommendations:
          - to: Membre States
            text: Name a piont of contact.
          - Meet agian.
"""
    findings = check(MemoryWorld({**style_files(), "report.yaml": report.encode()}), Job("report.yaml")).findings
    lines = {report[: one.span.start].count("\n") + 1 for one in findings if one.code == "unknown-word"}
    slips = re.compile(r"breif|dya|haev|opend|adoptde|mpas|beginnning|Chiar|reallly|rivver|closng|Membre|piont|agian")
    assert lines == {at for at, line in enumerate(report.splitlines(), 1) if slips.search(line)}
