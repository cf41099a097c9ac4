"""How the lines of a paragraph are set."""

from dataclasses import replace

import pytest

from docgen.document.kernel import Node
from docgen.document.runs import LineBreak, Link, NoteRef, Ref, TextRun
from docgen.layout import lay_out
from docgen.layout.page import Fragment, LineEnd, RuleBox, TextLine
from docgen.style.colour import Colour
from docgen.style.model import Align, PdfPart, Style
from docgen.style.roles import Role
from tests.layout.reading import placed, printed, small, text_lines, tiny_pictures, words
from tests.samples import SPAN, document, heading, paragraph, run, text

LONG = "The day-long roundtable was designed to supply Member States with an opportunity to debate the instruments."


def fragments(*nodes: Node, style: Style | None = None) -> list[Fragment]:
    return [fragment for _, line in text_lines(placed(*nodes, style=style)) for fragment in line.fragments]


def test_justified_lines_fill_their_measure_and_the_last_one_does_not() -> None:
    style = small(columns=1)
    lines = [line for _, line in text_lines(placed(paragraph(LONG), style=style))]
    ends = [line.fragments[-1].x + line.fragments[-1].width for line in lines]
    assert len(lines) > 2
    assert ends[:-1] == pytest.approx([200] * (len(lines) - 1))
    assert ends[-1] < 200


def test_a_line_that_would_gape_is_left_ragged() -> None:
    first, *_ = fragments(paragraph("I saw nonproliferationinstruments"), style=small(columns=1, width=110))
    assert (first.text, first.word_space) == ("I saw ", 0)


def test_a_line_ends_with_a_real_space_unless_the_paragraph_or_a_word_ends_there() -> None:
    pages = placed(paragraph(LONG, LineBreak(SPAN), "W" * 40), style=small(columns=1))
    ends = [line.fragments[-1].text[-1] for _, line in text_lines(pages)]
    assert ends == [" ", " ", " ", "W", "W"]


def test_a_line_says_how_it_ends() -> None:
    pages = placed(paragraph("An international civil-society organization met."), style=small(columns=1, width=80))
    assert [(words(line), line.end) for _, line in text_lines(pages)] == [
        ("An international", LineEnd.SPACE),
        ("civil-society organi\u00ad", LineEnd.HYPHEN),
        ("zation met.", LineEnd.LAST),
    ]


def test_an_added_hyphen_is_a_soft_one_and_no_part_of_what_was_written() -> None:
    style = small(columns=1, width=60)
    found = [line.fragments[-1] for _, line in text_lines(placed(paragraph("An international effort"), style=style))]
    assert found[0].text.endswith("\u00ad")
    assert "".join(part.text for part in found).replace("\u00ad", "") == "An international effort"


def test_declared_names_are_not_divided() -> None:
    name = TextRun(text("Nonproliferation"), hyphenate=False)
    pages = placed(paragraph("The ", name, " Treaty"), style=small(columns=1, width=75))
    assert printed(pages) == ["The", "Nonproliferation", "Treaty"]


@pytest.mark.parametrize("word", ["Herczyński", "“Herczyński,”", "Herczyński’s", "Herczyńskis"])
def test_names_of_the_reports_people_are_not_divided(word: str) -> None:
    style = small(columns=1, width=66)
    said = replace(document(paragraph(f"and then {word} spoke")), names=frozenset({"Paweł", "Herczyński"}))
    assert [words(line) for _, line in text_lines(lay_out(said, style, tiny_pictures()))] == ["and then", word, "spoke"]


def test_words_like_names_but_small_or_longer_are() -> None:
    style = small(columns=1, width=66)
    said = replace(document(paragraph("and then participations spoke")), names=frozenset({"Participations"}))
    assert (
        words(next(line for _, line in text_lines(lay_out(said, style, tiny_pictures())))) == "and then partici\u00ad"
    )


def test_a_name_with_an_initial_is_parted_behind_it() -> None:
    style = small(columns=1, width=80, body={"align": Align.LEFT})
    assert printed(placed(paragraph("he met Juan C. Zarate"), style=style)) == ["he met Juan C.", "Zarate"]
    assert printed(placed(paragraph("he met once J. C. Zarate"), style=style)) == ["he met once", "J. C. Zarate"]


def test_half_a_word_is_not_looked_up() -> None:
    pages = placed(paragraph("a ", run("non", strong=True), "proliferation b"), style=small(columns=1, width=68))
    assert printed(pages) == ["a", "nonproliferation", "b"]


def test_a_title_stays_with_its_name() -> None:
    style = small(columns=1, width=65, body={"align": Align.LEFT})
    pages = placed(paragraph("it was he, Mr. ", run("Uden", strong=True), " who came"), style=style)
    assert printed(pages) == ["it was he,", "Mr. Uden who", "came"]


def test_letters_are_scaled_as_far_as_the_style_says() -> None:
    style = small(columns=1)
    scales = {part.scale for _, line in text_lines(placed(paragraph(LONG * 3), style=style)) for part in line.fragments}
    assert len(scales) > 1
    assert all(0.98 <= scale <= 1.02 for scale in scales)
    plain = replace(style, pdf=PdfPart())
    assert {part.scale for _, line in text_lines(placed(paragraph(LONG), style=plain)) for part in line.fragments} == {
        1
    }


def test_runs_of_one_look_stand_in_one_fragment() -> None:
    found = fragments(paragraph("how ", run("quiet", emphasis=True), " a", " sea"))
    assert [(part.text, part.face) for part in found] == [
        ("how ", "Tinos-Regular"),
        ("quiet", "Tinos-Italic"),
        (" a sea", "Tinos-Regular"),
    ]
    assert [part.x + part.width for part in found[:-1]] == pytest.approx([part.x for part in found[1:]])


def test_a_word_in_two_looks_is_not_divided_between_them() -> None:
    pages = placed(paragraph("aaaa bbbb", run("cccc", strong=True)), style=small(columns=1, width=50))
    assert printed(pages) == ["aaaa", "bbbbcccc"]


def test_white_space_is_one_space_across_runs() -> None:
    assert printed(placed(paragraph(" one \n", run("  two", strong=True), "\tthree "))) == ["one two three"]


def test_a_no_break_space_keeps_words_together_and_stretches_like_any_other() -> None:
    pages = placed(paragraph("The 10\u00a0May meeting of the whole committee"), style=small(columns=1, width=45))
    assert printed(pages)[:2] == ["The", "10\u00a0May"]
    line = fragments(paragraph("at 10\u00a0May, a committee"), style=small(columns=1, width=58))[0]
    assert line.word_space > 0
    assert line.x + line.width == pytest.approx(58)


def test_marks_for_the_line_breaker_are_not_printed() -> None:
    assert printed(placed(paragraph("pro\u00adlif\u00ader\u200bation"))) == ["proliferation"]


@pytest.mark.parametrize(
    ("written", "language", "capitals"),
    [
        ("Opening Remarks", "en", "OPENING REMARKS"),
        ("Die Straße", "de", "DIE STRASSE"),
        ("İstanbul'da iki kısa toplantı", "tr", "İSTANBUL'DA İKİ KISA TOPLANTI"),
        ("Η Ευρώπη και το μαΐου", "el", "Η ΕΥΡΩΠΗ ΚΑΙ ΤΟ ΜΑΪΟΥ"),
    ],
)
def test_capitals_follow_the_language_and_what_was_written_is_kept(written: str, language: str, capitals: str) -> None:
    part = TextRun(text(written), language=language)
    (fragment,) = fragments(heading(1, part))
    assert (fragment.text, fragment.written, fragment.language) == (capitals, written, language)


def test_text_printed_as_written_needs_no_second_form() -> None:
    assert fragments(paragraph("As written"))[0].written is None


def test_links_and_references_lead_somewhere() -> None:
    link = Link((run("a "), run("page", strong=True)), SPAN, url="https://example.org")
    found = fragments(paragraph("See ", link, " and ", Ref("t", SPAN, "s2.t1", "Table 1"), "."))
    assert [(part.text, part.url, part.target) for part in found] == [
        ("See ", None, None),
        ("a ", "https://example.org", None),
        ("page", "https://example.org", None),
        (" and ", None, None),
        ("Table 1", None, "s2.t1"),
        (".", None, None),
    ]


def test_links_are_underlined_and_in_the_colour_that_the_palette_has_for_them() -> None:
    link = Link((run("a page"),), SPAN, url="https://example.org")
    style = replace(small(columns=1), palette={"link": Colour("#1a5fb4")})
    (page,) = placed(paragraph("See ", link, "."), style=style).pages
    (words_of_link,) = (part for box in page.boxes if isinstance(box, TextLine) for part in box.fragments if part.url)
    (rule,) = (box for box in page.boxes if isinstance(box, RuleBox))
    assert words_of_link.colour == rule.colour == "#1a5fb4"
    assert (rule.x, rule.width) == pytest.approx((words_of_link.x, words_of_link.width), abs=0.001)
    (baseline,) = (box.y for box in page.boxes if isinstance(box, TextLine) and not box.furniture)
    assert baseline - 2 < rule.y < baseline


def test_links_of_a_style_without_a_colour_for_them_are_as_dark_as_their_text() -> None:
    link = Link((run("a page"),), SPAN, url="https://example.org")
    before, linked = fragments(paragraph("See ", link))
    assert linked.colour == before.colour


def test_a_notes_mark_is_raised_and_small_and_leads_to_the_note() -> None:
    before, mark = fragments(paragraph("Delegates", NoteRef("note-1", SPAN, "1")))
    assert (mark.text, mark.target) == ("1", "note-1")
    assert mark.rise > 0
    assert mark.size < before.size


def test_emphasis_in_an_italic_role_stands_upright() -> None:
    found = fragments(paragraph("see ", run("this", emphasis=True), role=Role.CAPTION))
    assert [part.face for part in found] == ["Tinos-Italic", "Tinos-Regular"]
