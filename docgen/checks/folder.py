"""What stands around a report: the other reports of its folder, and the words that folder and style declare.

It is read once in a run, and facts are kept from one run to the next by what the files hold.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import field
from functools import cached_property, partial
from typing import TYPE_CHECKING

from docgen.cache import Recent, cache_key
from docgen.checks.settling.vocabulary import FILE, Vocabulary, line_ends, read_words
from docgen.findings import Finding, Span
from docgen.noting import Answer, NotingWorld, answers_alike
from docgen.reading.limits import Limits
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.report.files import SHARED, is_report
from docgen.world import Unreachable, World, folder_of, join

if TYPE_CHECKING:
    from docgen.checks.facts import Facts

_NOTHING = b""
"""What is kept of a file that is no report, or one that cannot be read, behind what that was seen from."""

_ALONE = b"[]"
"""What stands above the facts of a report that includes nothing."""

_LATELY: Recent[bytes] = Recent(256)
"""The facts of reports as they are kept, by the same key as in the cache."""


@dataclass(frozen=True, slots=True)
class Words:
    """A vocabulary, the files it was read from, and what is wrong with them."""

    vocabulary: Vocabulary
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Known:
    """The facts of a report as they are kept. Mostly nobody wants more of them than that they are the same."""

    kept: bytes
    read: Callable[[], bytes]

    @cached_property
    def facts(self) -> tuple[Facts, ...]:
        """The facts; none of what is no report."""
        from docgen.checks.facts import Facts  # which draws in all that reads reports

        told = self.kept.partition(b"\n")[2]
        if told == _NOTHING:
            return ()
        try:
            return (Facts.from_json(told),)
        except (ValueError, TypeError):  # what another docgen kept
            return _Known(self.read(), self.read).facts


@dataclass
class Folders:
    """What is known of folders, remembered for the length of a run in which no file changes."""

    world: World
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _shared: dict[str, str] = field(default_factory=dict)
    _facts: dict[str, _Known] = field(default_factory=dict)

    def sisters(self, path: str, limits: Limits) -> tuple[Facts, ...]:
        """The facts of the other reports in the folder of a report, by file name."""
        return tuple(facts for known in self._others(path, limits) for facts in known.facts)

    def digest(self, path: str, limits: Limits) -> str:
        """What the facts of the other reports come to, in few letters; it changes with any of them."""
        told = "".join(hashlib.sha256(known.kept).hexdigest() for known in self._others(path, limits))
        return hashlib.sha256(told.encode()).hexdigest()

    def reports(self, folder: str, limits: Limits) -> tuple[Facts, ...]:
        """The facts of all reports in a folder, by file name."""
        return tuple(facts for known in self._of(folder, self._reports(folder), limits) for facts in known.facts)

    def _others(self, path: str, limits: Limits) -> list[_Known]:
        folder, own = folder_of(path), path.replace("\\", "/").rpartition("/")[2]
        return self._of(folder, [name for name in self._reports(folder) if name != own], limits)

    def _reports(self, folder: str) -> tuple[str, ...]:
        if folder not in self._names:
            shared = join(folder, SHARED)
            self._names[folder] = tuple(sorted(name for name in self.world.list(folder) if is_report(name)))
            self._shared[folder] = self._digest(shared) if self.world.exists(shared) else ""
        return self._names[folder]

    def _of(self, folder: str, names: Iterable[str], limits: Limits) -> list[_Known]:
        found = []
        for name in names:
            path = join(folder, name)
            if path not in self._facts:
                read = partial(self._read, path, name, limits)
                self._facts[path] = _Known(self._recalled(path, name, self._shared[folder], limits, read), read)
            found.append(self._facts[path])
        return found

    def _recalled(self, path: str, name: str, shared: str, limits: Limits, read: Callable[[], bytes]) -> bytes:
        """The facts of one report as they are kept, or read anew."""
        cache = self.world.cache()
        key = cache_key("facts", name, self._digest(path), shared, repr(limits))
        kept = _LATELY.recall(key)
        if kept is None or not self._stands(kept):
            kept = cache.recall(key)
            if kept is None or not self._stands(kept):
                kept = read()
                cache.keep(key, kept)
            _LATELY.keep(key, kept)
        return kept

    def _stands(self, kept: bytes) -> bool:
        """Whether those files that a report includes still hold what its facts were made from."""
        asked = kept.partition(b"\n")[0]
        if asked == _ALONE:
            return True
        try:
            answers = [(tuple(question), answer) for question, answer in json.loads(asked)]
        except (ValueError, TypeError):  # what another docgen kept
            return False
        return answers_alike(self.world, answers, _in_few_letters)

    def _read(self, path: str, name: str, limits: Limits) -> bytes:
        """The facts of one report to be kept, `_NOTHING` for what is none; on the line above what it includes."""
        from docgen.checks.facts import facts_of
        from docgen.report.reading import read_report

        noted = NotingWorld(self.world, _in_few_letters)
        reading = read_report(noted, path, limits)
        own = (path, join(folder_of(path), SHARED))
        asked = json.dumps([one for one in noted.answers.items() if one[0][1] not in own]).encode()
        if reading.report is None or reading.lost:
            return asked + b"\n" + _NOTHING
        return asked + b"\n" + facts_of(reading.report, name).to_json()

    def _digest(self, path: str) -> str:
        try:
            return hashlib.sha256(self.world.read(path, within=folder_of(path))).hexdigest()
        except Unreachable:
            return "unreachable"


def _in_few_letters(answer: Answer) -> str:
    """An answer of the world as it is kept."""
    return hashlib.sha256(answer).hexdigest() if isinstance(answer, bytes) else str(answer)


def read_vocabulary(world: World, path: str, styles: Iterable[str]) -> Words:
    """The vocabulary for a report; `styles` are the files of its style and of those that it extends."""
    own, findings, sources = _words(world, folder_of(path))
    ends = line_ends(sources[0], own) if sources else {}
    inherited: dict[str, Span] = {}
    for style in styles:
        words, faults, files = _words(world, folder_of(style))
        inherited |= words
        findings, sources = (*findings, *faults), (*sources, *files)
    return Words(Vocabulary(own, inherited, ends), sources, findings)


def _words(world: World, folder: str) -> tuple[dict[str, Span], tuple[Finding, ...], tuple[Source, ...]]:
    path = join(folder, FILE)
    try:
        text = world.read(path, within=folder).decode("utf-8")
    except Unreachable:
        return {}, (), ()
    except UnicodeDecodeError:
        fault = Finding.error(Span(path, 0, 0), "not-utf-8", "this file is not in UTF-8", "save it as UTF-8")
        return {}, (fault,), ()
    source = Source(path, text.removeprefix("\ufeff"), bom=text.startswith("\ufeff"))
    words, findings = read_words(source)
    return words, findings, (source,)
