"""Finds a number that does not match how many things are then named.

Why it matters: *three recommendations*, and four follow: one was added and the number forgotten, or one was lost.
Readers count.

Example:

    two priorities: data, training, and funds     →       three priorities: data, training, and funds
    The four aims below:  (and three bullets)     →       The three aims below:

What to do: count, and correct the number or the list. Looked at are lists after a colon, bulleted and numbered lists,
*the first, the second, …* in one paragraph, and the numbers of panels and keynotes that the introduction gives. Lists
that can be counted in more than one way are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Passage, Place, Stretch
from docgen.document.kernel import List
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.model import Kind

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_CLAIM = r"\b(?P<number>" + "|".join(NUMBERS[1:]) + r")"
_BEFORE_COLON = regex(
    rf"{_CLAIM} (?:(?!of\b|or\b|and\b|to\b)[\w’-]+ ){{0,4}}?(?P<noun>[a-z]+s)"
    r"(?P<rest>(?: [a-z][\w’-]*){0,6}):(?= |$)",
    re.I,
)
_SERIES = regex(rf"{_CLAIM} (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z]+s)\b", re.I)
_ORDINAL = regex(
    r"(?:(?<=[.;:] )|(?<=, )|(?<=, and )|(?<=; and ))(?:(?:The|A|the|a) )?(?P<ordinal>"
    + "|".join(ORDINALS)
    + r")(?:ly)?\b(?!-| of the| half)",
    re.I,
)
_LAST = regex(r"(?:(?<=[.;] )|(?<=; and ))(?:Finally|Lastly|Last|The (?:last|final)|finally|lastly)\b")
_LABEL = regex(r"(?<![\w(])\((?:[a-l]|[ivx]{1,4}|\d{1,2})\) ")
_PANELS = regex(
    rf"{_CLAIM} (?:(?:thematic|expert|substantive|plenary|interactive|main) )?"
    r"(?P<noun>panels|panel discussions|panel sessions|keynote addresses|keynote speeches|keynotes)\b",
    re.I,
)
_OPEN = regex(
    r"\b(?:such as|including|include|among|like|e\.g\.|for example|for instance|etc|inter alia|at least|more than"
    r"|up to)\b",
    re.I,
)
_PEOPLE = regex(
    r"(?:er|or|ist|ant|ent|chair|expert|member|people|representative|official|delegate|colleague|minister)s$", re.I
)
_APPOSED = regex(r"\b(?:which|who|whose|where|with|the latter|namely|that is|i\.e)\b|\(|—|–")


@rule(Severity.WARNING, languages=("en",))
def count_claim(subject: Subject) -> Iterator[Flaw]:
    """Each such number."""
    for passage in subject.prose:
        if passage.place is not Place.QUOTE and passage.language == subject.language:
            yield from behind_colon(passage)
            yield from in_series(passage)
    yield from listed(subject)
    yield from panels(subject)


def flaw(passage: Passage, found: re.Match[str], named: int) -> Iterator[Flaw]:
    """What there is to say of a number, if it is not that of the things named."""
    written = Stretch(passage, *found.span("number"))
    if NUMBERS.index(found["number"].lower()) + 1 == named or written.marks & (Mark.QUOTED | Mark.FOREIGN):
        return
    right = NUMBERS[named - 1] if 1 < named <= len(NUMBERS) else str(named)
    right = right.capitalize() if written.value[0].isupper() else right
    message = (
        f"this says {written.value.lower()} {found['noun']}, and {right.lower()} {'is' if named == 1 else 'are'} named"
    )
    remedy = unsafe(written.replaced(right)) if named > 1 else None
    yield Flaw(written, message, "correct the number, or the list", remedy)


def behind_colon(passage: Passage) -> Iterator[Flaw]:
    """*Three aims: this, that, and those.*"""
    if ":" not in passage.value:
        return
    for sentence in passage.sentences:
        found = _BEFORE_COLON.search(sentence.value)
        if found is None or _PEOPLE.search(found["noun"]) or _OPEN.search(found.group()):
            continue
        claimed = NUMBERS.index(found["number"].lower()) + 1
        counts = ways_to_count(sentence.value[found.end() :])
        if counts and claimed not in counts:
            whole = next(_BEFORE_COLON.finditer(passage.value, sentence.start, sentence.end), None)
            if whole is not None:
                yield from flaw(passage, whole, counts[0])


def ways_to_count(written: str) -> list[int]:
    """How many things a list in a sentence may name, the likeliest first; empty where nobody can say."""
    written = written.strip().rstrip(".!?”’\"'")
    labels = _LABEL.findall(f" {written}")
    if labels:
        return [len(labels)]
    if _OPEN.search(written) or ":" in written:
        return []
    if ";" in written:
        return [written.count(";") + 1]
    parts = [part.strip() for part in written.split(",")]
    if len(parts) < 2 or _APPOSED.search(written) or any(len(part.split()) > 6 for part in parts):
        return []
    is_serial = re.match(r"(?:and|or) ", parts[-1]) is not None
    joins = sum(len(re.findall(r" (?:and|or) ", part)) for part in parts)
    if not is_serial and " and " not in parts[-1] and " or " not in parts[-1]:
        return []
    least = len(parts) if is_serial else len(parts) + 1
    if joins > (0 if is_serial else 1):
        return list(range(len(parts), len(parts) + joins + 1))
    return [least]


def in_series(passage: Passage) -> Iterator[Flaw]:
    """*Five areas. The first … The fourth … Finally …*, in one paragraph."""
    if "irst" not in passage.value:
        return
    ordinals = [
        (found.start(), ORDINALS.index(found["ordinal"].lower()) + 1) for found in _ORDINAL.finditer(passage.value)
    ]
    starts = [at for at, ordinal in ordinals if ordinal == 1]
    if len(starts) != 1:
        return
    claims = [
        found
        for found in _SERIES.finditer(passage.value, 0, starts[0])
        if not _OPEN.search(passage.value[max(0, found.start() - 12) : found.start()])
    ]
    behind = [ordinal for at, ordinal in ordinals if at >= starts[0]]
    if not claims or behind != list(range(1, len(behind) + 1)) or len(behind) < 2:
        return
    if passage.value.count(".", claims[-1].end(), starts[0]) > 1:
        return
    claimed = NUMBERS.index(claims[-1]["number"].lower()) + 1
    ends = _LAST.search(passage.value, starts[0]) is not None
    named = len(behind) + ends
    if claimed in (len(behind), named) or (named < claimed and (named < 3 or claimed - named > 1)):
        return
    yield from flaw(passage, claims[-1], named)


def listed(subject: Subject) -> Iterator[Flaw]:
    """*The following three aims:* and a list."""
    lists = {id(child): len(one.items) for one in subject.nodes(List) for child in one.items[0].children[:1]}
    for before, first in pairwise(subject.passages) if lists else ():
        if first.place is not Place.ITEM or id(first.node) not in lists or not before.value.rstrip().endswith(":"):
            continue
        sentence = before.sentences[-1] if before.sentences else before
        found = [one for one in _BEFORE_COLON.finditer(before.value) if one.start() >= getattr(sentence, "start", 0)]
        if found and found[-1].end() >= len(before.value.rstrip()):
            yield from flaw(before, found[-1], lists[id(first.node)])


def panels(subject: Subject) -> Iterator[Flaw]:
    """*Three panels* in the introduction, and the sections that are panels."""
    kinds = [part.kind for part in subject.parts]
    for passage in subject.prose:
        if passage.place is not Place.INTRODUCTION:
            continue
        for found in _PANELS.finditer(passage.value):
            kind = Kind.PANEL if "panel" in found["noun"].lower() else Kind.KEYNOTE
            named = kinds.count(kind)
            if named > 1:
                yield from flaw(passage, found, named)
