"""A Word file that a colleague opened in LibreOffice, changed and saved: what the way back needs is still in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

import pytest
from lxml import etree

from docgen.findings import Finding, Span
from docgen.reading.text import Source
from docgen.returning.word import read_origin
from docgen.writers.docx import writer
from docgen.writers.writer import Review
from tests.libreoffice import convert, edit, words_of_pages
from tests.samples import edition, every_node
from tests.writers.opened import parts, styles_used, values, w, words, xml

BEFORE, AFTER = "pier", "jetty"
STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True)
class RoundTrip:
    """A file as docgen wrote it and as LibreOffice saved it, and the words that each prints."""

    written: bytes
    saved: bytes
    printed: list[str]
    printed_after: list[str]


@pytest.fixture(scope="module")
def trip(tmp_path_factory: pytest.TempPathFactory) -> RoundTrip:
    """Every node there is, in review, with a word replaced that a paragraph and a caption have."""
    folder = tmp_path_factory.mktemp("trip")
    remarks = tuple(Finding.warning(Span("other.yaml", 0, 0), "made-up", said) for said in ("all quiet", "too quiet"))
    made = replace(
        edition(every_node()), origin=(Source("report.yaml", "title: Quiet Seas"),), review=Review(remarks, ())
    )
    file = folder / "report.docx"
    file.write_bytes(writer.write(made))
    printed = words_of_pages(*convert([file], "pdf", folder))
    saved = edit(file, BEFORE, AFTER, folder)
    printed_after = words_of_pages(*convert([saved], "pdf", folder))
    return RoundTrip(file.read_bytes(), saved.read_bytes(), printed, printed_after)


def stories(data: bytes) -> list[etree._Element]:
    return [xml(data, name) for name in sorted(parts(data)) if STORIES.fullmatch(name)]


def bookmarks(data: bytes) -> set[str]:
    """The names of all bookmarks; LibreOffice calls those in all notes but the first copies."""
    names = (name for story in stories(data) for name in values(story, "bookmarkStart", "name"))
    return {re.sub(r"_Copy_\d+$", "", name) for name in names}


def field_codes(data: bytes) -> Counter[str]:
    """What fields ask for, whatever the order of their switches."""
    codes = (code.text or "" for story in stories(data) for code in story.iter(w("instrText")))
    return Counter(" ".join(sorted(code.replace('"', "").split())) for code in codes)


def style_names(data: bytes, used: set[str]) -> set[str]:
    """The names of some styles. Capitals and the styles' ids are LibreOffice's own."""
    sheet = xml(data, "word/styles.xml").iter(w("style"))
    return {values(style, "name")[0].casefold() for style in sheet if style.get(w("styleId")) in used}


def notes(data: bytes, kind: str) -> list[str]:
    return [" ".join(words(note).split()) for note in xml(data, f"word/{kind}s.xml") if not note.get(w("type"))]


def test_the_edit_is_found_in_its_blocks_and_nowhere_else(trip: RoundTrip) -> None:
    before, after = read_origin(trip.written), read_origin(trip.saved)
    assert before is not None
    assert after is not None
    assert not any(block.changed for block in before.blocks)
    assert {block.id: block.text for block in after.blocks if block.changed} == {
        "s3.p1": f"The delegates walked to the {AFTER}.",
        "s3.f1": f"Delegates on the old {AFTER}",
    }


def test_saving_adds_no_paragraph(trip: RoundTrip) -> None:
    """Apart from those that have no id in this document and so are nobody's in both files."""
    before, after = read_origin(trip.written), read_origin(trip.saved)
    assert before is not None
    assert after is not None
    assert [found.text for found in after.added] == [found.text for found in before.added]


def test_the_origin_is_found_by_its_id(trip: RoundTrip) -> None:
    before, after = read_origin(trip.written), read_origin(trip.saved)
    assert before is not None
    assert after is not None
    assert before.sources
    assert (after.sources, after.version) == (before.sources, before.version)
    assert [block.id for block in after.blocks] == [block.id for block in before.blocks]


def test_every_bookmark_survives(trip: RoundTrip) -> None:
    assert bookmarks(trip.written) <= bookmarks(trip.saved)


def test_every_style_keeps_its_name(trip: RoundTrip) -> None:
    sheet = xml(trip.saved, "word/styles.xml").iter(w("style"))
    known = {style.get(w("styleId"), "") for style in sheet}
    assert style_names(trip.written, styles_used(trip.written)) <= style_names(trip.saved, known)


def test_every_field_code_survives(trip: RoundTrip) -> None:
    """But those in the contents, which LibreOffice makes its own list of, with the pages as they were, and saves so."""
    before, after = field_codes(trip.written), field_codes(trip.saved)
    lost = before - after
    assert all(code.startswith("PAGEREF") for code in lost)
    assert {"NUMPAGES", "PAGE", "TOC"} <= {word for code in after for word in code.split()}


def test_every_note_survives(trip: RoundTrip) -> None:
    for kind in ("footnote", "endnote"):
        assert notes(trip.saved, kind) == notes(trip.written, kind) != []


def test_the_same_is_printed_lists_and_notes_counted_alike(trip: RoundTrip) -> None:
    """LibreOffice saves a bullet as the one of the font Symbol."""
    expected = [word.replace(BEFORE, AFTER) for word in trip.printed]
    assert expected != trip.printed
    assert [word.replace("\uf0b7", "•") for word in trip.printed_after] == expected


def test_comments_survive(trip: RoundTrip) -> None:
    for data in (trip.written, trip.saved):
        said = sorted(words(comment).splitlines()[0] for comment in xml(data, "word/comments.xml"))
        assert said == ["Warning: all quiet", "Warning: too quiet"]
