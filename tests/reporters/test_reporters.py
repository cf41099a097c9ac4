"""Findings in the forms that programs take: whole, placed, and safe whatever stands in them."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from docgen import __version__
from docgen.checks.registry import rules
from docgen.findings import Edit, Finding, Fix, Severity, Span
from docgen.job import Exit, Outcome
from docgen.reading.text import Source
from docgen.reporters import FORMS, reporter
from docgen.reporters.run import Run, address
from docgen.reporters.text import COLOURED, report_text

SOURCE = Source("content/a b.yaml", "title: Früh\nvenue: x\n\U0001f30a & wave\n")


def at(words: str) -> Span:
    start = SOURCE.text.index(words)
    return Span(SOURCE.path, start, start + len(words))


REPEATED = Finding(
    at("Früh"),
    Severity.WARNING,
    "repeated-word",
    "'a' & <b>: 100% \"x\"",
    "do this\nand that",
    Fix.safe(Edit(at("x"), "y\n")),
    also=(at("wave"),),
)
UNREAD = Finding.error(Span("content/gone.yaml", 0, 0), "missing-file", "there is no such file")
HINT = Finding(at("\U0001f30a & wave"), Severity.HINT, "unused-word", "a hint\x07")
RUN = Run(
    (
        Outcome("content/a b.yaml", Exit.CONTENT, (REPEATED, HINT), (SOURCE,)),
        Outcome("content/gone.yaml", Exit.CONTENT, (UNREAD,)),
        Outcome("content/good.yaml", Exit.DONE),
    )
)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_all_and_the_same_twice(form: str) -> None:
    told = reporter(form)(RUN)
    assert told == reporter(form)(RUN)
    assert all(finding.code in told for finding in RUN.findings)


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("content/a b.yaml", "content/a%20b.yaml"),
        ("..\\content\\ü.yaml", "../content/%C3%BC.yaml"),
        ("/srv/a#b.yaml", "file:///srv/a%23b.yaml"),
        ("C:\\Reports\\a.yaml", "file:///C:/Reports/a.yaml"),
    ],
)
def test_a_path_is_told_as_an_address(path: str, given: str) -> None:
    assert address(path) == given


def test_json_places_findings_in_characters() -> None:
    told = json.loads(reporter("json")(RUN))
    assert (told["version"], told["docgen"], len(told["reports"])) == (1, __version__, 3)
    first = told["findings"][0]
    assert (first["line"], first["column"], first["end-line"], first["end-column"]) == (1, 8, 1, 12)
    assert SOURCE.text[first["start"] : first["end"]] == "Früh"
    assert [(place["line"], place["column"]) for place in first["also"]] == [(3, 5)]
    assert first["fix"]["edits"][0]["replacement"] == "y\n"
    assert told["findings"][2]["file"] == "content/gone.yaml"


def test_sarif_has_an_entry_for_every_rule_and_a_place_for_every_result() -> None:
    log = json.loads(reporter("sarif")(RUN))
    (run,) = log["runs"]
    entries = run["tool"]["driver"]["rules"]
    assert [entry["id"] for entry in entries[: len(rules())]] == list(rules())
    assert "What to do:" in entries[0]["help"]["text"]
    assert [entries[result["ruleIndex"]]["id"] for result in run["results"]] == [one.code for one in RUN.findings]
    repeated, hint, unread = run["results"]
    assert [result["level"] for result in run["results"]] == ["warning", "note", "error"]
    assert repeated["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "content/a%20b.yaml"},
        "region": {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 12, "charOffset": 7, "charLength": 4},
    }
    assert repeated["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 5
    assert repeated["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "y\n"}
    assert hint["locations"][0]["physicalLocation"]["region"]["endColumn"] == 9, "a character is one, whatever its code"
    assert unread["ruleId"] == "missing-file"


def test_github_gets_one_line_for_each_finding() -> None:
    lines = reporter("github")(RUN).splitlines()
    assert [line.split()[0] for line in lines] == ["::warning", "::notice", "::error"]
    assert lines[0].endswith("title=repeated-word::'a' & <b>: 100%25 \"x\"%0Ado this%0Aand that")
    assert "file=content/a b.yaml,line=1,endLine=1,col=8,endColumn=11" in lines[0]


def test_junit_has_a_suite_for_each_report() -> None:
    suites = ElementTree.fromstring(reporter("junit")(RUN))  # noqa: S314 (docgen's own)
    assert [(suite.get("name"), suite.get("failures")) for suite in suites] == [
        ("content/a b.yaml", "2"),
        ("content/gone.yaml", "1"),
        ("content/good.yaml", "0"),
    ]
    failure = suites[0][0][0]
    assert failure.get("message") == "'a' & <b>: 100% \"x\""
    assert (suites.get("tests"), suites.get("failures")) == ("4", "3")


def test_text_names_further_places_and_what_can_be_fixed() -> None:
    told = reporter("text")(RUN)
    assert "warning[repeated-word] 'a' & <b>: 100% \"x\" (fixable)\n" in told
    assert "    = also at 3:5\n" in told


def test_colours_say_nothing_that_the_words_do_not() -> None:
    plain = report_text(RUN.findings, RUN.sources)
    coloured = report_text(RUN.findings, RUN.sources, COLOURED)
    assert "\x1b[33mwarning[repeated-word]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
    assert "\x1b" not in plain
