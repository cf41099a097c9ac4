"""`docgen render`: reports to PDF and Word."""

from __future__ import annotations

import click

from docgen.batch import Done, clashes, run
from docgen.cli.paths import find_reports, limits, max_size_option
from docgen.findings import Finding, Severity
from docgen.pipeline import Exit, Job
from docgen.reporters.text import report_text
from docgen.world import BadSetting, DiskWorld
from docgen.writers import names

LEVELS = {severity.label: severity for severity in Severity}


@click.command("render", short_help="Make the PDF and the Word file of each report.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--to", "formats", default="pdf,docx", show_default=True, help="Formats, with commas between them.")
@click.option("-o", "--output", "folder", default="output", show_default=True, help="Folder for the files.")
@click.option("--style", help="A style by name, in place of the one the reports ask for.")
@click.option(
    "--fail-on", type=click.Choice(sorted(LEVELS)), default="error", show_default=True, help="What stops a report."
)
@max_size_option
def command(
    paths: tuple[str, ...], formats: str, folder: str, style: str | None, fail_on: str, max_size: float
) -> None:
    """Make the PDF and the Word file of each report.

    PATHS are reports or folders of reports; `content` where none is named. A report with a mistake in it is left
    out, its earlier files stay, and the others are made.
    """
    world = DiskWorld()
    try:
        world.timestamp()
    except BadSetting as fault:
        raise click.UsageError(str(fault)) from None
    wanted = _formats(formats)
    bounds = limits(max_size)
    jobs = [Job(path, wanted, folder, style, LEVELS[fail_on], bounds) for path in find_reports(world, paths)]
    for one, other, target in clashes(jobs):
        raise click.UsageError(f"{one} and {other} would both be written to {target}; rename one of them")
    told: set[Finding] = set()
    done = []
    try:
        for result in run(world, jobs):
            done.append(result)
            _tell(result, told)
    except KeyboardInterrupt:
        click.echo(f"interrupted; {_count(sum(1 for one in done if one.written), 'report')} made before", err=True)
        raise SystemExit(Exit.INTERRUPTED) from None
    _sum_up(done, folder)
    raise SystemExit(max(one.outcome.exit for one in done))


def _formats(written: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in written.split(",") if part.strip()))
    unknown = [name for name in wanted if name not in names()]
    if unknown or not wanted:
        raise click.UsageError(f"there is no format '{', '.join(unknown)}'; docgen writes {', '.join(names())}")
    return wanted


def _tell(done: Done, told: set[Finding]) -> None:
    outcome = done.outcome
    fresh = [finding for finding in outcome.findings if finding not in told]
    told.update(fresh)
    text = report_text(fresh, {source.path: source for source in outcome.sources})
    click.echo(text, err=True, nl=False)
    if outcome.exit is Exit.DONE:
        pages = f"{_count(outcome.pages, 'page')}  " if outcome.pages is not None else ""
        click.echo(f"{outcome.path}  {pages}{_count(outcome.words, 'word')}  {done.seconds:.2f} s", err=True)
    else:
        click.echo(f"{outcome.path}  not made: {_why(outcome.exit, outcome.findings)}", err=True)


def _why(code: Exit, findings: tuple[Finding, ...]) -> str:
    errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
    return f"{_count(errors or len(findings), 'error' if errors else 'finding')}" if code else ""


def _sum_up(done: list[Done], folder: str) -> None:
    made = [one for one in done if one.outcome.exit is Exit.DONE]
    files = sum(len(one.written) for one in made)
    left = f"; {_count(len(done) - len(made), 'report')} not made" if len(made) < len(done) else ""
    click.echo(f"{_count(len(made), 'report')} made, {_count(files, 'file')} in {folder}{left}", err=True)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
