"""From changes of text to edits of the YAML it is written in: each style of value has its own way to write a letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from docgen.checks.mending.change import Change, Entry, Joining
from docgen.checks.mending.entries import new_entry
from docgen.expressions import regex
from docgen.findings import Edit, Span
from docgen.reading import nodes
from docgen.reading.scalars import Scalar
from docgen.reading.text import Source, Text
from docgen.records import dataclass

_MARKS = regex(r"[\\`*_\[\]^]")
"""What Markdown would take for a mark."""

_BEGINS_OTHERWISE = regex(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]")
"""What a plain value cannot begin with (YAML 1.1, section 9.1.3)."""

_ENDS_PLAIN = regex(r":(?:\s|$)|\s#")
"""What ends a plain value."""

_ENDS_CELL = regex(r"[,;\t\r\n]")
"""What ends a comma-separated value, whatever sign its file is written with."""

_GAP = regex(r"(?:[\s\u00ad\u2010-]|\\n)*")
"""What stands between two paragraphs, a divided word at the end of the first included."""

_UNPRINTABLE = regex(r"[\x00-\x08\x0a-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class _Written:
    """A value of the YAML; `in_brackets` where it stands inside `[ ]` or `{ }`."""

    scalar: Scalar
    in_brackets: bool


class Editor:
    """Knows the values of a report's files, and how to write into each."""

    def __init__(self, root: nodes.Node | None, sources: Mapping[str, Source]) -> None:
        self._root, self._sources = root, sources

    @cached_property
    def _by_path(self) -> dict[str, list[_Written]]:
        """The values of each file in order; many reports have nothing to mend."""
        found: dict[str, list[_Written]] = {}
        for written in _written(self._root, in_brackets=False) if self._root is not None else ():
            found.setdefault(written.scalar.span.path, []).append(written)
        for values in found.values():
            values.sort(key=_start)
        return found

    def edit(self, change: Change | Joining | Entry) -> Edit | None:
        """The edit that makes a change; None where it cannot be written there."""
        match change:
            case Change():
                return self._changed(change)
            case Joining():
                return self._joined(change)
            case Entry():
                source = self._sources.get(self._root.span.path) if self._root is not None else None
                return new_entry(change, self._root, source) if source is not None else None

    def _changed(self, change: Change) -> Edit | None:
        span = change.text.span()
        written = self._at(span)
        if written is None or not change.text.breaks or self._has_marks(change.text):
            return None
        value = self._marked(change) if change.markdown else change.replacement
        match written.scalar.style:
            case "|" | ">":
                return None if _UNPRINTABLE.search(value) else Edit(span, value)
            case "'":
                return None if _UNPRINTABLE.search(value) else Edit(span, value.replace("'", "''"))
            case '"':
                return Edit(span, escaped(value))
            case ',"':
                return None if _UNPRINTABLE.search(value) else Edit(span, value.replace('"', '""'))
            case ",":
                return self._cell(written, span, value)
            case _:
                return self._plain(written, span, value)

    def _joined(self, joining: Joining) -> Edit | None:
        """What stands between two texts of one value made a blank, a line end where there was one, or nothing."""
        first, second = joining.first.span(), joining.second.span()
        if first.path != second.path or first.end > second.start:
            return None
        gap = Span(first.path, first.end, second.start)
        written = self._at(gap)
        source = self._sources[gap.path].text
        between = source[gap.start : gap.end]
        if written is None or second.end > written.scalar.span.end or not _GAP.fullmatch(between):
            return None
        last = max(between.rfind("\n"), between.rfind("\r"))
        start = last - 1 if between[max(0, last - 1) : last + 1] == "\r\n" else last
        return Edit(gap, between[start:] if joining.between == " " and last >= 0 else joining.between)

    def _has_marks(self, text: Text) -> bool:
        """Whether there is more in the source than the text and blanks: marks of emphasis, of notes, of links."""
        source = self._sources[text.whole.path].text
        lengths = [following.text - at.text for at, following in pairwise(text.breaks)]
        ends = (at.place(at.text + length) for at, length in zip(text.breaks, lengths, strict=False))
        return any(source[end : at.source].strip() for end, at in zip(ends, text.breaks[1:], strict=True))

    def _marked(self, change: Change) -> str:
        """The replacement with a backslash before what would become a mark, unless such a mark stood there."""
        stood = self._sources[change.text.whole.path].text[slice(*_ends(change.text.span()))]
        return _MARKS.sub(lambda mark: mark[0] if mark[0] in stood else f"\\{mark[0]}", change.replacement)

    def _plain(self, written: _Written, span: Span, value: str) -> Edit | None:
        """An edit of a plain value; one that could no longer be plain is put in quotes."""
        whole = written.scalar.span
        text = self._sources[whole.path].text
        after = text[whole.start : span.start] + value + text[span.end : whole.end]
        broken = _BEGINS_OTHERWISE.match(after) or _ENDS_PLAIN.search(after) or _UNPRINTABLE.search(value)
        if not broken and not (written.in_brackets and re.search(r"[,\[\]{}]", value)) and after == after.strip():
            return Edit(span, value) if after else None
        return Edit(whole, f'"{escaped(after)}"') if "\n" not in after and after.strip() else None

    def _cell(self, written: _Written, span: Span, value: str) -> Edit | None:
        """An edit of a cell without quotation marks; one that would no longer be a single cell gets them."""
        whole = written.scalar.span
        text = self._sources[whole.path].text
        after = text[whole.start : span.start] + value + text[span.end : whole.end]
        if _UNPRINTABLE.search(value):
            return None
        if not _ENDS_CELL.search(value) and not after.startswith('"'):
            return Edit(span, value)
        quoted = after.replace('"', '""')
        return Edit(whole, f'"{quoted}"')

    def _at(self, span: Span) -> _Written | None:
        """The value that holds a place whole; none where a quote before it was mended to be read."""
        values = self._by_path.get(span.path, [])
        found = bisect_right(values, span.start, key=_start) - 1
        if found < 0 or span.end > values[found].scalar.span.end:
            return None
        start = values[found].scalar.span.start
        opening = self._sources[span.path].text[max(0, start - 1) : start]
        return None if opening in ("'", '"') else values[found]


def as_value(words: str) -> str:
    """Words as a value of YAML, in quotes where they need them."""
    plain = not (_BEGINS_OTHERWISE.match(words) or _ENDS_PLAIN.search(words) or _UNPRINTABLE.search(words))
    return words if plain and words == words.strip() else f'"{escaped(words)}"'


def escaped(value: str) -> str:
    """A value as it stands between the quotes of a double-quoted one (YAML 1.1, section 5.6)."""
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _start(written: _Written) -> int:
    return written.scalar.span.start


def _written(node: nodes.Node, *, in_brackets: bool) -> Iterator[_Written]:
    match node:
        case nodes.Scalar():
            yield _Written(node, in_brackets)
        case nodes.Sequence():
            inside = in_brackets or _has_brackets(node)
            for item in node.items:
                yield from _written(item, in_brackets=inside)
        case nodes.Mapping():
            inside = in_brackets or _has_brackets(node)
            for _, value in node.entries:
                yield from _written(value, in_brackets=inside)


def _has_brackets(node: nodes.Sequence | nodes.Mapping) -> bool:
    """Whether a list or group is written in brackets: its first value begins behind one."""
    first: nodes.Node = node
    while not isinstance(first, Scalar):
        below = first.items if isinstance(first, nodes.Sequence) else [key for key, _ in first.entries]
        if not below:
            return False
        first = below[0]
    text = first.source.text
    return node.span.path == first.span.path and text[node.span.start : node.span.start + 1] in ("[", "{")
