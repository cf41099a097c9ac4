"""The cast of a report: who is named in its text, where, and by which title, whether declared or not.

A title makes a name: *Ambassador Chidi Okafor*, *Dr. van der Meer*. Names that are known, from `people` or by a
title somewhere else, are found without one, too. Whoever is called by the family name alone is the one person of the
report who has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from docgen.checks.lists import words as words_of
from docgen.checks.people.honorifics import LASTING, Honorific
from docgen.checks.people.members import FULL_OF_CAPITALS, Known, Member, goes_on, is_end
from docgen.checks.people.naming import SUFFIXES, Found, keys_of, named_by_title, run_ending_at
from docgen.checks.people.spelled import bare, key_of
from docgen.checks.text.passage import Mark, Passage, Place, Stretch, Word
from docgen.records import dataclass
from docgen.report.model import Report

RUNNING = frozenset({Place.INTRODUCTION, Place.BODY})
"""Where people are told of in sentences, and not shown, listed or cited."""


@dataclass(frozen=True)
class Naming(Stretch):
    """A place where somebody is named: titles, if any, and name, without the ending of a possessive.

    `member` is None where two of the cast may be meant; `is_whole` says that more than the family name is there.
    """

    titles: tuple[Honorific, ...]
    parts: tuple[Word, ...]
    member: Member | None
    is_whole: bool

    @property
    def name(self) -> Stretch:
        """The name alone."""
        return Stretch(self.passage, self.parts[0].start, self.end)

    @property
    def title(self) -> Stretch | None:
        """The titles as written."""
        if not self.titles:
            return None
        written = self.passage.value[self.start : self.parts[0].start].rstrip()
        return Stretch(self.passage, self.start, self.start + len(written))

    @cached_property
    def family(self) -> str:
        """The family name as it is written here, with its particles, without *Jr.*."""
        parts = [one for one in self.parts if keys_of((one.value,))[0] not in SUFFIXES] or list(self.parts)
        if self.member is not None and self.member.family == keys_of((bare(parts[0].value),))[0]:
            return bare(parts[0].value)
        start, particles = len(parts) - 1, words_of("particles")
        while start > 0 and parts[start - 1].value.lower() in particles:
            start -= 1
        return self.passage.value[parts[start].start : parts[-1].start + len(bare(parts[-1].value))]

    @property
    def forms(self) -> frozenset[str]:
        """The titles that somebody keeps."""
        return frozenset(one.form for one in self.titles if one.sort in LASTING)

    @property
    def is_running(self) -> bool:
        """Whether it stands in a sentence of the report's own."""
        return self.passage.place in RUNNING and not self.marks & (Mark.QUOTED | Mark.FOREIGN)


class Cast:
    """Everybody a report names, and where."""

    def __init__(self, report: Report, passages: Iterable[Passage], language: str) -> None:
        self._report = report
        self._language = language.split("-")[0]
        self._passages = tuple(passages)

    @cached_property
    def namings(self) -> tuple[Naming, ...]:
        """All places where somebody is named, in reading order."""
        titled = {id(passage): tuple(named_by_title(passage)) for passage in self._passages}
        telling = [passage for passage in self._passages if passage.place not in FULL_OF_CAPITALS]
        known = Known(
            self._report, self._language, self._passages, [one for passage in telling for one in titled[id(passage)]]
        )
        return tuple(one for passage in self._passages for one in _in_passage(passage, titled[id(passage)], known))

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Those who are named, by their first place."""
        return tuple(self._by_member)

    def of(self, member: Member) -> tuple[Naming, ...]:
        """Where somebody is named."""
        return tuple(self._by_member.get(member, ()))

    def within(self, stretch: Stretch) -> tuple[Naming, ...]:
        """Who is named inside of a stretch, a sentence for one."""
        found = self._by_passage.get(id(stretch.passage), ())
        return tuple(one for one in found if stretch.start <= one.start and one.end <= stretch.end)

    @cached_property
    def _by_member(self) -> dict[Member, list[Naming]]:
        found: dict[Member, list[Naming]] = defaultdict(list)
        for one in self.namings:
            if one.member is not None:
                found[one.member].append(one)
        return dict(found)

    @cached_property
    def _by_passage(self) -> dict[int, list[Naming]]:
        found: dict[int, list[Naming]] = defaultdict(list)
        for one in self.namings:
            found[id(one.passage)].append(one)
        return dict(found)


def _in_passage(passage: Passage, titled: tuple[Found, ...], known: Known) -> list[Naming]:
    """Who is named in a passage, in order."""
    found = [naming for one in titled if (naming := _titled(one, known)) is not None]
    return sorted([*found, *_untitled(passage, found, known)], key=lambda one: one.start)


def _titled(found: Found, known: Known) -> Naming | None:
    """The naming behind a title; in headings only of somebody known, without the words behind the name."""
    forms = frozenset(title.form for title in found.titles)
    members = known.meant(found.keys, forms)
    while found.passage.place in FULL_OF_CAPITALS and not members and len(found.parts) > 1:
        found = found.shortened()
        members = known.meant(found.keys, forms)
    if found.passage.place in FULL_OF_CAPITALS and not members:
        return None
    member = members[0] if len(members) == 1 else None
    is_whole = member is not None and member.is_whole and not is_end(found.keys, member.keys)
    is_whole = is_whole and (len(found.keys) > 1 or len(member.keys if member else ()) == 1)
    return Naming(found.passage, found.start, found.end, found.titles, found.parts, member, is_whole)


def _untitled(passage: Passage, titled: list[Naming], known: Known) -> Iterator[Naming]:
    """Whole names without a title, of people who are known."""
    taken = {word.start for one in titled for word in one.parts}
    language = passage.language.split("-")[0]
    for at in passage.capitalised:
        word = passage.words[at]
        if key_of(word.value) not in known.by_word or word.start in taken:
            continue
        if goes_on(passage, at):
            continue
        run = run_ending_at(passage.words, at, language)
        for start in range(len(run) - 1):
            name = tuple(bare(part.value) for part in run[start:])
            member = known.whole(keys_of(name))
            if member is not None:
                end = word.start + len(name[-1])
                yield Naming(passage, run[start].start, end, (), run[start:], member, is_whole=True)
                break
