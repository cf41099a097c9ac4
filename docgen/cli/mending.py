"""Fixes on the command line: made in a draft, then shown or written."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click

from docgen.batch import mended
from docgen.checks.mending.fixing import Draft
from docgen.cli.telling import count
from docgen.job import Exit, Job
from docgen.reporters.run import slashed
from docgen.world import Unreachable, World


def mend(world: World, jobs: Iterable[Job], *, unsafe: bool) -> tuple[Draft, int]:
    """The fixes of each report in turn, each in what those before it left; and how many there were."""
    draft, made = Draft(world), 0
    for job in jobs:
        done = mended(draft, job, unsafe=unsafe)
        draft.changed.update(done.files)
        made += done.fixes
    return draft, made


def show(draft: Draft, made: int) -> Exit:
    """Print what would change, as a unified diff; it counts as something that is wrong."""
    for path, data in sorted(draft.changed.items()):
        before, after = _lines(draft.world.read(path)), _lines(data)
        name = slashed(path)
        for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
            click.echo(line.rstrip("\r\n") if line.endswith("\n") else f"{line}\n\\ No newline at end of file")
    click.echo(f"{count(made, 'fix', 'fixes')} in {count(len(draft.changed), 'file')}; nothing is written", err=True)
    return Exit.CONTENT if draft.changed else Exit.DONE


def write(world: World, path: str, data: bytes) -> None:
    """Write a file. Ends the command where that cannot be done."""
    try:
        world.write(path, data)
    except Unreachable as error:
        click.echo(f"{path} could not be written: {error.reason.value}", err=True)
        raise SystemExit(Exit.ENVIRONMENT) from None


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").splitlines(keepends=True)
