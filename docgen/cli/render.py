"""`docgen render`: reports to PDF and Word."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from docgen.batch import Done, clashes, run, tidy
from docgen.checks.settling.orders import Orders
from docgen.cli.paths import find_reports, limits, max_size_option
from docgen.cli.progress import FEW, Progress, on_terminal
from docgen.cli.telling import LEVELS, Teller, count, interrupted
from docgen.findings import Severity
from docgen.job import Exit, Job
from docgen.ledger import Ledger
from docgen.world import BadSetting, DiskWorld
from docgen.writers import names, writer

if TYPE_CHECKING:
    from concurrent.futures import Executor

WORTH_IT = 4
"""How many reports a process has to make for its start to be worth while."""


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
@click.option(
    "-j",
    "--jobs",
    "at_once",
    type=click.IntRange(0, 1024),
    default=0,
    show_default="as many as there are cores, fewer for few reports",
    help="How many reports are made at once.",
)
@click.option("--force", is_flag=True, help="Make every report, also where nothing has changed.")
@click.option("--clean", is_flag=True, help="Remove the files that docgen made of reports that are gone.")
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
    at_once: int,
    force: bool,
    clean: bool,
    max_size: float,
) -> None:
    """Make the PDF and the Word file of each report.

    PATHS are reports or folders of reports; `content` where none is named. A report with a mistake in it is left
    out, its earlier files stay, and the others are made.

    With --review, each finding stands in the Word file as a comment on the words it is about. A report with
    mistakes then gets its Word file too, for reviewers; it gets no PDF, and docgen still ends with 1.

    Files are the same, and are told of in the same order, however many are made at once. A report that fails leaves
    the others alone, and docgen ends with the worst exit code. Ctrl-C stops at once and leaves whole files.

    A report is not made again while nothing has changed that its files were made from, nor they themselves: its
    content and pictures, its style, fonts and dictionaries, the other reports of its folder as far as they are
    compared, docgen and the packages it uses, the options. --clean goes by a list in docgen's cache; a file that
    somebody has changed since docgen wrote it stays.

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
    for clash in clashes(jobs):
        raise click.UsageError(clash)
    ledger = Ledger.of(world, folder)
    done = _run(world, jobs, at_once, ledger, force=force)
    removed = ledger.clean() if clean else []
    ledger.keep()
    _sum_up(done, folder, len(removed))
    raise SystemExit(max(one.outcome.exit for one in done))


def _run(world: DiskWorld, jobs: Sequence[Job], at_once: int, ledger: Ledger, *, force: bool) -> list[Done]:
    """Do the jobs, tell of each, and enter its files into the ledger; what became of them."""
    teller = Teller(to_error=True)
    progress = Progress(len(jobs), shown=on_terminal() and len(jobs) > FEW)
    is_told = not (on_terminal() and len(jobs) > FEW)
    done: list[Done] = []
    tidy(world, jobs)
    try:
        with _workers(len(jobs), at_once) as executor:
            for result in run(world, jobs, executor, progress.note, force=force):
                done.append(result)
                ledger.note(result.outcome.path, result.files)
                if result.outcome.findings or is_told:
                    progress.clear()
                teller.tell(result.outcome)
                if result.outcome.exit or is_told:
                    _tell_end(result)
    except KeyboardInterrupt:
        progress.clear()
        tidy(world, jobs)
        ledger.keep()
        raise interrupted(f"interrupted; {count(progress.made, 'report')} made before") from None
    progress.clear()
    return done


def _workers(jobs: int, at_once: int) -> AbstractContextManager[Executor | None]:
    """Processes for so many jobs; none where this one does it all."""
    most = at_once or jobs // WORTH_IT
    if min(most, jobs) < 2:
        return nullcontext()
    from docgen.workers import Workers, cores

    number = min(most, jobs) if at_once else min(most, cores())
    return Workers(number) if number > 1 else nullcontext()


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
        took = "unchanged" if done.unchanged else f"{done.seconds:.2f} s"
        click.echo(f"{outcome.path}  {pages}{count(outcome.words, 'word')}  {took}", err=True)
        return
    errors = sum(1 for finding in outcome.findings if finding.severity is Severity.ERROR)
    why = count(errors, "error") if errors else count(len(outcome.findings), "finding")
    click.echo(f"{outcome.path}  {'for review only' if _is_for_review(done) else 'not made'}: {why}", err=True)


def _is_for_review(done: Done) -> bool:
    return done.outcome.exit is Exit.CONTENT and bool(done.written)


def _sum_up(done: list[Done], folder: str, removed: int) -> None:
    made = [one for one in done if one.outcome.exit is Exit.DONE and not one.unchanged]
    reviewed = [one for one in done if _is_for_review(one)]
    unchanged = sum(1 for one in done if one.outcome.exit is Exit.DONE and one.unchanged)
    lacking = len(done) - len(made) - len(reviewed) - unchanged
    files = sum(len(one.written) for one in (*made, *reviewed) if not one.unchanged)
    left = f"; {count(unchanged, 'report')} unchanged" if unchanged else ""
    left += f"; {count(len(reviewed), 'report')} for review only" if reviewed else ""
    left += f"; {count(lacking, 'report')} not made" if lacking else ""
    left += f"; {count(removed, 'file')} removed" if removed else ""
    click.echo(f"{count(len(made), 'report')} made, {count(files, 'file')} in {folder}{left}", err=True)
