"""What holds of the pages of any document, whatever stands in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.document.kernel import Figure, Paragraph
from docgen.document.runs import TextRun
from docgen.document.words import words as words_of
from docgen.layout.page import Pages, PictureBox, TextLine
from docgen.style.model import Style
from docgen.style.roles import Role
from tests.layout.notation import LINE, copy_of, set_copy, sheet, verse
from tests.layout.reading import placed, read, text_lines

Size: TypeAlias = tuple[int, int, bool]

NAMES = [f"{letter}{other}" for letter in "abcdefgh" for other in "abcd"]


@st.composite
def flows(draw: st.DrawFn, kinds: str = "text note heading figure table list rule break wide") -> str:
    """A flow of up to sixteen blocks, in the notation."""
    asked = draw(st.lists(st.sampled_from(kinds.split()), max_size=16))
    return "\n".join(_line(kind, name, draw) for kind, name in zip(asked, NAMES, strict=False))


def _line(kind: str, name: str, draw: st.DrawFn) -> str:
    count = draw(st.integers(1, 14))
    wide = draw(st.sampled_from(["", "", " wide"]))
    match kind:
        case "note":
            return f"text {name} {count} note {draw(st.integers(1, count))} {draw(st.integers(1, 20))}{wide}"
        case "heading":
            return f"heading {draw(st.sampled_from('23'))} {name}"
        case "figure":
            return f"figure {name} {min(count, 6)}{wide}"
        case "table" | "list":
            return f"{kind} t{name} {count}{wide}"
        case "break":
            return f"break {draw(st.sampled_from(['page', 'column']))}"
        case "wide":
            return f"text {name} {count} wide"
        case _:
            return f"text {name} {count}" if kind == "text" else kind


sizes = st.tuples(st.integers(1, 3), st.integers(12, 20), st.booleans())
"""Columns, rows, and whether the last page's end level."""


@given(flows(), sizes)
@settings(max_examples=150)
def test_every_word_stands_once_and_the_text_in_its_order(flow: str, size: Size) -> None:
    copy, style = copy_of(flow), sheet(*size)
    lines = [line for _, line in text_lines(set_copy(copy, style))]
    found = Counter(word.lower() for line in lines for word in said(line).split() if word[0].isalpha())
    assert found == Counter(word.lower() for word in words_of(copy.document()))
    for kept in (_is_text, _is_caption):
        places = [place(said(line)) for line in lines if kept(line)]
        assert places == sorted(places)


def _is_text(line: TextLine) -> bool:
    return line.role not in (Role.NOTE, Role.CAPTION)


def _is_caption(line: TextLine) -> bool:
    return line.role == Role.CAPTION


def said(line: TextLine) -> str:
    """The words of a line, marks of notes left out."""
    return "".join(fragment.text for fragment in line.fragments if not fragment.rise)


def place(line: str) -> tuple[str, int]:
    """Where a line stands in its copy: by its block's name, which are in order, and the number behind it."""
    found = re.search(r"t?(aa|[a-h][a-d])(\d*)", line.lower())
    assert found
    return found[1], int(found[2] or 0)


@given(flows(), sizes)
@settings(max_examples=150)
def test_nothing_stands_outside_the_text_or_upon_another(flow: str, size: Size) -> None:
    copy, style = copy_of(flow), sheet(*size)
    pages = set_copy(copy, style)
    rows = int(style.page.height / LINE + 0.01)
    for page in pages.pages:
        spans = []
        for box in page.boxes:
            if isinstance(box, PictureBox):
                spans.append((box.x, box.x + box.width, box.y, box.y + box.height))
            elif isinstance(box, TextLine) and not (box.furniture and box.role != Role.TABLE):
                last = box.fragments[-1]
                spans.append((box.fragments[0].x, last.x + last.width, box.y - 1.8, box.y + 6))
        for left, right, low, high in spans:
            assert left >= -0.01
            assert right <= style.page.width + 0.01
            assert low >= style.page.height - rows * LINE - 0.01
            assert high <= style.page.height + 0.01
        for one, other in combinations(spans, 2):
            beside = one[1] <= other[0] + 0.01 or other[1] <= one[0] + 0.01
            assert beside or one[3] <= other[2] + 0.01 or other[3] <= one[2] + 0.01


@given(flows(), sizes)
def test_the_text_of_all_columns_stands_on_one_grid(flow: str, size: Size) -> None:
    copy, style = copy_of(flow), sheet(*size)
    for page, line in text_lines(set_copy(copy, style)):
        if line.role in (Role.BODY, Role.LIST):
            row = (page.height - line.y - 9.125) / LINE
            assert row == pytest.approx(round(row), abs=0.001)


@given(flows(), sizes)
@settings(max_examples=150)
def test_no_line_of_a_paragraph_stands_alone(flow: str, size: Size) -> None:
    copy, style = copy_of(flow), sheet(*size)
    whole = {
        node.id: sum(isinstance(run, TextRun) for run in node.runs)
        for node in copy.nodes
        if isinstance(node, Paragraph)
    }
    for _, lines in _columns(set_copy(copy, style), style):
        found = Counter(line.node for line in lines if line.role == Role.BODY)
        for name, count in found.items():
            assert count > 1 or whole.get(name, 1) == 1


@given(flows("text text note figure figure heading list table wide"), sizes)
@settings(max_examples=400)
def test_no_text_stands_between_the_page_behind_a_figures_text_and_the_figure(flow: str, size: Size) -> None:
    """At most one page lies between them; where several figures follow each other, pages of figures alone."""
    copy, style = copy_of(flow), sheet(*size)
    pages = set_copy(copy, style)
    text = [(page.number, place(said(line))[0]) for page, line in text_lines(pages) if _is_text(line)]
    for figure in (node for node in copy.nodes if isinstance(node, Figure)):
        above = max((page for page, name in text if name < figure.id), default=None)
        found = pages.number_of(figure.id)
        assert found is not None
        if above is not None:
            assert above <= found
            assert not [page for page, _ in text if above < page < found]


@given(flows("text text figure heading list"), sizes)
@settings(max_examples=150)
def test_a_figure_stands_at_most_a_page_behind_the_text_above_it(flow: str, size: Size) -> None:
    copy, style = copy_of(flow), sheet(*size)
    pages = set_copy(copy, style)
    for above, node in pairwise(copy.nodes):
        if isinstance(node, Figure) and isinstance(above, Paragraph):
            last = max(page.number for page, line in text_lines(pages) if line.node == above.id)
            found = pages.number_of(node.id)
            assert found is not None
            assert last <= found <= last + 1


@given(st.lists(st.integers(4, 30), min_size=1, max_size=12), st.integers(2, 3))
def test_level_columns_differ_by_no_more_than_what_stays_together(counts: list[int], columns: int) -> None:
    """A column may be short of a blank line and of a line that must not stand alone; the last, of one for each."""
    nodes = [verse(name, count) for name, count in zip(NAMES, counts, strict=False)]
    pages = placed(*nodes, style=sheet(columns, rows=40, balance=True))
    last = [line for line in read(pages) if line.page == len(pages.pages)]
    feet = [min(line.y for line in last if line.x == x) for x in {line.x for line in last}]
    if len(feet) == columns:
        assert max(feet) - min(feet) <= (2 + columns) * LINE


@given(flows(), sizes)
@settings(max_examples=30)
def test_the_same_flow_gives_the_same_pages(flow: str, size: Size) -> None:
    copy, style = copy_of(flow), sheet(*size)
    assert set_copy(copy, style) == set_copy(copy, style)


def _columns(pages: Pages, style: Style) -> Iterator[tuple[tuple[int, int], list[TextLine]]]:
    """The lines of each column; parts of it above and below what runs over the page are taken together."""
    width = style.columns.measure(style.page) + style.columns.gutter
    found: dict[tuple[int, int], list[TextLine]] = {}
    for page, line in text_lines(pages):
        found.setdefault((page.number, int((line.fragments[0].x + 0.01) / width)), []).append(line)
    yield from found.items()
