"""Comma-separated values, as spreadsheets save tables: rows of cells that know where they stand (RFC 4180).

Beyond the standard: cells may be apart by semicolons or tabs, as spreadsheets have them where the comma is the decimal
sign; a first line `sep=;` names the sign; rows and columns at the end in which nothing is written are left out.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from docgen.expressions import regex
from docgen.findings import Finding, Span
from docgen.reading.composing import Sequence
from docgen.reading.decoding import decode
from docgen.reading.limits import Limits
from docgen.reading.scalars import Scalar
from docgen.reading.text import Source
from docgen.records import dataclass

BARE, QUOTED = ",", ',"'
"""The styles of cells: as they stand, and between quotation marks, of which one inside is written twice."""

SIGNS = (";", "\t", ",")
"""What cells may be apart by, in the order in which they are believed where two would do."""

MOST_TRIED = 100
"""How many rows are looked at to tell which of them it is."""

_NAMED = regex(r"sep=([,;\t])(?:\r\n|\r|\n|$)")
_LINE_END = regex(r"\r\n|\r|\n")
_CLOSING = regex(r'(?:[^"]|"")*+"')
_STOPS = {sign: regex(f"[{sign}\r\n]") for sign in SIGNS}
_BLANKS = " \u00a0"

_ADVICE = {
    "not-utf-8": "save the table again: in Excel the file type is called CSV UTF-8",
    "not-text": "save the sheet as a table of text: in Excel the file type is called CSV UTF-8",
    "file-too-large": "a table of a report is one that somebody reads: keep the rows that matter",
}
"""What to do about mistakes that any file may have."""


@dataclass(frozen=True, slots=True)
class Separated:
    """The rows of a file, None where they could not be read; every row is a list of cells."""

    source: Source
    root: Sequence | None
    findings: tuple[Finding, ...]


def parse_separated(path: str, data: bytes, limits: Limits) -> Separated:
    """Read one file; every mistake is a placed finding."""
    decoded = decode(path, data, limits.bytes)
    findings = tuple(replace(one, advice=_ADVICE.get(one.code, one.advice)) for one in decoded.findings)
    source = decoded.source
    if decoded.draft is None:
        return Separated(source, None, findings)
    named = _NAMED.match(source.text)
    start, sign = (named.end(), named.group(1)) if named else (0, _sign(source))
    try:
        rows = _trimmed([row for row in _rows(source, sign, start, limits.nodes) if any(map(_is_written, row))])
    except _Unreadable as stopped:
        return Separated(source, None, (*findings, stopped.finding))
    if not rows:
        fault = Finding.error(Span(path, 0, 0), "empty-file", "there is nothing in this table", "save it again")
        return Separated(source, None, findings or (fault,))
    lists = tuple(Sequence(tuple(row), row[0].span | row[-1].span) for row in rows)
    return Separated(source, Sequence(lists, lists[0].span | lists[-1].span), findings)


class _Unreadable(Exception):
    """A file whose cells cannot be told apart, and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _sign(source: Source) -> str:
    """What the cells are apart by: what gives most rows the same number of them, and more than one."""

    def worth(sign: str) -> tuple[bool, float, int]:
        widths: list[int] = []
        with contextlib.suppress(_Unreadable):  # which is told once it is clear that it was this sign
            widths.extend(len(row) for row in islice(_rows(source, sign, 0, len(source.text) + 1), MOST_TRIED))
        width, times = Counter(widths).most_common(1)[0] if widths else (0, 0)
        return width > 1, times / max(1, len(widths)), width

    best = max(SIGNS, key=worth)  # of those that are as good the first
    return best if worth(best)[0] else ","


def _rows(source: Source, sign: str, at: int, most: int) -> Iterator[list[Scalar]]:
    """The rows from an offset on, blank lines left out. Raises `_Unreadable`."""
    count = 0
    while at < len(source.text):
        row: list[Scalar] = []
        ended = False
        while not ended:
            cell, at = _cell(source, sign, at)
            row.append(cell)
            count += 1
            if count > most:
                message = f"this table has more than {most:,} cells; here docgen stops reading"
                advice = "keep the rows that matter to a reader"
                raise _Unreadable(Finding.error(cell.span, "too-many-nodes", message, advice))
            line_end = _LINE_END.match(source.text, at)
            ended = line_end is not None or at >= len(source.text)
            at = line_end.end() if line_end else at + 1
        if len(row) > 1 or _is_written(row[0]):
            yield row


def _cell(source: Source, sign: str, at: int) -> tuple[Scalar, int]:
    """The cell that begins at an offset, and where it ends. Raises `_Unreadable`."""
    text, path = source.text, source.path
    begin = at
    while text[begin : begin + 1] and text[begin] in _BLANKS:
        begin += 1
    if text[begin : begin + 1] == '"':
        closing = _CLOSING.match(text, begin + 1)
        if closing is None:
            message = "the quotation mark before this cell is never closed, so all that follows would belong to it"
            advice = 'put one behind the cell; a quotation mark inside it is written twice, ""'
            raise _Unreadable(Finding.error(Span(path, begin, begin + 1), "unclosed-quote", message, advice))
        end = closing.end()
        rest = end
        while text[rest : rest + 1] and text[rest] in _BLANKS:
            rest += 1
        if rest < len(text) and text[rest] not in (sign, "\r", "\n"):
            message = "this cell goes on behind its closing quotation mark"
            advice = 'write a quotation mark inside a cell twice, "", or take the marks around it out'
            raise _Unreadable(Finding.error(Span(path, rest, rest + 1), "text-after-quote", message, advice))
        value = text[begin + 1 : end - 1].replace('""', '"')
        return Scalar(source, Span(path, begin, end), value, QUOTED), rest
    stop = _STOPS[sign].search(text, at)
    end = stop.start() if stop else len(text)
    value = text[at:end].strip(_BLANKS)
    start = begin if value else at
    return Scalar(source, Span(path, start, start + len(value)), value, BARE), end


def _is_written(cell: Scalar) -> bool:
    return bool(cell.value.strip())


def _trimmed(rows: list[list[Scalar]]) -> list[list[Scalar]]:
    """Rows without what spreadsheets leave at their ends: columns that nothing is written in."""
    width = max((at + 1 for row in rows for at, cell in enumerate(row) if _is_written(cell)), default=0)
    return [row[:width] for row in rows]
