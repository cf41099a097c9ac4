"""`docgen schema`: the content language for editors."""

from __future__ import annotations

import click

from docgen.report.manual import schema_text


@click.command("schema", short_help="Print the JSON Schema of the content language.")
def command() -> None:
    """Print the JSON Schema of the content language (draft-07), which editors' YAML servers take."""
    click.echo(schema_text(), nl=False)
