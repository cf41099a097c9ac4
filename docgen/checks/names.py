"""Who and what a report declares, and where its text speaks of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property
from typing import TypeAlias

from docgen.checks.text.passage import WORD, Passage, Stretch
from docgen.reading.text import Name
from docgen.records import dataclass
from docgen.report.model import Host, Organisation, Person, Report

Bearer: TypeAlias = Person | Organisation | Host | Name
"""Whoever bears a name; of places and of the venue the name itself."""


class Sort(Enum):
    """What a name is a name of."""

    PERSON = "person"
    FAMILY = "family"
    """The family name alone."""
    ORGANISATION = "organisation"
    ACRONYM = "acronym"
    HOST = "host"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Declared:
    """A name in one of its forms, without the article it may have in a sentence, and who bears it."""

    form: str
    sort: Sort
    bearer: Bearer


@dataclass(frozen=True)
class Mention(Stretch):
    """A stretch in which a declared name stands, letter by letter; `declared` has more than one where two share it."""

    declared: tuple[Declared, ...]

    @property
    def sorts(self) -> frozenset[Sort]:
        """What it may be a name of."""
        return frozenset(one.sort for one in self.declared)


class Names:
    """The declared names of a report: hosts, partners, people, organisations, places, venue."""

    def __init__(self, report: Report) -> None:
        self.all = tuple(_declared(report))
        self._terms = tuple(term.prefer.value for term in report.terms)
        self._mentions: dict[int, tuple[Mention, ...]] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every name, as written."""
        return frozenset(_words(one.form for one in self.all))

    @cached_property
    def of_terms(self) -> frozenset[str]:
        """Every word of every preferred term, as written."""
        return frozenset(_words(self._terms))

    @cached_property
    def of_bodies(self) -> frozenset[str]:
        """Every word of the names of bodies that no person and no place has in its name, as written."""
        bodies = (Sort.ORGANISATION, Sort.HOST)
        others = frozenset(_words(one.form for one in self.all if one.sort not in bodies))
        return frozenset(_words(one.form for one in self.all if one.sort in bodies)) - others

    def mentions(self, passage: Passage) -> tuple[Mention, ...]:
        """The names in a passage, in order, of those that overlap the longest. Case and accents must be equal."""
        if id(passage) not in self._mentions:
            self._mentions[id(passage)] = tuple(self._found(passage))
        return self._mentions[id(passage)]

    def covering(self, stretch: Stretch) -> Mention | None:
        """The name that a stretch is part of, if any."""
        found = self.mentions(stretch.passage)
        return next((one for one in found if one.start <= stretch.start and stretch.end <= one.end), None)

    def _found(self, passage: Passage) -> Iterator[Mention]:
        value, done, forms = passage.value, 0, self._by_first_word
        for word in [word for word in passage.words if word.value in forms]:
            if word.start < done:
                continue
            for form in forms[word.value]:
                end = word.start + len(form)
                if value.startswith(form, word.start) and not value[end : end + 1].isalnum():
                    yield Mention(passage, word.start, end, self._by_form[form])
                    done = end
                    break

    @cached_property
    def _by_form(self) -> dict[str, tuple[Declared, ...]]:
        found: dict[str, tuple[Declared, ...]] = {}
        for one in self.all:
            found[one.form] = (*found.get(one.form, ()), one)
        return found

    @cached_property
    def _by_first_word(self) -> dict[str, list[str]]:
        """The forms by their first word, with the ending of a possessive and without, the longest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._by_form, key=len, reverse=True):
            first = WORD.search(form)
            if first is not None and first.start() == 0:
                found[_bare(first.group())].append(form)
        return {word + ending: forms for word, forms in found.items() for ending in ("", "'s", "’s")}


def _words(forms: Iterable[str]) -> Iterator[str]:
    return (found.group() for form in forms for found in WORD.finditer(form))


def _bare(word: str) -> str:
    """A word without the ending of a possessive."""
    return re.sub(r"['’]s?$", "", word) if "'" in word or "’" in word else word


def _declared(report: Report) -> Iterator[Declared]:
    for _, person in report.people:
        yield Declared(person.name.value, Sort.PERSON, person)
        if person.family != person.name.value:
            yield Declared(person.family, Sort.FAMILY, person)
        yield from _named((person.organisation,), Sort.ORGANISATION)
        yield from _named((person.country,), Sort.PLACE)
    for organisation in report.organisations:
        for name in (organisation.name, *organisation.also):
            yield Declared(_without_article(name.value), Sort.ORGANISATION, organisation)
        if organisation.acronym is not None:
            yield Declared(organisation.acronym.value, Sort.ACRONYM, organisation)
    for host in (*report.hosts, *report.partners):
        yield Declared(_without_article(host.words), Sort.HOST, host)
        yield from _named((host.to,), Sort.ORGANISATION)
    yield from _named(report.places, Sort.PLACE)
    if report.venue is not None:
        yield from _named(report.venue.parts, Sort.PLACE)


def _named(names: Iterable[Name | None], sort: Sort) -> Iterator[Declared]:
    for name in names:
        if name is not None:
            yield Declared(_without_article(name.value), sort, name)


def _without_article(name: str) -> str:
    """A name without the article it has in a sentence only: *the Stimson Center*."""
    return re.sub(r"^(?:the|la|le|les|l['’])\s*\b", "", name) if name[:1].islower() else name
