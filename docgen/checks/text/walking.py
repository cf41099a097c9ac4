"""From a composed document to its passages, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from docgen.checks.text.passage import Mark, Passage, Place
from docgen.document import tree
from docgen.document.kernel import Cell, Document, Figure, Group, Heading, Item, Note, Paragraph, Quote, Table
from docgen.document.runs import LineBreak, Link, Ref, Run, TextRun
from docgen.findings import Span
from docgen.reading.text import Text
from docgen.records import dataclass
from docgen.report.model import Report, Section, walk_sections
from docgen.style.roles import Role

_PLACES = {
    Role.TITLE: Place.TITLE,
    Role.LABEL: Place.LABEL,
    Role.BYLINE: Place.BYLINE,
    Role.INTRODUCTION: Place.INTRODUCTION,
    Role.TABLE_NOTE: Place.CAPTION,
    Role.PANEL_HEADING: Place.LABEL,
}


def passages_of(document: Document, report: Report) -> tuple[Passage, ...]:
    """The passages of a document, its notes at the end, and what is said of people behind them."""
    walk = _Walk(document.language, {section.span: section for section in walk_sections(report.sections)})
    return (*walk.passages(document, Place.BODY, None), *_declared(report, document.language))


def _declared(report: Report, language: str) -> Iterator[Passage]:
    for _, person in report.people:
        if person.position is not None:
            yield Passage(person.position, Place.DECLARED, language)


@dataclass(frozen=True)
class _Walk:
    """One walk. `sections` are those of the report by their place."""

    language: str
    sections: dict[Span, Section]

    def passages(self, part: tree.Part, place: Place, section: Section | None) -> Iterator[Passage]:
        """The passages of a part that stands at `place`."""
        match part:
            case Group():
                section = self.sections.get(part.span, section) if part.role == "section" else section
            case Quote():
                place = Place.QUOTE
            case Item():
                place = Place.ITEM if place is not Place.QUOTE else place
            case Cell():
                place = Place.CELL
            case Note():
                place, section = Place.NOTE, None
            case _:
                yield from self.own(part, place, section)
        for child in tree.children(part):
            yield from self.passages(child, place, section)
        if isinstance(part, Quote) and part.source:
            yield from self.line(part, part.source, Place.QUOTE, section)

    def own(self, part: tree.Part, place: Place, section: Section | None) -> Iterator[Passage]:
        """The passages that a part is by itself."""
        match part:
            case Paragraph():
                yield from self.line(part, part.runs, _PLACES.get(Role(part.role), place), section)
            case Heading():
                yield from self.line(part, part.runs, Place.HEADING, section)
            case Table() | Figure():
                if isinstance(part, Figure) and part.alternative:
                    yield Passage(part.alternative, Place.ALTERNATIVE, part.language, section=section)
                yield from self.line(part, part.caption, Place.CAPTION, section)

    def line(self, part: tree.Part, runs: tuple[Run, ...], place: Place, section: Section | None) -> Iterator[Passage]:
        """One passage of runs; none where docgen has worded some of them."""
        line = _Line()
        line.take(runs, Mark.PLAIN)
        if not line.parts or line.is_worded:
            return
        text = line.parts[0] if len(line.parts) == 1 else Text.joined(line.parts)
        if not text.value.strip():
            return
        level = part.level if isinstance(part, Heading) else 0
        language = getattr(part, "language", "") or self.language
        yield Passage(text, place, language, part, runs, level, section, tuple(line.looks), tuple(line.links))


@dataclass
class _Line:
    """The text of runs while it is put together."""

    parts: list[Text] = field(default_factory=list)
    looks: list[tuple[int, Mark]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0
    is_worded: bool = False

    def take(self, runs: tuple[Run, ...], mark: Mark) -> None:
        """Add runs to the line."""
        for run in runs:
            match run:
                case TextRun():
                    self.is_worded = self.is_worded or not run.text.breaks
                    self.add(run.text, mark | _look(run))
                case LineBreak():
                    self.add(Text.generated(" ", run.span), mark)
                case Link():
                    start = self.length
                    self.take(run.runs, mark | Mark.LINK | _address(run))
                    if run.url is not None:
                        self.links.append((start, self.length, run.url))
                case Ref():
                    self.add(Text.generated(run.text, run.span), mark | Mark.GENERATED)

    def add(self, text: Text, mark: Mark) -> None:
        """Add a text that looks like `mark`."""
        if not text:
            return
        if not self.looks or self.looks[-1][1] != mark:
            self.looks.append((self.length, mark))
        self.parts.append(text)
        self.length += len(text)


def _look(run: TextRun) -> Mark:
    found = Mark.EMPHASIS if run.emphasis else Mark.PLAIN
    if run.strong:
        found |= Mark.STRONG
    return found | Mark.FOREIGN if run.language is not None else found


def _address(link: Link) -> Mark:
    """Whether what is printed of a link is its address."""
    printed = tree.plain(link.runs)
    return (
        Mark.ADDRESS if link.url is not None and printed in (link.url, link.url.removeprefix("mailto:")) else Mark.PLAIN
    )
