"""What a report tells its folder: few facts, small enough to be kept, by which reports are held against each other."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docgen.checks.kinds import kinds_of
from docgen.checks.people.naming import named_by_title
from docgen.checks.terms.official import listed_tree, wordings
from docgen.checks.text.passage import Passage, Place
from docgen.expressions import regex
from docgen.reading.text import Text
from docgen.records import dataclass
from docgen.report.model import Report, walk_sections

DEFAULT_LANGUAGE = "en-US"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of one report of a folder; `file` is the name of its file.

    `headings` are the kind (empty where it is not known) and the words of each section's heading; `people` the title
    (or nothing) and the name of each person declared, `named` the whole names that the text introduces by a title,
    `bodies` the listed ones it names;
    `words` every word of its text once, as written, and the parts of compounds.
    """

    file: str = ""
    title: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    hosts: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    organisations: tuple[str, ...] = ()
    venue: str = ""
    named: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The facts as they are kept."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False, separators=(",", ":")).encode()

    @staticmethod
    @lru_cache(maxsize=64)  # most reports of a folder have the same sisters
    def from_json(data: bytes) -> Facts:
        """The facts that were kept. Raises `ValueError` and `TypeError` for what `to_json` has not made."""
        told = json.loads(data)
        if not isinstance(told, dict):
            raise TypeError("facts are kept by name")
        return Facts(**{name: _frozen(value) for name, value in told.items()})


_HYPHEN = regex("[-\u2010\u2011]")


def facts_of(report: Report, file: str) -> Facts:
    """The facts of a report that is written in `file`."""
    language = report.language.tag if report.language else DEFAULT_LANGUAGE
    sections = tuple(walk_sections(report.sections))
    kinds = kinds_of(report, language)
    passages = [Passage(text, Place.BODY, language) for text in _texts(report)]
    return Facts(
        file=file,
        title=report.title.words,
        headings=tuple(
            (kind.value if (kind := kinds[id(section)]) else "", section.heading.words) for section in sections
        ),
        hosts=tuple(host.words for host in report.hosts),
        people=tuple((person.title.value if person.title else "", person.name.value) for _, person in report.people),
        organisations=tuple(organisation.name.value for organisation in report.organisations),
        venue=", ".join(part.value for part in report.venue.parts) if report.venue else "",
        bodies=tuple(dict.fromkeys(name for passage in passages for name in _bodies(passage))),
        named=tuple(dict.fromkeys(name for passage in passages for name in _named(passage))),
        words=tuple(sorted({part for passage in passages for word in passage.words for part in _parts(word.value)})),
    )


def _texts(value: Any) -> Iterator[Text]:
    """Every text in a value, in whatever it is made of."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _named(passage: Passage) -> Iterator[str]:
    """The whole names that a text introduces by a title."""
    for found in named_by_title(passage):
        if found.is_several:
            yield found.name.value


def _bodies(passage: Passage) -> Iterator[str]:
    """The bodies that a text names as they call themselves."""
    for found in wordings(passage, listed_tree()):
        if found.is_right:
            yield found.meant[0].name


def _parts(word: str) -> tuple[str, ...]:
    """A word, and what it is made of if it is a compound."""
    return (word, *_HYPHEN.split(word)) if _HYPHEN.search(word) else (word,)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
