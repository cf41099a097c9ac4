"""Walking documents and rebuilding them, whatever they hold."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args

from docgen.document import kernel
from docgen.document.kernel import Cell, Heading, Paragraph
from docgen.document.runs import LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.document.tree import Kind, changed, children, lines, plain, rebuild, rebuild_runs, runs, walk, walk_runs
from tests.samples import SPAN, every_node, run


def test_the_sample_holds_every_node_and_every_run() -> None:
    document = every_node()
    furniture = (document.first_page, document.other_pages)
    outside = {each for shown in furniture for part in (shown.header, shown.footer) if part for each in part.runs}
    assert {type(part) for part in walk(document)} >= set(get_args(kernel.Node))
    assert {type(each) for each in walk_runs(document)} | {type(each) for each in outside} == set(get_args(Run))


def test_the_walk_is_in_reading_order_with_the_notes_at_the_end() -> None:
    order = [getattr(part, "id", "") for part in walk(every_node())]
    seen = [name for name in order if name in ("masthead", "title", "contents", "s1.h", "s2.t1", "s3.f2", "note-1")]
    assert seen == ["masthead", "title", "contents", "s1.h", "s2.t1", "s3.f2", "note-1"]


def test_every_id_of_the_sample_is_given_once() -> None:
    given = [part.id for part in walk(every_node()) if not isinstance(part, Cell) and part.id]
    assert sorted(set(given)) == sorted(given)


def test_rebuilding_with_no_change_gives_an_equal_document() -> None:
    def same(part: Kind) -> Kind:
        return rebuild_runs(rebuild(part, same), lambda each: each)

    assert same(every_node()) == every_node()


def test_ids_are_given_from_the_root_down() -> None:
    class Number:
        def __init__(self, above: str) -> None:
            self.above, self.count = above, 0

        def __call__(self, part: Kind, /) -> Kind:
            self.count += 1
            name = f"{self.above}.{self.count}"
            numbered = rebuild(part, Number(name))
            if isinstance(numbered, Cell):
                return numbered
            return replace(numbered, id=name)

    document = rebuild(every_node(), Number("d"))
    first = document.children[0]
    assert [first.id, *(child.id for child in children(first) if isinstance(child, Paragraph))][:2] == ["d.1", "d.1.2"]


def test_runs_are_changed_inside_links_captions_sources_and_entries() -> None:
    def loud(each: Run) -> Run:
        if not isinstance(each, TextRun):
            return each
        return replace(each, text=each.text.standing_for(each.text.value.upper()))

    def shout(part: Kind) -> Kind:
        return rebuild_runs(rebuild(part, shout), loud)

    shouted = shout(every_node())
    for each in walk_runs(shouted):
        if isinstance(each, TextRun):
            assert each.text.value == each.text.value.upper()
    contents = next(part for part in walk(shouted) if isinstance(part, kernel.Contents))
    assert plain(contents.entries[0].runs) == "OPENING REMARKS"


def test_plain_words_leave_marks_out_and_open_links() -> None:
    heading = Heading(
        level=1,
        span=SPAN,
        runs=(
            run("See "),
            Link((run("the annex", emphasis=True),), SPAN, target="a"),
            NoteRef("n", SPAN, "1"),
            LineBreak(SPAN),
            Ref("t", SPAN, "t1", "Table 1"),
        ),
    )
    assert plain(runs(heading)) == "See the annex Table 1"


def test_a_link_is_changed_after_the_runs_in_it() -> None:
    seen: list[str] = []

    def note(each: Run) -> Run:
        seen.append(type(each).__name__)
        return each

    changed((Link((run("x"),), SPAN, url="https://example.org"),), note)
    assert seen == ["TextRun", "Link"]


def test_the_walk_knows_every_field_that_holds_nodes() -> None:
    """A node that gains a field with nodes in it has to be told to the walk."""
    holding = {
        (name, field.name)
        for name in ("Document", "Group", "List", "Item", "Table", "Cell", "Figure", "Quote", "Note")
        for field in fields(getattr(kernel, name))
        if any(word in str(field.type) for word in ("Node", "Note,", "Item", "Cell", "Drawing"))
    }
    assert holding == {
        *((name, "children") for name in ("Document", "Group", "Item", "Cell", "Quote", "Note")),
        *(("Document", "notes"), ("List", "items"), ("Table", "rows"), ("Figure", "picture")),
    }


def test_who_is_quoted_is_read_after_what_was_said() -> None:
    said = [plain(line) for line in lines(every_node())]
    assert said.index("Nothing else will do.") + 1 == said.index("Captain Flavia Tarlenheim")
