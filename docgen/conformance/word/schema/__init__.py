"""What the schema of WordprocessingML says, as far as docgen holds files against it: data, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from docgen.records import dataclass

ANYTHING = "<any>"


@dataclass(frozen=True, slots=True)
class Place:
    """A child's place among its parent's, from 0, and whether it may be there more than once."""

    rank: int
    repeats: bool


@dataclass(frozen=True, slots=True)
class Values:
    """What an attribute may say: any of some words, or a kind of value; and whether it must be there."""

    words: frozenset[str]
    kind: str
    required: bool


@cache
def elements() -> frozenset[str]:
    """The names of all elements of WordprocessingML."""
    return frozenset(word for line in _lines("elements.txt") for word in line.split())


@cache
def orders() -> Mapping[str, Mapping[str, Place]]:
    """By an element, the places of its children."""
    found = {}
    for parent, said in _entries("order.txt"):
        places = enumerate(said.split())
        found[parent] = {
            child: Place(rank, entry.endswith("*")) for rank, entry in places for child in entry.rstrip("*").split("/")
        }
    return found


@cache
def values() -> Mapping[str, Mapping[str, Values]]:
    """By an element, by its attributes, what they may say."""
    found: dict[str, dict[str, Values]] = {}
    for key, said in _entries("values.txt"):
        element, _, attribute = key.partition(" ")
        words = said.split()
        kind = words[0] if words[0].startswith("<") else ""
        found.setdefault(element, {})[attribute.rstrip("!")] = Values(
            frozenset(words if not kind else ()), kind, attribute.endswith("!")
        )
    return found


def _entries(file: str) -> Iterator[tuple[str, str]]:
    """`key: value` lines; an indented line goes on with the one before."""
    text = re.sub(r"\n\s+", " ", "\n".join(_lines(file)))
    for line in text.splitlines():
        key, _, said = line.partition(":")
        yield key.strip(), said


def _lines(file: str) -> list[str]:
    lines = files(__package__).joinpath(file).read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
