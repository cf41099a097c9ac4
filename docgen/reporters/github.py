"""Findings as commands of GitHub's workflows, which shows them beside the lines of a change."""

from __future__ import annotations

from docgen.findings import Finding, Severity
from docgen.reporters.run import Run, slashed

LEVELS = {Severity.HINT: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def report(run: Run) -> str:
    """A line for each finding."""
    return "".join(f"{_command(finding, run)}\n" for finding in run.findings)


def _command(finding: Finding, run: Run) -> str:
    region = run.region(finding.span)
    properties = {
        "file": slashed(finding.span.path),
        "line": region.line,
        "endLine": region.end_line,
        "col": region.column,
        "endColumn": max(region.end_column - 1, region.column) if region.end_line == region.line else region.end_column,
        "title": finding.code,
    }
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = f"{finding.message}\n{finding.advice}" if finding.advice else finding.message
    return f"::{LEVELS[finding.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
