"""The text writer: a document dumped readably, so that nothing that a document can say is left unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.document.runs import Field, FieldKind, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.writers import names, writer
from docgen.writers.tree import notation
from tests.samples import SPAN, edition, every_node, run, text

GOLDEN = Path(__file__).parent / "every_node.txt"


def test_every_node_is_dumped_as_expected() -> None:
    assert writer("tree").write(edition(every_node())).decode() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ([run("plain")], "plain"),
        ([run("a", emphasis=True), run("b", strong=True)], "*a*|**b**"),
        ([run("a"), run("b")], "a|b"),
        ([run("a)"), run("b")], r"a\)|b"),
        ([run("a", emphasis=True, strong=True)], "***a***"),
        ([run("mot", language="fr")], "{fr:mot}"),
        ([run("mot", emphasis=True, language="fr")], "{fr:*mot*}"),
        ([TextRun(text("HMS"), hyphenate=False)], "{!:HMS}"),
        ([TextRun(text("Nordlicht"), language="de", hyphenate=False)], "{de!:Nordlicht}"),
        ([run("one"), LineBreak(SPAN), run("two")], r"one\ntwo"),
        ([Link((run("here"),), SPAN, url="https://example.org/(1)")], r"[here](https://example.org/\(1\))"),
        ([Link((run("there"),), SPAN, target="s1.h")], "[there](#s1.h)"),
        ([run("said"), NoteRef("note-1", SPAN, "1")], "said^1(note-1)"),
        ([Ref("tides", SPAN, "s2.t1", "Table 1")], "@tides(s2.t1)=(Table 1)"),
        ([Field(FieldKind.PAGE), run(" of "), Field(FieldKind.PAGES)], "<page> of <pages>"),
        ([run(r"2*3 [x] {y} ^z @w <v> |u| \n")], r"2\*3 \[x\] \{y\} \^z \@w \<v> \|u\| \\n"),
        ([run(" ends with a space ")], r"\u{20}ends with a space\u{20}"),
        ([run("no\u00a0break, soft\u00adhyphen, tab\t")], r"no\u{a0}break, soft\u{ad}hyphen, tab\u{9}"),
    ],
)
def test_runs_are_written_so_that_no_two_look_alike(runs: list[Run], written: str) -> None:
    assert notation(tuple(runs)) == written


def test_the_writers_are_the_modules_of_the_folder() -> None:
    assert {"docx", "tree"} <= set(names())
    assert "writer" not in names()


def test_a_writer_bears_its_modules_name() -> None:
    assert [writer(name).name for name in ("docx", "tree")] == ["docx", "tree"]


def test_a_writer_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="odt"):
        writer("odt")
