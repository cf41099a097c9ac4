"""The two reports of the sample: their originals, the reviewed corrections, and what was made of them.

    originals/*.txt ── originals/corrections.tsv ──▶ published/*.txt  =  content/*.yaml
          =
    originals/*.yaml

Nothing here asks docgen: these files are what docgen's own output is compared with.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
CONTENT = HERE.parent / "content"
ORIGINALS = HERE / "originals"
PUBLISHED = HERE / "published"
REPORTS = {"A": "2013-turtle-bay-roundtable", "B": "2011-un-nuclear-challenge"}

both_reports = pytest.mark.parametrize("letter", REPORTS, ids=REPORTS.values())


def words(text: str) -> list[str]:
    """The words of a text as they stand, quotation marks and dashes included."""
    return text.split()


@dataclass(frozen=True, slots=True)
class Defect:
    """A row of `defects.tsv`: `string` stands in the original of report `file` from `start` to `end`."""

    id: str
    file: str
    line: int
    start: int
    end: int
    string: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of `corrections.tsv`: what was decided on a defect, and the replacement that carries it out, if any."""

    id: str
    file: str
    decision: str
    find: str
    replace: str
    why: str

    @property
    def carried_by(self) -> str:
        """The row whose replacement corrects this defect; empty where no words change."""
        if self.find:
            return self.id
        merged = re.match(r"with ([ABC]\d{3})", self.why)
        return merged.group(1) if merged else ""


def rows(name: str) -> Iterator[dict[str, str]]:
    with open(ORIGINALS / name, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True):
            yield {column: value.replace("\\n", "\n") for column, value in row.items()}


@cache
def defects() -> tuple[Defect, ...]:
    return tuple(
        Defect(row["id"], row["file"], int(row["line"]), int(row["start"]), int(row["end"]), row["string"])
        for row in rows("defects.tsv")
    )


@cache
def corrections() -> tuple[Correction, ...]:
    return tuple(Correction(**row) for row in rows("corrections.tsv"))


@cache
def original(letter: str) -> str:
    return (ORIGINALS / f"{REPORTS[letter]}.txt").read_text(encoding="utf-8")


def replacements(letter: str) -> list[tuple[int, int, Correction]]:
    """The corrections that change words, with the place in the original where each applies, in the text's order."""
    text = original(letter)
    places = ((text.index(row.find), row) for row in corrections() if row.file == letter and row.find)
    return sorted(((start, start + len(row.find), row) for start, row in places), key=lambda place: place[:2])


def corrected(letter: str) -> str:
    """The original with every correction applied."""
    text = original(letter)
    for start, end, row in reversed(replacements(letter)):
        text = text[:start] + row.replace + text[end:]
    return text


def unmarked(text: str) -> str:
    """The text without the marks of headings, labels and emphasis."""
    return re.sub(r"^#+ ", "", text, flags=re.MULTILINE).replace("*", "")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, the spaces in each as single ones."""
    return [" ".join(words(paragraph)) for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


def load(path: Path) -> dict[str, Any]:
    """A content file over what its folder shares."""
    shared = path.parent / "docgen.yaml"
    common = yaml.safe_load(shared.read_text(encoding="utf-8")) if shared.exists() else {}
    return {**common, **yaml.safe_load(path.read_text(encoding="utf-8"))}


def read(path: Path) -> list[str]:
    """What a content file says, paragraph by paragraph, as its reader meets it."""
    report = load(path)
    lines = [report["label"]] if "label" in report else []
    lines += [report["title"], report.get("byline") or byline(report)]
    lines += [f"Date: {in_words(report['date'])}", f"Location: {report['venue']}"]
    lines += paragraphs(report["introduction"])
    for section in report["sections"]:
        lines += [section["heading"], *paragraphs(section["body"])]
    return [unmarked(line) for line in lines]


def byline(report: dict[str, Any]) -> str:
    *others, last = (host["mission"] for host in report["hosts"])
    (partner,) = report["partners"]
    missions = f"the Permanent Missions of {', '.join(others)}, and {last} to the United Nations"
    return f"An event hosted by {missions} in cooperation with {partner['name']}"


def in_words(day: date | str) -> str:
    return day if isinstance(day, str) else f"{day:%B} {day.day}, {day.year}"


def test_every_defect_stands_where_the_table_says() -> None:
    for defect in defects():
        text = original(defect.file)
        assert text[defect.start : defect.end] == defect.string, defect
        assert text[: defect.start].count("\n") + 1 == defect.line, defect


def test_every_defect_is_decided_in_the_order_of_the_table() -> None:
    ours = [row.id for row in corrections() if row.id.startswith("C")]
    assert [row.id for row in corrections()] == [defect.id for defect in defects()] + ours
    assert ours == [f"C{number:03}" for number in range(1, len(ours) + 1)]


def test_every_decision_says_how_it_is_carried_out_or_why_not() -> None:
    for row in corrections():
        assert row.decision in ("accept", "decline", "other"), row
        assert row.find or row.why, row
        assert row.find != row.replace or not row.find, row
        if row.decision == "decline":
            assert row.why, row
            assert not row.carried_by, row
        elif row.decision == "other":
            assert row.why, row
            assert row.carried_by, row
        else:
            assert row.carried_by or row.why.startswith("structure: "), row


@both_reports
def test_each_correction_applies_to_one_place(letter: str) -> None:
    for row in corrections():
        if row.file == letter and row.find:
            assert original(letter).count(row.find) == 1, row
    for (_, end, before), (start, _, after) in pairwise(replacements(letter)):
        assert end <= start, f"{before.id} and {after.id} overlap"


def test_an_accepted_correction_changes_the_place_of_its_defect() -> None:
    places = {row.id: (start, end) for letter in REPORTS for start, end, row in replacements(letter)}
    decided = {row.id: row for row in corrections()}
    for defect in defects():
        row = decided[defect.id]
        if row.decision == "accept" and row.carried_by:
            start, end = places[row.carried_by]
            assert start < defect.end, row
            assert defect.start < end, row


@both_reports
def test_the_uncorrected_file_has_the_words_of_its_original(letter: str) -> None:
    said = read(ORIGINALS / f"{REPORTS[letter]}.yaml")
    assert said == paragraphs(unmarked(original(letter)))


@both_reports
def test_the_uncorrected_file_has_the_heading_levels_of_its_original(letter: str) -> None:
    sections = load(ORIGINALS / f"{REPORTS[letter]}.yaml")["sections"]
    marked = re.findall(r"^(#+) (.+)$", original(letter), re.MULTILINE)[1:]  # the first is the title
    assert [(section["level"], section["heading"]) for section in sections if "level" in section] == [
        (len(marks), heading) for marks, heading in marked
    ]


@both_reports
def test_the_published_report_is_the_original_corrected(letter: str) -> None:
    published = (PUBLISHED / f"{REPORTS[letter]}.txt").read_text(encoding="utf-8")
    assert words(published) == words(unmarked(corrected(letter)))


@both_reports
def test_the_content_file_says_what_was_published(letter: str) -> None:
    published = (PUBLISHED / f"{REPORTS[letter]}.txt").read_text(encoding="utf-8")
    assert read(CONTENT / f"{REPORTS[letter]}.yaml") == paragraphs(published)


@both_reports
def test_the_published_report_is_set_with_typographic_marks(letter: str) -> None:
    published = (PUBLISHED / f"{REPORTS[letter]}.txt").read_text(encoding="utf-8")
    assert not re.findall(r".{0,20}(?:[\"'*#\t\u00a0]|--| – | — |  ).{0,20}", published)


@both_reports
def test_every_speaker_is_one_of_the_people(letter: str) -> None:
    path = CONTENT / f"{REPORTS[letter]}.yaml"
    people = {**load(CONTENT / "docgen.yaml")["people"], **load(path)["people"]}
    text = " ".join(read(path))
    for section in load(path)["sections"]:
        for key in section["speakers"]:
            person = people[key]
            assert f"{person['title']} {person['name']}" in text, key
