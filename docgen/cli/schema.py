"""`docgen schema`: the content language, and that of styles, for editors."""

from __future__ import annotations

import click

from docgen.checks.settling.schema import folder_schema, report_schema
from docgen.style import manual as style

SCHEMAS = {"report": report_schema, "folder": folder_schema, "style": style.schema_text}


@click.command("schema", short_help="Print the JSON Schema of the content language.")
@click.option("--folder", "of", flag_value="folder", help="That of docgen.yaml.")
@click.option("--style", "of", flag_value="style", help="That of style.yaml.")
def command(of: str | None) -> None:
    """Print the JSON Schema of the content language (draft-07), which editors' YAML servers take.

    It names the rules of the checks, and their options; where a package brings rules, print it again.
    """
    click.echo(SCHEMAS[of or "report"](), nl=False)
