"""A brand is data: what a style may say, what it takes from another, and how its mistakes are answered."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from docgen.document import tree
from docgen.document.kernel import PUBLISHER, Drawing, Figure
from docgen.findings import Span
from docgen.job import Job
from docgen.pipeline import check, prepare, render
from docgen.reporters.text import report_text
from docgen.style.contrast import contrast
from docgen.style.loading import load_style
from docgen.style.model import Style
from docgen.style.roles import Role
from docgen.world import DiskWorld
from tests.cases import Case, Fence, find_cases
from tests.programs import ROOT
from tests.writers.opened import faults, parts, values, xml

REPORT = """\
title: A Day on Water
hosts: [the River Institute]
date: 2024-05-06
style: own
sections:
  - heading: Opening
    body: It began at nine.
"""


def written(fences: tuple[Fence, ...], folder: Path) -> None:
    folder.mkdir()
    (folder / "report.yaml").write_text(REPORT, "utf-8")
    for fence in fences:
        place = folder / fence.name("styles/own/style.yaml")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(fence.data)


@pytest.mark.parametrize("path", find_cases("styles"))
def test_a_mistake_in_a_style_is_answered_like_one_in_content(
    path: Path, tmp_path: Path, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case.read(path)
    answers = []
    for number, example in enumerate(case.examples("findings")):
        written(example.given, tmp_path / str(number))
        monkeypatch.chdir(tmp_path / str(number))
        outcome = check(DiskWorld(), Job("report.yaml"))
        answers.append(report_text(outcome.findings, {source.path: source for source in outcome.sources}))
    case.settle("findings", answers, update=update)


def own(tmp_path: Path, text: str) -> Style:
    place = tmp_path / "styles" / "own"
    place.mkdir(parents=True)
    (place / "style.yaml").write_text(text, "utf-8")
    loaded = load_style(DiskWorld(), "own", str(tmp_path), Span("test", 0, 0))
    assert loaded.style is not None, loaded.findings
    return loaded.style


def test_a_style_takes_from_another_what_it_does_not_say(tmp_path: Path) -> None:
    style = own(
        tmp_path,
        "name: own\nextends: classic\npage: {paper: a4}\npalette: {accent: '#7b2d26'}\n"
        "roles: {title: {size: 24, leading: 28, colour: accent}}\n",
    )
    assert (style.name, style.page.width, style.page.left) == ("own", 595.276, 72)
    title = style.text(Role.TITLE)
    assert (title.size, title.colour, title.bold) == (24, "#7b2d26", True)
    assert style.text(Role.BODY).size == 10
    assert style.family.name == "Tinos"


@pytest.mark.parametrize("role", Role)
def test_every_role_of_every_style_can_be_set_and_read(role: Role) -> None:
    loaded = load_style(DiskWorld(), "classic", ".", Span("test", 0, 0))
    assert loaded.style is not None
    assert loaded.style.text(role).leading >= loaded.style.text(role).size
    assert contrast(loaded.style.text(role).colour, "#ffffff") >= 4.5


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_measured_as_wcag_has_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_two_files_that_call_themselves_the_same_are_no_family(tmp_path: Path) -> None:
    place = tmp_path / "styles" / "own"
    place.mkdir(parents=True)
    fonts = ROOT / "styles" / "classic" / "fonts"
    (place / "bold.ttf").write_bytes(renamed((fonts / "Tinos-Bold.ttf").read_bytes(), "Tinos-Italic"))
    (place / "style.yaml").write_text("name: own\nextends: classic\nfamily: {bold: bold.ttf}\n", "utf-8")
    loaded = load_style(DiskWorld(), "own", str(tmp_path), Span("test", 0, 0))
    assert [finding.code for finding in loaded.findings] == ["unusable-font"]
    assert "calls itself Tinos-Italic" in loaded.findings[0].message


def renamed(data: bytes, name: str) -> bytes:
    font = TTFont(io.BytesIO(data))
    for record in font["name"].names:
        if record.nameID == 6:
            record.string = name
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def test_a_style_orders_the_masthead_and_has_words_of_its_own(tmp_path: Path) -> None:
    own(
        tmp_path,
        "name: own\nextends: classic\nmasthead: [title, introduction, date, byline]\n"
        "wording:\n  en: {byline-alone: 'Held by {hosts}', date-label: Held on}\n",
    )
    (tmp_path / "report.yaml").write_text(REPORT + "introduction: It was about water.\nvenue: Geneva\n", "utf-8")
    prepared = prepare(DiskWorld(), Job(str(tmp_path / "report.yaml")))
    assert prepared.findings == ()
    assert prepared.document is not None
    masthead = prepared.document.children[0]
    assert [tree.plain(line) for line in tree.lines(masthead) if line] == [
        "A Day on Water",
        "It was about water.",
        "Held on: May 6, 2024",
        "Held by the River Institute",
    ]


@pytest.mark.parametrize(("said", "head"), [("", "A Day on Water"), ("short-title: '*On* Water'\n", "On Water")])
def test_a_short_title_stands_at_the_head_of_the_pages(tmp_path: Path, said: str, head: str) -> None:
    (tmp_path / "report.yaml").write_text(REPORT.replace("style: own\n", said), "utf-8")
    prepared = prepare(DiskWorld(), Job(str(tmp_path / "report.yaml")))
    assert prepared.document is not None
    assert prepared.document.other_pages.header is not None
    assert tree.plain(prepared.document.other_pages.header.runs) == head
    assert prepared.document.properties.title == "A Day on Water"
    assert next(tree.plain(line) for line in tree.lines(prepared.document.children[0]) if line) == "A Day on Water"


@pytest.mark.parametrize(("said", "at_end"), [("", False), ("notes: foot\n", False), ("notes: end\n", True)])
def test_a_style_says_where_notes_stand(tmp_path: Path, said: str, at_end: bool) -> None:
    own(tmp_path, f"name: own\nextends: classic\n{said}")
    noted = REPORT.replace("It began at nine.", "|\n      It began at nine.[^1]\n\n      [^1]: Local time.\n")
    (tmp_path / "report.yaml").write_text(noted, "utf-8")
    prepared = prepare(DiskWorld(), Job(str(tmp_path / "report.yaml")))
    assert prepared.findings == ()
    assert prepared.document is not None
    assert [note.end for note in prepared.document.notes] == [at_end]


WAVE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0 H120 V40 Z" fill="#1f4e79"/></svg>'
LOGO = """\
name: own
extends: classic
logo: {picture: wave.svg, alt: The River Press, align: left}
masthead: [logo, title, byline, date, venue, introduction]
other-pages: {logo: {in: header, align: right, height: 16}}
"""


def with_logo(tmp_path: Path) -> tuple[Job, DiskWorld]:
    place = tmp_path / "styles" / "own"
    place.mkdir(parents=True)
    (place / "wave.svg").write_text(WAVE, "utf-8")
    (place / "style.yaml").write_text(LOGO, "utf-8")
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    return Job(str(tmp_path / "report.yaml"), folder=str(tmp_path)), DiskWorld()


def test_the_publishers_logo_comes_from_the_folder_of_the_style(tmp_path: Path) -> None:
    job, world = with_logo(tmp_path)
    (tmp_path / "wave.svg").write_text("no drawing", "utf-8")  # the report's own folder is not asked
    prepared = prepare(world, job)
    assert prepared.findings == ()
    assert prepared.document is not None
    logo = next(part for part in tree.walk(prepared.document) if isinstance(part, Figure))
    assert isinstance(logo.picture, Drawing)
    assert (logo.role, logo.height, logo.alternative and logo.alternative.value) == (PUBLISHER, 48, "The River Press")
    assert prepared.document.other_pages.header_logo is not None
    assert prepared.document.first_page.header_logo is None


def test_a_word_file_has_the_logo_in_its_masthead_and_header(tmp_path: Path) -> None:
    job, world = with_logo(tmp_path)
    made = dict(render(world, job).files)
    (word,) = (data for path, data in made.items() if path.endswith(".docx"))
    assert faults(word) == []
    described = [element.get("descr") for element in xml(word).iter("{*}docPr")]
    assert described == ["The River Press"]
    headers = [xml(word, name) for name in parts(word) if name.startswith("word/header")]
    (shown,) = (inline for element in headers for inline in element.iter("{*}inline"))
    assert [described.get("descr") for described in shown.iter("{*}docPr")] == ["The River Press"]
    (place,) = shown.iterancestors("{*}p")
    assert list(filter(None, values(place, "tab"))) == ["center", "right"]
    assert list(place)[-1] in list(shown.iterancestors())  # behind the words, at the right


def test_content_cannot_reach_into_the_folder_of_the_style(tmp_path: Path) -> None:
    job, world = with_logo(tmp_path)
    (tmp_path / "report.yaml").write_text(REPORT.replace("It began at nine.", '"![A wave](style:wave.svg)"'), "utf-8")
    assert [finding.code for finding in prepare(world, job).findings] == ["unusable-picture"]
