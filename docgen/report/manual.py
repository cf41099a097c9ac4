"""What docgen gives a writer to begin with: the schema of the content language, and a report to fill in."""

from __future__ import annotations

import json
from importlib import resources

from docgen.reading.schema import schema
from docgen.report.model import Report

SCHEMA_FILE = "docgen.schema.json"


def schema_text() -> str:
    """The JSON Schema of a report, as a file."""
    return json.dumps(schema(Report, "docgen report"), indent=2, ensure_ascii=False) + "\n"


def starter_text() -> str:
    """A report that renders as it stands, with comments that say what to fill in; it points to the schema."""
    return resources.files(__package__).joinpath("starter.yaml").read_text("utf-8")
