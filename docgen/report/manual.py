"""What docgen gives a writer to begin with: a report to fill in."""

from __future__ import annotations

from importlib import resources

SCHEMA_FILE = "docgen.schema.json"
"""To what that report points its editor: the schema of the content language, beside it."""


def starter_text() -> str:
    """A report that renders as it stands, with comments that say what to fill in; it points to the schema."""
    return resources.files(__package__).joinpath("starter.yaml").read_text("utf-8")
