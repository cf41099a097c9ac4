"""No white runs down the columns of the two reports."""

from __future__ import annotations

from collections import defaultdict

import pytest

from docgen.job import Job
from docgen.layout import lay_out
from docgen.layout.page import Page, Pages, TextLine
from docgen.layout.rivers import LONG, WIDE, Gap, River, rivers
from docgen.pipeline import prepare
from docgen.style.model import Family
from docgen.style.roles import Role
from docgen.world import DiskWorld

REPORTS = ("content/2011-un-nuclear-challenge.yaml", "content/2013-turtle-bay-roundtable.yaml")


def paragraphs(page: Page) -> list[list[TextLine]]:
    """The lines of body text in each column, those of one paragraph together, from the top."""
    found: dict[tuple[int, str], list[TextLine]] = defaultdict(list)
    for line in sorted((box for box in page.boxes if isinstance(box, TextLine)), key=lambda line: -line.y):
        if line.role == Role.BODY:
            found[round(line.fragments[0].x), line.node].append(line)
    return list(found.values())


def gaps_of(line: TextLine, family: Family) -> list[Gap]:
    """Where the gaps between a line's words stand, in parts of the natural space."""
    faces = {face.name: face for face in (family.regular, family.bold, family.italic, family.bold_italic)}
    found = []
    for fragment in line.fragments:
        face = faces[fragment.face]
        natural = face.width(" ", fragment.size)
        x = fragment.x
        # The space that parts a line from the next stands outside of the measure.
        text = fragment.text.rstrip(" ") if fragment is line.fragments[-1] else fragment.text
        for word in text.split(" ")[:-1]:
            x += face.width(word, fragment.size) * fragment.scale
            space = (natural + fragment.word_space) * fragment.scale
            found.append((x / natural, (x + space) / natural))
            x += space
    return found


def set_report(path: str) -> tuple[Pages, Family]:
    prepared = prepare(DiskWorld(), Job(path))
    assert prepared.document is not None
    assert prepared.style is not None
    assert prepared.pictures is not None
    return lay_out(prepared.document, prepared.style, prepared.pictures), prepared.style.family


@pytest.mark.parametrize("path", REPORTS)
def test_no_river_runs_through_the_reports(path: str) -> None:
    pages, family = set_report(path)
    lines = [column for page in pages.pages for column in paragraphs(page)]
    assert sum(map(len, lines)) > 250
    assert [column for column in lines if rivers([gaps_of(line, family) for line in column])] == []


# ---- what a river is


def below(*begins: float, width: float = WIDE + 0.1, lines: int = LONG) -> list[list[Gap]]:
    """Gaps that begin at these places, the same in each line."""
    return [[(begin, begin + width) for begin in begins]] * lines


def test_wide_gaps_below_each_other_are_a_river() -> None:
    assert rivers(below(10)) == [River(0, 2)]
    assert rivers([[], *below(10, 30, lines=LONG + 1)]) == [River(1, 4), River(1, 4)]


def test_it_may_bend() -> None:
    assert rivers([[(10 + at * 0.7, 11.5 + at * 0.7)] for at in range(5)]) == [River(0, 4)]


def test_few_lines_and_narrow_gaps_are_none() -> None:
    assert rivers(below(10, lines=LONG - 1)) == []
    assert rivers(below(10, width=WIDE - 0.1)) == []


def test_a_line_without_a_gap_there_ends_it() -> None:
    assert rivers([*below(10), [(20, 22)], *below(10)]) == [River(0, 2), River(4, 6)]
    assert rivers([*below(10, lines=2), [], *below(10, lines=2)]) == []
