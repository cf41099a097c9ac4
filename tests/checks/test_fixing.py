"""Fixing keeps every byte it has no business with, breaks no file, and is done after one run."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.checks.mending.fixing import applied, fix
from docgen.checks.settling.orders import Orders
from docgen.findings import Edit, Finding, Fix, Severity, Span
from docgen.job import Job, Outcome
from docgen.pipeline import check
from docgen.reading.text import Source
from docgen.world import MemoryWorld, World
from tests.checks.subjects import HEAD, body
from tests.test_documents import style_files

ORDERS = Orders(select=("all",))


def look(world: World) -> Outcome:
    return check(world, Job("report.yaml", orders=ORDERS))


def world_of(data: bytes) -> MemoryWorld:
    return MemoryWorld({**style_files(), "report.yaml": data})


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_no_fix_touches_stays_byte_for_byte(start: bytes, line_end: str) -> None:
    text = (HEAD + "# kept \n" + body("It was the the first.  ")).replace("\n", line_end)
    done = fix(world_of(start + text.encode()), look, ".")
    assert done.files == {"report.yaml": start + text.replace("the the", "the").encode()}
    assert done.fixes == 1


def test_a_file_with_a_mistake_of_encoding_is_left_alone() -> None:
    data = (HEAD + body("It was the the first caf\u00e9.")).encode("cp1252")
    assert not fix(world_of(data), look, ".", unsafe=True).files


@dataclass(frozen=True)
class Seen:
    """What a made-up look at a report finds."""

    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]


def finding(start: int, end: int, replacement: str) -> Finding:
    edit = Edit(Span("report.yaml", start, end), replacement)
    return Finding(edit.span, Severity.WARNING, "repeated-word", "…", fix=Fix.safe(edit))


def test_a_fix_that_meets_another_waits_for_the_next_round() -> None:
    def look(world: World) -> Seen:
        text = world.read("report.yaml").decode()
        found = [finding(at, at + 2, "b") for at in range(len(text) - 1) if text[at : at + 2] == "aa"]
        return Seen(tuple(found), (Source("report.yaml", text),))

    done = fix(MemoryWorld({"report.yaml": b"aaaa aaa"}), look, ".")
    assert done.files == {"report.yaml": b"bb ba"}
    assert not done.left.findings


def test_lines_added_in_one_place_are_added_together_in_the_order_of_their_findings() -> None:
    def look(world: World) -> Seen:
        text = world.read("report.yaml").decode()
        found = [finding(2, 2, line) for line in ("\nx: 1", "\ny: 2") if line not in text]
        return Seen(tuple(found), (Source("report.yaml", text),))

    done = fix(MemoryWorld({"report.yaml": b"p:\nq: 3\n"}), look, ".")
    assert done.files == {"report.yaml": b"p:\nx: 1\ny: 2\nq: 3\n"}


def test_a_fix_that_does_harm_is_not_made_and_the_others_are() -> None:
    def look(world: World) -> Seen:
        text = world.read("report.yaml").decode()
        found = [
            finding(at, at + 1, "?" if text[at] == "x" else "y") for at, letter in enumerate(text) if letter in "xz"
        ]
        broken = Finding.error(Span("report.yaml", 0, 1), "not-yaml", "…")
        return Seen((*found, *([broken] if "?" in text else [])), (Source("report.yaml", text),))

    done = fix(MemoryWorld({"report.yaml": b"xzz"}), look, ".")
    assert done.files == {"report.yaml": b"xyy"}
    assert [one.code for one in done.left.findings] == ["repeated-word"]


def test_nothing_is_fixed_outside_the_folder_of_the_report() -> None:
    def look(_world: World) -> Seen:
        edit = Edit(Span("styles/style.yaml", 0, 1), "b")
        found = Finding(edit.span, Severity.WARNING, "repeated-word", "…", fix=Fix.safe(edit))
        return Seen((found,), (Source("styles/style.yaml", "a"),))

    assert not fix(MemoryWorld({"styles/style.yaml": b"a"}), look, ".").files


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("ab", max_size=3)), max_size=6))
def test_edits_apart_are_applied_as_one_would_by_hand(marks: list[tuple[int, int, str]]) -> None:
    text, edits, place = "0123456789" * 5, [], 0
    expected, done = "", 0
    for gap, width, replacement in marks:
        start = min(place + gap, len(text))
        end = min(start + width, len(text))
        edits.append(Edit(Span("x", start, end), replacement))
        expected += text[done:start] + replacement
        done, place = end, end + 1
    if all(edit.span.start <= len(text) for edit in edits) and place <= len(text):
        assert applied(text, edits) == expected + text[done:]
