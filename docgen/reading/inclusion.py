"""What a text takes from other files of its folder: `- include: notice.yaml`, and tables as spreadsheets save them.

Between parsing and binding these files become nodes among the others, each with its place in its own file. So nobody
behind knows of them: mistakes are placed where they were made, and rules read and mend these words as any others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from typing import TypeAlias

from docgen.findings import Finding, Span
from docgen.reading.limits import Limits
from docgen.reading.nodes import Mapping, Node, Parsed, Scalar, Sequence, parse_list
from docgen.reading.separated import Separated, parse_separated
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.world import Reason, Unreachable

INCLUDE = "include"
"""The key whose value names a file of blocks, alone in an entry of a list."""

SEPARATED = "csv"
"""The key whose value names a file of comma-separated values, among those of a block."""

MOST_DEEP = 10
"""How many files may include one another in a row."""

Read: TypeAlias = Callable[[str], tuple[str, bytes]]
"""A file's path as messages show it, and its bytes, by its name in the content. Raises `Unreachable`."""

_Parse: TypeAlias = Callable[[str, bytes, Limits], Parsed | Separated]


@dataclass(frozen=True, slots=True)
class Included:
    """The tree with what it includes; the files that this came from, in the order in which they are named."""

    root: Node
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()


def include(root: Node, texts: frozenset[str], read: Read, limits: Limits) -> Included:
    """Put in the place of names of files what stands in them, below those keys of `root` that hold texts.

    What cannot be included stays as it is, and has its finding; binding it is a mistake that has been told.
    """
    including = _Including(read, limits, open=[root.span.path])
    try:
        whole = including.below(root, texts)
    except _TooMuch as much:
        including.findings.append(much.finding)
        whole = root
    return Included(whole, tuple(including.sources.values()), tuple(including.findings))


class _TooMuch(Exception):
    """All that is included is more than a report may have."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass
class _Including:
    """One walk over a report. `open` are the files that the walk is in, `parsed` what was read of others."""

    read: Read
    limits: Limits
    open: list[str]
    findings: list[Finding] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    parsed: dict[tuple[str, _Parse], Parsed | Separated] = field(default_factory=dict)
    count: int = 0

    def below(self, node: Node, texts: frozenset[str]) -> Node:
        """A node in which only the values of some keys are texts."""
        match node:
            case Mapping():
                entries = [
                    (key, self.inside(value) if key.value in texts else self.below(value, texts))
                    for key, value in node.entries
                ]
                return replace(node, entries=tuple(entries))
            case Sequence():
                return replace(node, items=tuple(self.below(item, texts) for item in node.items))
            case Scalar():
                return node

    def inside(self, node: Node) -> Node:
        """A node of a text, with all that it includes."""
        match node:
            case Sequence():
                return replace(node, items=tuple(part for item in node.items for part in self._entries(item)))
            case Mapping(entries=((Scalar(value="include"), name),)):
                included = self._included(name)
                return included if included is not None else node
            case Mapping():
                return replace(node, entries=tuple((key, self._value(key, value)) for key, value in node.entries))
            case Scalar():
                return node

    def _entries(self, item: Node) -> Iterator[Node]:
        """What stands in the place of an entry of a list."""
        found = self.inside(item)
        if found is not item and isinstance(item, Mapping) and isinstance(found, Sequence):
            yield from found.items
        else:
            yield found

    def _value(self, key: Scalar, value: Node) -> Node:
        if key.value != SEPARATED or not isinstance(value, Scalar):
            return self.inside(value)
        found = self._file(value, parse_separated)
        return value if found is None or found.root is None else found.root

    def _included(self, name: Node) -> Node | None:
        """The list in a file that is named, with what it includes in its turn; None where there is none."""
        if not isinstance(name, Scalar):
            message, advice = "an entry that includes names one file", "write  - include: notice.yaml"
            self.findings.append(Finding.error(name.span, "wrong-type", message, advice))
            return None
        found = self._file(name, parse_list)
        if found is None or found.root is None or (isinstance(found, Parsed) and found.broken):
            return None
        self.open.append(found.source.path)
        whole = self.inside(found.root)
        self.open.pop()
        return whole

    def _file(self, name: Scalar, parse: _Parse) -> Parsed | Separated | None:
        """The file that a value names, read once; None where that is not possible. Raises `_TooMuch`."""
        wanted = name.text().value.strip()
        if not wanted:
            message = "nothing is written here"
            self.findings.append(Finding.error(name.span, "empty-value", message, "write the name of a file"))
            return None
        try:
            path, data = self.read(wanted)
        except Unreachable as error:
            self.findings.append(_unreachable(name.span, wanted, error))
            return None
        deep = _too_deep(name.span, path, self.open) if parse is parse_list else None
        if deep is not None:
            self.findings.append(deep)
            return None
        if (path, parse) not in self.parsed:
            self.parsed[path, parse] = found = parse(path, data, self.limits)
            self.sources[path] = found.source
            self.findings.extend(found.findings)
        found = self.parsed[path, parse]
        self.count += _size(found.root) if found.root is not None else 0
        if self.count > self.limits.nodes:
            message = f"what this report includes has more than {self.limits.nodes:,} values; here docgen stops reading"
            raise _TooMuch(Finding.error(name.span, "too-many-nodes", message, "include less"))
        return found


def _too_deep(span: Span, path: str, above: list[str]) -> Finding | None:
    """The finding for a file that would include itself, or is one too many in a row of files."""
    if path in above:
        ring = " includes ".join([*above[above.index(path) :], path])
        return Finding.error(
            span, "circular-include", f"this file would include itself: {ring}", "take one of them out"
        )
    if len(above) > MOST_DEEP:
        message = f"more than {MOST_DEEP} files include one another here"
        return Finding.error(span, "too-deep", message, "include fewer in a row")
    return None


def _size(node: Node) -> int:
    """How many nodes there are in a node, itself included."""
    pending, count = [node], 0
    while pending:
        count += 1
        match pending.pop():
            case Sequence(items=items):
                pending.extend(items)
            case Mapping(entries=entries):
                pending.extend(value for _, value in entries)
            case Scalar():
                pass
    return count


def _unreachable(span: Span, name: str, error: Unreachable) -> Finding:
    code = "missing-file" if error.reason is Reason.MISSING else "unreadable-file"
    advice = "check the spelling of its path, which begins in the folder of the report"
    if error.reason is Reason.OUTSIDE:
        advice = "put the file into the folder of the report, or below it"
    return Finding.error(span, code, f"the file '{name}' cannot be used: {error.reason.value}", advice)
