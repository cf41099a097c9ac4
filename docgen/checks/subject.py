"""What a rule looks at: one report, whole, in every form that a question about it may need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, wraps
from typing import Any, TypeVar

from docgen.checks.facts import Facts, facts_of
from docgen.checks.kinds import kinds_of
from docgen.checks.names import Names
from docgen.checks.people.cast import Cast
from docgen.checks.settling.vocabulary import Vocabulary
from docgen.checks.spelling.dictionary import Dictionary
from docgen.checks.spelling.lexicon import Lexicon, new_nouns
from docgen.checks.text.concordance import Concordance
from docgen.checks.text.passage import Passage, Place
from docgen.checks.text.walking import passages_of
from docgen.document import tree
from docgen.document.kernel import Document
from docgen.findings import Span
from docgen.reading.nodes import Mapping as MappingNode
from docgen.reading.nodes import Node, Scalar, Sequence
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.report.model import Kind, Report, Section, walk_sections
from docgen.report.people import Directory
from docgen.report.settings import House

Wanted = TypeVar("Wanted")


@dataclass(frozen=True, eq=False)
class Part:
    """A section of the report: its heading, and the passages of its own text, without those of sections below it.

    `kind` is what staff say it is, or what its heading says; `above` is the section it stands in.
    """

    section: Section
    kind: Kind | None
    heading: Passage | None
    passages: tuple[Passage, ...]
    above: Part | None

    @property
    def span(self) -> Span:
        """Where its heading stands."""
        return self.section.heading.span


@dataclass(frozen=True, eq=False)
class Subject:
    """A report and what is known about it.

    `root` is the tree of YAML values that the report was bound from, its own joined with the folder's; `sources` are
    the files they stand in, by path. `sisters` are the facts of the other reports of the folder, by file name.
    """

    report: Report
    document: Document
    root: Node | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    sisters: tuple[Facts, ...] = ()
    dictionary: Dictionary | None = None
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False)
    """What was found `once`."""

    # ---- what is written

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages in reading order: masthead, sections, notes, and last what is said of people."""
        return passages_of(self.document, self.report)

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are made of sentences."""
        return tuple(one for one in self.passages if one.is_prose)

    @cached_property
    def concordance(self) -> Concordance:
        """All words by how they are written."""
        return Concordance(self.passages)

    def said(self, *letters: str) -> tuple[str, ...]:
        """Of some letters, given in small ones, those that stand anywhere; few rules need to look for more."""
        return tuple([one for one in letters if one.encode() in self._small])

    @cached_property
    def _small(self) -> bytes:
        """All text in small letters; as bytes, which are searched several times as fast as wide characters."""
        return "\n".join([passage.small for passage in self.passages]).encode()

    @cached_property
    def headings(self) -> tuple[Passage, ...]:
        """The headings of sections and those written in Markdown, with their levels."""
        return tuple(one for one in self.passages if one.place is Place.HEADING)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The sections in reading order, those above before those below them."""
        by_section: dict[int, list[Passage]] = {}
        for passage in self.passages:
            if passage.section is not None:
                by_section.setdefault(id(passage.section), []).append(passage)
        found: dict[int, Part] = {}
        kinds = kinds_of(self.report, self.language)
        above = {id(below): section for section in walk_sections(self.report.sections) for below in section.sections}
        for section in walk_sections(self.report.sections):
            own = by_section.get(id(section), [])
            heading = own[0] if own and own[0].place is Place.HEADING else None
            upper = found.get(id(above[id(section)])) if id(section) in above else None
            own = own[1:] if heading else own
            found[id(section)] = Part(section, kinds[id(section)], heading, tuple(own), upper)
        return tuple(found.values())

    def nodes(self, kind: type[Wanted]) -> Iterator[Wanted]:
        """The nodes of one kind of the composed document, in reading order: `subject.nodes(Figure)`."""
        return (part for part in tree.walk(self.document) if isinstance(part, kind))

    @cached_property
    def scalars(self) -> tuple[tuple[str, Scalar], ...]:
        """Every value of the YAML as written, with its keys: `sections.0.body`; those that the folder shares, too."""
        return tuple(_scalars(self.root, "")) if self.root is not None else ()

    def written(self, span: Span) -> str:
        """The source's own characters at a place."""
        return self.sources[span.path].text[span.start : span.end]

    # ---- what is known

    @property
    def language(self) -> str:
        """The language of the text, as a tag (BCP 47)."""
        return self.document.language

    @property
    def house(self) -> House:
        """Whose rules of style are followed; `NONE` where only inconsistency within the report is reported."""
        return self.report.house

    @cached_property
    def names(self) -> Names:
        """The declared names, and where the text speaks of them."""
        return Names(self.report)

    @cached_property
    def cast(self) -> Cast:
        """Everybody the text names, declared or not, and where."""
        return Cast(self.report, self.passages, self.language)

    @cached_property
    def directory(self) -> Directory:
        """People by key, full name or surname."""
        return Directory(self.report)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that are right here: `word in subject.lexicon`; all words, where there is no dictionary."""
        dictionary = self.dictionary if self.dictionary is not None and self.dictionary.can_be_read else None
        nouns = new_nouns(self.names.of_terms, self.names.of_bodies, dictionary)
        names = (self.names.words | nouns).union(*(member.name for member in self.cast.members))
        return Lexicon(self.language, dictionary, self.vocabulary, names)

    @cached_property
    def facts(self) -> Facts:
        """What this report tells its folder."""
        return facts_of(self.report, "")


def once(look: Callable[[Subject], Wanted]) -> Callable[[Subject], Wanted]:
    """A function of a subject that is worked out once for each, because more than one rule asks."""

    @wraps(look)
    def found(subject: Subject) -> Wanted:
        if look not in subject.kept:
            subject.kept[look] = look(subject)
        answer: Wanted = subject.kept[look]
        return answer

    return found


def _scalars(node: Node, path: str) -> Iterator[tuple[str, Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Sequence():
            for number, item in enumerate(node.items):
                yield from _scalars(item, f"{path}.{number}" if path else str(number))
        case MappingNode():
            for key, value in node.entries:
                yield from _scalars(value, f"{path}.{key.value}" if path else key.value)
