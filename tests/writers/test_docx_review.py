"""A review: what docgen found stands in the Word file's margin, beside the very words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from openxml_audit import OpenXmlValidator

from docgen.conformance import kind_of
from docgen.conformance.word import examine
from docgen.findings import Finding, Span
from docgen.job import Exit, Job, Outcome
from docgen.pipeline import prepare, render
from docgen.style.model import WordBase
from docgen.style.word.brought import bring
from docgen.world import MemoryWorld
from docgen.writers import writer
from docgen.writers.writer import Edition, Review
from tests.cases import Case, find_cases
from tests.conformance.sdk import sdk_errors
from tests.samples import MOMENT
from tests.style.templates import saved
from tests.test_documents import style_files
from tests.test_errors import PICTURES
from tests.writers.opened import parts, style_of, styles_used, values, w, words, xml

REPORT = """\
docgen: 1
title: The Turtle Bay *Security* Roundtable
date: 2013-01-18
venue: Japan Society, New York, NY
people:
  lopez: {name: George A. Lopez}
sections:
  - heading: Opening "Remarks"
    speakers: [lopez]
    body: |
      Delegates spoke of *many* seas and [the high tides](https://example.org/tides) they had seen.^[Not
      all of them by day.]

      > Calm it was.

      - one item

      | Port | Tide |
      |------|------|
      | Bay  | low  |
  - heading: Pictures
    body:
      - figure: {picture: pictures/dot.png, alt: A dark dot, caption: The dot at noon}
      - figure: {picture: pictures/dot.png, alt: Another view}
"""
SHARED = "hosts: [the River Institute]\npartners: [the Harbour Office]\nchecks: {select: [repeated-word]}\n"
"""Whatever rules there will be, the report above keeps the one that runs."""


SHOWN = {w("drawing"): "(picture)", w("footnoteReference"): "(mark)"}


@dataclass(frozen=True)
class Comment:
    """A comment as the reader sees it: what it says, line by line, and what it is about."""

    said: tuple[str, ...]
    about: str


def reported(files: dict[str, str], *, review: bool = True) -> Outcome:
    """What becomes of the report among some files."""
    pictures = {f"pictures/{name}": data for name, data in PICTURES.items()}
    held = {name: text.encode() for name, text in files.items()}
    return render(MemoryWorld({**style_files(), **pictures, **held}), Job("report.yaml", review=review))


def reviewed(*findings: Finding, base: WordBase | None = None) -> bytes:
    """The Word file of the report above, with the findings of a made-up rule; `base` is the style's Word template."""
    files = {"report.yaml": REPORT.encode(), "docgen.yaml": SHARED.encode()}
    pictures = {f"pictures/{name}": data for name, data in PICTURES.items()}
    prepared = prepare(MemoryWorld({**style_files(), **pictures, **files}), Job("report.yaml"))
    assert prepared.findings == ()
    assert prepared.document is not None
    assert prepared.style is not None
    assert prepared.pictures is not None
    edition = Edition(prepared.document, replace(prepared.style, base=base), prepared.pictures, MOMENT, None)
    return writer("docx").write(replace(edition, review=Review(findings, prepared.sources)))


def made_up(sought: str, path: str = "report.yaml", *, at: int = 0) -> Finding:
    """A finding about some words of a source, or, where they are empty, about the place `at`."""
    start = {"report.yaml": REPORT, "docgen.yaml": SHARED}.get(path, sought).index(sought) if sought else at
    span = Span(path, start, start + len(sought))
    return Finding.warning(span, "made-up", f"'{sought}' is made up", "make up something else")


def comments(data: bytes) -> list[Comment]:
    """The comments in the order of their numbers; pictures and marks of notes are shown as such."""
    reach: dict[str, str] = {}
    for name in sorted(name for name in parts(data) if re.fullmatch(r"word/(document|footnotes|endnotes)\.xml", name)):
        running: set[str] = set()
        for element in xml(data, name).iter():
            number = element.get(w("id"), "")
            if element.tag == w("commentRangeStart"):
                running.add(number)
                reach[number] = ""
            elif element.tag == w("commentRangeEnd"):
                running.remove(number)
            else:
                shown = element.text or "" if element.tag == w("t") else SHOWN.get(element.tag, "")
                for each in running:
                    reach[each] += shown
    found = []
    for comment in xml(data, "word/comments.xml"):
        assert comment.get(w("id")) in reach, "a comment that stands nowhere"
        said = tuple(words(paragraph) for paragraph in comment)
        found.append(Comment(said, reach[comment.get(w("id"), "")]))
    return found


def about(*findings: Finding) -> Sequence[str]:
    return [comment.about for comment in comments(reviewed(*findings))]


# ---- what a comment says


def test_a_comment_says_how_grave_it_is_and_what_and_what_to_do_and_where_the_source_says_so() -> None:
    (comment,) = comments(reviewed(made_up("seas")))
    assert comment.said == (
        "Warning: 'seas' is made up",
        "make up something else",
        "made-up, report.yaml, line 11",
    )


def test_a_comment_is_docgens_and_of_the_moment_of_the_file() -> None:
    (comment,) = xml(reviewed(made_up("seas")), "word/comments.xml")
    assert comment.get(w("author")) == "docgen"
    assert comment.get(w("initials")) == "dg"
    assert comment.get(w("date")) == "2019-03-08T12:00:00Z"


def test_a_comment_has_the_styles_that_word_gives_comments() -> None:
    data = reviewed(made_up("seas"))
    names = {
        style.get(w("styleId")): values(style, "name")[0] for style in xml(data, "word/styles.xml").iter(w("style"))
    }
    assert {style_of(paragraph) for paragraph in xml(data, "word/comments.xml").iter(w("p"))} == {"CommentText"}
    assert (names["CommentText"], names["CommentReference"]) == ("annotation text", "annotation reference")
    assert styles_used(data) <= set(names)


# ---- where it stands


@pytest.mark.parametrize(
    ("sought", "shown"),
    [
        ("seas", "seas"),
        ("many", "many"),
        ("spoke of *many* seas", "spoke of many seas"),
        ("Security", "Security"),
        ("Turtle", "Turtle"),
        ('"Remarks"', '"Remarks"'),
        ("high", "high"),
        ("tides](https://example.org/tides) they", "tides they"),
        ("Calm", "Calm"),
        ("item", "item"),
        ("Port", "Port"),
        ("low", "low"),
        ("noon", "noon"),
        ("New York", "New York"),
        ("Lopez", "The Turtle Bay Security Roundtable"),
    ],
)
def test_a_comment_stands_on_the_very_words(sought: str, shown: str) -> None:
    """In the title and in headings, behind emphasis, in links, notes, quotations, lists, tables and captions."""
    assert about(made_up(sought)) == [shown]


@pytest.mark.parametrize(
    ("sought", "shown"),
    [
        ("speakers", 'Opening "Remarks"'),
        ("example.org", "the high tides"),
        ("A dark dot", "(picture)"),
        ("Another view", "(picture)"),
        ("pictures/dot.png", "(picture)"),
        ("people", "The Turtle Bay Security Roundtable"),
        ("docgen: 1", "The Turtle Bay Security Roundtable"),
        ("2013-01-18", "Date: January 18, 2013"),
    ],
)
def test_a_comment_on_what_is_not_printed_stands_on_what_was_made_of_it(sought: str, shown: str) -> None:
    """At the title where nothing was."""
    assert about(made_up(sought)) == [shown]


def test_a_comment_on_words_of_a_note_stands_on_its_mark() -> None:
    (comment,) = comments(reviewed(made_up("by day")))
    assert comment.said[0] == "Warning in the note: 'by day' is made up"
    assert comment.about == "(mark)"


def test_a_comment_on_a_whole_section_stands_on_its_first_line() -> None:
    assert about(made_up(REPORT[REPORT.index("heading: Opening") : REPORT.index("  - heading: Pic")])) == [
        'Opening "Remarks"'
    ]


def test_a_comment_on_a_place_between_letters_stands_on_the_word_there() -> None:
    assert about(made_up("", at=REPORT.index("egates spoke")), made_up("", at=REPORT.index(" seas and"))) == [
        "Delegates",
        "seas",
    ]


def test_what_other_files_say_is_commented_where_it_is_printed_else_at_the_title() -> None:
    assert about(made_up("River", "docgen.yaml"), made_up("size: 9", "styles/classic/style.yaml")) == [
        "River",
        "The Turtle Bay Security Roundtable",
    ]


def test_comments_on_the_same_words_and_across_each_other_all_stand() -> None:
    found = [made_up(sought) for sought in ("many* seas", "seas", "seas and", "eas", "seas")]
    assert about(*found) == ["many seas", "seas", "seas and", "eas", "seas"]


def test_a_finding_to_be_said_in_several_places_is_a_comment_in_each() -> None:
    found = replace(made_up("seas"), also=(made_up("Calm").span, made_up("low").span))
    assert about(found) == ["seas", "Calm", "low"]


# ---- what a review changes, and what not


def test_a_review_changes_no_word() -> None:
    plain = reviewed()
    full = reviewed(
        *(made_up(sought) for sought in ("seas", "many", "high", "Security", "by day", "low", "A dark dot"))
    )
    for part in ("word/document.xml", "word/footnotes.xml"):
        assert words(xml(full, part)) == words(xml(plain, part))


def test_without_a_review_nothing_of_one_is_in_the_file() -> None:
    outcome = reported({"report.yaml": REPORT, "docgen.yaml": SHARED}, review=False)
    data = dict(outcome.files)["output/report.docx"]
    assert "word/comments.xml" not in parts(data)
    assert not any(b"omment" in held or b"annotation" in held for name, held in parts(data).items() if ".xml" in name)


def test_a_review_that_found_nothing_is_not_in_the_file_either() -> None:
    files = {"report.yaml": REPORT, "docgen.yaml": SHARED}
    assert reported(files).files == reported(files, review=False).files


def test_a_word_template_s_own_style_for_comments_is_theirs_under_whatever_id() -> None:
    """Word in other languages has other ids for its styles. There is one of each name."""
    brand = Document()
    for kind, name, identity in (
        (WD_STYLE_TYPE.PARAGRAPH, "annotation text", "Kommentartext"),
        (WD_STYLE_TYPE.CHARACTER, "annotation reference", "Kommentarzeichen"),
    ):
        brand.styles.add_style(name, kind, builtin=True).element.set(w("styleId"), identity)
    data = reviewed(made_up("seas"), base=bring("base.docx", saved(brand), ()).base)
    names = [values(style, "name")[0] for style in xml(data, "word/styles.xml").iter(w("style"))]
    assert [name for name in names if name.startswith("annotation")] == ["annotation text", "annotation reference"]
    assert {style_of(said) for said in xml(data, "word/comments.xml").iter(w("p"))} == {"CommentText"}
    assert examine("report.docx", data, in_review=True, folders=("lint",)).findings == ()


def test_equal_reviews_are_equal_files() -> None:
    found = [made_up("seas"), made_up("A dark dot")]
    assert reviewed(*found) == reviewed(*found)


COMMENTED = ("seas", "many* seas", "high", "Security", "by day", "low", "A dark dot", "noon", "people", "example.org")


def test_word_takes_it(tmp_path: Path) -> None:
    data = reviewed(*map(made_up, COMMENTED))
    file = tmp_path / "report.docx"
    file.write_bytes(data)
    assert [error.description for error in OpenXmlValidator().validate(str(file)).errors] == []
    kind = kind_of(file.name)
    assert kind is not None
    assert kind.examine(file.name, data, in_review=True).findings == ()


def test_the_open_xml_sdk_takes_it(tmp_path: Path) -> None:
    assert sdk_errors(reviewed(*map(made_up, COMMENTED)), tmp_path) == []


# ---- from the report to the file


MISTAKEN = REPORT.replace("alt: A dark dot, ", "").replace(
    "pictures/dot.png, alt: Another", "pictures/gone.png, alt: An"
)


def test_a_report_with_mistakes_gets_a_word_file_for_reviewers_and_no_pdf() -> None:
    """What reading found and what is wrong with pictures; a crossed frame stands for a picture that is missing."""
    outcome = reported({"report.yaml": MISTAKEN, "docgen.yaml": SHARED})
    ((path, data),) = outcome.files
    assert path == "output/report.docx"
    assert outcome.exit is Exit.CONTENT
    assert [(comment.said[-1], comment.about) for comment in comments(data)] == [
        ("missing-alt, report.yaml, line 23", "(picture)"),
        ("missing-picture, report.yaml, line 24", "(picture)"),
    ]


def test_a_report_without_mistakes_gets_both_files_and_its_warnings_as_comments() -> None:
    long = "a" * 200
    outcome = reported({"report.yaml": REPORT.replace("many", long), "docgen.yaml": SHARED})
    files = dict(outcome.files)
    assert outcome.exit is Exit.DONE
    assert list(files) == ["output/report.pdf", "output/report.docx"]
    (comment,) = comments(files["output/report.docx"])
    assert (comment.said[-1], comment.about) == ("broken-word, report.yaml, line 11", long)


def test_a_report_that_cannot_be_read_gets_no_file() -> None:
    outcome = reported({"report.yaml": ""})
    assert outcome.exit is Exit.CONTENT
    assert outcome.files == ()


@pytest.mark.parametrize("path", find_cases("errors"))
def test_of_every_mistake_that_leaves_a_document_every_finding_is_a_comment(path: Path) -> None:
    for example in Case.read(path).examples("findings"):
        files = {fence.name("report.yaml"): fence.data for fence in example.given}
        pictures = {f"pictures/{name}": data for name, data in PICTURES.items()}
        world, job = MemoryWorld({**style_files(), **pictures, **files}), Job("report.yaml", ("docx",), review=True)
        outcome, prepared = render(world, job), prepare(world, job)
        assert bool(outcome.files) is (prepared.document is not None and not prepared.environment)
        for _, data in outcome.files if outcome.findings else ():
            said = {comment.said[0].partition(": ")[2] for comment in comments(data)}
            assert said == {" ".join(finding.message.split()) for finding in outcome.findings}
