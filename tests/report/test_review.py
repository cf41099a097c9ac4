"""What staff write under `reviewed:`: who looked at which state of a report, and what they found."""

from __future__ import annotations

import pytest

from docgen.findings import Span
from docgen.job import Job
from docgen.pipeline import Prepared, prepare
from docgen.reading.shapes import Misread
from docgen.reading.text import Text
from docgen.report.review import Answer, Digest, Question
from docgen.world import MemoryWorld
from tests.report.test_schema import errors
from tests.test_documents import style_files

REPORT = """\
title: A Day on Water
hosts: [the River Institute]
date: 2024-05-06
sections: []
"""
REVIEW = "{by: Ann Lee, on: 2024-05-20, of: 0123456789abcdef, answers: {title: yes}}"


def prepared(reviewed: str) -> Prepared:
    files = {"report.yaml": (REPORT + f"reviewed: {reviewed}\n").encode()}
    return prepare(MemoryWorld({**style_files(), **files}), Job("report.yaml"))


def codes(reviewed: str) -> list[str]:
    return [finding.code for finding in prepared(reviewed).findings]


def test_one_review_or_a_list_of_them() -> None:
    for written, number in ((REVIEW, 1), (f"[{REVIEW}, {REVIEW.replace('Ann Lee', 'Jo Day')}]", 2)):
        reading = prepared(written).reading
        assert reading is not None
        assert reading.report is not None
        assert reading.report.reviewed is not None
        assert len(reading.report.reviewed.entries) == number


def test_each_review_is_stale_by_itself() -> None:
    assert codes(f"[{REVIEW}, {REVIEW.replace('abcdef', '000000')}]") == ["stale-review", "stale-review"]
    assert codes("") == []


def test_a_review_without_its_state_is_none() -> None:
    assert codes("{by: Ann Lee, on: 2024-05-20}") == ["missing-key"]
    assert codes("{by: Ann Lee, on: soon, of: 0123456789abcdef}") == ["not-a-date"]


def test_a_review_is_not_judged_while_a_picture_is_missing() -> None:
    files = {"report.yaml": (REPORT.replace("[]", "") + PICTURE + f"reviewed: {REVIEW}\n").encode()}
    found = prepare(MemoryWorld({**style_files(), **files}), Job("report.yaml")).findings
    assert [finding.code for finding in found] == ["missing-picture"]


PICTURE = """\
  - heading: Opening
    body: |
      ![A river](river.png)
"""


@pytest.mark.parametrize(
    ("written", "is_yes", "words"),
    [
        ("yes", True, ""),
        ("No", False, ""),
        ("no, the map is green", False, "the map is green"),
        ("no – the map is green", False, "the map is green"),
        ("yes: in all three", True, "in all three"),
    ],
)
def test_an_answer_is_yes_or_no_and_why(written: str, is_yes: bool, words: str) -> None:
    answer = Answer.read(text(written))
    assert (answer.is_yes, answer.words) == (is_yes, words)


@pytest.mark.parametrize("written", ["mostly", "nobody", "yesterday", "n/a"])
def test_anything_else_is_no_answer(written: str) -> None:
    with pytest.raises(Misread, match="neither with yes nor with no"):
        Answer.read(text(written))


def test_a_digest_is_written_in_any_letters() -> None:
    assert Digest.read(text("0123456789ABCDEF")).value == "0123456789abcdef"


def test_editors_take_it_as_docgen_does() -> None:
    valid = {"title": "x", "date": "2013-01-18", "sections": []}
    said = {"by": "Ann Lee", "on": "2024-05-20", "of": "0123456789abcdef", "answers": {"title": True, "links": "no"}}
    for reviewed in (said, [said, {**said, "of": 1234567890123456}]):
        assert errors({**valid, "reviewed": reviewed}) == []
    for reviewed in ({**said, "of": "final"}, {"by": "Ann Lee"}, "yes"):
        assert errors({**valid, "reviewed": reviewed}) != []


def test_every_question_is_one() -> None:
    assert all(question.words.endswith("?") for question in Question)


def text(written: str) -> Text:
    return Text.generated(written, Span("report.yaml", 0, 0))
