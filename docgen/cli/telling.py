"""How commands tell what they found and did: each finding once, in words any terminal can show."""

from __future__ import annotations

import os
import sys
from dataclasses import field

import click

from docgen.findings import Finding, Severity
from docgen.job import Exit, Outcome
from docgen.records import dataclass
from docgen.reporters.text import COLOURED, PLAIN, report_text

LEVELS = {severity.label: severity for severity in Severity}

MOST_TOLD = 200
"""How many findings of one file are shown; a file with more is best mended from the top."""


@dataclass
class Teller:
    """Tells the findings of one outcome after another; those of a file they share only once."""

    to_error: bool
    told: set[Finding] = field(default_factory=set)

    def tell(self, outcome: Outcome) -> None:
        """Show what was found in a report and not told before."""
        fresh = [finding for finding in outcome.findings if finding not in self.told]
        self.told.update(fresh)
        sources = {source.path: source for source in outcome.sources}
        paint = COLOURED if shows_colours(to_error=self.to_error) else PLAIN
        click.echo(report_text(fresh[:MOST_TOLD], sources, paint), err=self.to_error, nl=False)
        if len(fresh) > MOST_TOLD:
            more = count(len(fresh) - MOST_TOLD, "finding")
            click.echo(f"{outcome.path}: {more} more; mend these first", err=self.to_error)


def count(number: int, noun: str, several: str = "") -> str:
    """A number with its noun: `1 page`, `2,035 words`; `several` is a plural that has more than an s."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"


def shows_colours(*, to_error: bool) -> bool:
    """Whether findings are told in colours: on a terminal, unless its user wants none (no-color.org)."""
    stream = sys.stderr if to_error else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show_anything() -> None:
    """Let output that the terminal's encoding lacks a character for show `?` there rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def interrupted(said: str = "interrupted") -> SystemExit:
    """The end of a run that its user stopped."""
    click.echo(said, err=True)
    return SystemExit(Exit.INTERRUPTED)
