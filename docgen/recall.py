"""Findings from one run to the next: as long as nothing has changed that they were made from, nothing is read again.

What a check asks of the world is noted with the answers. When the world answers alike, the outcome is the same, too;
so nothing depends on knowing in advance what a check will look at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from docgen.cache import Cache
from docgen.findings import Edit, Finding, Fix, Safety, Severity, Span
from docgen.job import Exit, Outcome
from docgen.reading.decoding import decode
from docgen.reading.text import Source
from docgen.world import Unreachable, World

Question: TypeAlias = tuple[str, ...]
"""What is asked of a world, and about what."""


def recalled(world: World, key: str, look: Callable[[World], Outcome]) -> Outcome:
    """The outcome kept under `key`, if the world still answers as it did then; else that of a new look, then kept."""
    cache = world.cache()
    kept = _unpacked(cache.recall(key))
    if kept is not None and all(_answer(world, asked) == answer for asked, answer in kept[0]):
        return replace(kept[1], sources=tuple(_source(world, path) for path in kept[2]))
    noted = NotingWorld(world)
    outcome = look(noted)
    if outcome.exit in (Exit.DONE, Exit.CONTENT):
        cache.keep(key, json.dumps([list(noted.answers.items()), _packed(outcome)], ensure_ascii=False).encode())
    return outcome


@dataclass
class NotingWorld:
    """A world that notes what it was asked, and what it answered."""

    world: World
    answers: dict[Question, str] = field(default_factory=dict)

    def read(self, path: str, *, within: str | None = None) -> bytes:
        asked = ("read", path) if within is None else ("read", path, within)
        try:
            data = self.world.read(path, within=within)
        except Unreachable as error:
            self.answers[asked] = error.reason.name
            raise
        self.answers[asked] = _digest(data)
        return data

    def exists(self, path: str) -> bool:
        self._note(("exists", path))
        return self.world.exists(path)

    def list(self, folder: str) -> tuple[str, ...]:
        self._note(("list", folder))
        return self.world.list(folder)

    def write(self, path: str, data: bytes) -> None:
        self.world.write(path, data)

    def style_folders(self, beside: str) -> tuple[str, ...]:
        self._note(("style-folders", beside))
        return self.world.style_folders(beside)

    def dictionary_folders(self) -> tuple[str, ...]:
        self._note(("dictionary-folders",))
        return self.world.dictionary_folders()

    def timestamp(self) -> int | None:
        self._note(("timestamp",))
        return self.world.timestamp()

    def wants_tracebacks(self) -> bool:
        return self.world.wants_tracebacks()

    def cache(self) -> Cache:
        return self.world.cache()

    def _note(self, asked: Question) -> None:
        if asked not in self.answers:
            self.answers[asked] = _answer(self.world, asked)


def _answer(world: World, asked: Question) -> str:
    """What a world answers, in few letters."""
    match asked:
        case ("read", path, *within):
            try:
                return _digest(world.read(path, within=within[0] if within else None))
            except Unreachable as error:
                return error.reason.name
        case ("exists", path):
            return str(world.exists(path))
        case ("list", folder):
            return "\n".join(world.list(folder))
        case ("style-folders", beside):
            return "\n".join(world.style_folders(beside))
        case ("dictionary-folders",):
            return "\n".join(world.dictionary_folders())
        case _:
            return str(world.timestamp())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _source(world: World, path: str) -> Source:
    """A file that findings stand in, read again; it holds what it held when they were made."""
    data = world.read(path)
    return decode(path, data, len(data)).source


# ---- outcomes as they are kept


def _unpacked(data: bytes | None) -> tuple[list[tuple[Question, str]], Outcome, list[str]] | None:
    """Questions with their answers, the outcome that followed, and the paths of its sources; None for anything else.

    The texts themselves are not kept: what a draft says is nobody's business but its folder's.
    """
    try:
        answers, told = json.loads(data or b"null")
        asked = [(tuple(question), answer) for question, answer in answers]
        findings = tuple(_finding(one) for one in told["findings"])
        return asked, Outcome(told["path"], Exit(told["exit"]), findings, words=told["words"]), told["sources"]
    except (ValueError, TypeError, KeyError):
        return None


def _packed(outcome: Outcome) -> dict[str, Any]:
    return {
        "path": outcome.path,
        "exit": outcome.exit,
        "findings": [_told(one) for one in outcome.findings],
        "sources": [source.path for source in outcome.sources],
        "words": outcome.words,
    }


def _told(finding: Finding) -> list[Any]:
    fix = finding.fix
    return [
        _place(finding.span),
        finding.severity,
        finding.code,
        finding.message,
        finding.advice,
        [fix.safety.value, [[_place(edit.span), edit.replacement] for edit in fix.edits]] if fix else None,
        [_place(span) for span in finding.also],
        finding.word,
    ]


def _finding(told: list[Any]) -> Finding:
    span, severity, code, message, advice, fix, also, word = told
    return Finding(
        Span(*span),
        Severity(severity),
        code,
        message,
        advice,
        Fix(tuple(Edit(Span(*span), new) for span, new in fix[1]), Safety(fix[0])) if fix else None,
        tuple(Span(*one) for one in also),
        word,
    )


def _place(span: Span) -> list[Any]:
    return [span.path, span.start, span.end]
