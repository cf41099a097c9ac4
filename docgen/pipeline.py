"""The whole flow on one screen: from a path to findings, and to the files of a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.checks.folder import Folders, read_vocabulary
from docgen.checks.proofreading import proofread
from docgen.checks.spelling.shelf import find_dictionary, known_words
from docgen.checks.subject import Subject
from docgen.document.coverage import unprintable
from docgen.document.illustrations import read_pictures, with_placeholders
from docgen.document.kernel import Document
from docgen.document.reproduction import coarse_pictures
from docgen.document.words import count_words, refers_to_pages
from docgen.findings import Finding, Severity, Span, in_order, worst
from docgen.job import Exit, Job, Outcome
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.report.compose import compose
from docgen.report.model import StyleChoice
from docgen.report.reading import Reading, read_report
from docgen.report.review import judge_reviews
from docgen.style.adapting import adapt
from docgen.style.loading import load_style
from docgen.style.model import Style
from docgen.style.pictures import Pictures
from docgen.world import World, folder_of, join, name_of, report_moment

if TYPE_CHECKING:
    from docgen.layout.page import Pages
    from docgen.writers.writer import Attachment, Edition

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
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a report, what it was prepared to, and what its files were written from, where there are any."""

    outcome: Outcome
    prepared: Prepared
    edition: Edition | None = None


def check(world: World, job: Job, folders: Folders | None = None) -> Outcome:
    """Read, compose and check a report; nothing is laid out or written."""
    prepared = proofed(world, prepare(world, job), job, folders or Folders(world))
    words = count_words(prepared.document) if prepared.document else 0
    return Outcome(job.path, _exit(prepared, job.fail_on), in_order(prepared.findings), prepared.sources, words=words)


def render(world: World, job: Job, folders: Folders | None = None) -> Outcome:
    """Everything from a path to the bytes of each wanted file."""
    return publish(world, job, folders).outcome


def publish(world: World, job: Job, folders: Folders | None = None) -> Published:
    """What `render` does, and what the files were written from."""
    from docgen.layout import lay_out  # here, because checking needs neither layout nor writers, and they load slowly
    from docgen.layout.strain import broken_words
    from docgen.writers import writer
    from docgen.writers.writer import Edition, Review

    prepared = proofed(world, prepare(world, job), job, folders or Folders(world))
    found, sources = in_order(prepared.findings), prepared.sources
    document, style, pictures = prepared.document, prepared.style, prepared.pictures
    stopped = _exit(prepared, job.fail_on)
    reviewed = job.review and stopped is Exit.CONTENT
    if not (stopped is Exit.DONE or reviewed) or document is None or style is None or pictures is None:
        return Published(Outcome(job.path, stopped, found, sources), prepared)
    writers = [one for one in map(writer, job.formats) if one.shows_review or not reviewed]
    document = with_placeholders(document, pictures) if reviewed else document
    placed = refers_to_pages(document) or any(one.needs_pages for one in writers)
    pages = lay_out(document, style, pictures) if placed else None
    if pages is not None:
        found = in_order((*found, *broken_words(document, pages)))
    moment = report_moment(world.timestamp(), document.properties.date)
    origin = prepared.reading.sources if prepared.reading else ()
    review = Review(found, sources) if job.review and found else None
    edition = Edition(document, style, pictures, moment, pages, world.cache(), origin, review, compact=job.compact)
    if job.attach:
        edition = replace(edition, attachments=_attachments(edition, name_of(job.path)))
    files = tuple((output_path(job, one.extension), one.write(edition)) for one in writers)
    outcome = Outcome(job.path, stopped, found, sources, files, _count(pages), count_words(document))
    return Published(outcome, prepared, edition)


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
    reviewed = report.reviewed if reading.has_all_texts and not illustrated.findings else None
    findings = (
        *reading.findings,
        *loaded.findings,
        *composed.findings,
        *(composed.dangling if reading.has_all_texts else ()),
        *illustrated.findings,
        *unprintable(composed.document, style),
        *coarse_pictures(illustrated.document, style, illustrated.pictures),
        *judge_reviews(reviewed, illustrated.document, illustrated.pictures),
    )
    document, pictures = illustrated.document, illustrated.pictures
    return Prepared(findings, sources, loaded.style is None, document, style, pictures, reading)


def proofed(world: World, prepared: Prepared, job: Job, folders: Folders) -> Prepared:
    """A prepared report with what the rules find in it; where part of its text is lost, nothing is said of the rest."""
    reading, document = prepared.reading, prepared.document
    if job.orders.skip or document is None or reading is None or reading.report is None or not reading.has_all_texts:
        return prepared
    styles = [source.path for source in prepared.sources if source not in reading.sources]
    words = read_vocabulary(world, job.path, styles)
    sources = {source.path: source for source in reading.sources}
    sisters = folders.sisters(job.path, job.limits)
    dictionary = find_dictionary(world, document.language, map(folder_of, styles))
    subject = Subject(reading.report, document, reading.root, sources, words.vocabulary, sisters, dictionary)
    with known_words(dictionary, world.cache(), job.path):
        findings = (*prepared.findings, *words.findings, *proofread(subject, job.orders))
    return replace(prepared, findings=findings, sources=(*prepared.sources, *words.sources))


def _wanted(choice: StyleChoice | None, job: Job) -> tuple[str, Span]:
    """The name of the style, and where it was asked for: on the command line, in the report, or nowhere."""
    if job.style:
        return job.style, Span("--style", 0, 0)
    if choice and choice.name:
        return choice.name.value, choice.name.span()
    return DEFAULT_STYLE, Span(job.path, 0, 0)


def _attachments(edition: Edition, name: str) -> tuple[Attachment, ...]:
    """What the report was made from, its folder's shared file too, and what it can be worked on in."""
    from docgen.writers import writer
    from docgen.writers.docx.origin import file_names
    from docgen.writers.writer import WORD_TYPE, Attachment, Relationship, source_type

    docx, wording = writer("docx"), edition.style.wording(edition.document.language)
    sources = (
        Attachment(name, source.data, source_type(name), Relationship.SOURCE, wording.attached_source)
        for name, source in zip(file_names(edition.origin), edition.origin, strict=True)
    )
    word = name + docx.extension, docx.write(replace(edition, review=None))
    return (*sources, Attachment(*word, WORD_TYPE, Relationship.ALTERNATIVE, wording.attached_word))


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
