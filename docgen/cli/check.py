"""`docgen check`: what is wrong with reports, and where."""

from __future__ import annotations

import click

from docgen.batch import checked
from docgen.cli.paths import find_reports, limits, max_size_option
from docgen.cli.telling import LEVELS, Teller, count
from docgen.job import Job
from docgen.world import DiskWorld


@click.command("check", short_help="Say what is wrong with each report, and where.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--style", help="A style by name, in place of the one the reports ask for.")
@click.option(
    "--fail-on", type=click.Choice(sorted(LEVELS)), default="warning", show_default=True, help="What exits with 1."
)
@max_size_option
def command(paths: tuple[str, ...], style: str | None, fail_on: str, max_size: float) -> None:
    """Say what is wrong with each report, and where.

    PATHS are reports or folders of reports; `content` where none is named. Nothing is written.
    """
    world = DiskWorld()
    reports = find_reports(world, paths)
    teller = Teller(to_error=False)
    codes = []
    for path in reports:
        outcome = checked(world, Job(path, style=style, fail_on=LEVELS[fail_on], limits=limits(max_size)))
        teller.tell(outcome)
        codes.append(outcome.exit)
    click.echo(f"{count(len(reports), 'report')} checked: {len(teller.told) or 'nothing'} found", err=True)
    raise SystemExit(max(codes))
