"""What staff write under `publication:`, and what the report's files say of themselves then."""

from __future__ import annotations

import pytest

from docgen.document.properties import Properties
from docgen.job import Job
from docgen.pipeline import prepare
from docgen.reading.shapes import Misread
from docgen.reading.text import Text
from docgen.report.publication import Doi, Isbn
from docgen.world import MemoryWorld
from tests.report.test_schema import errors
from tests.test_documents import style_files

REPORT = """\
title: A Day on Water
label: Conference Report
hosts:
  - mission: Japan
  - name: the River Institute
date: 2024-05-06
sections: []
"""


def properties(publication: str = "", shared: str = "") -> Properties:
    """What is said about the report's document, with what its folder shares."""
    files = {"r/report.yaml": (REPORT + publication).encode(), "r/docgen.yaml": shared.encode()}
    prepared = prepare(MemoryWorld({**style_files(), **files}), Job("r/report.yaml"))
    assert prepared.findings == ()
    assert prepared.document is not None
    return prepared.document.properties


def test_a_report_that_says_nothing_is_its_hosts_and_of_its_label() -> None:
    plain = properties()
    assert plain.authors == ("Permanent Mission of Japan to the United Nations", "River Institute")
    assert plain.subject == "Conference Report"
    assert (plain.publisher, plain.keywords, plain.isbn, plain.doi) == ("", (), "", "")


def test_signs_that_say_where_a_line_may_end_are_not_told() -> None:
    said = properties("publication: {publisher: Ri\u00adver Press, keywords: [dis\u00adarmament, and\u200b/or]}\n")
    assert (said.publisher, said.keywords) == ("River Press", ("disarmament", "and/or"))


def test_what_it_says_itself_goes_before() -> None:
    said = properties("""\
publication:
  publisher: River Press
  authors: [Ann Lee, Maria Costa]
  subject: Who may use how much of a river
  keywords: [rivers, drought, "water & peace"]
  isbn: 978-3-16-148410-0
  doi: https://doi.org/10.1234/water.2024
""")
    assert said.authors == ("Ann Lee", "Maria Costa")
    assert said.subject == "Who may use how much of a river"
    assert said.publisher == "River Press"
    assert said.keywords == ("rivers", "drought", "water & peace")
    assert (said.isbn, said.doi) == ("9783161484100", "10.1234/water.2024")


def test_a_folder_shares_its_publisher_and_a_report_adds_its_numbers() -> None:
    shared = "publication: {publisher: River Press, keywords: [rivers]}"
    both = properties("publication: {doi: 10.1234/water, keywords: [drought]}", shared)
    assert (both.publisher, both.doi, both.keywords) == ("River Press", "10.1234/water", ("drought",))


def test_editors_take_it_as_docgen_does() -> None:
    valid = {"title": "x", "date": "2013-01-18", "sections": []}
    said = {"publisher": "River Press", "keywords": ["rivers"], "isbn": 9783161484100, "doi": "10.1234/water"}
    assert errors({**valid, "publication": said}) == []
    assert errors({**valid, "publication": {**said, "issn": "1234-5678"}}) != []
    assert errors({**valid, "publication": {**said, "keywords": "rivers"}}) != []


def text(written: str) -> Text:
    return Text.verbatim(written, "report.yaml", 0)


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("9783161484100", "9783161484100"),
        ("978-3-16-148410-0", "9783161484100"),
        ("978 3 16 148410 0", "9783161484100"),
        ("978\u20113\u201116\u2011148410\u20110", "9783161484100"),
        ("ISBN 978-3-16-148410-0", "9783161484100"),
        ("ISBN-13: 978-3-16-148410-0", "9783161484100"),
        ("979-10-90636-07-1", "9791090636071"),
        ("0-8044-2957-X", "080442957X"),
        ("ISBN-10 080442957x", "080442957X"),
    ],
)
def test_an_isbn_is_taken_as_it_is_usually_written(written: str, digits: str) -> None:
    assert Isbn.read(text(written)).digits == digits


@pytest.mark.parametrize("at", range(13))
def test_a_single_wrong_digit_is_always_seen(at: int) -> None:
    right = "9783161484100"
    wrong = right[:at] + str((int(right[at]) + 1) % 10) + right[at + 1 :]
    with pytest.raises(Misread) as refused:
        Isbn.read(text(wrong))
    assert refused.value.code == "bad-isbn"


def test_two_digits_of_an_old_isbn_in_the_wrong_order_are_seen() -> None:
    with pytest.raises(Misread, match="wrong digit"):
        Isbn.read(text("0-8044-2975-X"))


@pytest.mark.parametrize("written", ["", "978", "97831614841000", "978-3-16-148410-X", "X804429570", "٩٧٨٣١٦١٤٨٤١٠٠"])
def test_what_has_other_signs_or_another_length_is_no_isbn(written: str) -> None:
    with pytest.raises(Misread, match="is not an ISBN"):
        Isbn.read(text(written))


@pytest.mark.parametrize(
    "written",
    [
        "10.1234/water.2024",
        "doi:10.1234/water.2024",
        "DOI: 10.1234/water.2024",
        "https://doi.org/10.1234/water.2024",
        "http://dx.doi.org/10.1234/water.2024",
        "doi.org/10.1234/water.2024",
        "https://doi.org/10.1234%2Fwater.2024",
    ],
)
def test_a_doi_is_taken_with_whatever_stands_before_it(written: str) -> None:
    assert Doi.read(text(written)).name == "10.1234/water.2024"


@pytest.mark.parametrize(
    "name", ["10.1000.10/123", "10.1002/(SICI)1097-0258(1998)17:15<1661::A>3.0.CO;2-2", "10.5555/MÜ/a"]
)
def test_a_doi_may_hold_most_signs(name: str) -> None:
    assert Doi.read(text(name)).name == name


@pytest.mark.parametrize(
    "written", ["water.2024", "10.12/x", "10.1234", "10.1234/", "11.1234/x", "https://x.org/10.1234/x"]
)
def test_what_cannot_be_looked_up_is_no_doi(written: str) -> None:
    with pytest.raises(Misread, match="is not a DOI"):
        Doi.read(text(written))
