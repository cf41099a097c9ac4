"""Word files as files: content stays text, Word takes them, equal reports give equal bytes."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from docgen.document.kernel import (
    Alignment,
    Break,
    BreakKind,
    Cell,
    Contents,
    Document,
    Entry,
    Group,
    Item,
    List,
    Node,
    Note,
    Quote,
    Table,
    Width,
)
from docgen.document.runs import NoteRef
from docgen.layout.page import Pages
from docgen.writers.docx import writer
from tests.samples import (
    MOMENT,
    ROOT,
    SPAN,
    document,
    edition,
    every_node,
    heading,
    one_paragraph,
    paragraph,
)
from tests.samples import (
    runs as several,
)
from tests.writers.opened import faults, parts, styled, xml


def written(made: Document, pages: Pages | None = None) -> bytes:
    return writer.write(edition(made, pages=pages))


def many_corners() -> Document:
    """What reports rarely have and Word often trips over."""
    table = Table(
        rows=((Cell(children=(), span=SPAN), Cell(children=(paragraph("x"),), span=SPAN)),),
        alignments=(Alignment.LEFT, Alignment.DEFAULT),
        head_rows=0,
        span=SPAN,
        id="t",
    )
    bare = Item(children=(table,), span=SPAN)
    deep: Node = paragraph("at the bottom")
    for _ in range(12):
        deep = List(items=(Item(children=(paragraph("one"), deep), span=SPAN),), span=SPAN, ordered=True)
    contents = Contents(span=SPAN, entries=(Entry(several("Deep"), 1, "h"),), id="c")
    wide = Group(children=(paragraph("wide"),), span=SPAN, role="call-out", width=Width.PAGE)
    note = Note(children=(table, paragraph("after")), span=SPAN, mark="*", id="n")
    return document(
        contents,
        wide,
        heading(5, "Deep", identity="h"),
        List(items=(bare, Item(children=(), span=SPAN)), span=SPAN),
        Quote(children=(List(items=(bare,), span=SPAN, ordered=True, start=7),), span=SPAN, source=several("Nobody")),
        deep,
        paragraph("Twice", NoteRef("n", SPAN, "*"), NoteRef("n", SPAN, "*")),
        Break(kind=BreakKind.PAGE, span=SPAN),
        table,
        notes=(note,),
    )


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<b>&\"' </w:t>", "<b>&\"' </w:t>"),
        ("a\x00b\x0bc\x1bd\ufffee\x7f", "ab cde"),
        ("line\nend\tand tab", "line end and tab"),
        ("dis\u00adarmament", "dis\u00adarmament"),
        ("{\\rtf1} %s $1 \\1 \u2028x", "{\\rtf1} %s $1 \\1  x"),
    ],
)
def test_content_is_text_and_never_markup(content: str, shown: str) -> None:
    assert styled(written(one_paragraph(content))) == [("Title", "Quiet Seas"), ("BodyText", shown)]


def test_properties_and_alternatives_are_text_too() -> None:
    made = replace(
        every_node(), properties=replace(every_node().properties, title='A <b> & \x0b"B"', authors=("x" * 300 + " y",))
    )
    core = xml(written(made), "docProps/core.xml")
    said = {str(found.tag).rpartition("}")[2]: found.text or "" for found in core}
    assert said["title"] == 'A <b> &  "B"'
    assert len(said["creator"]) <= 255
    assert said["created"] == said["modified"] == "2019-03-08T12:00:00Z"
    assert said["language"] == "en-US"


@pytest.mark.parametrize("made", [every_node(), many_corners(), document()], ids=["every", "corners", "empty"])
def test_word_takes_it(made: Document, tmp_path: Path) -> None:
    data = written(made)
    file = tmp_path / "report.docx"
    file.write_bytes(data)
    result = OpenXmlValidator().validate(str(file))
    assert [f"{error.part_uri}: {error.description}" for error in result.errors] == []
    assert faults(data) == []


def test_a_lint_that_finds_nothing_would_prove_nothing() -> None:
    """The faults that no schema sees are found where there are some."""
    data = written(every_node())
    held = parts(data)
    broken = held["word/document.xml"].replace(b'w:name="_s1_h"', b'w:name="_s2_h"').replace(b'"end"', b'"begin"', 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in {**held, "word/document.xml": broken}.items():
            if not name.startswith("word/media/image1"):
                archive.writestr(name, part)
    found = faults(buffer.getvalue())
    assert "two bookmarks are called _s2_h" in found
    assert "word/document.xml: a field does not end" in found
    assert "word/document.xml: there is no bookmark _s1_h" in found
    assert any("leads nowhere" in fault for fault in found)


def test_the_bytes_do_not_depend_on_process_hash_seed_or_time_zone() -> None:
    code = (
        "import sys, hashlib; from tests.samples import edition, every_node; from docgen.writers.docx import writer;"
        "print(hashlib.sha256(writer.write(edition(every_node()))).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == hashlib.sha256(written(every_node())).hexdigest()


def test_the_moment_is_told_in_universal_time() -> None:
    tokyo = replace(edition(every_node()), moment=MOMENT.astimezone(timezone(timedelta(hours=9))))
    assert writer.write(tokyo) == written(every_node())
    assert datetime(2019, 3, 8, 12, tzinfo=UTC) == MOMENT
