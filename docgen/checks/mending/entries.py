"""New entries: where in a file of YAML a line has to go that belongs under a top-level key."""

from __future__ import annotations

import re

from docgen.checks.mending.change import Entry
from docgen.findings import Edit, Span
from docgen.reading import nodes
from docgen.reading.text import Source

BEFORE = ("introduction", "sections")
"""The keys before which a new top-level key goes: what is declared stands above what is told."""


def new_entry(entry: Entry, root: nodes.Node | None, source: Source) -> Edit | None:
    """The edit that adds an entry to a file; None where the file has no room for it.

    An entry goes behind the last one, indented as that is. There is no room in brackets.
    """
    if not isinstance(root, nodes.Mapping):
        return None
    own = [(key, value) for key, value in root.entries if key.span.path == source.path]
    value = next((value for key, value in own if key.value == entry.key), None)
    if isinstance(value, nodes.Mapping | nodes.Sequence):
        return _behind_last(entry, value, source)
    return _under_new_key(entry, own, source) if value is None else None


def _behind_last(entry: Entry, value: nodes.Mapping | nodes.Sequence, source: Source) -> Edit | None:
    """The edit that adds an entry to those that are there in this file."""
    written = (
        [(key.span, value.span) for key, value in value.entries]
        if isinstance(value, nodes.Mapping)
        else [(item.span, item.span) for item in value.items]
    )
    written = [pair for pair in written if pair[0].path == source.path]
    if not written or source.text[value.span.start : value.span.start + 1] in ("{", "["):
        return None
    start = source.text.rfind("\n", 0, written[0][0].start) + 1
    lead = re.compile(r"[ \t]*").match(source.text, start)
    end = _line_end(source.text, max(span.end for _, span in written))
    return _insertion(source, end, (lead.group() if lead else "") + entry.line)


def _under_new_key(entry: Entry, own: list[tuple[nodes.Scalar, nodes.Node]], source: Source) -> Edit | None:
    """The edit that adds a key with its first entry, above what is told."""
    told = next((key for key, _ in own if key.value in BEFORE), None)
    if told is None:
        return None
    at = source.text.rfind("\n", 0, told.span.start) + 1
    if at != told.span.start:
        return None
    line_end = _line_end_of(source)
    lines = f"{entry.key}:{line_end}  {entry.line}{line_end}{line_end}"
    return Edit(Span(source.path, at, at), lines)


def _insertion(source: Source, at: int, line: str) -> Edit:
    """The edit that puts a line below the one that ends at an offset."""
    return Edit(Span(source.path, at, at), _line_end_of(source) + line)


def _line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends."""
    end = re.compile(r"[\r\n]|\Z").search(text, offset)
    return end.start() if end else len(text)


def _line_end_of(source: Source) -> str:
    """The line end that a file uses."""
    found = re.search(r"\r\n|\r|\n", source.text)
    return found.group() if found else "\n"
