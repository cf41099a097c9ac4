"""A report as staff write it. These classes are the content language: the schema and the manual are made from them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Self

from docgen.findings import Finding, Span
from docgen.reading.languages import language_tag
from docgen.reading.shapes import Key, Keyed, Misread
from docgen.reading.text import Name, Prose, Text, Title
from docgen.records import dataclass
from docgen.report.body import Body, Line
from docgen.report.dates import EventDate
from docgen.report.label import Label
from docgen.report.publication import Publication
from docgen.report.review import Reviews
from docgen.report.settings import CheckSettings, House
from docgen.style.sheet import Paper, TypeSize

_SECTIONS = """
  - heading: Opening Remarks
    body: |
      The first paragraph."""


class Kind(Enum):
    """What a section of a conference report is."""

    OPENING = "opening"
    PANEL = "panel"
    KEYNOTE = "keynote"
    ROUNDTABLE = "roundtable"
    DISCUSSION = "discussion"
    WORKSHOP = "workshop"
    SUMMARY = "summary"
    RECOMMENDATIONS = "recommendations"
    CLOSING = "closing"
    ANNEX = "annex"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Version:
    """The version of the content language that a file is written in."""

    number: int
    span: Span

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read a version this docgen knows. Raises `Misread`."""
        if not (text.value.isascii() and text.value.isdigit()):
            raise Misread("content-version", f"'{text.value}' is not a version of the content language", "write 1")
        if text.value != "1":
            raise Misread(
                "content-version",
                f"this file is written in version {text.value} of the content language; this docgen reads version 1",
                "install a newer docgen, or write docgen: 1",
            )
        return cls(1, text.span())

    @classmethod
    def schema(cls, _maker: object) -> dict[str, object]:
        """The JSON Schema of the versions there are."""
        return {"enum": [1, "1"]}


@dataclass(frozen=True, slots=True)
class Language:
    """A language as BCP 47 tags it."""

    tag: str
    span: Span

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read a tag such as `en`, `en-GB` or `fr`. Raises `Misread`."""
        tag = language_tag(text.value)
        if tag is None:
            raise Misread("unknown-language", f"'{text.value}' is not a language's tag", "write en-US, en-GB, fr, …")
        return cls(tag, text.span())


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A body that hosts the event or cooperates in it: a mission, or any other by its name."""

    span: Span
    mission: Annotated[Name | None, Key("a country whose permanent mission it is", ("Japan",))] = None
    to: Annotated[Name | None, Key("the body the mission is accredited to", ("the European Union",))] = None
    name: Annotated[
        Name | None, Key("its name as it stands in a sentence, article included", ("the River Institute",))
    ] = None
    logo: Annotated[Text | None, Key("an image file below the folder of the report", ("pictures/japan.png",))] = None
    alt: Annotated[Prose | None, Key("what the logo shows, where 'Emblem of …' does not say it")] = None

    @classmethod
    def read(cls, text: Text) -> Self:
        """A host written as a name alone."""
        if text.value.split()[0].lower() in ("and", "et"):
            raise Misread(
                "comma-in-list",
                "inside [ ] a comma ends the entry, so this name begins in the middle",
                "put the whole name in quotes, or write each host on a line of its own that begins with a dash",
            )
        return cls(span=text.span(), name=text.of_kind(Name))

    def check(self) -> Iterator[Finding]:
        """It is either a mission or named."""
        if (self.mission is None) == (self.name is None):
            yield Finding.error(
                self.span,
                "host-name",
                "a host is either a mission or has a name" if self.mission else "this host has no name",
                "write  - mission: Japan   or   - name: the River Institute",
            )
        if self.mission is not None and "mission" in self.mission.value.lower():
            yield Finding.error(
                self.mission.span(),
                "host-name",
                "'mission' takes the country alone; docgen writes 'the Permanent Mission of …' itself",
                "write  - mission: Japan   or, with the whole name,   - name: the Permanent Mission of Japan",
            )
        if self.to is not None and self.mission is None:
            yield Finding.error(
                self.to.span(),
                "host-name",
                "'to' belongs to a mission",
                "take it out, or write mission: in place of name:",
            )

    @property
    def words(self) -> str:
        """Its name, or its country."""
        named = self.name or self.mission
        return named.value if named else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where the event took place: as written, or in parts."""

    span: Span
    name: Annotated[Name | None, Key("the building or institution", ("Harbour House",))] = None
    address: Annotated[Name | None, Key("street and number", ("12 Quay Street",))] = None
    city: Annotated[Name | None, Key("the city, with its state where that is usual", ("New York, NY",))] = None
    country: Annotated[Name | None, Key("the country", ("United States",))] = None
    written: Annotated[Name | None, Key("the whole line")] = None

    @classmethod
    def read(cls, text: Text) -> Self:
        """A venue written as one line."""
        return cls(span=text.span(), written=text.of_kind(Name))

    def check(self) -> Iterator[Finding]:
        """Something of it must be known."""
        if not self.parts:
            yield Finding.error(self.span, "empty-value", "this venue says nothing", "write at least its name and city")

    @property
    def parts(self) -> tuple[Name, ...]:
        """What is known of it, in the order of a postal address."""
        return tuple(part for part in (self.written, self.name, self.address, self.city, self.country) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the report speaks of."""

    span: Span
    name: Annotated[Name, Key("given and family name", ("Ann Lee",))]
    family_: Annotated[Name | None, Key("the family name, where it is not the last word of the name", ("Ban",))] = None
    title: Annotated[Name | None, Key("how the person is addressed", ("Ambassador",))] = None
    position: Annotated[Prose | None, Key("office or function", ("President and CEO",))] = None
    organisation: Annotated[Name | None, Key("whom the person speaks for", ("the River Institute",))] = None
    country: Annotated[Name | None, Key("which country the person speaks for", ("Japan",))] = None

    @classmethod
    def read(cls, text: Text) -> Self:
        """A person written as a name alone."""
        return cls(span=text.span(), name=text.of_kind(Name))

    @property
    def family(self) -> str:
        """The declared one, else the last word of the name, particles left out; suffixes are not family names."""
        if self.family_ is not None:
            return self.family_.value
        words = [word for word in self.name.value.split() if word.rstrip(".").lower() not in ("jr", "sr", "ii", "iii")]
        return words[-1] if words else self.name.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body the report speaks of."""

    span: Span
    name: Annotated[Name, Key("its official name", ("United Nations Office on Drugs and Crime",))]
    acronym: Annotated[Name | None, Key("its acronym", ("UNODC",))] = None
    also: Annotated[tuple[Name, ...], Key("other names that are right for it")] = ()

    @classmethod
    def read(cls, text: Text) -> Self:
        """A body written as a name alone."""
        return cls(span=text.span(), name=text.of_kind(Name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A house's choice between words."""

    span: Span
    prefer: Annotated[Name, Key("the form to use", ("nonproliferation",))]
    not_: Annotated[tuple[Name, ...], Key("the forms to avoid", ("[non-proliferation]",))] = ()
    why: Annotated[Prose | None, Key("the reason, shown with the finding")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An official document the report cites: a resolution by its number and year, or any by its symbol."""

    span: Span
    resolution: Annotated[int | None, Key("a Security Council resolution's number", ("1540",))] = None
    symbol: Annotated[Name | None, Key("a document's symbol", ("A/RES/67/234",))] = None
    year: Annotated[int | None, Key("the year it was adopted", ("2004",))] = None
    title: Annotated[Prose | None, Key("its title or subject")] = None

    def check(self) -> Iterator[Finding]:
        """It is known by a number or by a symbol."""
        if (self.resolution is None) == (self.symbol is None):
            yield Finding.error(
                self.span,
                "document-name",
                "a document is known by its resolution number or by its symbol",
                "write  - {resolution: 1540, year: 2004}   or   - {symbol: A/RES/67/234}",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleChoice:
    """The style of a report, and what is different from it in this report."""

    span: Span
    name: Annotated[Name | None, Key("the style's name", ("classic",))] = None
    paper: Annotated[Paper | None, Key("another sheet than the style's", ("a4",))] = None
    text: Annotated[TypeSize | None, Key("another size of the text, with its leading in pt", ("11/12.65",))] = None

    @classmethod
    def read(cls, text: Text) -> Self:
        """A style by its name alone."""
        return cls(span=text.span(), name=text.of_kind(Name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the report under a heading."""

    span: Span
    heading: Annotated[Line, Key("its heading, in title case; the style prints capitals", ("Opening Remarks",))]
    kind: Annotated[Kind | None, Key("what it reports on", ("opening",))] = None
    speakers: Annotated[
        tuple[Name, ...],
        Key("who spoke: a key of people, a full name, or a surname only one person has", ("[lee, Maria Costa]",)),
    ] = ()
    body: Annotated[Body | None, Key("its text in Markdown, or a list of text and blocks")] = None
    sections: Annotated[tuple[Section, ...], Key("the sections below it")] = ()
    level: Annotated[int | None, Key("the heading's level in an imported file", least=1, most=6)] = None
    id: Annotated[Label | None, Key("what cross-references call it", ("closing",))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A conference summary report."""

    span: Span
    docgen: Annotated[Version | None, Key("the version of the content language", ("1",))] = None
    title: Annotated[Line, Key("what the report is called", ('"The Harbour Roundtable"',))]
    short_title: Annotated[
        Line | None, Key("the title at the head of the pages, where the whole one is long", ("Harbour Roundtable",))
    ] = None
    label: Annotated[Title | None, Key("the kind of document, over the title", ("Conference Report",))] = None
    hosts: Annotated[tuple[Host, ...], Key("who held the event, in the order of the masthead")] = ()
    partners: Annotated[tuple[Host, ...], Key("with whose cooperation it was held")] = ()
    byline: Annotated[Prose | None, Key("the hosts' line, where it shall not be made from hosts and partners")] = None
    date: Annotated[EventDate, Key("the day of the event, or its first and last day", ("2013-01-18",))]
    venue: Annotated[Venue | None, Key("where it took place", ("Harbour House, 12 Quay Street, Lisbon",))] = None
    people: Annotated[Keyed[Person], Key("persons by a key of your choice")] = ()
    organisations: Annotated[tuple[Organisation, ...], Key("bodies the report speaks of")] = ()
    places: Annotated[tuple[Name, ...], Key("places the report speaks of")] = ()
    terms: Annotated[tuple[Term, ...], Key("which of several forms of a term to use")] = ()
    documents: Annotated[tuple[Record, ...], Key("resolutions and other documents the report cites")] = ()
    publication: Annotated[Publication | None, Key("what its files say of themselves to catalogues and search")] = None
    language: Annotated[Language | None, Key("the language of the text, as a tag", ("en-US",))] = None
    style: Annotated[StyleChoice | None, Key("the style it is set in", ("classic",))] = None
    house: Annotated[House, Key("whose style the checks follow: chicago, un, or none", ("chicago",))] = House.NONE
    headings: Annotated[Keyed[Title], Key("how the heading of each kind of section is worded")] = ()
    checks: Annotated[CheckSettings | None, Key("which checks run, and how")] = None
    reviewed: Annotated[Reviews | None, Key("who answered the questions that only a person can, of which state")] = None
    introduction: Annotated[Body | None, Key("what stands before the first section")] = None
    sections: Annotated[tuple[Section, ...], Key("the parts of the report, each under a heading", (_SECTIONS,))]

    @classmethod
    def stand_in(cls, field: str, span: Span) -> object:
        """An empty title, no sections, any day: the rest of the report can be checked."""
        empty = Title.generated("", span.first())
        return {"title": Line(empty, ()), "date": EventDate(date.min, date.min, span.first()), "sections": ()}[field]

    def check(self) -> Iterator[Finding]:
        """There is a byline, headings are worded for kinds of sections, and the report's numbers are its own."""
        if not self.hosts and self.byline is None:
            yield Finding.error(
                self.title.span,
                "missing-key",
                "'hosts' is missing: nobody is said to have held the event",
                "add hosts: with a line for each, or a byline: with the whole line",
            )
        kinds = [kind.value for kind in Kind]
        for key, _ in self.headings:
            if key.value not in kinds:
                message = f"'{key}' is not a kind of section"
                yield Finding.error(key.span(), "unknown-kind", message, f"the kinds are: {', '.join(kinds)}")
        if self.publication is not None:
            yield from self.publication.shared_numbers(self.span.path)


def walk_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    """All sections in reading order, those above before those below them."""
    for section in sections:
        yield section
        yield from walk_sections(section.sections)
