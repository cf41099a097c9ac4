"""How commands tell what they found and did: each finding once, in words any terminal can show."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

import click

from docgen.findings import Finding, Severity
from docgen.job import Exit, Outcome
from docgen.reporters.text import report_text

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
        click.echo(report_text(fresh[:MOST_TOLD], sources), err=self.to_error, nl=False)
        if len(fresh) > MOST_TOLD:
            more = count(len(fresh) - MOST_TOLD, "finding")
            click.echo(f"{outcome.path}: {more} more; mend these first", err=self.to_error)


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 page`, `2,035 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


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
