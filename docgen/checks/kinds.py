"""What a section reports on: as staff say, or as its heading lets one see."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from docgen.checks.lists import table
from docgen.report.model import Kind, Report, walk_sections


def kinds_of(report: Report, language: str) -> Mapping[int, Kind | None]:
    """The kind of each section by its `id()`: the written one, else the one that a word of its heading names.

    A summary that ends a report without closing words is in their place.
    """
    sections = tuple(walk_sections(report.sections))
    found = {id(section): section.kind or kind_of_heading(section.heading.words, language) for section in sections}
    told = [section for section in report.sections if found[id(section)] is not Kind.ANNEX]
    if told and told[-1].kind is None and found[id(told[-1])] is Kind.SUMMARY and Kind.CLOSING not in found.values():
        found[id(told[-1])] = Kind.CLOSING
    return found


def kind_of_heading(words: str, language: str) -> Kind | None:
    """The kind that the first telling word of a heading names."""
    known = _telling(language.split("-")[0])
    for word in re.findall(r"[^\W\d_]+", words.casefold()):
        if word in known:
            return known[word]
    return None


@cache
def _telling(language: str) -> dict[str, Kind]:
    """The words that name a kind; the table `kinds` has rows of language, kind, words."""
    rows = (row for row in table("kinds") if row[0] == language)
    return {word: Kind(kind) for _, kind, words in rows for word in words.casefold().split()}
