"""`docgen verify`: whether finished files are sound, and whether everybody can read them."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from docgen.batch import internal_error
from docgen.cli.telling import LEVELS, Teller, count
from docgen.conformance import kind_of, kinds
from docgen.conformance.kind import Kind
from docgen.findings import Finding, Severity, Span, worst
from docgen.job import Exit, Outcome
from docgen.world import DiskWorld, Unreachable, World, join

_NOT_FILES = (".", "~$")  # hidden, or what Word writes while a file is open


@click.command("verify", short_help="Say whether finished files are sound and accessible.")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--in-review", is_flag=True, help="The files go round: comments and tracked changes belong to them.")
@click.option(
    "--fail-on", type=click.Choice(sorted(LEVELS)), default="warning", show_default=True, help="What exits with 1."
)
def command(paths: tuple[str, ...], in_review: bool, fail_on: str) -> None:
    """Say whether finished files are sound, and whether everybody can read them.

    PATHS are Word files (.docx), whoever made them, or folders of such. Findings are placed in the words of the file:
    `report.docx/word/document.xml:12:1` is its twelfth paragraph. Nothing is written.
    """
    world = DiskWorld()
    files = _find_files(world, paths)
    teller = Teller(to_error=False)
    codes = []
    for path, kind in files:
        outcome = _verified(world, path, kind, LEVELS[fail_on], in_review=in_review)
        teller.tell(outcome)
        codes.append(outcome.exit)
    click.echo(f"{count(len(files), 'file')} verified: {len(teller.told) or 'nothing'} found", err=True)
    raise SystemExit(max(codes))


def _find_files(world: World, paths: Sequence[str]) -> tuple[tuple[str, Kind], ...]:
    """The files meant by files and folders, each with its kind. Raises `click.UsageError`."""
    known = ", ".join(f"{kind.name}s ({', '.join(kind.extensions)})" for kind in kinds())
    found: dict[str, tuple[str, Kind]] = {}
    for path in paths:
        if not world.exists(path):
            raise click.UsageError(f"{path}: there is no such file or folder")
        if os.path.isdir(path):
            inside = [join(path, name) for name in world.list(path) if not name.startswith(_NOT_FILES)]
            meant = [(one, kind) for one in inside if (kind := kind_of(one))]
            if not meant:
                raise click.UsageError(f"{path}: there is no file in this folder that docgen verifies: {known}")
        elif kind := kind_of(path):
            meant = [(path, kind)]
        else:
            raise click.UsageError(f"{path}: docgen verifies {known}, and this is none by its name")
        for one, kind in meant:
            found.setdefault(os.path.realpath(one), (one, kind))
    return tuple(found.values())


def _verified(world: World, path: str, kind: Kind, fail_on: Severity, *, in_review: bool) -> Outcome:
    """What became of one file; a fault of docgen itself is a finding of it, and the rest goes on."""
    try:
        examined = kind.examine(path, world.read(path), in_review=in_review)
    except Unreachable as error:
        finding = Finding.error(Span(path, 0, 0), "unreadable-file", error.reason.value)
        return Outcome(path, Exit.CONTENT, (finding,))
    except Exception as fault:
        return Outcome(path, Exit.INTERNAL, (internal_error(world, path, fault),))
    gravest = worst(examined.findings)
    exit_code = Exit.CONTENT if gravest is not None and gravest >= fail_on else Exit.DONE
    return Outcome(path, exit_code, examined.findings, examined.sources)
