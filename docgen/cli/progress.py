"""How far a batch is, on one line of the terminal that is written over; in a pipe or a log there is none of it."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import deque
from collections.abc import Callable

import click

from docgen.batch import Done
from docgen.cli.telling import count

FEW = 8
"""A batch of up to so many reports is over before anybody wonders."""

_LATELY = 50
"""From how many of the last reports the time left is reckoned: unchanged ones are quick, and often come in a row."""

_SOONEST_S = 0.1
"""How soon after the last time the line is written again."""


class Progress:
    """The line for a batch of `total` reports; `clock` tells seconds."""

    def __init__(self, total: int, *, shown: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self.made = 0
        self._total, self._shown, self._clock = total, shown, clock
        self._done = self._lacking = self._findings = 0
        self._written, self._last = "", float("-inf")
        self._moments = deque([clock()], _LATELY)

    def note(self, done: Done) -> None:
        """One report more is done."""
        self._done += 1
        self.made += bool(done.written) and not done.unchanged
        self._lacking += bool(done.outcome.exit)
        self._findings += len(done.outcome.findings)
        now = self._clock()
        self._moments.append(now)
        if self._shown and (now - self._last >= _SOONEST_S or self._done == self._total):
            self._last = now
            self._write(self.line()[: shutil.get_terminal_size().columns - 1])

    def clear(self) -> None:
        """Take the line away, so that something else can be told."""
        if self._written:
            self._write("")
            click.echo("\r", err=True, nl=False)
            self._last = float("-inf")

    def line(self) -> str:
        """What is done, what was found, and how long it may take yet."""
        parts = [f"{self._done:,} of {count(self._total, 'report')}"]
        parts += [f"{self._lacking:,} not made"] if self._lacking else []
        parts += [count(self._findings, "finding")] if self._findings else []
        left = self._total - self._done
        if left and len(self._moments) > 1:
            took = self._moments[-1] - self._moments[0]
            parts.append(f"{_spoken(took / (len(self._moments) - 1) * left)} left")
        return ", ".join(parts)

    def _write(self, line: str) -> None:
        click.echo(f"\r{line.ljust(len(self._written))}", err=True, nl=False)
        self._written = line


def on_terminal() -> bool:
    """Whether what is told goes to a terminal on which a line can be written over."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _spoken(seconds: float) -> str:
    """A time in words, to the second or the minute: `40 s`, `3 min`, `2 h 5 min`."""
    if seconds < 59.5:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
