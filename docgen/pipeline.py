"""The whole flow on one screen: from a path to findings, and to the files of a report."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.document.coverage import unprintable
from docgen.document.illustrations import read_pictures
from docgen.document.kernel import Document
from docgen.document.words import count_words, refers_to_pages
from docgen.findings import Finding, Severity, Span, in_order, worst
from docgen.job import Exit, Job, Outcome
from docgen.layout import lay_out
from docgen.layout.page import Pages
from docgen.layout.strain import broken_words
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
    placed = refers_to_pages(document) or any(one.needs_pages for one in writers)
    pages = lay_out(document, style, pictures) if placed else None
    if pages is not None:
        found = in_order((*found, *broken_words(document, pages)))
    moment = report_moment(world.timestamp(), document.properties.date)
    edition = Edition(document, style, pictures, moment, pages, world.cache())
    files = tuple((output_path(job, one.extension), one.write(edition)) for one in writers)
    return Outcome(job.path, Exit.DONE, found, sources, files, _count(pages), count_words(document))


def prepare(world: World, job: Job) -> Prepared:
    """Read a report, load its style, compose its document, read its pictures; collect every finding on the way.

    Where the style cannot be loaded the usual one stands in, so that the report is looked at all the same.
    """
    reading = read_report(world, job.path, job.limits)
    if reading.report is None:
        return Prepared(reading.findings, reading.sources)
    report = reading.report
    choice = report.style
    name, asked = _wanted(choice, job)
    loaded = load_style(world, name, folder_of(job.path), asked)
    sources = (*reading.sources, *loaded.sources)
    style = loaded.style or load_style(world, DEFAULT_STYLE, folder_of(job.path), asked).style
    if style is None:
        return Prepared((*reading.findings, *loaded.findings), sources, environment=True)
    style = adapt(style, choice.paper, choice.text) if choice else style
    composed = compose(report, style)
    illustrated = read_pictures(world, composed.document, folder_of(job.path), style.family)
    findings = (
        *reading.findings,
        *loaded.findings,
        *composed.findings,
        *(composed.dangling if reading.has_all_texts else ()),
        *illustrated.findings,
        *unprintable(composed.document, style),
    )
    return Prepared(findings, sources, loaded.style is None, illustrated.document, style, illustrated.pictures)


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
