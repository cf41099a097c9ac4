"""The way back: a Word file knows what it was made from, and what of it has been changed since."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable

import pytest

from docgen import __version__
from docgen.document.kernel import Document
from docgen.document.runs import LineBreak
from docgen.document.tree import plain, runs, walk
from docgen.job import Job
from docgen.pipeline import prepare, render
from docgen.returning.word import AddedParagraph, Returned, read_origin
from docgen.world import DiskWorld, MemoryWorld
from docgen.writers.docx import writer
from docgen.writers.docx.origin import ITEM_ID, bookmark_of
from tests.samples import ROOT, SPAN, document, edition, every_node, one_paragraph, paragraph, section
from tests.samples import heading as headed
from tests.test_documents import style_files
from tests.test_originals import REPORTS
from tests.writers.opened import faults, parts, values, xml

REPORT = """\
docgen: 1
title: The Turtle Bay Security Roundtable
date: 2013-01-18
hosts: [{mission: Japan}]
introduction: Delegates met.
sections:
  - heading: Opening Remarks
    body: |
      Delegates spoke.
"""


def written(made: Document) -> bytes:
    return writer.write(edition(made))


def returned(data: bytes) -> Returned:
    found = read_origin(data)
    assert found is not None
    return found


def edited(data: bytes, change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """A Word file with one of its parts changed as text, zipped anew with all parts under other names' order."""
    held = parts(data)
    before = held[part].decode()
    held[part] = change(before).encode()
    assert held[part].decode() != before
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(held, reverse=True):
            archive.writestr(name, held[name])
    return buffer.getvalue()


def changes(data: bytes) -> dict[str, str | None]:
    """The blocks that say something else than docgen wrote, and what."""
    return {block.id: block.text for block in returned(data).blocks if block.changed}


def rendered(folder: str, **files: str) -> bytes:
    """The Word file of the report in a folder, beside which other files may lie."""
    held = {f"{folder}/{name}.yaml": text.encode() for name, text in files.items()}
    outcome = render(MemoryWorld({**style_files(), **held}), Job(f"{folder}/report.yaml", ("docx",)))
    ((_, data),) = outcome.files
    return data


# ---- what the file tells of its report


def test_it_names_its_sources_by_their_digests() -> None:
    """The folder's `docgen.yaml` is one of them where it took part. The digests are those of the files themselves."""
    shared = "partners: [the River Institute]\n"
    alone, both = rendered("here", report=REPORT), rendered("here", report=REPORT, docgen=shared)
    digest = hashlib.sha256(REPORT.encode()).hexdigest()
    assert returned(alone).sources == {"report.yaml": digest}
    assert returned(both).sources == {
        "report.yaml": digest,
        "docgen.yaml": hashlib.sha256(shared.encode()).hexdigest(),
    }
    assert returned(both).version == __version__


def test_it_does_not_tell_in_which_folder_it_was_made() -> None:
    assert rendered("here", report=REPORT) == rendered("far/away", report=REPORT)


@pytest.mark.parametrize("stem", sorted(REPORTS.values()))
def test_every_line_of_the_originals_is_known_again(stem: str) -> None:
    path = str(ROOT / "content" / f"{stem}.yaml")
    made = prepare(DiskWorld(), Job(path)).document
    assert made is not None
    lines = [getattr(part, "id", "") for part in walk(made) if plain(runs(part)).strip()]
    ((_, data),) = render(DiskWorld(), Job(path, ("docx",))).files
    assert [block.id for block in returned(data).blocks] == lines
    assert changes(data) == {}


def test_every_kind_of_line_is_known_again() -> None:
    """Title, byline, headings, paragraphs, items, cells, quotations and who said them, captions, notes."""
    found = {block.id: block.text for block in returned(written(every_node())).blocks}
    assert changes(written(every_node())) == {}
    assert found["title"] == "The Harbour Dialogue on Quiet Seas"
    assert found["date"] == "Date: March 8, 2019"
    assert found["s1.h"] == "Opening Remarks"
    assert found["s1.l1.2.l1.1.p1"] == "north"
    assert found["s2.t1"] == "Tides on the day of the Dialogue"  # without its number, which Word counts
    assert found["s2.q1.p1"] == "A sea is quiet when one can hear the rope."
    assert found["s2.q1"] == "Captain Flavia Tarlenheim"
    assert found["s3.f1"] == "Delegates on the old pier"
    assert found["contents"] == "Contents"
    assert found["note-1.p1"] == "Figures are those of the Harbour Yearbook."
    assert found["s1.p1"] is not None
    assert "delegates and thanked" in found["s1.p1"]  # without the mark of the note between them


def test_headers_and_footers_are_no_blocks_even_where_a_section_is_called_so() -> None:
    made = document(section("s1", headed(1, "On Headers", identity="header", label="header")))
    found = {block.id: block.text for block in returned(written(made)).blocks}
    assert found == {"header": "On Headers"}
    assert faults(written(made)) == []


# ---- bookmarks


def test_the_bookmarks_are_hidden_short_and_one_a_block() -> None:
    """Word lists no bookmark whose name begins with a low line, and takes 40 characters."""
    names = values(xml(written(every_node())), "bookmarkStart", "name")
    assert len(names) == len({name.lower() for name in names})
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name) for name in names)


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("s2.p3", "_docgen_s2_p3"),
        ("s1.t1.c4.p1", "_docgen_s1_t1_c4_p1"),
        ("s2_p3", "_docgen_s2_p3_d27b9ebeec60"),
        ("Tides", "_docgen_Tides_af9cbf46ea62"),
        ("über-uns", "_docgen__ber_uns_8a398eb8beba"),
        ("a-label-as-long-as-a-label-may-be-and-longer", "_docgen_a_label_as_long_as__5192df0a98c3"),
    ],
)
def test_a_bookmark_is_called_after_its_block_alone(block: str, name: str) -> None:
    """So it is called the same in tomorrow's file; no two blocks share a name, even without regard to capitals."""
    assert bookmark_of(block) == name


# ---- what becomes of a block when staff edit it


TWO = document(
    paragraph("Quiet Seas", role="title", identity="title"),
    section("s1", paragraph("The first day was calm.", identity="s1.p1"), paragraph("So it was.", identity="s1.p2")),
)


def test_a_word_changed_is_a_block_changed() -> None:
    data = edited(written(TWO), lambda part: part.replace("calm", "rough"))
    assert changes(data) == {"s1.p1": "The first day was rough."}


def test_what_is_typed_at_the_edges_of_a_paragraph_belongs_to_it() -> None:
    """It lands outside the bookmark."""

    def typed(part: str) -> str:
        start, end = part.index("<w:bookmarkStart", part.index("Quiet")), part.index("</w:p>", part.index("calm"))
        return f"{part[:start]}<w:r><w:t>Now. </w:t></w:r>{part[start:end]}<w:r><w:t> Truly.</w:t></w:r>{part[end:]}"

    assert changes(edited(written(TWO), typed)) == {"s1.p1": "Now. The first day was calm. Truly."}


def test_a_paragraph_divided_stays_one_block_of_two_lines() -> None:
    def divided(part: str) -> str:
        return part.replace(" was calm", '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Was calm', 1)

    assert changes(edited(written(TWO), divided)) == {"s1.p1": "The first day\nWas calm."}


def test_two_paragraphs_made_one_stay_two_blocks() -> None:
    def joined(part: str) -> str:
        return re.sub(r"</w:p><w:p><w:pPr>(?:(?!</w:pPr>).)*</w:pPr>(?=<w:bookmarkStart[^>]*_s1_p2)", "", part)

    assert changes(edited(written(TWO), joined)) == {}


def test_a_paragraph_deleted_is_a_block_gone() -> None:
    def deleted(part: str) -> str:
        return re.sub(r"<w:p>(?:(?!<w:p>).)*So it was\.(?:(?!</w:p>).)*</w:p>", "", part)

    assert changes(edited(written(TWO), deleted)) == {"s1.p2": None}


def test_a_paragraph_that_staff_wrote_is_told_with_the_block_before_it() -> None:
    def written_anew(part: str) -> str:
        added = "<w:p><w:r><w:t>The second day was long.</w:t></w:r></w:p>"
        return part.replace('</w:p><w:p><w:pPr><w:pStyle w:val="BodyText"/>', f"</w:p>{added}<w:p><w:pPr>", 1)

    data = edited(written(TWO), written_anew)
    assert changes(data) == {}
    assert returned(data).added == (AddedParagraph("title", "The second day was long."),)


@pytest.mark.parametrize("stem", REPORTS.values())
def test_nothing_that_docgen_writes_is_taken_for_staff_s(stem: str) -> None:
    outcome = render(DiskWorld(), Job(str(ROOT / "content" / f"{stem}.yaml"), ("docx",)))
    assert returned(dict(outcome.files)[f"output/{stem}.docx"]).added == ()


def test_contents_tables_and_notes_are_docgens() -> None:
    body = """\
    body:
      - contents:
      - |
        Delegates spoke.[^all]

        | Port | Tide |
        |------|------|
        | Bay  | low  |

        1. one

           more

        [^all]: Not all of them.
"""
    data = rendered("content", report=REPORT.replace("    body: |\n      Delegates spoke.\n", body))
    assert b"TOC1" in parts(data)["word/document.xml"]
    assert b"footnotes.xml" in parts(data)["[Content_Types].xml"]
    assert returned(data).added == ()


def test_tracked_changes_count_as_accepted() -> None:
    def tracked(part: str) -> str:
        new = (
            '<w:del w:id="901" w:author="A"><w:r><w:delText>calm</w:delText></w:r></w:del>'
            '<w:ins w:id="902" w:author="A"><w:r><w:t>rough</w:t></w:r></w:ins>'
        )
        return part.replace("calm.", f'</w:t></w:r>{new}<w:r><w:t xml:space="preserve">.', 1)

    assert changes(edited(written(TWO), tracked)) == {"s1.p1": "The first day was rough."}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("first day was", "first  day </w:t></w:r><w:r><w:tab/><w:t>was"),
        ("calm", "ca</w:t></w:r><w:r><w:softHyphen/></w:r><w:r><w:t>lm"),
        ("calm", "ca\u00adlm"),
    ],
)
def test_white_space_and_places_to_hyphenate_are_no_change(before: str, after: str) -> None:
    assert changes(edited(written(TWO), lambda part: part.replace(before, after))) == {}


def test_a_forced_line_end_is_white_space() -> None:
    assert changes(written(one_paragraph("The first day", LineBreak(SPAN), "was calm."))) == {}


# ---- what programs do with the file


def test_the_part_is_found_by_its_id_whatever_it_is_called() -> None:
    held = parts(written(TWO))
    renamed = {
        name.replace("item1", "item7").replace("itemProps1", "itemProps7"): data.replace(b"item1.xml", b"item7.xml")
        .replace(b"itemProps1.xml", b"itemProps7.xml")
        .replace(ITEM_ID.encode(), ITEM_ID.lower().encode())
        for name, data in held.items()
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in renamed.items():
            archive.writestr(name, data)
    assert [block.id for block in returned(buffer.getvalue()).blocks] == ["title", "s1.p1", "s1.p2"]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("customXml/itemProps1.xml", ("AE12188E", "BE12188E")),
        ("customXml/item1.xml", ("urn:docgen:origin:1", "urn:somebody:else")),
    ],
)
def test_data_of_others_is_not_taken_for_docgens(part: str, change: tuple[str, str]) -> None:
    assert read_origin(edited(written(TWO), lambda text: text.replace(*change), part)) is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no Word file"])
def test_a_file_that_cannot_be_read_has_no_origin(data: bytes) -> None:
    assert read_origin(data) is None
