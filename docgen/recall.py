"""Findings from one run to the next: as long as nothing has changed that they were made from, nothing is read again.

What a check asks of the world is noted with the answers. When the world answers alike, the outcome is the same, too;
so nothing depends on knowing in advance what a check will look at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from docgen.cache import Recent
from docgen.findings import Edit, Finding, Fix, Safety, Severity, Span
from docgen.job import Exit, Outcome
from docgen.noting import Answer, NotingWorld, Question, answers_alike
from docgen.reading.decoding import decode
from docgen.reading.text import Source
from docgen.world import Reason, World


def recalled(world: World, key: str, look: Callable[[World], Outcome]) -> Outcome:
    """The outcome kept under `key`, if the world still answers as it did then; else that of a new look, then kept."""
    cache = world.cache()
    kept = _unpacked(cache.recall(key))
    if kept is not None and answers_alike(world, kept[0], in_few_letters):
        return replace(kept[1], sources=tuple(source(world, path) for path in kept[2]))
    noted = NotingWorld(world, in_few_letters)
    outcome = look(noted)
    if outcome.exit in (Exit.DONE, Exit.CONTENT):
        cache.keep(key, json.dumps([list(noted.answers.items()), packed(outcome)], ensure_ascii=False).encode())
    return outcome


_LATELY: Recent[tuple[bytes, str]] = Recent(8)
"""Files that were read of late, by size and beginning, with their digests: every report's style has the same fonts."""

_LARGE, _VAST = 50_000, 2_000_000
"""From how many bytes on it is quicker to compare a file with one whose digest is known, and up to how many kept."""


def in_few_letters(answer: Answer) -> str:
    """An answer as it is kept."""
    match answer:
        case bytes():
            return digest(answer)
        case Reason():
            return answer.name
        case tuple():
            return "\n".join(answer)
        case _:
            return str(answer)


def digest(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    if not _LARGE < len(data) < _VAST:
        return hashlib.sha256(data).hexdigest()
    name = len(data), data[:64]
    known = _LATELY.recall(name)
    if known is None or known[0] != data:
        known = data, hashlib.sha256(data).hexdigest()
        _LATELY.keep(name, known)
    return known[1]


def source(world: World, path: str) -> Source:
    """A file that findings stand in, read again; it holds what it held when they were made."""
    data = world.read(path)
    return decode(path, data, len(data)).source


# ---- outcomes as they are kept


def _unpacked(data: bytes | None) -> tuple[list[tuple[Question, str]], Outcome, list[str]] | None:
    """Questions with their answers, the outcome that followed, and the paths of its sources; None for anything else."""
    try:
        answers, told = json.loads(data or b"null")
        return [(tuple(question), answer) for question, answer in answers], *unpacked(told)
    except (ValueError, TypeError, KeyError):
        return None


def unpacked(told: dict[str, Any]) -> tuple[Outcome, list[str]]:
    """An outcome, and the paths of its sources. Raises `ValueError`, `TypeError` or `KeyError` for anything else.

    The texts themselves are not kept: what a draft says is nobody's business but its folder's.
    """
    findings = tuple(_finding(one) for one in told["findings"])
    outcome = Outcome(told["path"], Exit(told["exit"]), findings, pages=told["pages"], words=told["words"])
    return outcome, told["sources"]


def packed(outcome: Outcome) -> dict[str, Any]:
    """An outcome as it is kept, but for its files."""
    return {
        "path": outcome.path,
        "exit": outcome.exit,
        "findings": [_told(one) for one in outcome.findings],
        "sources": [source.path for source in outcome.sources],
        "pages": outcome.pages,
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
