"""What docgen finds in the uncorrected originals, held against the table of what a copy editor found in them.

The table's places count in the originals' text, findings stand in the YAML files with the same words. Both are brought
together in the text: words are aligned, and a finding counts from the first to the last of its characters there, so
that the indentation of a YAML block makes none longer.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from docgen.checks.folder import Folders
from docgen.checks.settling.orders import Orders
from docgen.findings import Finding, Span
from docgen.job import Job
from docgen.pipeline import check
from docgen.world import DiskWorld
from tests.programs import ROOT

ORIGINALS = ROOT / "tests" / "originals"
REPORTS = {"A": "2013-turtle-bay-roundtable", "B": "2011-un-nuclear-challenge"}

LONGER = 40
"""By how many characters a finding may be longer than what it is explained by."""

RULES: Mapping[str, tuple[str, ...]] = {
    "acronym-case": ("acronym-case",),
    "acronym-redund": ("redundant-acronym",),
    "acronym-undef": ("undefined-acronym",),
    "acronym-unused": ("unused-acronym",),
    "case": ("stray-capital", "missing-capital"),
    "dash": ("dash-style", "american-usage"),
    "fact": ("bare-resolution", "resolution-number", "count-claim", "date-range", "weekday-date"),
    "first-mention": ("first-mention", "missing-country", "reintroduced-person"),
    "grammar": ("confusable-phrase", "repeated-word"),
    "head-case": ("heading-case", "heading-style"),
    "head-length": ("heading-length",),
    "head-level": ("heading-level",),
    "head-markup": ("heading-style",),
    "head-missing": ("hidden-section",),
    "head-wording": ("heading-wording", "heading-article"),
    "honorific": ("honorific-change", "missing-honorific"),
    "hyphen": ("compound-hyphen", "prefix-hyphen", "lost-hyphen", "confusable-phrase"),
    "hyphen-lost": ("lost-hyphen",),
    "locale": ("locale-spelling", "american-usage"),
    "markup": (),
    "name": ("organisation-name", "name-variant", "committee-name", "short-name"),
    "name-variant": ("name-variant", "organisation-name", "committee-name", "short-name", "term-variant"),
    "punct": ("latin-abbreviation", "semicolon-fragment", "quote-punctuation", "american-usage", "doubled-mark"),
    "quote-style": ("quote-style",),
    "real-word": ("confusable-phrase",),
    "register": ("deictic-date",),
    "serial-comma": ("serial-comma",),
    "spell": ("unknown-word",),
    "split-para": ("split-paragraph",),
    "split-word": ("split-word",),
    "structure": ("host-order", "silent-speaker", "unreported-speaker", "venue-form"),
    "term-variant": ("term-variant", "defined-term-case"),
    "unbalanced": ("unbalanced-mark",),
    "whitespace": ("stray-space",),
}
"""The classes of the table, and the rules that are about them."""


@dataclass(frozen=True)
class Row:
    """A row of `defects.tsv`: `string` stands in the original of report `file` from `start` to `end`."""

    id: str
    file: str
    line: int
    start: int
    end: int
    string: str
    kind: str
    right: str
    severity: int

    def explains(self, place: tuple[int, int], rule: str) -> bool:
        """Whether what a rule says at a place of the text is what this row is about."""
        start, end = place
        is_longer = end - start > self.end - self.start + LONGER
        return rule in RULES[self.kind] and start < self.end and self.start < end and not is_longer


@dataclass(frozen=True)
class Told:
    """A finding with its places in the original's text; there are none for what stands in the YAML only."""

    file: str
    finding: Finding
    places: tuple[tuple[int, int], ...]
    line: int

    def is_explained(self, rows: tuple[Row, ...]) -> bool:
        """Whether any row explains one of its places."""
        return any(self.is_explained_by(row) for row in rows)

    def is_explained_by(self, row: Row) -> bool:
        return row.file == self.file and any(row.explains(place, self.finding.code) for place in self.places)


@cache
def table() -> tuple[Row, ...]:
    """All rows, in their order."""
    with (ORIGINALS / "defects.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(
                *(row["id"], row["file"], int(row["line"]), int(row["start"]), int(row["end"])),
                *(row["string"].replace("\\n", "\n"), row["class"], row["right"], int(row["severity"])),
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def wrong() -> tuple[Row, ...]:
    """What is wrong beyond doubt, without what a parser of sentences or the content language itself is for."""
    left_out = ("grammar", "head-markup")
    return tuple(row for row in table() if row.severity == 1 and row.kind not in left_out and row.id != "B119")


def inconsistent() -> tuple[Row, ...]:
    """What is inconsistent, with the same left out, and what the content language has no place for."""
    left_out = ("grammar", "whitespace", "markup", "head-markup")
    return tuple(row for row in table() if row.severity == 2 and row.kind not in left_out)


@cache
def original(letter: str) -> str:
    return (ORIGINALS / f"{REPORTS[letter]}.txt").read_text("utf-8")


@cache
def aligned(letter: str) -> Mapping[int, int]:
    """For each character of the YAML file that stands in the original, too, its place there."""
    text = original(letter)
    yaml = (ORIGINALS / f"{REPORTS[letter]}.yaml").read_text("utf-8")
    there, here = list(_cores(text)), list(_cores(yaml))
    matcher = SequenceMatcher(None, [word for word, _ in here], [word for word, _ in there], autojunk=False)
    places: dict[int, int] = {}
    for at, to, size in matcher.get_matching_blocks():
        for (word, source), (_, target) in zip(here[at : at + size], there[to : to + size], strict=True):
            first = min(_before(yaml, source), _before(text, target))
            last = min(_behind(yaml, source + len(word)), _behind(text, target + len(word)))
            places |= {source + step: target + step for step in range(-first, len(word) + last)}
    return places


def _cores(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text, and where they begin; marks around them may be the YAML's own or the heading's."""
    for found in re.finditer(r"\S+", text):
        word = found[0].strip("#*\"'")
        if word:
            yield word, found.start() + found[0].index(word)


def _before(text: str, start: int) -> int:
    return len(text[:start]) - len(text[:start].rstrip("#*\"'"))


def _behind(text: str, end: int) -> int:
    return len(text[end:]) - len(text[end:].lstrip("#*\"'"))


def place(letter: str, span: Span) -> tuple[int, int] | None:
    """Where a span of the YAML file stands in the original; an empty one stands at the character behind it."""
    known = aligned(letter)
    there = [known[at] for at in range(span.start, max(span.end, span.start + 1)) if at in known]
    return (min(there), max(there) + 1) if there else None


def findings(select: str) -> tuple[Told, ...]:
    """What is found in both originals by the rules of a group: those on by default, or all."""
    world = DiskWorld()
    folders = Folders(world)
    told: list[Told] = []
    for letter, name in REPORTS.items():
        path = str(ORIGINALS / f"{name}.yaml")
        outcome = check(world, Job(path, orders=Orders(select=(select,))), folders)
        (source,) = [source for source in outcome.sources if source.path == path]
        for finding in outcome.findings:
            spans = [span for span in (finding.span, *finding.also) if span.path == path]
            places = tuple(found for span in spans if (found := place(letter, span)))
            told.append(Told(letter, finding, places, source.position(finding.span.start)[0]))
    return tuple(told)


def found(rows: tuple[Row, ...], told: tuple[Told, ...]) -> tuple[Row, ...]:
    """The rows that explain a finding."""
    return tuple(row for row in rows if any(one.is_explained_by(row) for one in told))


def unexplained(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """The findings that no row explains."""
    return tuple(one for one in told if not one.is_explained(table()))
