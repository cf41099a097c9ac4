"""Both formats look alike: a report's PDF beside its Word file as LibreOffice shows it.

Lines may end elsewhere, since a word processor breaks them one by one; nothing else may differ. What LibreOffice shows
stands in for Word here: it has the style's fonts, and hyphenates by the same patterns.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from statistics import median

import pytest
from PIL import Image, ImageChops

from docgen.batch import run
from docgen.job import Exit, Job
from docgen.world import DiskWorld
from tests.conformance import long_report, shown
from tests.conformance.ink import Distance
from tests.libreoffice import convert
from tests.programs import ROOT, require
from tests.samples import style
from tests.test_originals import REPORTS
from tests.test_published import published

ORIGINALS = sorted(REPORTS.values())
CONTENTS = "contents of "
COLOURS = "colours"

HEAD, FOOT = 66, 720  # pt: between them stands the text, and no furniture

# What of the ink of a page may stand elsewhere because its lines end elsewhere, and how much more of it may there be.
LIMIT = Distance(across=0.07, down=0.08, ink=0.1)

ALIKE = """\
docgen: 1
title: Quiet Seas
hosts: [the Institute for Calm Waters]
date: 2019-03-08
venue: Old Customs House, Strelsau
style: bright
introduction: |
  Delegates met at the [Old Customs House](https://example.org/).
sections:
  - heading: Opening Remarks
    body: |
      Captain Flavia Tarlenheim asked for silence, and *silence* there was.

      > A sea is quiet when one can hear the rope.
"""
BRIGHT = """\
docgen-style: 1
name: bright
extends: classic
roles:
  title: {colour: "#7b2d26"}
  heading-1: {colour: "#1f4e79"}
  quote: {colour: "#3a5f0b"}
"""


@dataclass(frozen=True, slots=True)
class Both:
    """A report in either format: docgen's PDF, and the PDF that LibreOffice makes of docgen's Word file."""

    pdf: Path
    word: Path


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Both]:
    """Every report of this module, LibreOffice started once for all."""
    folder = tmp_path_factory.mktemp("parity")
    content = folder / "content"
    copytree(ROOT / "content", content)
    for name in ORIGINALS:
        (content / f"{CONTENTS}{name}.yaml").write_text(with_contents((content / f"{name}.yaml").read_text("utf-8")))
    (content / f"{long_report.NAME}.yaml").write_text(long_report.long_report(), "utf-8")
    (content / long_report.PICTURE).write_bytes(long_report.harbour())
    (content / f"{COLOURS}.yaml").write_text(ALIKE, "utf-8")
    (content / "styles" / "bright").mkdir(parents=True)
    (content / "styles" / "bright" / "style.yaml").write_text(BRIGHT, "utf-8")
    names = [*ORIGINALS, *(f"{CONTENTS}{name}" for name in ORIGINALS), long_report.NAME, COLOURS]
    made = folder / "made"
    for done in run(DiskWorld(), [Job(str(content / f"{name}.yaml"), folder=str(made)) for name in names]):
        assert done.outcome.exit is Exit.DONE, done.outcome.findings
    word = convert([made / f"{name}.docx" for name in names], "pdf", folder / "word")
    return {name: Both(made / f"{name}.pdf", path) for name, path in zip(names, word, strict=True)}


def with_contents(report: str) -> str:
    """A report with a table of contents at the head of its first section."""
    return re.sub(
        r"^    body: \|\n((?:      .*\n|\n)+)",
        lambda found: (
            "    body:\n      - contents:\n      - |\n" + re.sub(r"^ +", "        ", found[1], flags=re.MULTILINE)
        ),
        report,
        count=1,
        flags=re.MULTILINE,
    )


def text_of(path: Path) -> list[shown.Line]:
    """The lines between the margins."""
    return [line for line in shown.lines(path) if HEAD < line.top < FOOT]


def letters(words: list[str]) -> str:
    """What is printed, without what hyphenation and capitals make of it."""
    return "".join(filter(str.isalnum, "".join(words))).casefold()


def printed(path: Path) -> str:
    return letters([word for line in shown.text(path, HEAD, FOOT) for word in line])


def put_together(lines: list[tuple[str, ...]], expected: list[str]) -> list[str]:
    """The words of lines, those put together again that two lines share: such a one begins an expected word."""
    found: list[str] = []
    begun = ""
    for line in lines:
        for at, word in enumerate(line):
            word, begun = begun + word, ""
            wanted = expected[len(found)] if len(found) < len(expected) else ""
            last = at == len(line) - 1
            if (
                last
                and word.casefold() != wanted.casefold()
                and wanted.casefold().startswith(word.casefold().rstrip("-\xad"))
            ):
                begun = word if wanted.casefold().startswith(word.casefold()) else word[:-1]
                continue
            found.append(word)
    return [*found, begun] if begun else found


@pytest.mark.parametrize("name", ORIGINALS)
def test_word_shows_the_same_words_in_the_same_order(both: dict[str, Both], name: str) -> None:
    expected = published(name)
    found = put_together(shown.text(both[name].word, HEAD, FOOT), expected)
    assert [word.casefold() for word in found] == [word.casefold() for word in expected]


def test_no_letter_of_a_long_report_is_lost_or_added(both: dict[str, Both]) -> None:
    """Notes and figures stand elsewhere among the text, so letters are counted; heads of divided tables come again."""
    long = both[long_report.NAME]
    pdf, word = (Counter(filter(str.isalpha, printed(path))) for path in (long.pdf, long.word))
    head = Counter(letters([*long_report.TABLE_HEAD]))
    assert pdf - word in (Counter(), head)
    assert word - pdf in (Counter(), head)


@pytest.mark.parametrize("name", ORIGINALS)
def test_originals_have_their_headings_on_the_same_pages(both: dict[str, Both], name: str) -> None:
    assert shown.count_pages(both[name].word) == shown.count_pages(both[name].pdf)
    assert shown.outline(both[name].word) == shown.outline(both[name].pdf)


def test_headings_of_a_long_report_are_at_most_a_page_apart(both: dict[str, Both]) -> None:
    long = both[long_report.NAME]
    assert 40 <= shown.count_pages(long.pdf) <= 60
    assert abs(shown.count_pages(long.word) - shown.count_pages(long.pdf)) <= 1
    word, pdf = shown.outline(long.word), shown.outline(long.pdf)
    assert [(entry.level, entry.title) for entry in word] == [(entry.level, entry.title) for entry in pdf]
    assert max(abs(one.page - other.page) for one, other in zip(word, pdf, strict=True)) <= 1


@pytest.mark.parametrize(
    ("name", "off"),
    [*((f"{CONTENTS}{name}", 0) for name in ORIGINALS), (long_report.NAME, 1)],
    ids=[*ORIGINALS, "long"],
)
def test_contents_name_the_pages_that_word_shows(both: dict[str, Both], name: str, off: int) -> None:
    word = both[name].word
    text = printed(word)
    at = text.index("contents")
    for entry in shown.outline(word):
        if entry.level > 2:
            continue
        found = re.compile(rf"{re.escape(letters([entry.title]))}(\d+)").search(text, at)
        assert found, f"{entry.title} is not in the contents"
        at = found.end()
        assert abs(int(found[1]) - entry.page) <= off, entry


@pytest.mark.parametrize("name", [*ORIGINALS, long_report.NAME])
def test_columns_are_as_wide_and_stand_as_far_apart(both: dict[str, Both], name: str) -> None:
    """Measured on full lines: at least that many of each column end where the column does."""
    look = style("classic")
    width = look.columns.measure(look.page)
    second = look.page.left + width + look.columns.gutter
    for path in (both[name].pdf, both[name].word):
        for left in (look.page.left, second):
            full = [
                line
                for line in text_of(path)
                if abs(line.left - left) < 2 and 0.97 * width < line.right - line.left < 1.05 * width
            ]
            assert len(full) > 60
            assert median(line.left for line in full) == pytest.approx(left, abs=0.5)
            assert median(line.right for line in full) == pytest.approx(left + width, abs=1)
            # Where a word is divided at its own hyphen or dash, the PDF has a joint behind it that nobody sees.
            seen = [line for line in full if not re.search(r"\W\xad$", line.words[-1])]
            assert max(line.right for line in seen) < left + width + 1


@pytest.mark.parametrize("name", [*ORIGINALS, COLOURS])
def test_text_has_the_same_colours(both: dict[str, Both], name: str) -> None:
    assert shown.text_colours(both[name].word) == shown.text_colours(both[name].pdf)


def test_every_colour_of_a_style_is_printed(both: dict[str, Both]) -> None:
    assert {"#000000", "#7b2d26", "#1f4e79", "#3a5f0b"} <= shown.text_colours(both[COLOURS].word)


@pytest.mark.parametrize("name", ORIGINALS)
def test_faces_are_the_styles_own(both: dict[str, Both], name: str) -> None:
    command: list[str | Path] = [require("pdffonts"), both[name].word]
    table = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    faces = set(re.findall(r"^[A-Z]{6}\+(\S+)", table, re.MULTILINE))
    assert faces == {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic"}


def distances(one: list[Image.Image], other: list[Image.Image]) -> list[Distance]:
    return [
        Distance.between(pdf, word, ends=at == len(one))
        for at, (pdf, word) in enumerate(zip(one, other, strict=True), 1)
    ]


@pytest.mark.parametrize("name", ORIGINALS)
def test_pages_look_alike(both: dict[str, Both], name: str) -> None:
    found = distances(shown.pictures(both[name].pdf), shown.pictures(both[name].word))
    assert [distance for distance in found if not distance.within(LIMIT)] == []


def moved(right: int, down: int) -> Callable[[Image.Image], Image.Image]:
    """A page whose content stands elsewhere, by so many fortieths of an inch."""
    return lambda page: ImageChops.offset(page, right, down)


def magnified(page: Image.Image) -> Image.Image:
    """A page in type a tenth larger."""
    wide, high = page.width * 11 // 10, page.height * 11 // 10
    left, top = (wide - page.width) // 2, (high - page.height) // 2
    return page.resize((wide, high)).crop((left, top, left + page.width, top + page.height))


def without_logos(page: Image.Image) -> Image.Image:
    """A first page whose row of logos is missing."""
    bare = page.copy()
    bare.paste(255, (0, 36, page.width, 72))
    return bare


@pytest.mark.parametrize("name", ORIGINALS)
@pytest.mark.parametrize(
    ("pages", "spoilt"),
    [
        ((0, 1, 2, 3), moved(10, 0)),
        ((0, 1, 2, 3), magnified),
        ((0, 3), moved(0, 20)),
        ((0,), without_logos),
        ((0, 1, 2), lambda page: ImageChops.lighter(page, page.transpose(Image.Transpose.FLIP_LEFT_RIGHT))),
    ],
    ids=["moved aside", "in larger type", "moved down", "without logos", "thinned"],
)
def test_a_page_that_looks_otherwise_is_told(
    both: dict[str, Both], name: str, pages: tuple[int, ...], spoilt: Callable[[Image.Image], Image.Image]
) -> None:
    word, pdf = shown.pictures(both[name].word), shown.pictures(both[name].pdf)
    found = distances(pdf, [spoilt(page) for page in word])
    assert [page for page in pages if found[page].within(LIMIT)] == []


@pytest.mark.parametrize("name", ORIGINALS)
def test_another_page_in_its_place_is_told(both: dict[str, Both], name: str) -> None:
    word, pdf = shown.pictures(both[name].word), shown.pictures(both[name].pdf)
    assert not Distance.between(pdf[0], word[1]).within(LIMIT)
    assert not Distance.between(pdf[2], word[3]).within(LIMIT)
