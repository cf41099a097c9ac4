"""Subjects for tests: a report in a few lines of YAML, as a rule would see it."""

from __future__ import annotations

from docgen.checks.subject import Subject
from docgen.job import Job
from docgen.pipeline import prepare
from docgen.world import MemoryWorld
from tests.test_documents import style_files

HEAD = "docgen: 1\ntitle: A Day on Water\nhosts: [the River Institute]\ndate: 2024-05-06\n"


def subject_of(text: str) -> Subject:
    """The subject of a report whose first lines are `HEAD`."""
    prepared = prepare(MemoryWorld({**style_files(), "report.yaml": (HEAD + text).encode()}), Job("report.yaml"))
    reading, document = prepared.reading, prepared.document
    assert reading is not None
    assert reading.report is not None, reading.findings
    assert document is not None
    return Subject(reading.report, document, reading.root, {source.path: source for source in reading.sources})


def body(text: str) -> str:
    """One section whose body is a block of lines."""
    lines = "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))
    return f"sections:\n  - heading: Panel\n    body: |\n{lines}"
