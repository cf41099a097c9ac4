"""The people a report names, as far as its own words and its `people` tell who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from docgen.checks.lists import words as words_of
from docgen.checks.people.honorifics import Sort, are_neighbours, honorifics_of
from docgen.checks.people.naming import Found, is_common, keys_of, run_ending_at
from docgen.checks.people.spelled import bare, key_of
from docgen.checks.text.passage import Passage, Place
from docgen.records import dataclass
from docgen.report.model import Person, Report

FULL_OF_CAPITALS = frozenset({Place.TITLE, Place.LABEL, Place.BYLINE, Place.HEADING, Place.DECLARED})
"""Where so much has capitals that a name has to be known from elsewhere."""


@dataclass(frozen=True, eq=False)
class Member:
    """Somebody the report names.

    `name` are the words of the whole name, or only of the family name where the text says no more; `titles` those that
    the whole name has somewhere, or is declared with.
    """

    name: tuple[str, ...]
    is_whole: bool
    person: Person | None = None
    titles: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The name."""
        return " ".join(self.name)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words of the name as they are compared."""
        return keys_of(self.name)

    @cached_property
    def family(self) -> str:
        """The last word of the family name, as it is compared: of the declared one, else of the name."""
        return keys_of(self.person.family.split())[-1] if self.person is not None else self.keys[-1]


def is_same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two whole names, as compared, are those of one person.

    Middle names may lack, given names be initials, and the family name stand first or last.
    """
    if sorted(one) == sorted(other):
        return True
    if one[-1] != other[-1] or len(one) < 2 or len(other) < 2:
        return False
    first, second = sorted((one[0], other[0]), key=len)
    return first == second or (len(first) == 1 and second.startswith(first))


class Known:
    """Whom a report knows by name, and who is meant where."""

    def __init__(self, report: Report, language: str, passages: Iterable[Passage], titled: list[Found]) -> None:
        self._by_family: dict[str, list[Member]] = defaultdict(list)
        self.by_word: dict[str, list[Member]] = defaultdict(list)
        for _, person in report.people:
            title = honorifics_of(person.title.value, language) if person.title else ()
            self._enter(Member(tuple(person.name.value.split()), True, person, frozenset(one.form for one in title)))
        self._enter_whole(sorted((one for one in titled if one.is_several), key=lambda one: -len(one.parts)))
        self._enter_short(titled, passages)

    def _enter(self, member: Member) -> None:
        for family in dict.fromkeys((member.family, member.keys[-1])):
            self._by_family[family].append(member)
        for word in dict.fromkeys(member.keys):
            self.by_word[word].append(member)

    def _enter_whole(self, titled: list[Found]) -> None:
        """Enter those whom a title introduces by the whole name."""
        names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        first: dict[tuple[str, ...], Found] = {}
        for one in titled:
            if not self.meant(one.keys):
                key = next(
                    (other for other in first if is_same_person(one.keys, other) or is_end(one.keys, other)), one.keys
                )
                first.setdefault(key, one)
                names[key].update(title.form for title in one.titles)
        for key, one in first.items():
            self._enter(Member(one.written, True, None, frozenset(names[key])))

    def _enter_short(self, titled: list[Found], passages: Iterable[Passage]) -> None:
        """Enter those whom a title calls by the family name alone, with the whole name if it stands anywhere."""
        short: dict[str, Found] = {}
        for one in titled:
            if not self.meant(one.keys) and all(title.sort is not Sort.GIVEN for title in one.titles):
                short.setdefault(one.keys[-1], one)
        whole: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for passage in passages if short else ():
            language = passage.language.split("-")[0]
            for at in passage.capitalised:
                key = key_of(passage.words[at].value)
                if key in short and (run := _whole_run(passage, at, language)):
                    name = tuple(run.split())
                    if len(name) > 1 and not any(is_same_person(keys_of(name), keys_of(one)) for one in whole[key]):
                        whole[key].append(name)
        for key, one in short.items():
            for name in whole.get(key) or [one.written]:
                self._enter(Member(name, len(name) > len(one.parts)))

    def meant(self, keys: tuple[str, ...], forms: frozenset[str] = frozenset()) -> list[Member]:
        """Those who may be meant by a name; of several, those who have one of the titles."""
        found = self._bearing(keys)
        if len(found) > 1 and forms:
            return [one for one in found if one.titles & forms] or found
        return found

    def _bearing(self, keys: tuple[str, ...]) -> list[Member]:
        having = self.by_word.get(keys[-1], [])
        if len(keys) > 1:
            same = [one for one in having if one.is_whole and is_same_person(keys, one.keys)]
            return same or [one for one in having if is_end(keys, one.keys)]
        return self._by_family.get(keys[-1]) or having

    def whole(self, keys: tuple[str, ...]) -> Member | None:
        """Whose whole name some words are."""
        found = [one for one in self.by_word.get(keys[-1], ()) if one.is_whole and is_same_person(keys, one.keys)]
        return found[0] if found else None


def _whole_run(passage: Passage, at: int, language: str) -> str:
    """The whole name that a family name ends, or begins where such names do; the word alone where it does neither."""
    words = passage.words
    if words[at].is_capitals:
        return ""
    if not goes_on(passage, at):
        run, is_heading = run_ending_at(words, at, language), passage.place in FULL_OF_CAPITALS
        while len(run) > 1 and is_heading and (is_common(run[0].lower, language) or run[0].is_capitals):
            run = run[1:]
        first, last = run[0], words[at]
    elif words[at].value in words_of("family-first") and not (at + 1 < len(words) and goes_on(passage, at + 1)):
        first, last = words[at], words[at + 1]
    else:
        return ""
    return passage.value[first.start : last.start + len(bare(last.value))]


def is_end(keys: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words stand in a name behind its first."""
    return len(keys) < len(name) and any(name[at : at + len(keys)] == keys for at in range(1, len(name)))


def goes_on(passage: Passage, at: int) -> bool:
    """Whether another name follows a word at once, as in the name of an institute."""
    words = passage.words
    if at + 1 == len(words) or bare(words[at].value) != words[at].value:
        return False
    return words[at + 1].is_capitalised and are_neighbours(words[at], words[at + 1], stop=False)
