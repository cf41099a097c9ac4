"""YAML as nodes with places: every mistake of a file found at once, none hiding another."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml

from docgen.expressions import regex
from docgen.findings import Finding, Span, in_order
from docgen.reading.comments import cut_by_comment, cut_in_name
from docgen.reading.composing import BeyondLimits, Composer, Mapping, Node, Sequence
from docgen.reading.decoding import decode
from docgen.reading.diagnosis import UNKNOWN, diagnose
from docgen.reading.draft import Draft, Mistake
from docgen.reading.limits import Limits
from docgen.reading.scalars import Scalar
from docgen.reading.slips import missing_space
from docgen.reading.text import Source
from docgen.reading.trouble import Trouble
from docgen.records import dataclass

__all__ = [
    "Mapping",
    "Node",
    "Parsed",
    "Scalar",
    "Sequence",
    "cut_by_comment",
    "cut_in_name",
    "missing_space",
    "parse",
    "parse_list",
]

MOST_ATTEMPTS = 60
"""How often a file is read again after a mistake before docgen leaves the rest for the next time."""

MOST_READ = 60_000_000
"""How many characters are read in all these attempts, each node counting as many as `NODE` says."""

NODE = 400
"""How many characters could be read in the time that one node takes."""

MOST_FINDINGS = 100
"""How many mistakes of one file are told."""

MOST_SEARCHED = 100_000
"""How many characters of an entry that is given up are searched for keys."""

_TOP_KEY = regex(r"^(?:[^\s#\-:\"'][^:\n]*|\"[^\"\n]*\"|'[^'\n]*'):(?=\s|$)", re.MULTILINE)
_ANY_KEY = regex(r"^[ \t]*(?:- +)*([\w-]+)[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What could be read of a file.

    `root` is None where nothing could. `broken` names the top-level keys whose values were given up because of a
    syntax error, so that no "missing key" follows from the first mistake.
    """

    source: Source
    root: Node | None
    findings: tuple[Finding, ...]
    broken: frozenset[str] = frozenset()


def parse(path: str, data: bytes, limits: Limits = Limits()) -> Parsed:  # noqa: B008 (a frozen value)
    """Decode and compose one YAML file; every mistake is a placed finding, none hides another."""
    return _parse(path, data, limits, _no_report)


def parse_list(path: str, data: bytes, limits: Limits) -> Parsed:
    """Decode and compose one YAML file that is a list, as those are that others include."""
    return _parse(path, data, limits, _no_list)


def _parse(path: str, data: bytes, limits: Limits, refuse: _Refusal) -> Parsed:
    decoded = decode(path, data, limits.bytes)
    if decoded.draft is None:
        return Parsed(decoded.source, None, decoded.findings)
    reading = _Reading(decoded.source, decoded.draft, [*decoded.findings], refuse)
    root = reading.read(limits)
    return Parsed(decoded.source, root, _told(reading.findings), frozenset(reading.broken))


class _Reading:
    """The attempts at one file: after each mistake the draft is mended, or an entry given up, and read again."""

    def __init__(self, source: Source, draft: Draft, findings: list[Finding], refuse: _Refusal) -> None:
        self.findings, self.broken, self._refuse = findings, set[str](), refuse
        self._source, self._draft = source, draft

    def read(self, limits: Limits) -> Node | None:
        """The root node after the last mistake, or None."""
        spent = 0
        for _ in range(MOST_ATTEMPTS):
            composer = Composer(self._source, self._draft, limits)
            try:
                root = composer.compose()
            except BeyondLimits as beyond:
                self._tell(beyond.mistake)
                return None
            except yaml.MarkedYAMLError as error:
                self._recover(diagnose(_trouble(self._draft.text, error, composer)))
            else:
                mendable = [mistake for mistake in composer.mistakes if mistake.mends]
                if not mendable:
                    return self._finish(root, composer.mistakes)
                self._mend(mendable)
            spent += len(self._draft.text) + NODE * composer.count
            if spent > MOST_READ:
                break
        self._give_up(0, len(self._draft.text))
        message = "there are more mistakes in this file than can be told at once"
        end = max(found.span.end for found in self.findings)
        place = Span(self._source.path, end, end)
        self.findings.append(Finding.error(place, "more-errors", message, "mend those above first"))
        return None

    def _give_up(self, start: int, end: int) -> None:
        """Note the keys of a part of the draft as broken; those far behind its beginning do not matter."""
        named = _ANY_KEY.finditer(self._draft.text, start, min(end, start + MOST_SEARCHED))
        self.broken |= {found.group(1) for found in named}

    def _finish(self, root: Node | None, mistakes: list[Mistake]) -> Node | None:
        """The root of a draft that YAML takes, with what is to be said of it."""
        for mistake in mistakes:
            if not self._is_mended(mistake.start):
                self._tell(mistake)
        refused = self._refuse(self._draft.text, root)
        if refused is None:
            return root
        if not self.findings:
            self._tell(refused)
        return None

    def _mend(self, mistakes: list[Mistake]) -> None:
        """Mend what YAML took without a word; what stands on a line already mended follows from the first mistake."""
        for mistake in mistakes:
            if not self._is_mended(mistake.start):
                self._tell(mistake)
        self._draft = self._draft.with_mends(mend for mistake in mistakes for mend in mistake.mends)

    def _recover(self, mistake: Mistake) -> None:
        """Mend a syntax error, or give up the top-level entry it stands in."""
        start, end = _entry_around(self._draft.text, mistake.start)
        followed = self._is_mended(mistake.start)
        if mistake.code == UNKNOWN:  # it may follow from any mistake before it
            followed = bool(self.findings)
        if not followed:
            self._tell(mistake)
        if mistake.mends and not followed:
            self._draft = self._draft.with_mends(mistake.mends)
            return
        self._give_up(start, end)
        self._draft = self._draft.blanked(start, end)

    def _is_mended(self, offset: int) -> bool:
        """Whether something was mended before on the line of a draft offset."""
        place = self._draft.to_source(offset)
        start, end = self._source.text.rfind("\n", 0, place) + 1, self._source.text.find("\n", place)
        return self._draft.is_mended_in(start, end if end >= 0 else len(self._source.text) + 1)

    def _tell(self, mistake: Mistake) -> None:
        self.findings.append(mistake.finding(self._source.path, self._draft))


def _trouble(text: str, error: yaml.MarkedYAMLError, composer: Composer) -> Trouble:
    """A syntax error as the rules of diagnosis see it."""
    at = error.problem_mark.index if error.problem_mark else len(text)
    since = error.context_mark.index if error.context_mark else at
    return Trouble(text, error.problem or "", at, error.context or "", since, composer.scalar, composer.bracket)


def _entry_around(text: str, offset: int) -> tuple[int, int]:
    """Where the top-level entry begins and ends that an offset stands in; where that one is blank, the one above."""
    start, end = _entry_at(text, offset)
    if not text[start:end].strip():
        start, end = _entry_at(text, max(0, len(text[:start].rstrip()) - 1))
    return (start, end) if text[start:end].strip() else (0, len(text))


def _entry_at(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    while start > 0 and not _TOP_KEY.match(text, start):
        start = text.rfind("\n", 0, start - 1) + 1
    following = _TOP_KEY.search(text, max(offset, start + 1))
    return start, following.start() if following else len(text)


def _no_report(text: str, root: Node | None) -> Mistake | None:
    """What to say of a file that YAML takes, but that holds no keys."""
    if isinstance(root, Mapping):
        return None
    start_with = "run 'docgen new' for a report to begin with"
    if not _holds_something(root):
        return _empty(text, start_with)
    what = "a list" if isinstance(root, Sequence) else "plain text"
    advice = f"begin with a line such as  title: …  or {start_with}"
    if isinstance(root, Sequence):
        advice += "; a list that reports include stands in a folder below theirs"
    return Mistake(
        *_first_line(text),
        "no-keys",
        f"this file is {what}; a report is made of keys, a colon and a value behind each",
        advice,
    )


def _no_list(text: str, root: Node | None) -> Mistake | None:
    """What to say of a file that another includes, and that is no list."""
    if isinstance(root, Sequence):
        return None
    if not _holds_something(root):
        return _empty(text, "write the blocks and texts here that the report shall include")
    what = "a group of keys" if isinstance(root, Mapping) else "plain text"
    return Mistake(
        *_first_line(text),
        "no-list",
        f"this file is {what}; what a report includes is a list of texts and blocks",
        "begin each text and each block with a dash and a space, and indent its other lines by two",
    )


_Refusal: TypeAlias = Callable[[str, Node | None], Mistake | None]
"""What is wrong with a file as a whole, None where nothing is."""


def _holds_something(root: Node | None) -> bool:
    return root is not None and not (isinstance(root, Scalar) and root.is_null)


def _empty(text: str, advice: str) -> Mistake:
    if not text.strip():
        return Mistake(0, 0, "empty-file", "this file is empty", advice)
    advice = f"take the # away in front of the keys, or {advice}" if "docgen new" in advice else advice
    return Mistake(*_first_line(text), "empty-file", "there is nothing but comments in this file", advice)


def _first_line(text: str) -> tuple[int, int]:
    """Where the first line begins and ends that is not blank."""
    first = len(text) - len(text.lstrip())
    end = text.find("\n", first)
    return min(first, len(text)), end if end >= 0 else len(text)


def _told(findings: list[Finding]) -> tuple[Finding, ...]:
    """The first findings, and that there are more where there are."""
    ordered = in_order(findings)
    if len(ordered) <= MOST_FINDINGS:
        return ordered
    message = "here and below there are more mistakes than can be told at once"
    place = ordered[MOST_FINDINGS].span
    return (*ordered[:MOST_FINDINGS], Finding.error(place, "more-errors", message, "mend those above first"))
