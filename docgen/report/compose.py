"""From a report to its document: the order of parts, and what docgen itself says between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from typing import assert_never, cast

from docgen.document import tree
from docgen.document.block import Running
from docgen.document.kernel import Document, Figure, Group, Heading, Node, Note, Paragraph, Width
from docgen.document.markup import Markup
from docgen.document.references import resolve
from docgen.document.runs import NoteRef, Run, TextRun
from docgen.findings import Finding, Span
from docgen.reading.text import Prose, Title
from docgen.records import dataclass
from docgen.report.byline import byline, enumerate_names, unworded_missions
from docgen.report.describing import describe
from docgen.report.furniture import furnish, masthead_logo
from docgen.report.model import Host, Person, Report, Section
from docgen.report.people import Directory, unresolved_speakers
from docgen.style.model import NotePlace, Part, Style
from docgen.style.roles import Role
from docgen.style.wording import Wording

DEFAULT_LANGUAGE = "en-US"


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and what is wrong with it.

    `dangling` are findings on what points to nothing: labels and people. Where a part of the report could not be read
    they may follow from that alone.
    """

    document: Document
    findings: tuple[Finding, ...]
    dangling: tuple[Finding, ...]


def compose(report: Report, style: Style) -> Composed:
    """Put the parts of a report in the order of the style, with the wording of the report's language."""
    language = report.language.tag if report.language else DEFAULT_LANGUAGE
    unworded = () if style.speaks(language) else (_unworded(report, language, style),)
    wording = style.wording(DEFAULT_LANGUAGE if unworded else language)
    directory = Directory(report)
    builder = _Builder(report, style, wording, directory)
    children = (builder.masthead(), *(builder.section(section, 1) for section in report.sections))
    document = _document(report, language, children, tuple(builder.notes), style, wording)
    resolved = resolve(document, style.wording)
    return Composed(
        resolved.document,
        (*unworded, *unworded_missions(report, wording), *resolved.findings),
        (*unresolved_speakers(report, directory), *resolved.dangling),
    )


def _document(
    report: Report,
    language: str,
    children: tuple[Node, ...],
    notes: tuple[Note, ...],
    style: Style,
    wording: Wording,
) -> Document:
    return Document(
        children=children,
        notes=notes,
        first_page=furnish(style.first_page, style.logo, report, language),
        other_pages=furnish(style.other_pages, style.logo, report, language),
        properties=describe(report, wording),
        span=report.span,
        language=language,
        names=frozenset(word for _, person in report.people for word in person.name.value.split()),
    )


def _unworded(report: Report, language: str, style: Style) -> Finding:
    span = report.language.span if report.language else report.title.span
    known = ", ".join(sorted(style.wordings))
    return Finding.error(span, "unworded-language", f"docgen has no wording for '{language}'", f"it has: {known}")


@dataclass
class _Builder:
    """Lowers the parts of one report; it is the context that blocks lower in."""

    report: Report
    style: Style
    wording: Wording
    directory: Directory
    notes: list[Note] = field(default_factory=list)
    level: int = 0
    bodies: int = 0

    def masthead(self) -> Group:
        """What stands over the columns of the first page, in the order of the style."""
        span = self.report.title.span
        parts = tuple(node for part in self.style.masthead for node in self._part(part))
        return Group(children=parts, span=span, role="masthead", width=Width.PAGE)

    def _part(self, part: Part) -> Iterable[Node]:
        """One part of the masthead; nothing where the report does not have it."""
        report, span = self.report, self.report.title.span
        match part:
            case Part.LOGO:
                yield from masthead_logo(self.style, span)
            case Part.LOGOS:
                yield from self._logos()
            case Part.LABEL:
                if report.label is not None:
                    yield Paragraph(runs=(TextRun(report.label),), span=report.label.span(), role=Role.LABEL)
            case Part.TITLE:
                yield Paragraph(runs=report.title.runs, span=span, role=Role.TITLE)
            case Part.BYLINE:
                yield Paragraph(runs=byline(report, self.wording), span=_place(report), role=Role.BYLINE)
            case Part.DATE:
                date = Prose.generated(report.date.written(self.wording), report.date.span)
                yield self._detail(self.wording.date_label, (TextRun(date),), report.date.span)
            case Part.VENUE:
                if report.venue is not None:
                    yield self._detail(self.wording.location_label, _venue(report), report.venue.span)
            case Part.INTRODUCTION:
                if report.introduction is not None:
                    yield from _in_role(self.body(report.introduction), Role.INTRODUCTION)
            case _:
                assert_never(part)

    def section(self, section: Section, depth: int) -> Group:
        """A section with its heading, its people where the style names them, its text and its sections."""
        level = min(section.level or depth, 6)
        heading = Heading(
            level=level,
            runs=section.heading.runs,
            span=section.heading.span,
            label=section.id.value if section.id else None,
            role=Role.heading(level),
        )
        self.level = level
        parts: list[Node] = [heading, *self._people(section)]
        if section.body is not None:
            parts.extend(self.body(section.body))
        parts.extend(self.section(below, level + 1) for below in section.sections)
        return Group(children=tuple(parts), span=section.span, role="section")

    def body(self, body: Running) -> tuple[Node, ...]:
        """Running text and its blocks."""
        return tuple(
            node
            for part in body.parts
            for node in (self.markup(part) if isinstance(part, Markup) else part.lower(self))
        )

    def markup(self, markup: Markup) -> tuple[Node, ...]:
        """Nodes of Markdown: headings moved below the section's, notes taken into the document."""
        self.bodies += 1
        scope = f"n{self.bodies}."
        at_end = self.style.notes is NotePlace.END
        self.notes.extend(replace(self._scoped(note, scope), id=scope + note.id, end=at_end) for note in markup.notes)
        return tuple(self._scoped(node, scope) for node in markup.nodes)

    def _scoped(self, part: tree.Kind, scope: str) -> tree.Kind:
        """A part of Markdown with its note marks told apart from those of other bodies, and headings lowered."""

        def change(run: Run) -> Run:
            return replace(run, note=scope + run.note) if isinstance(run, NoteRef) else run

        def descend(child: tree.Kind) -> tree.Kind:
            return self._scoped(child, scope)

        part = tree.rebuild_runs(tree.rebuild(part, cast("tree.Change", descend)), change)
        if isinstance(part, Heading):
            level = min(part.level + self.level, 6)
            return replace(part, level=level, role=Role.heading(level))
        return part

    def _logos(self) -> Iterable[Group]:
        """The row of the logos of hosts and partners; nothing where they have none."""
        logos = tuple(self._logo(host) for host in (*self.report.hosts, *self.report.partners) if host.logo)
        if logos:
            yield Group(children=logos, span=self.report.title.span, role="logos", width=Width.PAGE)

    def _logo(self, host: Host) -> Figure:
        emblem = self.wording.emblem.replace("{name}", host.mission.value if host.mission else host.words)
        return Figure(
            picture=host.logo or Title.generated("", host.span),
            alternative=host.alt or Prose.generated(emblem, host.span),
            height=self.style.logo_height,
            span=host.span,
            role="logo",
        )

    def _detail(self, label: str, runs: tuple[Run, ...], span: Span) -> Paragraph:
        head = TextRun(Title.generated(label + self.wording.label_end, span), strong=True)
        return Paragraph(runs=(head, TextRun(Title.generated(" ", span)), *runs), span=span, role=Role.DETAILS)

    def _people(self, section: Section) -> Iterable[Node]:
        if not (self.style.prints_people and section.speakers):
            return
        names: list[tuple[Run, ...]] = []
        for speaker in section.speakers:
            person = self.directory.find(speaker)
            names.append(_addressed(person) if person else (TextRun(speaker),))
        span = section.speakers[0].span()
        yield Paragraph(runs=enumerate_names(names, self.wording, span), span=span, role=Role.BYLINE)


def _in_role(nodes: tuple[Node, ...], role: str) -> tuple[Node, ...]:
    """Nodes whose plain paragraphs play another role."""
    return tuple(
        replace(node, role=role) if isinstance(node, Paragraph) and node.role == Role.BODY else node for node in nodes
    )


def _place(report: Report) -> Span:
    if report.byline is not None:
        return report.byline.span()
    return report.hosts[0].span if report.hosts else report.title.span


def _venue(report: Report) -> tuple[Run, ...]:
    runs: list[Run] = []
    for part in report.venue.parts if report.venue else ():
        if runs:
            runs.append(TextRun(Title.generated(", ", part.span())))
        runs.append(TextRun(part))
    return tuple(runs)


def _addressed(person: Person) -> tuple[Run, ...]:
    if person.title is None:
        return (TextRun(person.name),)
    space = Title.generated("\u00a0", person.name.span())
    return (TextRun(person.title), TextRun(space), TextRun(person.name))
