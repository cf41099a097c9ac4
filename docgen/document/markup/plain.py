"""Text that is paragraphs and nothing else, but for words *between asterisks*, read without a parser.

That is what most bodies are, and loading the parser of Markdown takes as long as reading a short report. What is said
here of a text is what the parser would say; where any sign in it might mean more, nothing is said.
"""

from __future__ import annotations

import re

from docgen.document.kernel import Paragraph
from docgen.document.runs import TextRun
from docgen.expressions import regex
from docgen.reading.text import Prose, Text
from docgen.style.roles import Role

_INLINE_MARK = r"[\\`_\[<&{]|[^\S\n]$|^[^\S\n]"
_MARK = regex(rf"{_INLINE_MARK}|[|~\x00-\x09\x0b-\x1f]|^(?:[-+=#>:]|\d+[.)])", re.MULTILINE)
_INLINE_MARKS = regex(rf"{_INLINE_MARK}|\n\n", re.MULTILINE)
_BETWEEN = regex(r"\n{2,}")
_EMPHASIS = regex(r"(?<!\S)\*(?=\w)([^*]*)(?<=\w)\*(?!\w)")
"""Asterisks that can mean nothing else: a blank before the first, a letter inside either, none behind the last."""


def plain_paragraphs(prose: Text, language: str) -> tuple[Paragraph, ...] | None:
    """The paragraphs of a body; None where it may have more in it. Line ends must be line feeds."""
    value = prose.value
    if _MARK.search(value):
        return None
    start, stop = len(value) - len(value.lstrip("\n")), len(value.rstrip("\n"))
    edges = [start, *(edge for gap in _BETWEEN.finditer(value, start, stop) for edge in gap.span()), stop]
    if start >= stop:
        return ()
    found: list[Paragraph] = []
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        content = prose.slice(first, last)
        runs = _runs(content, Prose)
        if runs is None:
            return None
        found.append(Paragraph(runs=runs, span=content.span(), role=Role.BODY, language=language))
    return tuple(found)


def plain_runs(content: Text, kind: type[Text]) -> tuple[TextRun, ...] | None:
    """The runs of a line, its words as text of `kind`; None where it may have more marks in it."""
    return None if _INLINE_MARKS.search(content.value) else _runs(content, kind)


def _runs(content: Text, kind: type[Text]) -> tuple[TextRun, ...] | None:
    value = content.value
    at, stretches = 0, list[tuple[int, int, bool]]()
    for found in _EMPHASIS.finditer(value) if "*" in value else ():
        stretches += [(at, found.start(), False), (*found.span(1), True)]
        at = found.end()
    if value.count("*") > len(stretches):
        return None
    letters = kind(value.replace("\n", " "), content.whole, content.breaks)
    stretches.append((at, len(value), False))
    return tuple(TextRun(letters.slice(start, end), emphasis=is_set) for start, end, is_set in stretches if start < end)
