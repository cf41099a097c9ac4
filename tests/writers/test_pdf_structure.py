"""The structure of a PDF: what a reader by ear is told, in which order, and what is kept from him."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.checks.settling.orders import Orders
from docgen.conformance.pdf import examine
from docgen.document.kernel import Alignment, Cell, Drawing, Figure, Table, Width
from docgen.document.paths import LineTo, MoveTo, Shape
from docgen.document.runs import Link
from docgen.job import Exit, Job
from docgen.layout.page import PictureBox
from docgen.pipeline import render
from docgen.world import MemoryWorld
from docgen.writers.pdf import writer
from docgen.writers.pdf.levels import depths
from tests.cases import Case, Example, find_cases
from tests.samples import EMBLEM, SPAN, document, every_node, heading, paragraph, run, text
from tests.test_documents import style_files
from tests.test_errors import PICTURES
from tests.writers.tagged import kids_of, outline_of
from tests.writers.test_pdf import edition, opened, written

GOLDEN = Path(__file__).parent / "every_node_structure.txt"
REPORT = """\
docgen: 1
title: A Day on Water
hosts: [the River Institute]
date: 2024-05-06
sections:
- heading: Sea
  body: |
"""
PROSE = "The delegates considered how quiet a sea can be and how quiet it must be. " * 12


def outline(example: Example) -> str:
    """The structure of the section whose text an example is, and of what follows it."""
    files = {fence.name("body"): fence.data for fence in example.given}
    body = files.pop("body").decode()
    _, begin, sections = outline_of(report_of(body, files)).partition("\n  Sect\n")
    return "".join(f"{line[2:]}\n" for line in f"{begin[1:]}{sections}".splitlines())


def report_of(body: str, files: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """A report with one section of that text, and other files around it."""
    report = REPORT + "".join(f"    {line}\n" for line in body.splitlines())
    pictures = {f"pictures/{name}": data for name, data in PICTURES.items()}
    world = MemoryWorld({**style_files(), **pictures, **files, "report.yaml": report.encode()})
    done = render(world, Job("report.yaml", formats=("pdf",), orders=Orders(skip=True)))
    assert done.exit is Exit.DONE, [finding.message for finding in done.findings]
    ((_, data),) = done.files
    return data


@pytest.mark.parametrize("path", find_cases("tagged"))
def test_a_text_has_its_structure(path: Path, update: bool) -> None:
    case = Case.read(path)
    case.settle("structure", [outline(example) for example in case.examples("structure")], update=update)


def test_every_node_has_its_place(update: bool) -> None:
    found = outline_of(writer.write(edition(every_node())))
    if update:
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_a_paragraph_over_columns_and_pages_is_one_element() -> None:
    data = written(paragraph(PROSE * 14))
    pdf = opened(data)
    pages = [page.objgen for page in pdf.pages]
    assert len(pages) > 1
    assert outline_of(data).splitlines()[1:] == [f'  P "{(PROSE * 14).strip()}"']
    first, *others = kids_of(only_block(pdf))
    assert isinstance(first, int)
    assert [part.Pg.objgen for part in others] == pages[1:]


def test_a_link_over_lines_is_one_element_with_an_area_in_each_line() -> None:
    shown = "the very long report of the committee on quiet seas " * 3
    pdf = opened(written(paragraph("See ", Link((run(shown),), SPAN, url="https://example.org/"), ".")))
    (link,) = (kid for kid in kids_of(only_block(pdf)) if isinstance(kid, pikepdf.Dictionary))
    areas = [kid.Obj for kid in kids_of(link) if isinstance(kid, pikepdf.Dictionary)]
    assert [area.objgen for area in areas] == [area.objgen for area in pdf.pages[0].Annots]
    assert len(areas) > 2
    assert {(str(area.Contents), int(area.F)) for area in areas} == {(shown.strip(), 4)}


def test_what_is_told_has_no_signs_that_say_where_a_line_may_end() -> None:
    hidden = "har\u00adbour mas\u200bter"
    link = Link((run(hidden),), SPAN, url="https://example.org/")
    figure = Figure(picture=text(EMBLEM), alternative=text(hidden), span=SPAN)
    pdf = opened(written(heading(1, hidden, identity="h"), paragraph(link), figure))
    words, shown = (kids_of(pdf.Root.StructTreeRoot.K)[at] for at in (1, 2))
    assert str(pdf.pages[0].Annots[0].Contents) == str(shown.Alt) == "harbour master"
    assert words.S == "/P"
    with pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["harbour master"]


def test_a_figure_that_waits_for_the_next_page_is_told_where_its_author_put_it() -> None:
    wave = Shape((MoveTo(0, 200), LineTo(460, 200)), stroke="#1f4e79")
    sea = Drawing(shapes=(wave,), size=(460.0, 400.0), span=SPAN)
    figure = Figure(picture=sea, alternative=text("The sea"), width=Width.PAGE, span=SPAN)
    data = written(paragraph("Before. ", PROSE * 4), figure, paragraph("After. ", PROSE * 6))
    assert [line.split()[:2] for line in outline_of(data).splitlines()[1:]] == [
        ["P", '"Before.'],
        ["Figure", "alt='The"],
        ["P", '"After.'],
    ]
    pdf = opened(data)
    before, waiting, after = (kid.Pg.objgen for kid in kids_of(pdf.Root.StructTreeRoot.K))
    assert before == after == pdf.pages[0].objgen
    assert waiting == pdf.pages[1].objgen


def test_pages_of_notes_are_read_in_their_order() -> None:
    """What a paragraph says stands before and behind the mark of its note, and the note at the foot of the page."""
    data = report_of("".join(f"Said on day {day},[^{day}] and heard.\n\n[^{day}]: Noted.\n\n" for day in range(8)))
    assert examine("quiet.pdf", data).findings == ()


def test_a_figure_says_where_it_stands() -> None:
    figure = Figure(picture=text(EMBLEM), alternative=text("Emblem"), height=40.0, span=SPAN)
    made = edition(document(figure))
    assert made.pages
    (box,) = (box for box in made.pages.pages[0].boxes if isinstance(box, PictureBox))
    pdf = opened(writer.write(made))
    attributes = only_block(pdf).A
    assert (attributes.O, attributes.Placement) == ("/Layout", "/Block")
    edges = [box.x, box.y, box.x + box.width, box.y + box.height]
    assert [float(edge) for edge in attributes.BBox] == pytest.approx(edges, abs=0.01)


def test_notes_are_found_by_their_names() -> None:
    pdf = opened(writer.write(edition(every_node())))
    named = list(pdf.Root.StructTreeRoot.IDTree.Names)
    assert [str(name) for name in named[::2]] == ["note-1", "note-2", "note-3"]
    assert [(str(note.S), str(note.ID)) for note in named[1::2]] == [("/Note", str(name)) for name in named[::2]]


def only_block(pdf: pikepdf.Pdf) -> pikepdf.Object:
    (block,) = kids_of(pdf.Root.StructTreeRoot.K)
    return block


def test_content_leads_to_its_element_and_the_other_way_round() -> None:
    pdf = opened(writer.write(edition(every_node())))
    root = pdf.Root.StructTreeRoot
    numbered = list(root.ParentTree.Nums)
    parents = dict(zip(map(int, numbered[::2]), numbered[1::2], strict=True))
    known = list(held(root.K))
    found: list[tuple[object, object, object]] = []
    for page in pdf.pages:
        areas, above = page.get("/Annots", []), parents[int(page.StructParents)]
        found += [(page.objgen, number, above[number].objgen) for number in marked(page)]
        found += [(page.objgen, area.objgen, parents[int(area.StructParent)].objgen) for area in areas]
    assert len(known) == len(set(known))
    assert sorted(map(str, found)) == sorted(map(str, known))
    assert sorted(parents) == list(range(int(root.ParentTreeNextKey)))


def marked(page: pikepdf.Page) -> list[int]:
    """The numbers of a page's marked-content sequences, in the order of its content."""
    marks = [found.operands for found in pikepdf.parse_content_stream(page) if str(found.operator) == "BDC"]
    return [int(mark[1].MCID) for mark in marks if "/MCID" in mark[1]]


def held(element: pikepdf.Object) -> Iterator[tuple[object, object, object]]:
    """What an element and all in it hold: page, the number of the content or the link, and the element."""
    for kid in kids_of(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid, element.objgen
        elif "/S" in kid:
            assert kid.P.objgen == element.objgen
            yield from held(kid)
        else:
            of = kid.Obj.objgen if "/Obj" in kid else int(kid.MCID)
            yield kid.get("/Pg", element.get("/Pg")).objgen, of, element.objgen


def test_furniture_and_adornment_are_artifacts_of_their_kinds() -> None:
    adornment = Figure(picture=text(EMBLEM), alternative=None, decorative=True, span=SPAN)
    logo = replace(adornment, alternative=text("The River Press"), decorative=False, height=10.0)
    link = paragraph(Link((run("underlined"),), SPAN, url="https://example.org/"))
    made = document(adornment, rows(90), link)
    pdf = opened(writer.write(edition(replace(made, other_pages=replace(made.other_pages, footer_logo=logo)))))
    assert artifacts(pdf) == {
        "/Layout": {"Do", "f"},
        "/Pagination": {"Tj"},
        "/Pagination/Header": {"Tj"},
        "/Pagination/Footer": {"Tj", "Do"},
    }
    assert "Figure" not in outline_of(writer.write(edition(made)))


def rows(count: int) -> Table:
    """A table of one column and so many rows, the first of them its head."""
    cells = [Cell(children=(paragraph(f"Row {row}"),), span=SPAN, header=not row) for row in range(count)]
    return Table(rows=tuple((cell,) for cell in cells), alignments=(Alignment.LEFT,), span=SPAN)


def artifacts(pdf: pikepdf.Pdf) -> dict[str, set[str]]:
    """The operators that paint artifacts, by the artifacts' type and subtype."""
    kinds: dict[str, set[str]] = {}
    for page in pdf.pages:
        kind = ""
        for found in pikepdf.parse_content_stream(page):
            match str(found.operator):
                case "BDC" if found.operands[0] == "/Artifact":
                    told = found.operands[1]
                    kind = f"{told.Type}{told.get('/Subtype', '')}"
                case "EMC":
                    kind = ""
                case "TJ" | "Tj" | "Do" | "f" as operator if kind:
                    kinds.setdefault(kind, set()).add(operator)
    return kinds


def test_the_head_of_a_table_is_read_once() -> None:
    read = outline_of(written(rows(90)))
    assert [line.strip() for line in read.splitlines() if "Row 0" in line] == ['TH Scope=Column "Row 0"']


@given(st.lists(st.integers(0, 6), max_size=12))
def test_headings_go_down_one_level_at_a_time(levels: list[int]) -> None:
    found = list(depths(levels))
    assert all(below <= above + 1 for above, below in pairwise([-1, *found]))
    for (above, below), (high, low) in zip(pairwise(levels), pairwise(found), strict=True):
        assert (below > above) == (low > high)


def test_pages_of_another_document_are_refused() -> None:
    one, other = (edition(document(paragraph("Words.", identity=name))) for name in ("one", "other"))
    with pytest.raises(ValueError, match="'other'"):
        writer.write(replace(one, pages=other.pages))
