"""Findings as JSON, for programs of one's own. `version` rises when a key changes its meaning or goes."""

from __future__ import annotations

import json
from typing import Any

from docgen import __version__
from docgen.findings import Edit, Finding, Span
from docgen.reporters.run import Run, slashed

VERSION = 1


def report(run: Run) -> str:
    """One object: which reports were looked at, and what was found.

    Lines and columns begin with 1 and count characters, `start` and `end` count characters from the beginning of the
    file, a byte order mark left out.
    """
    whole = {
        "version": VERSION,
        "docgen": __version__,
        "reports": [slashed(outcome.path) for outcome in run.outcomes],
        "findings": [_finding(finding, run) for finding in run.findings],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding, run: Run) -> dict[str, Any]:
    told: dict[str, Any] = {
        "rule": finding.code,
        "severity": finding.severity.label,
        "message": finding.message,
        "advice": finding.advice,
        **_place(finding.span, run),
        "also": [_place(span, run) for span in finding.also],
    }
    if finding.fix is not None:
        told["fix"] = {
            "safety": finding.fix.safety.value,
            "edits": [_edit(edit, run) for edit in finding.fix.edits],
        }
    return told


def _edit(edit: Edit, run: Run) -> dict[str, Any]:
    return {**_place(edit.span, run), "replacement": edit.replacement}


def _place(span: Span, run: Run) -> dict[str, Any]:
    region = run.region(span)
    return {
        "file": slashed(span.path),
        "line": region.line,
        "column": region.column,
        "end-line": region.end_line,
        "end-column": region.end_column,
        "start": span.start,
        "end": span.end,
    }
