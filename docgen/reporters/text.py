"""Findings as text: place, fact, the line with a mark under it, and the way out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from docgen.findings import Finding
from docgen.reading.text import Source

_WIDEST = 110


def report_text(findings: Iterable[Finding], sources: Mapping[str, Source]) -> str:
    """All findings, a block of lines each, in the order given.

    `sources` are the files they stand in; a finding in a file that is not among them is given without its line.
    """
    return "".join(_block(found, sources.get(found.span.path)) for found in findings)


def _block(found: Finding, source: Source | None) -> str:
    if source is None:
        place, margin, excerpt = found.span.path, 4, ""
    else:
        line, column = source.position(min(found.span.start, len(source.text)))
        place, margin = f"{found.span.path}:{line}:{column}", len(str(line)) + 3
        excerpt = _excerpt(found, source, line, column)
    head = f"{place}: {found.severity.label}[{found.code}] {_one_line(found.message)}\n"
    advice = "".join(f"{' ' * margin}{'= ' if first else '  '}{text}\n" for first, text in _lines(found.advice))
    return head + excerpt + advice


def _lines(advice: str) -> Iterable[tuple[bool, str]]:
    return ((number == 0, line) for number, line in enumerate(advice.splitlines()))


def _excerpt(found: Finding, source: Source, line: int, column: int) -> str:
    """The line the finding begins on, cut to a readable length around it, and carets under the span."""
    text = source.line(line)
    begin = column - 1
    end = max(begin + 1, min(len(text), begin + found.span.end - found.span.start))
    left = 0
    if len(text) > _WIDEST and begin > _WIDEST // 2:
        left = min(begin - _WIDEST // 3, len(text) - _WIDEST)
    right = min(len(text), left + _WIDEST)
    shown = ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")
    pad = _cells(("…" if left else "") + text[left:begin])
    carets = "^" * max(1, _cells(text[begin : min(end, right)]))
    number = str(line)
    return f"  {number} | {_printable(shown)}\n  {' ' * len(number)} | {' ' * pad}{carets}\n"


def _cells(text: str) -> int:
    """How many terminal cells a text takes (UAX 11)."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _printable(text: str) -> str:
    """The text with what a terminal would act on replaced, one cell for one cell."""
    return "".join(" " if character == "\t" else _safe(character) for character in text)


def _safe(character: str) -> str:
    return "�" if unicodedata.category(character) in ("Cc", "Cs") else character


def _one_line(message: str) -> str:
    return _printable(" ".join(message.split("\n")))
