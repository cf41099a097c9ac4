"""How each kind of block is set."""

from dataclasses import replace

import pytest

from docgen.document.kernel import (
    Alignment,
    Cell,
    Contents,
    Entry,
    Figure,
    Furniture,
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
from docgen.document.runs import LineBreak, NoteRef
from docgen.document.tree import walk
from docgen.layout import lay_out
from docgen.layout.page import Furnishing, TextLine
from docgen.layout.table import shared_widths
from docgen.style.pictures import Picture
from docgen.style.roles import Role
from tests.layout.reading import pictures_of, placed, printed, read, rules_of, small, text_lines, words
from tests.samples import SPAN, every_node, heading, paragraph, runs, text, tiny_pictures
from tests.style.classic import classic

WIDE = Picture("wide", "png", b"", 3000, 1000)
TALL = Picture("tall", "png", b"", 1000, 9000)
ICON = Picture("icon", "png", b"", 50, 25)
PICTURES = {picture.path: picture for picture in (WIDE, TALL, ICON)}


def bullets(*items: str | Node, ordered: bool = False, start: int = 1, tight: bool = True) -> List:
    children = [paragraph(item, role=Role.LIST) if isinstance(item, str) else item for item in items]
    listed = tuple(Item(children=(child,), span=SPAN, id=f"item{at}") for at, child in enumerate(children))
    return List(items=listed, span=SPAN, ordered=ordered, start=start, tight=tight)


def figure(path: str, caption: str = "", width: Width = Width.COLUMN, number: int | None = None) -> Figure:
    return Figure(
        picture=text(path),
        alternative=text("what it shows"),
        span=SPAN,
        caption=runs(caption) if caption else (),
        number=number,
        width=width,
        id=path,
    )


def table(*rows: str, head_rows: int = 1, alignments: str = "LLL") -> Table:
    """A table from rows with cells between bars."""
    kinds = {"L": Alignment.LEFT, "C": Alignment.CENTRE, "R": Alignment.RIGHT, "D": Alignment.DEFAULT}
    cells = [
        tuple(
            Cell(children=(paragraph(cell.strip(), role=Role.TABLE),), span=SPAN, header=at < head_rows)
            for cell in row.split("|")
        )
        for at, row in enumerate(rows)
    ]
    return Table(
        rows=tuple(cells),
        alignments=tuple(kinds[letter] for letter in alignments[: len(cells[0])]),
        span=SPAN,
        head_rows=head_rows,
        id="table",
    )


# ---- lists


def test_bullets_stand_before_their_items_and_lines_hang() -> None:
    pages = placed(bullets("one two three four five six seven", "eight"), style=small(columns=1, width=110))
    lines = read(pages)
    assert [line.words for line in lines] == ["• one two three four five", "six seven", "• eight"]
    indent = classic().text(Role.LIST).indent
    assert [line.x for line in lines] == [0, indent, 0]


def test_numbers_begin_where_the_list_says_and_make_room_for_themselves() -> None:
    pages = placed(bullets("a", "b", "c", ordered=True, start=998))
    assert printed(pages) == ["998. a", "999. b", "1000. c"]
    starts = {round(line.fragments[1].x, 3) for _, line in text_lines(pages)}
    widest = [line.fragments[0] for _, line in text_lines(pages)][-1]
    assert len(starts) == 1
    assert starts.pop() > widest.x + widest.width


def test_a_list_in_a_list_is_indented_further_and_marked_otherwise() -> None:
    inner = bullets("inside")
    pages = placed(List(items=(Item(children=(paragraph("outside"), inner), span=SPAN),), span=SPAN))
    outside, inside = read(pages)
    assert (outside.words, inside.words) == ("• outside", "– inside")
    assert inside.x == outside.x + classic().text(Role.LIST).indent


@pytest.mark.parametrize(("tight", "distance"), [(True, 11.5), (False, 23)])
def test_items_of_a_loose_list_stand_a_line_apart(tight: bool, distance: float) -> None:
    first, second = read(placed(bullets("a", "b", tight=tight)))
    assert first.y - second.y == pytest.approx(distance)


def test_an_item_that_begins_with_a_picture_has_its_mark_above() -> None:
    pages = placed(bullets(figure("icon")), pictures=PICTURES)
    (mark,), (picture,) = read(pages), pictures_of(pages)
    assert mark.words == "•"
    assert mark.y > picture.y + picture.height


# ---- quotations, rules


def test_a_quotation_stands_inside_its_measure_with_its_source_to_the_right() -> None:
    said = Quote(children=(paragraph("Well said."),), span=SPAN, source=runs("A. Speaker"), id="quote")
    pages = placed(said, style=small(columns=1))
    quoted, source = [line for _, line in text_lines(pages)]
    assert quoted.fragments[0].x == classic().text(Role.QUOTE).indent
    assert source.fragments[0].x + source.fragments[0].width == pytest.approx(200 - classic().text(Role.QUOTE).indent)
    assert (quoted.role, source.role) == (Role.QUOTE, Role.SOURCE)


def test_a_rule_runs_across_the_measure() -> None:
    (rule,) = rules_of(placed(Rule(span=SPAN, id="rule"), style=small()))
    assert (rule.x, rule.width, rule.node) == (0, 95, "rule")


# ---- figures


def test_a_large_picture_is_as_wide_as_its_column() -> None:
    (box,) = pictures_of(placed(figure("wide"), pictures=PICTURES))
    assert box.width == pytest.approx(221.5)
    assert box.width / box.height == pytest.approx(3)


def test_a_page_wide_picture_is_as_wide_as_the_page() -> None:
    (box,) = pictures_of(placed(figure("wide", width=Width.PAGE), pictures=PICTURES))
    assert box.width == pytest.approx(468)


def test_an_icon_is_enlarged_to_twice_its_size_at_most() -> None:
    (box,) = pictures_of(placed(figure("icon"), pictures=PICTURES))
    assert (box.width, box.height) == pytest.approx((48, 24))


def test_a_picture_in_a_table_is_not_enlarged() -> None:
    cell = Cell(children=(figure("icon"),), span=SPAN)
    held = Table(rows=((cell,),), alignments=(Alignment.DEFAULT,), span=SPAN, head_rows=0)
    (box,) = pictures_of(placed(held, pictures=PICTURES))
    assert (box.width, box.height) == pytest.approx((24, 12))


@pytest.mark.parametrize(("align", "left"), [("left", 72), ("centre", 72 + 221.5 / 2 - 30), ("right", 72 + 221.5 - 60)])
def test_a_picture_stands_in_the_height_and_on_the_side_that_are_asked_for(align: str, left: float) -> None:
    asked = replace(figure("icon"), height=30.0, align=Alignment(align))
    (box,) = pictures_of(placed(asked, pictures=PICTURES))
    assert (box.x, box.width, box.height) == pytest.approx((left, 60, 30))


def test_a_picture_is_within_the_height_and_the_width_that_are_asked_for() -> None:
    asked = replace(figure("icon"), height=30.0, breadth=40.0)
    (box,) = pictures_of(placed(asked, pictures=PICTURES))
    assert (box.width, box.height) == pytest.approx((40, 20))


def test_a_tall_picture_leaves_room_for_its_caption_in_one_column() -> None:
    pages = placed(figure("tall", "A very tall tower", number=3), pictures=PICTURES)
    (box,), (caption,) = pictures_of(pages), read(pages)
    assert caption.words == "Figure 3. A very tall tower"
    assert caption.page == 1
    assert 72 <= caption.y < box.y
    assert box.y + box.height <= 720.001


def test_a_picture_and_its_caption_move_to_the_next_column_together() -> None:
    style = small(height=100)
    pages = placed(*[paragraph("line") for _ in range(3)], figure("wide", "Below it"), style=style, pictures=PICTURES)
    caption = read(pages)[-1]
    assert (caption.page, caption.x > 100) == (1, True)
    assert pictures_of(pages)[0].x == pytest.approx(105)


def test_a_decorative_picture_says_nothing() -> None:
    plain = Figure(picture=text("icon"), alternative=None, decorative=True, span=SPAN)
    (box,) = pictures_of(placed(plain, pictures=PICTURES))
    assert box.alternative is None


def test_logos_stand_in_a_row_equally_high_in_the_middle() -> None:
    row = Group(children=(figure("wide"), figure("icon")), span=SPAN, role="logos", width=Width.PAGE, id="row")
    first, second = pictures_of(placed(row, pictures=PICTURES))
    assert first.height == second.height == classic().logo_height
    assert first.y == second.y
    assert first.x - 72 == pytest.approx(540 - second.x - second.width)


def test_logos_too_wide_for_the_page_all_shrink_alike() -> None:
    row = Group(children=(figure("wide"),) * 6, span=SPAN, role="logos", width=Width.PAGE)
    boxes = pictures_of(placed(row, pictures=PICTURES))
    assert len({round(box.height, 3) for box in boxes}) == 1
    assert boxes[0].x == pytest.approx(72)
    assert boxes[-1].x + boxes[-1].width == pytest.approx(540)


# ---- tables


def test_a_table_reads_row_by_row_under_its_rules() -> None:
    pages = placed(table("Port | Tide", "Strelsau | 06:12", "Hentzau | 07:40"))
    assert printed(pages) == ["Port", "Tide", "Strelsau", "06:12", "Hentzau", "07:40"]
    assert len(rules_of(pages)) == 3
    port, tide = read(pages)[:2]
    assert port.y == tide.y


def test_columns_of_a_table_are_aligned_as_asked() -> None:
    pages = placed(table("a | b | c", alignments="LCR"), style=small(columns=1))
    left, centre, right = [line.fragments[0] for _, line in text_lines(pages)]
    assert left.x == 4
    assert right.x + right.width == pytest.approx(196)
    assert left.x + left.width < centre.x < right.x


def test_a_column_of_a_table_is_as_wide_as_a_number_with_its_unit() -> None:
    pages = placed(table("River | Length | Countries", "Danube | 2,850 km | ten, more than any other river there is"))
    assert "2,850 km" in printed(pages)


def test_the_head_of_a_table_stands_again_where_it_continues_and_is_not_read_again() -> None:
    rows = [f"row {number}" for number in range(10)]
    pages = placed(table("Head", *rows, alignments="D"), style=small(height=100))
    again = [
        (page.number, round(line.fragments[0].x), line.furniture)
        for page in pages.pages
        for line in page.boxes
        if isinstance(line, TextLine) and words(line) == "Head"
    ]
    assert again == [(1, 4, None), (1, 109, Furnishing.REPEATED)]
    assert printed(pages) == ["Head", *rows]


def test_a_row_stays_whole() -> None:
    tall = "one two three four five six seven eight nine ten " * 2
    pages = placed(table("a", "b", tall, "c", head_rows=0, alignments="L"), style=small(height=85))
    lines = read(pages)
    assert {line.x for line in lines if line.words in ("a", "b")} == {4}
    assert {line.x for line in lines[2:]} == {109}


def test_a_row_higher_than_a_column_is_divided() -> None:
    many = " ".join(f"word{number}" for number in range(60))
    pages = placed(table("Head", many, alignments="L"), style=small(height=100))
    assert " ".join(printed(pages)).split() == ["Head", *many.split()]
    assert all(line.y >= 0 for line in read(pages))


def test_a_head_that_would_fill_the_columns_is_set_once() -> None:
    head = " ".join(f"head{number}" for number in range(30))
    pages = placed(table(head, "a", "b", "c", "d", alignments="L"), style=small(height=60))
    again = [box for page in pages.pages for box in page.boxes if isinstance(box, TextLine) and box.role == Role.TABLE]
    assert " ".join(words(line) for line in again if not line.furniture).split() == [*head.split(), *"abcd"]
    assert not any(line.furniture for line in again)


@pytest.mark.parametrize(
    ("extents", "widths"),
    [
        ([(10, 20), (10, 40)], [40, 80]),  # room for all: the rest in proportion
        ([(10, 100), (10, 100)], [60, 60]),  # not for all
        ([(100, 100), (20, 1000)], [100, 20]),  # just what they need
        ([(200, 300), (40, 50)], [100, 20]),  # not even that
    ],
)
def test_columns_share_their_measure(extents: list[tuple[float, float]], widths: list[float]) -> None:
    assert shared_widths(extents, 120) == pytest.approx(widths)


# ---- contents, notes, furniture


def test_the_contents_know_the_pages_of_headings() -> None:
    entries = (Entry(runs("Opening"), 1, "h1"), Entry(runs("A long title for a part inside"), 2, "h2"))
    contents = Contents(span=SPAN, title=runs("Contents"), entries=entries, id="contents")
    pages = placed(
        contents,
        heading(1, "Opening", identity="h1"),
        *[paragraph("text") for _ in range(20)],
        heading(2, "A long title", identity="h2"),
        style=small(columns=1, width=150, height=150),
    )
    assert printed(pages)[:3] == ["CONTENTS", "Opening 1", "A long title for a part inside 4"]
    assert pages.number_of("h2") == 4
    folio = [line for _, line in text_lines(pages)][2].fragments[-1]
    assert (folio.target, folio.x + folio.width) == ("h2", pytest.approx(150))


def note(mark: str, words: str, end: bool = False) -> Note:
    return Note(children=(paragraph(words, role=Role.NOTE),), span=SPAN, mark=mark, end=end, id=f"note-{mark}")


def test_endnotes_are_collected_behind_the_text_under_a_short_rule() -> None:
    pages = placed(paragraph("True", NoteRef("note-1", SPAN, "1"), "."), notes=(note("1", "Indeed.", end=True),))
    assert printed(pages) == ["True1.", "Notes", "1. Indeed."]
    (rule,) = rules_of(pages)
    assert rule.width == 72
    assert pages.number_of("note-1") == 1


def test_a_footnote_stands_at_the_foot_of_its_column_and_is_read_behind_the_text() -> None:
    called = paragraph("True", NoteRef("note-1", SPAN, "1"), LineBreak(SPAN), "and so it stays.")
    pages = placed(called, notes=(note("1", "Indeed."),))
    first, last, foot = read(pages)
    assert (first.words, last.words, foot.words) == ("True1", "and so it stays.", "1. Indeed.")
    assert 72 < foot.y < 80
    (rule,) = rules_of(pages)
    assert foot.y < rule.y < last.y
    assert pages.number_of("note-1") == 1


def test_a_footnote_referred_to_twice_stands_once() -> None:
    twice = paragraph("a", NoteRef("note-1", SPAN, "1"), LineBreak(SPAN), "b", NoteRef("note-1", SPAN, "1"))
    assert printed(placed(twice, notes=(note("1", "Indeed."),))) == ["a1", "b1", "1. Indeed."]


def test_a_footnote_that_only_a_note_refers_to_is_not_lost() -> None:
    inner = Note(children=(paragraph("a", NoteRef("note-2", SPAN, "2")),), span=SPAN, mark="1", id="note-1")
    pages = placed(paragraph("x", NoteRef("note-1", SPAN, "1")), notes=(inner, note("2", "b")))
    assert sorted(printed(pages)) == sorted(["x1", "1. a2", "Notes", "2. b"])


def test_a_footnote_of_a_picture_or_a_table_stands_in_their_column() -> None:
    caption = replace(figure("wide", "x"), caption=runs("seen", NoteRef("note-1", SPAN, "1")))
    pages = placed(caption, notes=(note("1", "Indeed."),), pictures=PICTURES)
    assert printed(pages) == ["seen1", "1. Indeed."]


def test_headers_and_footers_tell_pages_and_stand_in_the_margins() -> None:
    pages = placed(*[paragraph("text") for _ in range(80)], style=classic())
    outside = [
        (page.number, words(box), box.y)
        for page in pages.pages
        for box in page.boxes
        if isinstance(box, TextLine) and box.furniture
    ]
    assert [line[:2] for line in outside] == [
        (1, "Page 1 of 2"),
        (2, "The Harbour Dialogue on Quiet Seas"),
        (2, "Page 2 of 2"),
    ]
    assert all(y < 72 or y > 720 for _, _, y in outside)


def test_a_document_may_have_no_furniture() -> None:
    bare = replace(every_node(), first_page=Furniture(), other_pages=Furniture())
    pages = lay_out(bare, classic(), tiny_pictures())
    assert not any(isinstance(box, TextLine) and box.furniture for page in pages.pages for box in page.boxes)


# ---- all of them


def test_every_node_with_an_id_has_its_place() -> None:
    document = every_node()
    pages = lay_out(document, classic(), tiny_pictures())
    ids = {node.id for node in walk(document) if not isinstance(node, Cell) and node.id}
    inner = {"document", "logo-2.drawing"}  # the whole, and a drawing that is its figure's picture
    assert ids - inner == {anchor.node for page in pages.pages for anchor in page.anchors}


def test_everything_stays_inside_its_page() -> None:
    pages = lay_out(every_node(), classic(), tiny_pictures())
    for page, line in text_lines(pages):
        assert 72 <= line.y <= 720
        last = line.fragments[-1]
        assert line.fragments[0].x >= 71.99
        assert last.x + last.width <= 540.01, (page.number, words(line))


def test_the_same_document_gives_the_same_pages() -> None:
    first, second = (lay_out(every_node(), classic(), tiny_pictures()) for _ in range(2))
    assert first == second
