"""`docgen check`: what is wrong with reports, and where; and fixing it."""

from __future__ import annotations

from dataclasses import replace

import click

from docgen.batch import checked
from docgen.checks.folder import Folders
from docgen.checks.settling.orders import ALL, DEFAULT, Orders
from docgen.cli.orders import ignore_option, rule_names, select_option
from docgen.cli.paths import find_reports, limits, max_size_option
from docgen.cli.telling import LEVELS, Teller, count
from docgen.findings import Safety, Severity, worst
from docgen.job import Exit, Job, Outcome
from docgen.reporters import FORMS, reporter
from docgen.reporters.run import Run
from docgen.world import DiskWorld


@click.command("check", short_help="Say what is wrong with each report, and where; mend it.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--style", help="A style by name, in place of the one the reports ask for.")
@click.option(
    "--fail-on", type=click.Choice(sorted(LEVELS)), default="warning", show_default=True, help="What exits with 1."
)
@select_option
@ignore_option
@click.option("--fix", "fixes", is_flag=True, help="Mend what can be mended without changing what a report says.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Mend also where somebody has to look at it afterwards.")
@click.option("--diff", is_flag=True, help="Only show what would be mended; write nothing.")
@click.option("--accept", "accepts", is_flag=True, help="Add the unknown words to words.txt beside the reports.")
@click.option("--baseline", metavar="FILE", help="Tell only what FILE does not hold; where there is none, write it.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default=FORMS[0], show_default=True, help="How findings are told."
)
@max_size_option
def command(
    paths: tuple[str, ...],
    style: str | None,
    fail_on: str,
    select: str,
    ignore: str,
    fixes: bool,
    unsafe: bool,
    diff: bool,
    accepts: bool,
    baseline: str | None,
    form: str,
    max_size: float,
) -> None:
    """Say what is wrong with each report, and where.

    PATHS are reports or folders of reports; `content` where none is named. Nothing is written, but for what --fix,
    --unsafe-fixes, --accept and --baseline ask for. `docgen rule` lists the rules.

    A single report is told of wherever it is checked from: rules that hold reports against each other look at all
    reports of a folder, whichever are named.
    """
    world = DiskWorld()
    orders = Orders(rule_names(select, DEFAULT, ALL), rule_names(ignore))
    level, bounds = LEVELS[fail_on], limits(max_size)
    jobs = [Job(path, style=style, fail_on=level, limits=bounds, orders=orders) for path in find_reports(world, paths)]
    made = 0
    if fixes or unsafe or diff:
        from docgen.cli.mending import mend, show, write

        draft, made = mend(world, jobs, unsafe=unsafe)
        if diff:
            raise SystemExit(show(draft, made))
        for changed, data in draft.changed.items():
            write(world, changed, data)
    folders = Folders(world)
    outcomes = [checked(world, job, folders) for job in jobs]
    if accepts:
        from docgen.cli.settling import accept

        outcomes = accept(world, outcomes)
    if baseline is not None:
        from docgen.cli.settling import compare

        outcomes = compare(world, outcomes, baseline)
    outcomes = [_judge(outcome, level) for outcome in outcomes]
    _tell(outcomes, form, made)
    raise SystemExit(max(outcome.exit for outcome in outcomes))


def _judge(outcome: Outcome, level: Severity) -> Outcome:
    """An outcome whose exit follows from the findings that are left."""
    gravest = worst(outcome.findings)
    is_bad = gravest is not None and gravest >= level
    return outcome if is_bad or outcome.exit is not Exit.CONTENT else replace(outcome, exit=Exit.DONE)


def _tell(outcomes: list[Outcome], form: str, made: int) -> None:
    run = Run(tuple(outcomes))
    if form != FORMS[0]:
        click.echo(reporter(form)(run), nl=False)
        return
    teller = Teller(to_error=False)
    for outcome in outcomes:
        teller.tell(outcome)
    safe, unsafe = (
        sum(1 for finding in teller.told if finding.fix and finding.fix.safety is safety)
        for safety in (Safety.SAFE, Safety.UNSAFE)
    )
    parts = [f"{count(len(outcomes), 'report')} checked: {len(teller.told) or 'nothing'} found"]
    parts += [f"{count(made, 'fix', 'fixes')} made"] if made else []
    parts += [f"--fix mends {safe} of them"] if safe else []
    parts += [f"--unsafe-fixes mends {unsafe}{' more' if safe else ' of them'}"] if unsafe else []
    click.echo("; ".join(parts), err=True)
