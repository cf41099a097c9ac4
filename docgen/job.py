"""What docgen is asked to do with a report, and what becomes of it."""

from __future__ import annotations

from enum import IntEnum

from docgen.checks.settling.orders import Orders
from docgen.findings import Finding, Severity
from docgen.reading.limits import Limits
from docgen.reading.text import Source
from docgen.records import dataclass

USUAL_LIMITS = Limits()
USUAL_ORDERS = Orders()


class Exit(IntEnum):
    """What a run tells the shell; of several the worst counts, the greatest number."""

    DONE = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3
    INTERNAL = 4
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Job:
    """One report to check or render.

    `path` is where it stands; `formats` and `folder` say which files are wanted and where; `style` names a style in
    place of the report's own; findings of `fail_on` and graver stop it; `limits` bound what is read. `review` puts the
    findings into the formats that can show them, which are then made in spite of them. `orders` are on its rules.
    `attach` puts the sources and the Word file into the PDF, `compact` makes that as small as can be.
    `verify` looks at every file before it is written.
    """

    path: str
    formats: tuple[str, ...] = ("pdf", "docx")
    folder: str = "output"
    style: str | None = None
    fail_on: Severity = Severity.ERROR
    limits: Limits = USUAL_LIMITS
    review: bool = False
    orders: Orders = USUAL_ORDERS
    attach: bool = False
    compact: bool = False
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report. `files` are what shall be written, by path; empty where anything stood in the way.

    With an exit of `CONTENT` they are for reviewers only.
    """

    path: str
    exit: Exit
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    pages: int | None = None
    words: int = 0
