"""Changes of text as edits of YAML: right in every style of value, whatever the new words are."""

from __future__ import annotations

import re

import pytest

from docgen.checks.mending.change import Entry, joined
from docgen.checks.mending.editing import Editor
from docgen.checks.mending.fixing import applied
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Stretch
from docgen.findings import Edit
from tests.checks.subjects import HEAD, body, subject_of


def first(subject: Subject, words: str) -> Stretch:
    """The first place of some words."""
    pattern = re.compile(re.escape(words))
    return next(found for passage in subject.passages for found in passage.find(pattern))


def edited(subject: Subject, edit: Edit | None) -> str | None:
    """The report's file after an edit, without its head; None where there is no edit."""
    text = subject.sources["report.yaml"].text
    return applied(text, [edit])[len(HEAD) :] if edit is not None else None


def replaced(text: str, words: str, others: str) -> str | None:
    subject = subject_of(text)
    change = first(subject, words).replaced(others)
    assert change is not None
    return edited(subject, Editor(subject.root, subject.sources).edit(change))


SECTION = "sections:\n  - heading: Panel\n    body: {}\n"


@pytest.mark.parametrize(
    ("before", "words", "others", "after"),
    [
        ("Water is dear.", "dear", "cheap", "Water is cheap."),
        ("Water is dear.", "dear.", "dear: very", '"Water is dear: very"'),
        ("Wine is dear.", "Wine", "#1 wine", '"#1 wine is dear."'),
        ("Water is dear.", "is dear", "# is", '"Water # is."'),
        ("'Water''s dear.'", "dear", "Sam's", "'Water''s Sam''s.'"),
        ('"Water is dear."', "dear", '"dear"', '"Water is \\"dear\\"."'),
        ('"Water\\u2019s dear."', "’", "'", '"Water\'s dear."'),
        ("|\n      Water is dear: so.", "dear: so", '"dear": #1', '|\n      Water is "dear": #1.'),
        (">-\n      Water\n      is dear.", "Water is", "Oil was", ">-\n      Oil was dear."),
        ("Water is *dear*.", "dear", "cheap", "Water is *cheap*."),
        ("Water is dear.", "dear", "d*e*ar", r"Water is d\*e\*ar."),
        ("Water &amp; wine", "&", "and", "Water and wine"),
    ],
)
def test_words_are_replaced_as_their_value_is_written(before: str, words: str, others: str, after: str) -> None:
    assert replaced(SECTION.format(before), words, others) == SECTION.format(after)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Water *is* dear.", "Water is"),
        ("Water[^1] is dear.\n\n      [^1]: So they say.", "Water is"),
        ("> Water\n      > is dear.", "Water is"),
    ],
)
def test_words_with_marks_between_them_are_left_alone(before: str, words: str) -> None:
    assert replaced(SECTION.format(f"|\n      {before}"), words, "Wine is") is None


def test_a_value_whose_quotes_are_open_is_left_alone_until_somebody_closes_them() -> None:
    text = "sections:\n  - heading: Panel\n    body: 'Water is dear.\n"
    assert replaced(text, "is dear", "is cheap") is None


def test_in_brackets_a_plain_value_gets_quotes_for_a_comma() -> None:
    text = "sections: [{heading: The Panel, body: Water is dear.}]\n"
    assert replaced(text, "is", "is, say,") == 'sections: [{heading: The Panel, body: "Water is, say, dear."}]\n'


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("It is is so.", "is is", "It so."),
        ("So it is is.", " is is", "So it."),
        ("It was so,\nso it was.", "so it was", "It was so,."),
        ("The *very old* town", "very", "The *old* town"),
    ],
)
def test_words_are_removed_with_the_blank_that_is_too_many(before: str, word: str, after: str) -> None:
    subject = subject_of(body(before))
    change = first(subject, word.strip()).removed()
    assert change is not None
    assert edited(subject, Editor(subject.root, subject.sources).edit(change)) == body(after)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_paragraphs_are_joined_keeping_a_line_end(line_end: str) -> None:
    text = body("of harm to\n\nother countries").replace("\n", line_end)
    subject = subject_of(text)
    first_one, second = subject.prose
    edit = Editor(subject.root, subject.sources).edit(joined(first_one, second))
    assert edited(subject, edit) == body("of harm to\nother countries").replace("\n", line_end)


def test_a_word_cut_in_two_is_joined_without_its_hyphen() -> None:
    subject = subject_of(body("steps towards disarma-\n\nment agreed"))
    head, tail = subject.prose[0].words[-1], subject.prose[1].words[0]
    edit = Editor(subject.root, subject.sources).edit(joined(head, tail, ""))
    assert edited(subject, edit) == body("steps towards disarmament agreed")


BLOCK = "people:\n    a: {name: Ann Lee}  # chair\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{BLOCK}venue: Geneva\n", f"{BLOCK}    {{}}\nvenue: Geneva\n"),
        ("people:\n  a:\n    name: Ann Lee\n", "people:\n  a:\n    name: Ann Lee\n  {}\n"),
        ("venue: Geneva\n", "venue: Geneva\npeople:\n  {}\n\n"),
    ],
)
def test_an_entry_goes_to_the_others_or_above_what_is_told(before: str, after: str) -> None:
    line, text = "b: {name: Bo Roe}", body("Bo Roe spoke.")
    subject = subject_of(before + text)
    edit = Editor(subject.root, subject.sources).edit(Entry("people", line))
    assert edited(subject, edit) == "".join((after.replace("{}", line, 1), text))


def test_an_entry_has_no_room_in_brackets() -> None:
    subject = subject_of("people: {a: {name: Ann Lee}}\n" + body("Bo Roe spoke."))
    assert Editor(subject.root, subject.sources).edit(Entry("people", "b: {name: Bo Roe}")) is None
