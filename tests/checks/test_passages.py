"""What rules see of a text: passages, sentences, words, and what is so of them."""

from __future__ import annotations

import pytest

from docgen.checks.names import Sort
from docgen.checks.text.passage import Mark, Place
from docgen.report.model import Kind
from tests.checks.subjects import body, subject_of


def test_passages_come_in_reading_order_with_their_places() -> None:
    subject = subject_of(
        "label: A Report\n"
        "people: {a: {name: Ann Lee, position: Chair of the panel}}\n"
        "introduction: Water was the subject.\n"
        + body(
            "It began.[^1]\n\n- one\n- two\n\n> Quoted.\n>\n> — A guest\n\n# Below\n\n| a | b |\n|---|---|\n| c | d |"
            "\n\n[^1]: At nine."
        )
    )
    assert [(passage.place, passage.value) for passage in subject.passages] == [
        (Place.LABEL, "A Report"),
        (Place.TITLE, "A Day on Water"),
        (Place.INTRODUCTION, "Water was the subject."),
        (Place.HEADING, "Panel"),
        (Place.BODY, "It began."),
        (Place.ITEM, "one"),
        (Place.ITEM, "two"),
        (Place.QUOTE, "Quoted."),
        (Place.QUOTE, "— A guest"),
        (Place.HEADING, "Below"),
        *((Place.CELL, cell) for cell in "abcd"),
        (Place.NOTE, "At nine."),
        (Place.DECLARED, "Chair of the panel"),
    ]
    assert [(heading.value, heading.level) for heading in subject.headings] == [("Panel", 1), ("Below", 2)]


def test_what_docgen_words_itself_is_in_no_passage() -> None:
    subject = subject_of("partners: [the Lake Society]\nvenue: Geneva\n" + body("It began."))
    assert [passage.value for passage in subject.passages] == ["A Day on Water", "Panel", "It began."]


def test_a_word_knows_its_place_behind_marks_and_escapes() -> None:
    subject = subject_of('sections:\n  - heading: Panel\n    body: "Caf\\u00e9s *are* [open](https://example.org)."\n')
    words = {word.value: subject.written(word.span) for word in subject.prose[0].words}
    assert words == {"Cafés": "Caf\\u00e9s", "are": "are", "open": "open"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dual-use goods", ["dual-use", "goods"]),
        ("Poland's, the host’s and theirs'", ["Poland's", "the", "host’s", "and", "theirs"]),
        ("e.g. the U.S. panel", ["e.g", "the", "U.S", "panel"]),
        ("Resolution 1540 (2004)", ["Resolution", "1540", "2004"]),
        ("prolif- eration—and so", ["prolif", "eration", "and", "so"]),
        ("Ban Ki-moon", ["Ban", "Ki-moon"]),
    ],
)
def test_words_keep_their_hyphens_and_apostrophes(text: str, words: list[str]) -> None:
    assert [word.value for word in subject_of(body(text)).prose[0].words] == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Leff spoke. He left.", ["Mr. Leff spoke.", "He left."]),
        ("George A. Lopez spoke, e.g. of law. “It works.” So it did!", 3),
        ("It cost 3.5 million. in all", 1),
        ("Was it so? Yes… Indeed", ["Was it so?", "Yes…", "Indeed"]),
        ("It was 1540. The Committee met.", 2),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, sentences: list[str] | int) -> None:
    found = [sentence.value for sentence in subject_of(body(text)).prose[0].sentences]
    assert found == sentences if isinstance(sentences, list) else len(found) == sentences


def test_marks_say_what_is_so_of_a_word() -> None:
    text = (
        'He said “good *day*” and "so", [mot]{lang=fr}, <https://example.org>, **all** [here](https://example.org/x).'
    )
    passage = subject_of(body(text)).prose[0]
    marks = {word.value: word.marks for word in passage.words}
    assert marks["He"] == Mark.PLAIN
    assert marks["good"] == Mark.QUOTED
    assert marks["day"] == Mark.QUOTED | Mark.EMPHASIS
    assert marks["so"] == Mark.QUOTED
    assert marks["mot"] == Mark.FOREIGN
    assert marks["https"] == Mark.LINK | Mark.ADDRESS
    assert marks["all"] == Mark.STRONG
    assert marks["here"] == Mark.LINK
    assert [address for _, _, address in passage.links] == ["https://example.org", "https://example.org/x"]


def test_names_are_found_where_they_stand() -> None:
    subject = subject_of(
        "people: {lee: {name: Ann Lee}}\norganisations: [{name: the Lake Society, acronym: LS}]\n"
        + body("Ann Lee of the Lake Society (LS) spoke. Ms. Lee's words were Leeway for the River Institute.")
    )
    mentions = subject.names.mentions(subject.prose[0])
    assert [(str(one), *sorted(sort.value for sort in one.sorts)) for one in mentions] == [
        ("Ann Lee", Sort.PERSON.value),
        ("Lake Society", Sort.ORGANISATION.value),
        ("LS", Sort.ACRONYM.value),
        ("Lee", Sort.FAMILY.value),
        ("River Institute", Sort.HOST.value),
    ]
    assert subject.names.covering(subject.prose[0].words[4]) == mentions[1]


def test_sections_have_kinds_by_word_or_place() -> None:
    subject = subject_of(
        "sections:\n  - heading: OPENING REMARKS\n    body: x\n  - heading: Ways Ahead\n    kind: panel\n    body: x\n"
        "    sections:\n      - heading: Its Group\n        body: y\n  - heading: Summary Remarks\n    body: z\n"
    )
    assert [part.kind for part in subject.parts] == [Kind.OPENING, Kind.PANEL, None, Kind.CLOSING]
    assert subject.parts[2].above is subject.parts[1]
    assert [passage.value for passage in subject.parts[1].passages] == ["x"]


def test_where_capitals_acronyms_and_figures_begin_is_told_once_for_all_rules() -> None:
    subject = subject_of(body("The UN and S&P met non-NATO states in 2011, on 6 May, at O'NEILL's 1540."))
    (passage,) = (one for one in subject.passages if one.place is Place.BODY)
    assert [passage.words[at].value for at in passage.capitalised] == ["The", "UN", "S", "P", "May", "O'NEILL's"]
    assert [passage.value[at:].split()[0] for at in passage.acronyms] == ["UN", "S&P", "NEILL's"]
    assert [passage.value[at:].split()[0] for at in passage.figures] == ["2011,", "1540."]
