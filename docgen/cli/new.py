"""`docgen new`: a report to fill in."""

from __future__ import annotations

import os
import shlex

import click

from docgen.checks.settling.schema import report_schema
from docgen.job import Exit
from docgen.report.files import SHARED
from docgen.report.manual import SCHEMA_FILE, starter_text
from docgen.world import DiskWorld, Unreachable, folder_of, join


@click.command("new", short_help="Write a report to fill in.")
@click.argument("name", metavar="NAME")
def command(name: str) -> None:
    """Write NAME.yaml, a commented report that renders as it stands, and beside it the schema for your editor.

    A file that is there already is never overwritten.
    """
    world = DiskWorld()
    path = name if name.lower().endswith((".yaml", ".yml")) else f"{name}.yaml"
    if os.path.basename(path).startswith(".") or os.path.basename(path) == SHARED:
        raise click.UsageError(f"'{name}' cannot be the name of a report; choose another")
    if world.exists(path):
        raise click.UsageError(f"{path} is there already; choose another name, or move it away")
    schema_path = join(folder_of(path), SCHEMA_FILE)
    try:
        world.write(path, starter_text().encode())
        if not world.exists(schema_path):
            world.write(schema_path, report_schema().encode())
    except Unreachable as error:
        click.echo(f"{error.path}: {error.reason.value} ({error.detail})", err=True)
        raise SystemExit(Exit.ENVIRONMENT) from None
    click.echo(f"{path} is written; fill it in, then:  docgen render {shlex.quote(path)}", err=True)
