"""Word files: what staff find in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from docgen.document.kernel import Alignment, Cell, Contents, Document, Figure, Group, Item, List, Node, Quote, Table
from docgen.document.tree import Part, children, plain, runs
from docgen.layout.page import Anchor, Page, Pages
from docgen.style.roles import Role
from docgen.writers.docx import writer
from tests.samples import (
    SPAN,
    document,
    edition,
    every_node,
    one_paragraph,
    paragraph,
    run,
    section,
)
from tests.writers.opened import body_paragraphs, parts, style_of, styled, styles_used, values, w, words, xml


def written(made: Document, pages: Pages | None = None) -> bytes:
    return writer.write(edition(made, pages=pages))


def spoken(part: Part) -> Iterator[str]:
    """What a part says, in the order in which it is read: captions with their numbers, sources below quotations."""
    inside = (line for child in children(part) for line in spoken(child))
    match part:
        case Quote():
            yield from inside
            yield plain(part.source)
        case Contents():
            yield plain(part.title)
            yield from (plain(entry.runs) for entry in part.entries)
        case Figure() | Table():
            word = "Table" if isinstance(part, Table) else "Figure"
            yield (f"{word} {part.number}. " if part.number else "") + plain(part.caption)
            yield from inside
        case _:
            yield plain(runs(part))
            yield from inside


def test_the_words_stand_in_the_order_of_the_document() -> None:
    text = replace(every_node(), notes=())
    assert words(xml(written(every_node()))).split() == " ".join(spoken(text)).split()


def test_every_role_has_the_style_that_staff_look_for() -> None:
    found = dict(reversed(styled(written(every_node()))))
    assert found["Subtitle"] == "Conference Summary Report"
    assert found["Title"] == "The Harbour Dialogue on Quiet Seas"
    assert found["Byline"].startswith("An event hosted by")
    assert found["EventDetails"] == "Date: March 8, 2019"
    assert found["Introduction"].startswith("Delegates met")
    assert found["Heading1"] == "Opening Remarks"
    assert found["Heading2"] == "The Fleet at Anchor"
    assert found["Heading3"] == "A Word on Names"
    assert found["BodyText"].startswith("Ambassador Vane")
    assert found["Quote"].startswith("A sea is quiet")
    assert found["QuoteSource"] == "Captain Flavia Tarlenheim"
    assert found["Caption"] == "Table\u00a01. Tides on the day of the Dialogue"
    assert found["TableHeading"] == "Port"
    assert found["TableText"] == "06:12"
    assert found["TOCHeading"] == "Contents"
    assert found["TOC2"].strip() == "The Fleet at Anchor"


def test_every_style_that_is_used_is_there_and_none_is_left_over_from_elsewhere() -> None:
    data = written(every_node())
    styles = xml(data, "word/styles.xml")
    there = {style.get(w("styleId")) for style in styles.iter(w("style"))}
    assert styles_used(data) <= there
    unused = there - styles_used(data) - {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
    assert unused == {"TOC3"}


def test_headings_keep_their_case_and_print_capitals() -> None:
    data = written(every_node())
    (style,) = (
        found for found in xml(data, "word/styles.xml").iter(w("style")) if found.get(w("styleId")) == "Heading1"
    )
    assert style.find(f"{w('rPr')}/{w('caps')}") is not None
    assert ("Heading1", "Opening Remarks") in styled(data)


def test_each_numbered_list_begins_where_it_says() -> None:
    data = written(every_node())
    starts = {}
    for number in xml(data, "word/numbering.xml").iter(w("num")):
        starts[number.get(w("numId"))] = values(number, "startOverride")
    items = [found for found in body_paragraphs(data) if style_of(found) == "ListNumber"]
    counted = [(values(item, "numId")[0], values(item, "ilvl")[0]) for item in items]
    assert counted == [("4", "1"), ("4", "1"), ("5", "0"), ("5", "0")]
    assert (starts["4"], starts["5"]) == (["1"], ["3"])
    assert ("ListContinue", "It takes a second paragraph to say so.") in styled(data)


def test_notes_are_word_s_own_and_counted_by_word() -> None:
    data = written(every_node())
    assert values(xml(data), "footnoteReference", "id") == ["1", "2"]
    assert values(xml(data), "endnoteReference", "id") == ["1"]
    assert "Figures are those of the Harbour Yearbook." in words(xml(data, "word/footnotes.xml"))
    assert "Compare Table 1 & the annex." in words(xml(data, "word/endnotes.xml"))
    settings = xml(data, "word/settings.xml")
    assert [values(found, "numFmt") for found in settings.iter(w("footnotePr"), w("endnotePr"))] == [
        ["decimal"],
        ["lowerRoman"],
    ]


def test_a_document_without_notes_has_no_notes_part() -> None:
    assert not [name for name in parts(written(one_paragraph("No notes."))) if "notes" in name]


def test_columns_are_left_for_what_runs_over_the_page_and_taken_up_again() -> None:
    sections = list(xml(written(every_node())).iter(w("sectPr")))
    assert [values(section, "cols", "num")[0] for section in sections] == ["1", "2", "1", "2", "1"]
    assert [values(section, "type") for section in sections] == [[], *[["continuous"]] * 4]


def test_the_first_page_has_a_header_and_footer_of_its_own() -> None:
    data = written(every_node())
    (first, *others) = list(xml(data).iter(w("sectPr")))
    assert [found.get(w("type")) for found in first.iter(w("headerReference"))] == ["default", "first"]
    assert first.find(w("titlePg")) is not None
    assert all(not list(section.iter(w("headerReference"))) for section in others)
    headers = sorted(words(xml(data, name)) for name in parts(data) if name.startswith("word/header"))
    assert headers == ["", "The Harbour Dialogue on Quiet Seas"]
    footer = next(name for name in parts(data) if name.startswith("word/footer"))
    assert [text.strip() for text in xml(data, footer).itertext() if text.strip().isupper()] == ["PAGE", "NUMPAGES"]


def test_pictures_say_what_they_show_or_that_they_are_ornaments() -> None:
    drawn = [found for found in xml(written(every_node())).iter() if str(found.tag).endswith("}docPr")]
    described = [found.get("descr") for found in drawn]
    ornaments = [any(str(child.tag).endswith("}decorative") for child in found.iter()) for found in drawn]
    assert described == ["Flag of Ruritania", "", "Five delegates on a pier", "", "The harbour from the lighthouse"]
    assert ornaments == [False, True, False, True, False]


def test_a_picture_shown_twice_is_stored_once() -> None:
    figure = every_node().children[4]
    assert isinstance(figure, Group)
    data = written(document(*figure.children, *figure.children))
    stored = [name.rpartition(".")[2] for name in parts(data) if name.startswith("word/media/")]
    assert sorted(stored) == ["jpeg", "png", "png", "svg"]  # the drawing as SVG and in pixels


def test_languages_are_marked_where_they_change() -> None:
    marked = {}
    for found in xml(written(every_node())).iter(w("r")):
        if tags := values(found, "lang"):
            marked["".join(str(piece) for piece in found.itertext())] = tags[0]
    assert marked["mer calme"] == "fr-FR"
    assert marked["Moře je klidné."] == "cs-CZ"
    assert marked["Nordlicht"] == "de-DE"
    assert marked["Une note en français clôt le rapport."] == "fr-FR"
    assert "The chair read a line of Czech: " not in marked


def test_table_heads_are_repeated_and_rows_stay_whole() -> None:
    rows = list(xml(written(every_node())).iter(w("tr")))
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_the_contents_know_their_pages_where_layout_does() -> None:
    anchors = {"s1.h": 1, "s1.1.h": 1, "s2.h": 2, "s3.h": 3, "s4.h": 5}
    pages = Pages(
        tuple(
            Page(number, 612, 792, (), tuple(Anchor(node, 72, 700) for node, at in anchors.items() if at == number))
            for number in range(1, 6)
        )
    )
    lines = [
        said
        for style, said in styled(written(every_node(), pages))
        if style.startswith("TOC") and style != "TOCHeading"
    ]
    assert lines == [
        "Opening Remarks 1",
        "The Fleet at Anchor 1",
        "Tides by the Numbers 2",
        "What Was Seen 3",
        "Closing 5",
    ]


def test_emphasis_in_italic_text_stands_upright() -> None:
    made = document(paragraph("An ", run("emphasis", emphasis=True), role=Role.BYLINE))
    (plain_run, emphasised) = list(body_paragraphs(written(made))[0].iter(w("r")))
    assert values(plain_run, "i") == []
    assert values(emphasised, "i") == ["0"]


def test_no_paragraph_is_there_for_its_space_alone() -> None:
    """Those without words end the contents, as in Word's own files, their section, and the last, which balances it."""
    bare = [found for found in xml(written(every_node())).iter(w("p")) if not words(found)]
    empty = [found for found in bare if not list(found.iter(w("drawing")))]
    assert [style_of(found) for found in empty] == ["SectionEnd"] * 3
    assert [values(found, "fldChar", "fldCharType") for found in empty] == [["end"], [], []]
    assert [bool(list(found.iter(w("sectPr")))) for found in empty] == [False, True, False]


def test_a_report_in_another_language_is_one_throughout() -> None:
    data = written(document(section("s1", paragraph("Le calme", language="fr")), language="fr"))
    assert values(xml(data, "word/styles.xml"), "lang") == ["fr-FR"]
    assert values(xml(data), "lang") == []


@pytest.mark.parametrize(
    "following",
    [
        paragraph("next"),
        List(items=(Item(children=(paragraph("next"),), span=SPAN),), span=SPAN),
        Quote(children=(paragraph("next"),), span=SPAN),
    ],
    ids=["paragraph", "list", "quotation"],
)
def test_what_follows_a_table_keeps_a_line_s_distance(following: Node) -> None:
    table = Table(rows=((Cell(children=(), span=SPAN),),), alignments=(Alignment.LEFT,), span=SPAN)
    (after,) = (found for found in body_paragraphs(written(document(table, following))) if words(found) == "next")
    assert values(after, "spacing", "before") == ["230"]  # 11.5 pt
