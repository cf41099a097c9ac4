"""Slips of grammar and of marks at a sentence's end, which came in with set 2: what editors mend on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.proofreading.report import Report, Span
from benchmarks.proofreading.slips import Slip, slips

GROUP = "grammar"

NUMBER = {"was": "were", "were": "was", "is": "are", "are": "is", "has": "have", "have": "has"}
SUBJUNCTIVE = re.compile(r"\b(?:if|though|unless|whether|that|wish(?:es|ed)?)\b[^.;:]*\Z")
"""Where *were* may stand beside a singular."""


@slips("a for an", GROUP, since=2)
def article(report: Report, _random: Random) -> Iterator[Slip]:
    """*an warning*, *a index*."""
    for match in report.find(r"(?<![\w’'-])(an?) (?=[a-z])"):
        wrong = "a" if match[1] == "an" else "an"
        yield Slip("a for an", Span(*match.span(1)), wrong, match[1])


@slips("verb in another number", GROUP, since=2)
def number(report: Report, _random: Random) -> Iterator[Slip]:
    """*the results was*."""
    for match in report.find(r"(?<=[a-z][\s])(was|were|is|are|has|have)(?= [a-z])"):
        if not SUBJUNCTIVE.search(report.text[match.start() - 60 : match.start()]):
            yield Slip("verb in another number", Span(*match.span()), NUMBER[match.group()], match.group())


@slips("preposition lost", GROUP, since=2)
def preposition(report: Report, _random: Random) -> Iterator[Slip]:
    """*the number the posts* for *the number of the posts*."""
    for match in report.find(r"(?<![\w’'-])(?P<before>[a-z]{4,}) of (?P<behind>the|an?|its|their)(?= [a-z])"):
        if match["before"] not in ("some", "many", "most", "half", "each", "none", "both"):
            wrong = f"{match['before']} {match['behind']}"
            yield Slip("preposition lost", Span(*match.span()), wrong, match.group())


@slips("apostrophe lost", GROUP, since=2)
def apostrophe(report: Report, _random: Random) -> Iterator[Slip]:
    """*the countrys coast*."""
    for match in report.find(r"(?<![\w’'-])[a-z]{3,}’s(?= [a-z])"):
        yield Slip("apostrophe lost", Span(*match.span()), match.group().replace("’", ""), match.group())


@slips("full stop lost", GROUP, since=2)
def full_stop(report: Report, _random: Random) -> Iterator[Slip]:
    """A sentence before another one, or a paragraph, that has no end."""
    for match in report.find(r"(?<![\w’'-])[a-z]{2,}(\.) [A-Z][a-z]+"):
        wrong = match.group().replace(".", "")
        yield Slip("full stop lost", Span(*match.span()), wrong, match.group())
    for paragraph in report.prose:
        last = re.compile(r"\b[a-z]{2,}\.\Z").search(report.text, paragraph.span.start, paragraph.span.end)
        if last:
            yield Slip("full stop lost", Span(*last.span()), last.group()[:-1], last.group())


@slips("mark twice", GROUP, since=2)
def mark_twice(report: Report, _random: Random) -> Iterator[Slip]:
    """*word,, word*, *end..*."""
    for match in report.find(r"(?<=[a-z])[.,;](?= [A-Za-z])"):
        yield Slip("mark twice", Span(*match.span()), match.group() * 2, match.group())
