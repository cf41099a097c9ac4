"""From what stands on the command line to reports."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

import click

from docgen.reading.limits import Limits
from docgen.report.files import is_report
from docgen.world import World, join

DEFAULT = "content"

max_size_option = click.option(
    "--max-size",
    type=click.FloatRange(0, 1000, min_open=True),
    default=Limits().bytes / 1_000_000,
    show_default=True,
    help="The largest content file that is read, in MB.",
)


def limits(max_size: float) -> Limits:
    """The limits of a content file of at most `max_size` MB."""
    return replace(Limits(), bytes=round(max_size * 1_000_000))


def find_reports(world: World, paths: Sequence[str]) -> tuple[str, ...]:
    """The reports meant by files and folders; `content/` where nothing is named. Raises `click.UsageError`.

    A folder stands for its `.yaml` and `.yml` files, not those of folders below it, and not `docgen.yaml`.
    """
    if not paths and not world.exists(DEFAULT):
        raise click.UsageError("name a report or a folder; there is no folder 'content' here")
    found: list[str] = []
    for path in paths or (DEFAULT,):
        if not world.exists(path):
            raise click.UsageError(f"{path}: there is no such file or folder")
        names = world.list(path)
        if names or os.path.isdir(path):
            reports = [join(path, name) for name in names if is_report(name) and os.path.isfile(join(path, name))]
            if not reports:
                raise click.UsageError(f"{path}: there is no report (a .yaml file) in this folder")
            found.extend(reports)
        else:
            found.append(path)
    return tuple({os.path.realpath(path): path for path in reversed(found)}.values())[::-1]
