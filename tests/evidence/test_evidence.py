"""What an auditor gets: a page that can be read by everybody, and the same as data."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from base64 import b64decode
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree
from PIL import Image

from docgen.cli import main
from docgen.evidence.colours import LEAST_LARGE, contrasts, least_contrast
from docgen.evidence.markup import element, escaped, written
from docgen.layout.page import Fragment, Page, Pages, TextLine
from docgen.style.contrast import LEAST
from tests.samples import style

HOSTILE = """<script>alert("it's")</script>"""
REPORT = """\
docgen: 1
title: 'A Day on Water & <script>alert("it''s")</script>'
hosts: [the River Institute]
date: 2024-05-06
sections:
  - heading: Opening Remarks
    body: |
      It began with a [film](https://example.org/film?a=1&b=2), a [mot juste]{lang=fr}, and [the table](#hours).[^1]

      ![A river "in spate"](river.png "The river.")

      ![](line.svg){.decorative}

      {#hours}
      | Hour | Speaker |
      |------|---------|
      | nine | Ann Lee |

      [^1]: Sharp.
"""
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0 L40 0 L40 20 Z" fill="#7b2d26"/></svg>
"""
ANSWERED = """\
reviewed:
  - by: Ann Lee
    on: 2024-05-20
    of: {state}
    answers: {{title: yes, colour: "no, the river is told from its banks by colour alone"}}
  - by: Jo Day
    on: 2024-05-08
    of: 0123456789abcdef
    answers: {{headings: yes}}
"""


@dataclass
class Made:
    """The folder of a report, its evidence as page and data, and what was printed."""

    folder: Path
    page: etree._Element
    data: dict[str, Any]
    printed: str


def verify(folder: Path, report: str) -> Made:
    """A report in a folder, and its evidence."""
    (folder / "report.yaml").write_text(report, "utf-8")
    Image.new("RGB", (1200, 600), (10, 60, 120)).save(folder / "river.png")
    (folder / "line.svg").write_text(DRAWING, "utf-8")
    paths = ["--evidence", str(folder / "evidence"), str(folder / "report.yaml")]
    printed = CliRunner().invoke(main, ["verify", *paths]).output
    page = (folder / "evidence" / "report.evidence.html").read_bytes()
    data = (folder / "evidence" / "report.evidence.json").read_bytes()
    return Made(folder, etree.fromstring(page), json.loads(data), printed)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return verify(tmp_path_factory.mktemp("evidence"), REPORT)


@pytest.fixture(scope="module")
def page(made: Made) -> etree._Element:
    return made.page


@pytest.fixture(scope="module")
def data(made: Made) -> dict[str, Any]:
    return made.data


def words(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


def rows(page: etree._Element, section: str) -> list[list[str]]:
    """The cells of a section's tables."""
    return [[words(cell) for cell in row] for row in page.iterfind(f".//section[@id='{section}']//tbody/tr")]


def test_files_are_known_by_their_hashes(made: Made) -> None:
    digests = {file["name"]: file["digest"] for file in made.data["inputs"]}
    for name in ("report.yaml", "river.png", "line.svg"):
        assert digests[name] == hashlib.sha256((made.folder / name).read_bytes()).hexdigest()
    assert "styles/classic/style.yaml" in digests
    assert all(not os.path.isabs(name) for name in digests)


def test_the_hashes_are_those_of_the_files_that_render_writes(made: Made, tmp_path: Path) -> None:
    CliRunner().invoke(main, ["render", str(made.folder / "report.yaml"), "-o", str(tmp_path)])
    assert [file["name"] for file in made.data["outputs"]] == ["report.pdf", "report.docx"]
    for file in made.data["outputs"]:
        assert hashlib.sha256((tmp_path / file["name"]).read_bytes()).hexdigest() == file["digest"]


def test_validators_are_named_with_versions_and_verdicts(data: dict[str, Any], page: etree._Element) -> None:
    asked = {(one["file"], one["validator"], one["standard"].split(" (")[0]): one for one in data["verdicts"]}
    assert {key[1] for key in asked} == {"docgen check", "docgen verify", "veraPDF"}
    for standard in ("PDF/UA-1", "PDF/A-2a"):
        verdict = asked["report.pdf", "veraPDF", standard]
        assert verdict["passed"] is True
        assert verdict["version"]
    assert len(rows(page, "validators")) == len(asked)


def test_pictures_stand_beside_their_alternative_texts(page: etree._Element, data: dict[str, Any]) -> None:
    shown = page.findall(".//section[@id='pictures']/article")
    assert [image.get("alt") for image in page.iter("img")] == ['A river "in spate"', ""]
    assert [words(one.find("dl/dd")) for one in shown] == ['A river "in spate"', "none: it is marked as decorative"]
    for image, told in zip(page.iter("img"), data["pictures"], strict=True):
        kind, coded = image.get("src", "").split(";base64,")
        assert kind == f"data:{told['type']}"
        assert hashlib.sha256(b64decode(coded)).hexdigest() == told["digest"]


def test_a_drawing_is_shown_as_it_is_drawn(page: etree._Element) -> None:
    coded = [image.get("src", "") for image in page.iter("img")][1].partition(",")[2]
    drawing = etree.fromstring(b64decode(coded))
    path = drawing.find(".//{*}path")
    assert path is not None
    assert path.get("fill") == "#7b2d26"


def test_the_reading_order_is_that_of_the_pdf(page: etree._Element) -> None:
    read = [cells[3] for cells in rows(page, "order")]
    for before, after in (("Opening Remarks", 'A river "in spate"'), ('A river "in spate"', "Speaker")):
        assert read.index(before) < read.index(after)
    kinds = {cells[3]: cells[2] for cells in rows(page, "order")}
    assert kinds["Opening Remarks"] == "Heading level 2"


def test_links_are_told_with_their_addresses(page: etree._Element) -> None:
    assert rows(page, "links") == [
        ["film", "https://example.org/film?a=1&b=2", "Opening Remarks"],
        ["the table", "in this report: hours", "Opening Remarks"],
    ]


def test_languages_are_told_with_their_words(page: etree._Element) -> None:
    found = rows(page, "languages")
    assert [cells[0] for cells in found] == ["en-US", "fr"]
    assert found[1] == ["fr", "2", "mot juste"]
    french = [node for node in page.iter("span") if node.get("lang") == "fr"]
    assert all(words(node) == "mot juste" for node in french)


def test_questions_are_open_until_they_are_answered(tmp_path: Path, made: Made) -> None:
    before = made.data
    assert all(question["open"] or question["needless"] for question in before["questions"])
    assert "for a person are not answered: title," in made.printed
    assert f"of: {before['state']}" in made.printed
    after = verify(tmp_path, REPORT + ANSWERED.format(state=before["state"])).data
    told = {question["key"]: question for question in after["questions"]}
    assert after["state"] == before["state"]
    assert not told["title"]["open"]
    assert told["colour"]["answers"][0]["is_yes"] is False
    assert told["colour"]["answers"][0]["words"] == "the river is told from its banks by colour alone"
    assert told["headings"]["open"]
    assert told["headings"]["answers"][0]["stale"]


def test_answers_are_stale_when_the_report_says_something_else(tmp_path: Path, data: dict[str, Any]) -> None:
    after = verify(tmp_path, REPORT.replace("It began", "All began") + ANSWERED.format(state=data["state"]))
    assert all(question["open"] or question["needless"] for question in after.data["questions"])
    assert "yes (Ann Lee, 2024-05-20; given of another state of the report)" in words(after.page)


def test_what_is_to_be_written_can_be_read_when_filled_in(page: etree._Element, tmp_path: Path) -> None:
    lines = "".join(page.find(".//pre").itertext())
    filled = lines.replace("by:", "by: Ann Lee").replace("on:", "on: 2024-05-20", 1)
    filled = "".join(f"{line} yes\n" if line.startswith("    ") else f"{line}\n" for line in filled.splitlines())
    after = verify(tmp_path, REPORT + filled)
    assert not any(question["open"] for question in after.data["questions"])
    assert "for a person are answered" in after.printed


def test_content_is_never_markup(page: etree._Element) -> None:
    assert not list(page.iter("script"))
    assert HOSTILE in "".join(page.find(".//h1").itertext())


def test_the_page_itself_can_be_read_by_everybody(page: etree._Element) -> None:
    assert page.get("lang") == "en"
    assert words(page.find("head/title"))
    levels = [int(node.tag[1]) for node in page.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(image.get("alt") is not None for image in page.iter("img"))
    assert all(table.find("caption") is not None for table in page.iter("table"))
    assert all(head.get("scope") == "col" for head in page.iter("th"))
    identities = [node.get("id") for node in page.iter() if node.get("id")]
    assert len(identities) == len(set(identities))
    leads = [node.get("href", "") for node in page.iter("a")]
    assert leads
    assert all(lead[:1] == "#" and lead[1:] in identities for lead in leads)


def test_the_page_fetches_nothing(page: etree._Element) -> None:
    assert all(node.get("src", "data:").startswith("data:") for node in page.iter())
    assert not list(page.iter("link", "iframe", "object", "embed"))
    assert "default-src 'none'" in page.find("head/meta[2]").get("content", "")
    sheet = "".join(page.find("head/style").itertext())
    assert not set("&<>'\"") & set(sheet), "a browser takes a style sheet as it is"
    assert "url(" not in sheet


def test_the_same_report_gives_the_same_evidence(made: Made, tmp_path: Path) -> None:
    """In another process, with another hash seed and in another time zone."""
    command = [sys.executable, "-m", "docgen", "verify", "--evidence", str(tmp_path), "report.yaml"]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run(command, cwd=made.folder, env=environment, check=True, capture_output=True)
    for path in (made.folder / "evidence").iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


# Known ratios with white, as WebAIM's contrast checker gives them.
KNOWN = {"#000000": 21.0, "#767676": 4.54, "#777777": 4.48, "#949494": 3.03, "#959595": 2.99, "#0000ff": 8.59}


def set_in(colour: str, size: float, *, bold: bool) -> Pages:
    family = style().family
    face = (family.bold if bold else family.regular).name
    fragment = Fragment("word", 0, 20, face, size, colour, "s1.p1", "en")
    return Pages((Page(1, 612, 792, (TextLine(700, (fragment,), "s1.p1", "body"),), ()),))


@pytest.mark.parametrize(("colour", "ratio"), KNOWN.items())
def test_contrast_is_that_of_wcag(colour: str, ratio: float) -> None:
    (found,) = contrasts(set_in(colour, 10, bold=False), style())
    assert found.ratio == pytest.approx(ratio, abs=0.006)
    assert found.passes is (ratio >= LEAST)


@pytest.mark.parametrize(
    ("size", "bold", "least"), [(17.9, False, LEAST), (18, False, LEAST_LARGE), (13.9, True, LEAST), (14, True, 3.0)]
)
def test_large_text_may_be_paler(size: float, bold: bool, least: float) -> None:
    assert least_contrast(size, bold=bold) == least
    (found,) = contrasts(set_in("#949494", size, bold=bold), style())
    assert found.passes is (least == LEAST_LARGE)


def test_signs_that_html_cannot_hold_are_shown_as_missing() -> None:
    assert escaped("a\x00b\x0bc\ud800d\ufffee&<>\"'") == "a\ufffdb\ufffdc\ufffdd\ufffde&amp;&lt;&gt;&quot;&#39;"
    assert written(element("p", "x", None, class_='a"b', title=None)) == '<p class="a&quot;b">x</p>'


def test_finished_files_have_no_evidence_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"")
    ended = CliRunner().invoke(main, ["verify", "--evidence", str(tmp_path), str(tmp_path / "report.docx")])
    assert ended.exit_code == 2
    assert "name .yaml files" in ended.output


def test_reports_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "report.yaml" for folder in ("may", "june")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(REPORT, "utf-8")
    ended = CliRunner().invoke(main, ["verify", "--evidence", str(tmp_path / "evidence"), *map(str, paths)])
    assert ended.exit_code == 2
    assert not (tmp_path / "evidence").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    Image.new("RGB", (1200, 600)).save(tmp_path / "river.png")
    (tmp_path / "line.svg").write_text(DRAWING, "utf-8")
    (tmp_path / "evidence").write_text("a file", "utf-8")
    ended = CliRunner().invoke(
        main, ["verify", "--evidence", str(tmp_path / "evidence"), str(tmp_path / "report.yaml")]
    )
    assert ended.exit_code == 3
    assert "it cannot be written" in ended.output


def test_a_report_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    ended = CliRunner().invoke(
        main, ["verify", "--evidence", str(tmp_path / "evidence"), str(tmp_path / "report.yaml")]
    )
    assert ended.exit_code == 1
    assert "missing-picture" in ended.output
    assert not (tmp_path / "evidence").exists()
