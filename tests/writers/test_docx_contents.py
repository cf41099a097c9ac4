"""The contents of Word files: right when they are opened, and still right when Word makes them anew."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from docgen.document.kernel import Contents, Document, Entry, Heading
from docgen.document.tree import plain, walk
from docgen.job import Job
from docgen.layout import lay_out
from docgen.pipeline import prepare
from docgen.style.model import Style
from docgen.style.pictures import Pictures
from docgen.world import DiskWorld
from docgen.writers.docx import writer
from tests.programs import ROOT
from tests.samples import SPAN, document, edition, heading, paragraph, runs
from tests.writers.opened import style_of, values, w, words, xml


def listed() -> tuple[Document, Style, Pictures]:
    """The report of 2013 with its contents behind the masthead, its style and its pictures."""
    ready = prepare(DiskWorld(), Job(str(ROOT / "content" / "2013-turtle-bay-roundtable.yaml")))
    assert ready.document is not None
    assert ready.style is not None
    assert ready.pictures is not None
    headings = [part for part in walk(ready.document) if isinstance(part, Heading)]
    entries = tuple(Entry(part.runs, part.level, part.id) for part in headings)
    contents = Contents(span=SPAN, title=runs("Contents"), depth=2, entries=entries, id="contents")
    masthead, *sections = ready.document.children
    return replace(ready.document, children=(masthead, contents, *sections)), ready.style, ready.pictures


def told(data: bytes) -> dict[str, int]:
    """The page of each entry, as the file shows it."""
    entries = [found for found in xml(data).iter(w("p")) if re.fullmatch(r"TOC\d", style_of(found))]
    return {words(entry).rpartition(" ")[0]: int(words(entry).rpartition(" ")[2]) for entry in entries}


@pytest.mark.parametrize(("top", "depth"), [(1, 1), (1, 3), (2, 2)])
def test_word_makes_the_same_entries_anew(top: int, depth: int) -> None:
    """The field asks for the levels that are listed, and each entry has the style that Word gives to its level."""
    levels = range(top, top + depth)
    nodes = [heading(level, f"Heading {level}", identity=f"h{level}") for level in range(top, 5)]
    entries = tuple(Entry(runs(f"Heading {level}"), level - top + 1, f"h{level}") for level in levels)
    made = document(Contents(span=SPAN, depth=depth, entries=entries, id="c"), *nodes, paragraph("The end."))
    data = writer.write(edition(made))
    (asked,) = (text.text for text in xml(data).iter(w("instrText")) if "TOC" in (text.text or ""))
    assert asked == rf' TOC \o "{top}-{top + depth - 1}" \h \z \u '
    listed = {
        words(part).strip(): style_of(part) for part in xml(data).iter(w("p")) if style_of(part).startswith("TOC")
    }
    assert listed == {f"Heading {level}": f"TOC{level}" for level in levels}


def test_nobody_has_to_press_a_key_for_the_pages() -> None:
    made, style, pictures = listed()
    pages = lay_out(made, style, pictures)
    data = writer.write(replace(edition(made, pages=pages), style=style, pictures=pictures))
    headings = [part for part in walk(made) if isinstance(part, Heading)]
    assert told(data) == {plain(part.runs): pages.number_of(part.id) for part in headings}
    assert not list(filter(None, values(xml(data), "fldChar", "dirty")))


def test_the_paragraph_that_word_keeps_behind_the_entries_ends_no_section() -> None:
    """LibreOffice would lose the footers of such a section."""
    made, style, pictures = listed()
    body = xml(writer.write(replace(edition(made), style=style, pictures=pictures)))
    found = list(body.iter(w("p")))
    last = max(at for at, each in enumerate(found) if style_of(each).startswith("TOC"))
    end, section = found[last + 1 : last + 3]
    assert values(end, "fldChar", "fldCharType") == ["end"]
    assert not list(end.iter(w("sectPr")))
    assert list(section.iter(w("sectPr")))
