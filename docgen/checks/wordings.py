"""How reports of a folder word the headings of their sections, and which wording could be the folder's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docgen.checks.facts import Facts
from docgen.records import dataclass
from docgen.report.model import Kind

OWN = frozenset({Kind.OPENING, Kind.CLOSING, Kind.SUMMARY, Kind.RECOMMENDATIONS, Kind.DISCUSSION, Kind.ROUNDTABLE})
"""The kinds of sections that are headed alike in every report; panels and keynotes are headed by their subjects."""


MOST_WORDS = 4
"""How many words a heading has that names no subject."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wording for the sections of one kind, and who words them how: the files by wording."""

    kind: Kind
    wording: str
    files: tuple[tuple[str, tuple[str, ...]], ...]


def proposals(reports: Iterable[Facts]) -> tuple[Proposal, ...]:
    """For each kind that two reports or more have, once each, the wording of most of them; of the last, where equal.

    Wordings differ by more than capitals; long ones, which name a subject, are none.
    """
    reports = sorted(reports, key=lambda facts: facts.file)
    found = []
    for kind in (kind for kind in Kind if kind in OWN):
        written = [(facts.file, words[0]) for facts in reports if len(words := _headings(facts, kind)) == 1]
        if len(written) < 2:
            continue
        times = Counter(words for _, words in written)
        usual = max(reversed([words for _, words in written]), key=lambda words: times[words])
        files = tuple((words, tuple(file for file, other in written if other == words)) for words in sorted(times))
        found.append(Proposal(kind, usual, files))
    return tuple(found)


def _headings(facts: Facts, kind: Kind) -> list[str]:
    return [
        _small(words) for known, words in facts.headings if known == kind.value and len(words.split()) <= MOST_WORDS
    ]


def _small(words: str) -> str:
    """A heading typed in capitals as it would be written in title case; the style prints the capitals."""
    return " ".join(word.capitalize() for word in words.split()) if words.isupper() else words
