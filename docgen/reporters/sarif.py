"""Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors show beside the lines they are about."""

from __future__ import annotations

import json
from importlib import metadata
from textwrap import dedent
from typing import Any

from docgen import __version__
from docgen.checks.registry import rules
from docgen.checks.rule import Rule
from docgen.findings import Edit, Finding, Severity, Span
from docgen.reporters.run import Run, address

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PACKAGE = "docgen-reports"
PAGES = ("homepage", "documentation", "repository")
"""The addresses of a package that tell of the program, best first."""

LEVELS = {Severity.HINT: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def report(run: Run) -> str:
    """One log with one run: an entry for every rule, its manual included, and a result for every finding."""
    known = rules()
    other = sorted({finding.code for finding in run.findings} - known.keys())
    numbers = {code: number for number, code in enumerate((*known, *other))}
    driver = {
        "name": "docgen",
        "version": __version__,
        **_page(),
        "rules": [*(_rule(rule) for rule in known.values()), *(_reading(code) for code in other)],
    }
    results = [_result(finding, run, numbers) for finding in run.findings]
    whole = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [whole]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _page() -> dict[str, str]:
    """Where a reader of the log learns about the program: the address in the package, and none where it has none."""
    try:
        written = metadata.metadata(PACKAGE).get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return {}
    pages = {label.strip().lower(): address.strip() for label, _, address in (one.partition(",") for one in written)}
    known = [pages[label] for label in PAGES if label in pages]
    return {"informationUri": known[0]} if known else {}


def _rule(rule: Rule) -> dict[str, Any]:
    """A rule with its manual in full, so that readers need no page for it: as text, and as Markdown for code hosts."""
    manual = rule.manual
    text = f"{manual.what}\n\nWhy it matters: {manual.why}\n\nExample:\n\n{manual.example}\n\nWhat to do: {manual.todo}"
    markdown = (
        f"{manual.what}\n\n**Why it matters:** {manual.why}\n\n**Example:**\n\n"
        f"```text\n{dedent(manual.example)}\n```\n\n**What to do:** {manual.todo}"
    )
    return {
        "id": rule.name,
        **_name(rule.name),
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": " ".join(manual.why.split()) or manual.summary},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"enabled": rule.on, "level": LEVELS[rule.severity]},
    }


def _reading(code: str) -> dict[str, Any]:
    """What is found while a file is read has no manual: its messages say it all."""
    words = code.replace("-", " ")
    return {
        "id": code,
        **_name(code),
        "shortDescription": {"text": f"{words.capitalize()}."},
        "fullDescription": {"text": "A mistake of the file that keeps docgen from reading it as it is meant."},
        "help": {"text": "The message says what is wrong, and what to do. It cannot be switched off."},
        "defaultConfiguration": {"enabled": True, "level": "error"},
    }


def _name(code: str) -> dict[str, str]:
    """A code as the name of a rule, `HostOrder`; one that says no more than the code is none (SARIF1001)."""
    words = code.split("-")
    return {"name": "".join(word.capitalize() for word in words)} if len(words) > 1 else {}


def _result(finding: Finding, run: Run, numbers: dict[str, int]) -> dict[str, Any]:
    advice = f"; {finding.advice}" if finding.advice else ""
    told: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{advice}."},
        "locations": [_location(finding.span, run)],
    }
    if finding.also:
        told["relatedLocations"] = [{"id": number, **_location(span, run)} for number, span in enumerate(finding.also)]
    if finding.fix is not None:
        changes: dict[str, list[dict[str, Any]]] = {}
        for edit in finding.fix.edits:
            changes.setdefault(address(edit.span.path), []).append(_replacement(edit, run))
        told["fixes"] = [
            {
                "description": {"text": finding.advice or f"A {finding.fix.safety.value} fix"},
                "artifactChanges": [
                    {"artifactLocation": {"uri": uri}, "replacements": made} for uri, made in changes.items()
                ],
            }
        ]
    return told


def _location(span: Span, run: Run) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": address(span.path)}, "region": _region(span, run)}}


def _replacement(edit: Edit, run: Run) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.span, run), "insertedContent": {"text": edit.replacement}}


def _region(span: Span, run: Run) -> dict[str, Any]:
    region = run.region(span)
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
