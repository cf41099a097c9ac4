"""`docgen schema`: the content language, and that of styles, for editors."""

from __future__ import annotations

import click

from docgen.report import manual as report
from docgen.style import manual as style


@click.command("schema", short_help="Print the JSON Schema of the content language.")
@click.option("--style", "of_style", is_flag=True, help="That of style.yaml.")
def command(of_style: bool) -> None:
    """Print the JSON Schema of the content language (draft-07), which editors' YAML servers take."""
    click.echo(style.schema_text() if of_style else report.schema_text(), nl=False)
