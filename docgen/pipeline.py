"""The whole flow on one screen: from a path to findings, and to the files of a report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from docgen.document.coverage import unprintable
from docgen.document.illustrations import read_pictures
from docgen.document.kernel import Document
from docgen.document.words import count_words
from docgen.findings import Finding, Severity, Span, in_order, worst
from docgen.layout import lay_out
from docgen.layout.page import Pages
from docgen.reading.nodes import Limits
from docgen.reading.text import Source
from docgen.report.compose import compose
from docgen.report.model import StyleChoice
from docgen.report.reading import read_report
from docgen.style.adapting import adapt
from docgen.style.loading import load_style
from docgen.style.model import Style
from docgen.style.pictures import Pictures
from docgen.world import World, folder_of, join, name_of, report_moment
from docgen.writers import writer
from docgen.writers.writer import Edition

DEFAULT_STYLE = "classic"
USUAL_LIMITS = Limits()
ABOUT_OTHERS = frozenset({"unknown-label", "unresolved-person"})
"""Findings that may only follow from a part of the report that could not be read."""


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
    place of the report's own; findings of `fail_on` and graver stop it; `limits` bound what is read.
    """

    path: str
    formats: tuple[str, ...] = ("pdf", "docx")
    folder: str = "output"
    style: str | None = None
    fail_on: Severity = Severity.ERROR
    limits: Limits = USUAL_LIMITS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report. `files` are what shall be written, by path; empty where anything stood in the way."""

    path: str
    exit: Exit
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    pages: int | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report as far as checks and writers share the way; a part is None where findings stand in its way."""

    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    environment: bool = False
    document: Document | None = None
    style: Style | None = None
    pictures: Pictures | None = None


def check(world: World, job: Job) -> Outcome:
    """Read, compose and check a report; nothing is laid out or written."""
    prepared = prepare(world, job)
    words = count_words(prepared.document) if prepared.document else 0
    return Outcome(job.path, _exit(prepared, job.fail_on), in_order(prepared.findings), prepared.sources, words=words)


def render(world: World, job: Job) -> Outcome:
    """Everything from a path to the bytes of each wanted file."""
    prepared = prepare(world, job)
    found, sources = in_order(prepared.findings), prepared.sources
    document, style, pictures = prepared.document, prepared.style, prepared.pictures
    stopped = _exit(prepared, job.fail_on)
    if stopped is not Exit.DONE or document is None or style is None or pictures is None:
        return Outcome(job.path, stopped, found, sources)
    writers = [writer(name) for name in job.formats]
    pages = lay_out(document, style, pictures) if any(one.needs_pages for one in writers) else None
    edition = Edition(document, style, pictures, report_moment(world.timestamp(), document.properties.date), pages)
    files = tuple((output_path(job, one.extension), one.write(edition)) for one in writers)
    return Outcome(job.path, Exit.DONE, found, sources, files, _count(pages), count_words(document))


def prepare(world: World, job: Job) -> Prepared:
    """Read a report, load its style, compose its document, read its pictures; collect every finding on the way."""
    reading = read_report(world, job.path, job.limits)
    if reading.report is None:
        return Prepared(reading.findings, reading.sources)
    report = reading.report
    choice = report.style
    name, asked = _wanted(choice, job)
    loaded = load_style(world, name, folder_of(job.path), asked)
    sources = (*reading.sources, *loaded.sources)
    if loaded.style is None:
        return Prepared((*reading.findings, *loaded.findings), sources, environment=True)
    style = adapt(loaded.style, choice.paper, choice.text) if choice else loaded.style
    composed = compose(report, style)
    if reading.lost:
        composed = replace(composed, findings=tuple(f for f in composed.findings if f.code not in ABOUT_OTHERS))
    pictures, missing = read_pictures(world, composed.document, folder_of(job.path))
    findings = (
        *reading.findings,
        *composed.findings,
        *missing,
        *unprintable(composed.document, style),
    )
    return Prepared(findings, sources, False, composed.document, style, pictures)


def _wanted(choice: StyleChoice | None, job: Job) -> tuple[str, Span]:
    """The name of the style, and where it was asked for: on the command line, in the report, or nowhere."""
    if job.style:
        return job.style, Span("--style", 0, 0)
    if choice and choice.name:
        return choice.name.value, choice.name.span()
    return DEFAULT_STYLE, Span(job.path, 0, 0)


def output_path(job: Job, extension: str) -> str:
    """Where the file of one format goes: the report's name in the job's folder."""
    return join(job.folder, name_of(job.path) + extension)


def _exit(prepared: Prepared, fail_on: Severity) -> Exit:
    if prepared.environment:
        return Exit.ENVIRONMENT
    gravest = worst(prepared.findings)
    if prepared.document is None or (gravest is not None and gravest >= fail_on):
        return Exit.CONTENT
    return Exit.DONE


def _count(pages: Pages | None) -> int | None:
    return len(pages.pages) if pages is not None else None
