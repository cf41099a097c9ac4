"""Broken PDFs: each is a sound one with one small fault, and somebody must see it.

Two look at them: docgen's own rules, and veraPDF, for PDF/UA-1 and PDF/A-2a. The cases in `tests/cases/pdf`
say for each fault what docgen says of it, and which rules of veraPDF's it breaks; together none may pass.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.conformance.kind import Examined
from docgen.conformance.pdf import FOLDERS, examine, kind, rules
from docgen.reporters.text import report_text
from tests.cases import Case, Example, find_cases
from tests.conformance.breaking_pdf import broken_pdf
from tests.conformance.sample import sound_pdf
from tests.conformance.verapdf import verdict

CASES = find_cases("pdf")


def told(examined: Examined) -> str:
    return report_text(examined.findings, {source.path: source for source in examined.sources})


def file_of(example: Example) -> bytes:
    return broken_pdf(sound_pdf(), example.given)


def test_the_file_that_is_broken_is_sound() -> None:
    assert told(kind.examine("quiet.pdf", sound_pdf(), in_review=False)) == ""
    assert verdict(sound_pdf()) == ""
    assert verdict(broken_pdf(sound_pdf(), ())) == "", "writing it anew breaks nothing"


@pytest.mark.parametrize("path", CASES)
def test_docgen_says_what_is_broken(path: Path, update: bool) -> None:
    case = Case.read(path)
    case.settle(
        "findings", [told(examine("quiet.pdf", file_of(one))) for one in case.examples("findings")], update=update
    )


@pytest.mark.parametrize("path", CASES)
def test_verapdf_looks_at_the_same(path: Path, update: bool) -> None:
    case = Case.read(path)
    files = [broken_pdf(sound_pdf(), one.given) for one in case.examples("verapdf")]
    case.settle("verapdf", [verdict(data) for data in files], update=update)


def test_no_broken_file_passes_both() -> None:
    """As the cases have it, which the tests above hold against what is found."""
    faults = unseen = 0
    for parameter in CASES:
        case = Case.read(parameter.values[0])  # type: ignore[attr-defined]
        looks = [list(case.examples(kind)) for kind in ("findings", "verapdf")]
        assert len(looks[0]) == len(looks[1]), f"{case.path.name}: each fault has two looks"
        for ours, theirs in zip(*looks, strict=True):
            faults += 1
            unseen += theirs.expected.body == ""
            assert ours.expected.body or theirs.expected.body, f"{case.path.name}: nobody sees fault {faults}"
            assert ours.expected.body or case.title == "only-verapdf", f"{case.path.name}: docgen misses fault {faults}"
    assert faults >= 100
    assert unseen >= 30, "there would be no need for rules of our own"


def test_every_rule_has_its_case_and_its_manual() -> None:
    named = {Path(str(parameter.values[0])).stem for parameter in CASES}  # type: ignore[attr-defined]
    for folder in FOLDERS:
        assert set(rules(folder)) <= named
        for rule in rules(folder).values():
            manual = __import__(rule.__module__, fromlist=["find"]).__doc__ or ""
            assert manual.startswith("Finds "), rule.__module__
            assert "\nWhy it matters: " in manual, rule.__module__
            assert "ISO " in manual, rule.__module__
