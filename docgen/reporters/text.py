"""Findings as text: place, fact, the line with a mark under it, and the way out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from docgen.findings import Finding, Safety, Severity, Span
from docgen.reading.text import Source
from docgen.reporters.run import Run

_WIDEST = 110

MOST_ALSO = 8
"""How many further places of one finding are named."""


class Paint(NamedTuple):
    """The marks by which a terminal changes its colours (ECMA-48); empty where it shall not."""

    place: str = ""
    levels: Mapping[Severity, str] = {}
    carets: str = ""
    end: str = ""

    def level(self, severity: Severity) -> str:
        """The colour of a severity."""
        return self.levels.get(severity, "")


PLAIN = Paint()
COLOURED = Paint(
    place="\x1b[1m",
    levels={Severity.HINT: "\x1b[36m", Severity.WARNING: "\x1b[33m", Severity.ERROR: "\x1b[31m"},
    carets="\x1b[32m",
    end="\x1b[0m",
)


def report(run: Run) -> str:
    """Everything that was found."""
    return report_text(run.findings, run.sources)


def report_text(findings: Iterable[Finding], sources: Mapping[str, Source], paint: Paint = PLAIN) -> str:
    """All findings, a block of lines each, in the order given.

    `sources` are the files they stand in; a finding in a file that is not among them is given without its line.
    """
    return "".join(_block(found, sources, paint) for found in findings)


def _block(found: Finding, sources: Mapping[str, Source], paint: Paint) -> str:
    source = sources.get(found.span.path)
    if source is None:
        place, margin, excerpt = found.span.path, 4, ""
    else:
        line, column = source.position(min(found.span.start, len(source.text)))
        place, margin = f"{found.span.path}:{line}:{column}", len(str(line)) + 3
        excerpt = _excerpt(found, source, line, column, paint)
    level = f"{paint.level(found.severity)}{found.severity.label}[{found.code}]{paint.end}"
    head = f"{paint.place}{place}{paint.end}: {level} {_one_line(found.message)}{_FIXABLE[_safety(found)]}\n"
    also = f"{' ' * margin}= also at {_places(found, sources)}\n" if found.also else ""
    advice = "".join(f"{' ' * margin}{'= ' if first else '  '}{text}\n" for first, text in _lines(found.advice))
    return head + excerpt + also + advice


_FIXABLE = {None: "", Safety.SAFE: " (fixable)", Safety.UNSAFE: " (fixable, unsafe)"}


def _safety(found: Finding) -> Safety | None:
    return found.fix.safety if found.fix else None


def _places(found: Finding, sources: Mapping[str, Source]) -> str:
    """Further places of a finding as lines and columns, those in another file with its name."""
    told = [_place(span, sources, found.span.path) for span in found.also[:MOST_ALSO]]
    more = f" and {len(found.also) - MOST_ALSO} more" if len(found.also) > MOST_ALSO else ""
    return ", ".join(told) + more


def _place(span: Span, sources: Mapping[str, Source], path: str) -> str:
    if span.path not in sources:
        return span.path
    line, column = sources[span.path].position(span.start)
    return f"{line}:{column}" if span.path == path else f"{span.path}:{line}:{column}"


def _lines(advice: str) -> Iterable[tuple[bool, str]]:
    return ((number == 0, line) for number, line in enumerate(advice.splitlines()))


def _excerpt(found: Finding, source: Source, line: int, column: int, paint: Paint) -> str:
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
    return f"  {number} | {_printable(shown)}\n  {' ' * len(number)} | {' ' * pad}{paint.carets}{carets}{paint.end}\n"


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
