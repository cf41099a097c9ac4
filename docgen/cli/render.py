"""`docgen render`: reports to PDF and Word."""

from __future__ import annotations

import click

from docgen.batch import Done, clashes, run
from docgen.checks.settling.orders import Orders
from docgen.cli.paths import find_reports, limits, max_size_option
from docgen.cli.telling import LEVELS, Teller, count, interrupted
from docgen.findings import Severity
from docgen.job import Exit, Job
from docgen.world import BadSetting, DiskWorld
from docgen.writers import names, writer


@click.command("render", short_help="Make the PDF and the Word file of each report.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--to", "formats", default="pdf,docx", show_default=True, help="Formats, with commas between them.")
@click.option("-o", "--output", "folder", default="output", show_default=True, help="Folder for the files.")
@click.option("--style", help="A style by name, in place of the one the reports ask for.")
@click.option(
    "--fail-on", type=click.Choice(sorted(LEVELS)), default="error", show_default=True, help="What stops a report."
)
@click.option(
    "--review", is_flag=True, help="Put what was found into the Word file as comments; make it in spite of mistakes."
)
@click.option(
    "--no-check", is_flag=True, help="Do not proof-read; mistakes that keep a report from being read stay so."
)
@click.option(
    "--attach", is_flag=True, help="Put the YAML files (the report's, its docgen.yaml) and the Word file into the PDF."
)
@click.option(
    "--verify", is_flag=True, help="Look at every file before it is written, and write none that is not sound."
)
@click.option("--compact", is_flag=True, help="Make the PDF smaller, and the first page of it show first on the web.")
@max_size_option
def command(
    paths: tuple[str, ...],
    formats: str,
    folder: str,
    style: str | None,
    fail_on: str,
    review: bool,
    no_check: bool,
    attach: bool,
    compact: bool,
    verify: bool,
    max_size: float,
) -> None:
    """Make the PDF and the Word file of each report.

    PATHS are reports or folders of reports; `content` where none is named. A report with a mistake in it is left
    out, its earlier files stay, and the others are made.

    With --review, each finding stands in the Word file as a comment on the words it is about. A report with
    mistakes then gets its Word file too, for reviewers; it gets no PDF, and docgen still ends with 1.

    With --attach, whoever has the PDF has all the text that the report was made from, comments in the YAML files
    included; it is a PDF/A-3a then, and without attachments a PDF/A-2a.
    """
    world = DiskWorld()
    try:
        world.timestamp()
    except BadSetting as fault:
        raise click.UsageError(str(fault)) from None
    wanted = _formats(formats)
    if review and not any(writer(name).shows_review for name in wanted):
        raise click.UsageError("--review needs the Word file; add docx to --to")
    for option, asked in (("--attach", attach), ("--compact", compact)):
        if asked and "pdf" not in wanted:
            raise click.UsageError(f"{option} needs the PDF; add pdf to --to")
    bounds = limits(max_size)
    orders = Orders(skip=no_check)
    jobs = [
        Job(path, wanted, folder, style, LEVELS[fail_on], bounds, review, orders, attach, compact, verify)
        for path in find_reports(world, paths)
    ]
    for one, other, target in clashes(jobs):
        raise click.UsageError(f"{one} and {other} would both be written to {target}; rename one of them")
    teller = Teller(to_error=True)
    done: list[Done] = []
    try:
        for result in run(world, jobs):
            done.append(result)
            teller.tell(result.outcome)
            _tell_end(result)
    except KeyboardInterrupt:
        made = count(sum(1 for one in done if one.written), "report")
        raise interrupted(f"interrupted; {made} made before") from None
    _sum_up(done, folder)
    raise SystemExit(max(one.outcome.exit for one in done))


def _formats(written: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in written.split(",") if part.strip()))
    unknown = [name for name in wanted if name not in names()]
    if unknown or not wanted:
        raise click.UsageError(f"there is no format '{', '.join(unknown)}'; docgen writes {', '.join(names())}")
    return wanted


def _tell_end(done: Done) -> None:
    """A line for what became of one report."""
    outcome = done.outcome
    if outcome.exit is Exit.DONE:
        pages = f"{count(outcome.pages, 'page')}  " if outcome.pages is not None else ""
        click.echo(f"{outcome.path}  {pages}{count(outcome.words, 'word')}  {done.seconds:.2f} s", err=True)
        return
    errors = sum(1 for finding in outcome.findings if finding.severity is Severity.ERROR)
    why = count(errors, "error") if errors else count(len(outcome.findings), "finding")
    click.echo(f"{outcome.path}  {'for review only' if _is_for_review(done) else 'not made'}: {why}", err=True)


def _is_for_review(done: Done) -> bool:
    return done.outcome.exit is Exit.CONTENT and bool(done.written)


def _sum_up(done: list[Done], folder: str) -> None:
    made = [one for one in done if one.outcome.exit is Exit.DONE]
    reviewed = [one for one in done if _is_for_review(one)]
    lacking = len(done) - len(made) - len(reviewed)
    files = sum(len(one.written) for one in (*made, *reviewed))
    left = f"; {count(len(reviewed), 'report')} for review only" if reviewed else ""
    left += f"; {count(lacking, 'report')} not made" if lacking else ""
    click.echo(f"{count(len(made), 'report')} made, {count(files, 'file')} in {folder}{left}", err=True)
