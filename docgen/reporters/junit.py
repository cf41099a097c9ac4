"""Findings as JUnit's XML, which test servers collect: a suite for each report, a failed case for each finding."""

from __future__ import annotations

import re

from docgen.findings import Finding
from docgen.job import Outcome
from docgen.reporters.run import Run, slashed

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def report(run: Run) -> str:
    """All suites; that of a report in which nothing was found has one case, which passes."""
    suites = "".join(_suite(outcome, run) for outcome in run.outcomes)
    failures = sum(len(outcome.findings) for outcome in run.outcomes)
    cases = sum(max(1, len(outcome.findings)) for outcome in run.outcomes)
    head = f'<testsuites name="docgen" tests="{cases}" failures="{failures}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{suites}</testsuites>\n'


def _suite(outcome: Outcome, run: Run) -> str:
    name, found = _text(slashed(outcome.path)), outcome.findings
    cases = "".join(_case(finding, run) for finding in found) or f'    <testcase classname="{name}" name="check"/>\n'
    head = f'  <testsuite name="{name}" tests="{max(1, len(found))}" failures="{len(found)}" errors="0">'
    return f"{head}\n{cases}  </testsuite>\n"


def _case(finding: Finding, run: Run) -> str:
    region, path = run.region(finding.span), slashed(finding.span.path)
    place = f"{path}:{region.line}:{region.column}"
    body = _text(f"{place}: {finding.message}\n{finding.advice}".rstrip())
    attributes = f'message="{_text(finding.message)}" type="{finding.severity.label}"'
    return (
        f'    <testcase classname="{_text(path)}" name="{_text(f"{finding.code} {region.line}:{region.column}")}">\n'
        f"      <failure {attributes}>{body}</failure>\n"
        "    </testcase>\n"
    )


def _text(value: str) -> str:
    clean = _NOT_XML.sub("�", value)
    return "".join(_ESCAPES.get(character, character) for character in clean)
