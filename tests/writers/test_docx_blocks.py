"""Blocks of Word files that stand in each other's way: rules, tables, headings, notes, and what Word wants between."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from docgen.document.kernel import (
    Alignment,
    Break,
    BreakKind,
    Cell,
    Contents,
    Document,
    Entry,
    Figure,
    Group,
    Item,
    List,
    Node,
    Note,
    Quote,
    Rule,
    Table,
    Width,
)
from docgen.document.runs import Link, NoteRef, Ref, TextRun
from docgen.style.model import NotePlace
from docgen.style.roles import Role
from docgen.writers.docx import writer
from tests.samples import HARBOUR, SPAN, document, edition, heading, one_paragraph, paragraph, run, runs, text
from tests.writers.opened import body_paragraphs, parts, style_of, styled, values, w, words, xml

RULE = Rule(span=SPAN)


def written(made: Document) -> bytes:
    return writer.write(edition(made))


def table(*rows: tuple[str, ...], head: int = 1, **own: object) -> Table:
    made = tuple(
        tuple(Cell(children=(paragraph(words),), span=SPAN, header=at < head) for words in row)
        for at, row in enumerate(rows)
    )
    alignments = (Alignment.DEFAULT,) * len(rows[0])
    return replace(Table(rows=made, alignments=alignments, span=SPAN, head_rows=head), **own)  # type: ignore[arg-type]


def body(data: bytes) -> list[etree._Element]:
    """What stands directly in the body, its last section's properties left out."""
    return [found for found in xml(data)[0] if found.tag != w("sectPr")]


def borders(data: bytes) -> dict[str, list[str]]:
    """The sides on which each paragraph has a rule, by its words."""
    return {
        words(found): [str(side.tag).rpartition("}")[2] for side in border]
        for found in xml(data).iter(w("p"))
        if (border := found.find(f"{w('pPr')}/{w('pBdr')}")) is not None
    }


QUOTED = List(items=(Item(children=(paragraph("an item"),), span=SPAN),), span=SPAN)


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((paragraph("above"), RULE, paragraph("below")), {"below": ["top"]}),
        ((RULE, paragraph("below")), {"below": ["top"]}),
        ((paragraph("above"), RULE), {"above": ["bottom"]}),
        ((paragraph("above"), RULE, table(("x",))), {"above": ["bottom"]}),
        ((paragraph("above"), RULE, QUOTED), {"above": ["bottom"]}),
        ((paragraph("above"), RULE, RULE, paragraph("below")), {"above": ["bottom"], "below": ["top"]}),
        ((paragraph("above"), RULE, Break(kind=BreakKind.PAGE, span=SPAN), paragraph("below")), {"above": ["bottom"]}),
        ((paragraph("above"), Break(kind=BreakKind.PAGE, span=SPAN), RULE, paragraph("below")), {"below": ["top"]}),
        ((table(("x",)), RULE, table(("y",))), {"": ["bottom"]}),
    ],
    ids=["between", "first", "last", "over-table", "over-list", "two", "before-break", "behind-break", "in-tables"],
)
def test_a_rule_is_the_border_of_a_paragraph_beside_it(nodes: tuple[Node, ...], expected: dict[str, list[str]]) -> None:
    assert borders(written(document(*nodes))) == expected


def test_text_keeps_a_line_s_distance_from_a_rule() -> None:
    (below,) = (found for found in body(written(document(RULE, paragraph("below")))) if words(found))
    assert values(below, "spacing", "before") == ["230"]  # 11.5 pt
    assert values(below, "top", "space") == ["12"]  # pt, in whole ones


def test_two_tables_are_kept_apart_where_word_would_make_them_one() -> None:
    data = written(document(table(("x",)), table(("y",)), paragraph("after")))
    assert [str(found.tag).rpartition("}")[2] for found in body(data)] == ["tbl", "p", "tbl", "p", "p"]


def test_headings_right_above_what_runs_over_the_page_do_so_too() -> None:
    wide = table(("x",), width=Width.PAGE)
    data = written(document(paragraph("before"), heading(1, "Tides"), heading(2, "High"), wide, paragraph("after")))
    ends = [words(found) for found in body(data) if found.find(f"{w('pPr')}/{w('sectPr')}") is not None]
    assert ends == ["before", "", "after"]  # no section ends with a heading; a table cannot end one


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_of_each_level_is_one_for_word(level: int) -> None:
    data = written(document(heading(level, "Names")))
    assert (f"Heading{level}", "Names") in styled(data)
    (style,) = (
        found for found in xml(data, "word/styles.xml").iter(w("style")) if found.get(w("styleId")) == f"Heading{level}"
    )
    (name,) = values(style, "name")
    assert name == f"heading {level}"
    assert values(style, "outlineLvl") == [str(level - 1)]


def test_words_set_alike_stand_in_one_run() -> None:
    made = paragraph("An event", " hosted by ", run("Japan", emphasis=True), run(" and", emphasis=True), " Poland")
    (found,) = body_paragraphs(written(document(made)))
    assert [words_of for piece in found.iter(w("r")) if (words_of := "".join(str(t) for t in piece.itertext()))] == [
        "An event hosted by ",
        "Japan and",
        " Poland",
    ]


def test_words_that_must_not_be_divided_are_kept_from_proofing() -> None:
    made = one_paragraph("The ship ", TextRun(text("Nordlicht"), hyphenate=False), " sailed")
    (found,) = (run for run in xml(written(made)).iter(w("r")) if run.find(f"{w('rPr')}/{w('noProof')}") is not None)
    assert "".join(str(piece) for piece in found.itertext()) == "Nordlicht"


@pytest.mark.parametrize(("language", "script"), [("ja", "eastAsia"), ("he", "bidi"), ("fr", "")])
def test_a_language_is_named_for_its_script(language: str, script: str) -> None:
    (marked,) = xml(written(one_paragraph(run("…", language=language)))).iter(w("lang"))
    assert {str(name).rpartition("}")[2] for name in marked.attrib} == {"val", script} - {""}


def test_a_list_with_wide_numbers_is_moved_in_far_enough_for_them() -> None:
    made = List(items=(Item(children=(paragraph("x"),), span=SPAN),), span=SPAN, ordered=True, start=1998)
    (found,) = (item for item in body_paragraphs(written(document(made))) if style_of(item) == "ListNumber")
    assert int(values(found, "ind", "hanging")[0]) > 20 * 14


class TestTables:
    def test_columns_of_a_wide_table_share_the_column_of_text(self) -> None:
        wide = table(*[tuple(f"{row}·{column}" for column in range(26)) for row in range(3)])
        (grid,) = xml(written(document(wide))).iter(w("tblGrid"))
        widths = [int(width) for width in values(grid, "gridCol", "w")]
        assert len(widths) == 26
        assert sum(widths) == pytest.approx((612 - 144 - 25) / 2 * 20, abs=26)

    def test_narrow_columns_give_their_space_to_the_words(self) -> None:
        wide = table(*[tuple("nonproliferation" for _ in range(8))] * 2)
        (properties,) = xml(written(document(wide))).iter(w("tblPr"))
        (margins,) = properties.iter(w("tblCellMar"))
        assert {side.get(w("w")) for side in margins} == {"10"}  # half a point

    def test_who_cannot_see_a_table_is_told_what_its_columns_hold(self) -> None:
        made = table(("Port", "High tide"), ("Strelsau", "06:12"), caption=runs("Tides"), number=1)
        (properties,) = xml(written(document(made))).iter(w("tblPr"))
        assert values(properties, "tblCaption") == ["Tides"]
        assert values(properties, "tblDescription") == ["Port; High tide"]

    def test_no_head_nor_row_is_left_alone_at_the_end_of_a_page(self) -> None:
        made = table(("head",), ("1",), ("2",), ("3",), ("4",))
        kept = [bool(list(row.iter(w("keepNext")))) for row in xml(written(document(made))).iter(w("tr"))]
        assert kept == [True, True, False, True, False]

    def test_cells_are_never_merged(self) -> None:
        made = xml(written(document(table(("a", "b"), ("c", "d")))))
        assert not list(made.iter(w("gridSpan"), w("vMerge"), w("hMerge")))


class TestNotes:
    def twice(self) -> Document:
        note = Note(children=(paragraph("Said twice.", role=Role.NOTE),), span=SPAN, mark="1", id="n1")
        marked = paragraph("Once", NoteRef("n1", SPAN, "1"), " and again", NoteRef("n1", SPAN, "1"))
        return document(marked, notes=(note,))

    def test_a_note_cited_again_is_referred_to_by_a_field(self) -> None:
        made = xml(written(self.twice()))
        assert values(made, "footnoteReference", "id") == ["1"]
        assert [asked.text for asked in made.iter(w("instrText"))] == [r" NOTEREF _n1 \f \h "]
        assert "_n1" in values(made, "bookmarkStart", "name")

    def test_a_reference_to_a_heading_with_a_note_does_not_quote_it(self) -> None:
        note = Note(children=(paragraph("A note.", role=Role.NOTE),), span=SPAN, mark="1", id="n1")
        noted = replace(heading(1, "Tides", identity="h", label="tides"), runs=runs("Tides", NoteRef("n1", SPAN, "1")))
        made = xml(written(document(noted, paragraph("See ", Ref("tides", SPAN, "h", "Tides")), notes=(note,))))
        assert [link.get(w("anchor")) for link in made.iter(w("hyperlink"))] == ["_h"]
        assert not list(made.iter(w("instrText")))

    def test_a_style_may_want_its_notes_at_the_end(self) -> None:
        """They stand in the columns of the last section, under the title that they have in the PDF."""
        note = Note(children=(paragraph("A note.", role=Role.NOTE),), span=SPAN, mark="1", id="n1", end=True)
        wide = Group(children=(paragraph("wide"),), span=SPAN, role="call-out", width=Width.PAGE)
        data = written(document(wide, paragraph("Text", NoteRef("n1", SPAN, "1")), notes=(note,)))
        assert words(xml(data, "word/endnotes.xml")).split() == ["Notes", "A", "note."]
        waiting = [section.find(w("noEndnote")) is not None for section in xml(data).iter(w("sectPr"))]
        assert waiting == [True, False, False]
        settings = xml(data, "word/settings.xml")
        assert [values(found, "pos") for found in settings.iter(w("endnotePr"))] == [["sectEnd"]]
        assert NotePlace("end") is NotePlace.END


def test_captions_and_what_refers_to_them_say_the_same() -> None:
    made = document(
        paragraph("See ", Ref("tides", SPAN, "t", "Table\u00a01")),
        table(("x",), caption=runs("Tides"), number=1, id="t", label="tides"),
    )
    (caption,) = (found for found in body_paragraphs(written(made)) if style_of(found) == "Caption")
    assert words(caption) == "Table\u00a01. Tides"


def test_entries_of_the_contents_are_links_without_links_in_them() -> None:
    linked = runs(
        "Tides of ", Link(runs("Strelsau"), SPAN, url="https://example.org"), Ref("t", SPAN, "t", " and more")
    )
    entries = (Entry(linked, 1, "h"),)
    made = xml(written(document(Contents(span=SPAN, entries=entries), heading(1, *linked, identity="h"))))
    (entry,) = (found for found in made.iter(w("p")) if style_of(found) == "TOC1")
    assert words(entry).startswith("Tides of Strelsau and more")
    assert len(list(entry.iter(w("hyperlink")))) == 1


def test_a_file_without_pictures_and_notes_has_no_parts_for_them() -> None:
    held = parts(written(one_paragraph("Quiet.")))
    assert not [name for name in held if "media" in name or "notes" in name]


def test_at_the_head_of_a_page_there_is_no_space() -> None:
    made = document(paragraph("before"), Break(kind=BreakKind.PAGE, span=SPAN), heading(1, "Next"))
    (found,) = (each for each in body_paragraphs(writer.write(edition(made))) if words(each) == "Next")
    assert values(found, "pageBreakBefore", "val") == [""]
    assert values(found, "spacing", "before") == ["0"]


def test_a_picture_or_quotation_that_an_item_begins_with_has_its_mark() -> None:
    """In its own style: lines as high as they are, no paragraph without words before it."""
    shown = Figure(picture=text(HARBOUR), alternative=text("A pier"), span=SPAN)
    quoted = Quote(children=(paragraph("A sea is quiet."),), span=SPAN)
    items = tuple(Item(children=(child,), span=SPAN) for child in (shown, quoted, paragraph("plain", role=Role.LIST)))
    data = written(document(List(items=items, span=SPAN)))
    marked = [found for found in xml(data).iter(w("p")) if values(found, "numId")]
    assert [(style_of(found), values(found, "numId")) for found in marked] == [
        ("Picture", ["1"]),
        ("Quote", ["1"]),
        ("ListBullet", ["1"]),
    ]
    picture, quotation, _ = marked
    assert (values(picture, "ind", "left"), values(picture, "ind", "hanging")) == (["280"], ["280"])
    assert values(picture, "jc") == ["left"]
    assert (values(quotation, "ind", "left"), values(quotation, "ind", "hanging")) == (["560"], ["560"])
    assert [words(found) for found in xml(data).iter(w("p")) if style_of(found) == "ListContinue"] == []


def test_what_a_document_begins_with_has_no_space_before_it() -> None:
    first, second, *_ = body_paragraphs(written(document(paragraph("Title", role=Role.TITLE), heading(1, "Next"))))
    assert (values(first, "spacing", "before"), values(second, "spacing", "before")) == (["0"], [])
