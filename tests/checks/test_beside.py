"""What a report takes from other files is read, mended and remembered like its own words."""

from __future__ import annotations

import pytest

from docgen.batch import checked
from docgen.checks.folder import Folders
from docgen.checks.mending.change import Change
from docgen.checks.mending.editing import Editor
from docgen.checks.mending.fixing import applied, fix
from docgen.checks.settling.orders import Orders
from docgen.findings import Span
from docgen.job import Job, Outcome
from docgen.pipeline import check, prepare
from docgen.reading.composing import Sequence
from docgen.reading.limits import Limits
from docgen.reading.scalars import Scalar
from docgen.reading.separated import parse_separated
from docgen.world import MemoryWorld, World
from docgen.writers.docx.origin import file_names
from tests.checks.subjects import HEAD
from tests.test_documents import style_files

BODY = """sections:
  - heading: Panel
    body:
      - It began at nine.
      - table: {csv: data/guests.csv, caption: Guests by day}
      - include: parts/notice.yaml
"""
CSV = b'\xef\xbb\xbfDay;Guests\r\nMonday;40 of the the house\r\n"Tuesday; late";"52 of ""us"" in the the house"\r\n'
FILES = {
    **style_files(),
    "r/report.yaml": (HEAD + BODY).encode(),
    "r/data/guests.csv": CSV,
    "r/parts/notice.yaml": b"- Nobody in the the house is named.\n",
}
JOB = Job("r/report.yaml", orders=Orders(select=("repeated-word",)))


def world(**changed: bytes) -> MemoryWorld:
    return MemoryWorld({**FILES, **{name.replace("__", "/").replace("_", "."): data for name, data in changed.items()}})


def look(there: World) -> Outcome:
    return check(there, JOB)


def test_a_slip_is_placed_in_the_file_that_it_was_made_in() -> None:
    outcome = look(world())
    sources = {source.path: source for source in outcome.sources}
    places = [(one.span.path, *sources[one.span.path].position(one.span.start)) for one in outcome.findings]
    assert places == [("r/data/guests.csv", 2, 18), ("r/data/guests.csv", 3, 38), ("r/parts/notice.yaml", 1, 17)]


def test_a_fix_is_made_there_and_nothing_else_changes() -> None:
    assert fix(world(), look, "r").files == {
        "r/data/guests.csv": CSV.replace(b"the the", b"the"),
        "r/parts/notice.yaml": b"- Nobody in the house is named.\n",
    }


@pytest.mark.parametrize(
    ("cell", "mended"),
    [
        (b"sea and sky", b'"sea, and sky"'),
        (b'5" and 6"', b'"5"", and 6"""'),
        (b'"sea\nand sky"', b'"sea, and sky"'),
        (b'"""sea"" and sky"', b'"""sea"", and sky"'),
    ],
)
def test_a_cell_that_would_be_two_gets_quotation_marks(cell: bytes, mended: bytes) -> None:
    data = b"Day,Guests\nMonday," + cell + b"\n"
    read = parse_separated("guests.csv", data, Limits())
    assert isinstance(read.root, Sequence)
    last = read.root.items[1]
    assert isinstance(last, Sequence)
    assert isinstance(last.items[1], Scalar)
    text = last.items[1].text()
    at = text.value.index("and")
    change = Change(text.slice(at - 1, at), ", ")
    edit = Editor(read.root, {"guests.csv": read.source}).edit(change)
    assert edit is not None
    assert applied(read.source.text, [edit]).encode() == data.replace(cell, mended)


@pytest.mark.parametrize("path", ["r/data/guests.csv", "r/parts/notice.yaml"])
def test_what_was_found_is_found_anew_when_such_a_file_changes(path: str) -> None:
    there = world()
    first = checked(there, JOB)
    assert checked(there, JOB) == first
    there.files[path] = there.files[path].replace(b"the the", b"the")
    again = checked(there, JOB)
    assert len(again.findings) < len(first.findings)
    del there.files[path]
    assert "missing-file" in {finding.code for finding in checked(there, JOB).findings}


@pytest.mark.parametrize(("path", "word"), [("r/data/guests.csv", b"Monday"), ("r/parts/notice.yaml", b"named")])
def test_other_reports_of_the_folder_are_told_of_it(path: str, word: bytes) -> None:
    there = world()

    def told() -> set[str]:
        return {one for facts in Folders(there).sisters("r/other.yaml", Limits()) for one in facts.words}

    assert word.decode() in told()
    before = Folders(there).digest("r/other.yaml", Limits())
    data = there.files[path]
    there.files[path] = data.replace(word, b"Caturday")
    assert "Caturday" in told()
    assert word.decode() not in told()
    assert Folders(there).digest("r/other.yaml", Limits()) != before
    del there.files[path]
    assert told() == set()
    there.files[path] = data
    assert word.decode() in told()
    assert Folders(there).digest("r/other.yaml", Limits()) == before


def test_a_number_sign_in_a_table_is_no_comment() -> None:
    data = b"Day;Guests\n# docgen: ignore[repeated-word];#1 of the the house\n"
    outcome = check(world(r__data__guests_csv=data), Job("r/report.yaml", orders=Orders(select=("repeated-word",))))
    assert [one.span for one in outcome.findings if one.span.path.endswith("csv")] == [
        Span("r/data/guests.csv", data.index(b"the house"), data.index(b" house"))
    ]


def test_what_includes_itself_many_times_is_cut_short() -> None:
    there = world(r__parts__notice_yaml=b"- include: parts/b.yaml\n" * 1000)
    there.files["r/parts/b.yaml"] = b"- include: parts/c.yaml\n" * 1000
    there.files["r/parts/c.yaml"] = b"- Words.\n" * 1000
    found = prepare(there, JOB).findings
    assert "too-many-nodes" in {finding.code for finding in found}
    assert len(found) < 10


def test_sources_of_one_name_are_told_apart() -> None:
    prepared = prepare(world(r__parts__guests_csv=b""), JOB)
    assert prepared.reading is not None
    assert file_names(prepared.reading.sources) == ("report.yaml", "guests.csv", "notice.yaml")
    assert file_names((*prepared.reading.sources, *prepared.reading.sources[1:2]))[3] == "data-guests.csv"


@pytest.mark.parametrize(
    "table",
    [
        "# docgen: ignore[repeated-word] as they say\n      - table: {csv: data/guests.csv}",
        "- table:  # docgen: ignore[repeated-word]\n          csv: data/guests.csv",
        "- table:\n          csv: data/guests.csv  # docgen: ignore[repeated-word]",
        "- table:\n          # docgen: ignore[repeated-word]\n          csv: data/guests.csv",
    ],
)
def test_a_comment_on_a_table_is_about_the_file_that_it_is_in(table: str) -> None:
    text = HEAD + f"sections:\n  - heading: Panel\n    body:\n      {table}\n      - It was the the end.\n"
    outcome = look(world(r__report_yaml=text.encode()))
    assert [(one.code, one.span.path) for one in outcome.findings] == [("repeated-word", "r/report.yaml")]
