"""`docgen headings`: how a folder's reports word their headings, as a proposal for docgen.yaml."""

from __future__ import annotations

import click

from docgen.checks.folder import Folders
from docgen.checks.mending.editing import as_value
from docgen.checks.wordings import Proposal, proposals
from docgen.cli.paths import find_reports, limits, max_size_option
from docgen.world import DiskWorld, folder_of


@click.command("headings", short_help="Propose the wording of headings for docgen.yaml.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@max_size_option
def command(paths: tuple[str, ...], max_size: float) -> None:
    """Propose the wording of headings for docgen.yaml, from the reports of a folder.

    PATHS are reports or folders of reports; `content` where none is named. What is printed can be put into the
    folder's docgen.yaml, where it settles how the heading of each kind of section is worded; nothing is written.
    """
    world = DiskWorld()
    folders = Folders(world)
    for folder in dict.fromkeys(folder_of(path) for path in find_reports(world, paths)):
        found = proposals(folders.reports(folder, limits(max_size)))
        if found:
            click.echo(f"headings:  # for {folder}/docgen.yaml")
            click.echo("".join(_lines(one) for one in found), nl=False)
        else:
            click.echo(f"{folder}: no two reports have a section of the same kind", err=True)


def _lines(proposal: Proposal) -> str:
    wording = as_value(proposal.wording)
    others = [(words, files) for words, files in proposal.files if words != proposal.wording]
    rest = "".join(f'    # "{words}" in {", ".join(files)}\n' for words, files in others)
    return f"  {proposal.kind.value}: {wording}\n{rest}"
