"""What stands around a report: the other reports of its folder, and the words that folder and style declare.

It is read once in a run, and facts are kept from one run to the next by what the files hold.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.cache import cache_key
from docgen.checks.facts import NOTHING, Facts, facts_of
from docgen.checks.settling.vocabulary import FILE, Vocabulary, line_ends, read_words
from docgen.findings import Finding, Span
from docgen.reading.nodes import Limits
from docgen.reading.text import Source
from docgen.report.reading import SHARED, is_report, read_report
from docgen.world import Unreachable, World, folder_of, join

_FIELDS = ",".join(field.name for field in dataclasses.fields(Facts))


@dataclass(frozen=True, slots=True)
class Words:
    """A vocabulary, the files it was read from, and what is wrong with them."""

    vocabulary: Vocabulary
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """The facts of a report, and what they come to in few letters."""

    facts: Facts
    digest: str


@dataclass
class Folders:
    """What is known of folders, remembered for the length of a run in which no file changes."""

    world: World
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _shared: dict[str, str] = field(default_factory=dict)
    _facts: dict[str, _Known] = field(default_factory=dict)

    def sisters(self, path: str, limits: Limits) -> tuple[Facts, ...]:
        """The facts of the other reports in the folder of a report, by file name."""
        return tuple(known.facts for known in self._others(path, limits))

    def digest(self, path: str, limits: Limits) -> str:
        """What the facts of the other reports come to, in few letters; it changes with any of them."""
        told = "".join(known.digest for known in self._others(path, limits))
        return hashlib.sha256(told.encode()).hexdigest()

    def reports(self, folder: str, limits: Limits) -> tuple[Facts, ...]:
        """The facts of all reports in a folder, by file name."""
        return tuple(known.facts for known in self._of(folder, self._reports(folder), limits))

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
                facts = self._read(path, name, self._shared[folder], limits)
                self._facts[path] = _Known(facts, hashlib.sha256(facts.to_json()).hexdigest())
            found.append(self._facts[path])
        return [known for known in found if known.facts is not NOTHING]

    def _read(self, path: str, name: str, shared: str, limits: Limits) -> Facts:
        """The facts of one report, recalled or read; `NOTHING` for what is none."""
        cache = self.world.cache()
        key = cache_key("facts", _FIELDS, name, self._digest(path), shared)
        kept = cache.recall(key)
        if kept is not None:
            with contextlib.suppress(ValueError, TypeError):
                return Facts.from_json(kept)
        reading = read_report(self.world, path, limits)
        if reading.report is None or reading.lost:
            return NOTHING
        facts = facts_of(reading.report, name)
        cache.keep(key, facts.to_json())
        return facts

    def _digest(self, path: str) -> str:
        try:
            return hashlib.sha256(self.world.read(path, within=folder_of(path))).hexdigest()
        except Unreachable:
            return "unreachable"


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
