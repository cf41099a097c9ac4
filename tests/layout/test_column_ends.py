"""Words stay whole where columns end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.document.kernel import Item, List, Node, Note
from docgen.document.runs import NoteRef, Run
from docgen.layout import pagination
from docgen.layout.linebreak import break_lines, break_otherwise
from docgen.layout.page import Pages, TextLine
from docgen.style.roles import Role
from tests.layout.reading import placed, read, small, text_lines
from tests.layout.reading import words as printed
from tests.layout.test_linebreak import PROSE, SCALED, items, words
from tests.samples import SPAN, paragraph, run

LONG = f"{PROSE} {PROSE.replace('Experts', 'Participants')} {PROSE.replace('Experts', 'Panellists')}"
MEASURE = 240.0


def hyphened(lines: list[str]) -> list[int]:
    """The numbers of the lines that end inside words."""
    return [at for at, line in enumerate(lines[:-1]) if line.endswith("-")]


def test_a_paragraph_is_broken_otherwise_around_a_line_that_must_end_with_a_whole_word() -> None:
    text = items(LONG)
    old = break_lines(text, MEASURE, settings=SCALED)
    changed = 0
    for at in hyphened([words(line) for line in old]):
        new = break_otherwise(text, old, at, 0, MEASURE, settings=SCALED)
        if new is not None:
            changed += 1
            assert len(new) == len(old)
            assert not words(new[at]).endswith("-")
            assert "".join(words(line) for line in new).replace("-", "").replace(" ", "") == "".join(
                LONG.replace("-", "").split()
            )
    assert changed > 1


def test_lines_that_stand_on_another_page_stay_as_they_are() -> None:
    text = items(LONG)
    old = break_lines(text, MEASURE, settings=SCALED)
    for at in hyphened([words(line) for line in old]):
        for first in range(at + 1):
            new = break_otherwise(text, old, at, first, MEASURE, settings=SCALED)
            assert new is None or new[:first] == old[:first]


def test_a_paragraph_with_forced_line_ends_stays_as_it_is() -> None:
    text = items(f"{LONG} / {LONG}")
    assert break_otherwise(text, break_lines(text, MEASURE, settings=SCALED), 2, 0, MEASURE) is None


# ---- on pages


def pages_of(*nodes: Node, rows: int, notes: tuple[Note, ...] = ()) -> Pages:
    return placed(*nodes, style=small(width=2 * MEASURE + 10, height=rows * 11.5), notes=notes)


def unmended(*nodes: Node, rows: int, notes: tuple[Note, ...] = ()) -> Pages:
    """The pages, their columns ending where they happen to."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pagination, "mend_ends", lambda *_: None)
        return pages_of(*nodes, rows=rows, notes=notes)


def broken_ends(pages: Pages) -> int:
    """How many columns end inside words."""
    lines = [line for _, line in text_lines(pages) if line.role != Role.NOTE]
    return sum(printed(one).endswith(("\u00ad", "-")) for one, other in pairwise(lines) if other.y > one.y)


def places_of(pages: Pages) -> list[tuple[int, float, float]]:
    return [(line.page, line.x, line.y) for line in read(pages)]


def text_of(pages: Pages) -> str:
    """All words, those divided put together again."""
    return "".join(
        f"{printed(line).removesuffix(chr(0xAD))}{'' if line.end.divides else ' '}" for _, line in text_lines(pages)
    )


@pytest.mark.parametrize("rows", range(6, 13))
def test_columns_end_with_whole_words_where_that_costs_little(rows: int) -> None:
    text = paragraph(f"{LONG} {LONG}")
    before, after = unmended(text, rows=rows), pages_of(text, rows=rows)
    assert text_of(after) == text_of(before)
    assert places_of(after) == places_of(before)
    assert broken_ends(after) <= broken_ends(before)


def test_half_of_those_that_do_not_can() -> None:
    texts = [paragraph(" ".join(LONG.split()[begin:] * 2)) for begin in range(8)]
    before, after = (
        sum(broken_ends(set_text(text, rows=rows)) for text in texts for rows in (6, 7, 8))
        for set_text in (unmended, pages_of)
    )
    assert before > 10
    assert after <= before / 2


@given(st.lists(st.sampled_from(LONG.split()), min_size=30, max_size=200), st.integers(6, 12))
@settings(max_examples=60)
def test_nothing_but_words_moves(said: list[str], rows: int) -> None:
    nodes = [paragraph(" ".join(said[:40])), paragraph(" ".join(said))]
    before, after = unmended(*nodes, rows=rows), pages_of(*nodes, rows=rows)
    assert text_of(after) == text_of(before)
    assert places_of(after) == places_of(before)
    for page, line in text_lines(after):
        last = line.fragments[-1]
        assert last.x + last.width <= page.width + 3  # the space behind a line stands outside of its measure


def test_the_mark_of_a_list_and_the_call_of_a_note_stay_on_their_lines() -> None:
    listed = List(items=(Item(children=(paragraph(LONG, role=Role.LIST),), span=SPAN, id="i"),), span=SPAN)
    note = Note(children=(paragraph("Said later.", role=Role.NOTE),), span=SPAN, mark="1", id="n")
    called: list[Run] = [run(LONG[:250]), NoteRef("n", SPAN, "1"), run(LONG[250:])]
    for rows in range(8, 14):
        for nodes in ([listed], [paragraph(*called)]):
            before, after = unmended(*nodes, rows=rows, notes=(note,)), pages_of(*nodes, rows=rows, notes=(note,))
            assert [printed(line) for line in marked(before)] == [printed(line) for line in marked(after)]


def marked(pages: Pages) -> list[TextLine]:
    """The lines with a bullet or a note's call."""
    lines = [line for _, line in text_lines(pages)]
    return [
        line for line in lines if line.fragments[0].text.startswith("•") or any(part.rise for part in line.fragments)
    ]
