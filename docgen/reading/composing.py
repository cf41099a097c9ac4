"""Nodes from parse events: one pass, no recursion, and nothing that YAML has and content has no use for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TypeAlias

import yaml

from docgen.expressions import regex
from docgen.findings import Span
from docgen.reading.diagnosis import second_document
from docgen.reading.draft import Draft, Mend, Mistake
from docgen.reading.limits import Limits
from docgen.reading.lines import line_at, put_in_quotes
from docgen.reading.scalars import Scalar
from docgen.reading.slips import (
    may_be_a_slip,
    repeated_key,
    repeated_key_in_entry,
    slip_in_braces,
    slips_in_key,
    slips_in_value,
)
from docgen.reading.text import Source
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list: its entries in source order."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in source order; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, None where it is not written."""
        return next((value for written, value in self.entries if written.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping

MOST_MISTAKES = 200
"""How many mistakes are looked for in one file that YAML accepts."""

_STYLES = frozenset("|>'\"")

_PROPERTIES = {
    "&": ("anchor", "a name for the value"),
    "*": ("alias", "a reference to a value written elsewhere"),
    "!": ("tag", "the type of the value"),
}
"""What YAML puts before values to repeat them and to say what they are (YAML 1.1, section 3.2)."""

_NAME = regex(r"(?P<name>\S*)[ \t]*")


class BeyondLimits(Exception):
    """A file has more nodes, or nodes deeper inside each other, than it may have."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet. `at` and `ends` are draft offsets: of its start, of its items."""

    is_mapping: bool
    in_brackets: bool
    at: int
    items: list[Node] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)


class Composer:
    """Composes the nodes of one draft.

    `mistakes` collects what is wrong with a file that YAML accepts, `scalar` is the last value read: start, end and
    style, for the diagnosis of a syntax error behind it; `count` is how many nodes there were.
    """

    def __init__(self, source: Source, draft: Draft, limits: Limits) -> None:
        self.mistakes: list[Mistake] = []
        self.scalar = (0, 0, "")
        self._source, self._draft, self._limits = source, draft, limits
        self._open: list[_Open] = []
        self._root: Node | None = None
        self.count = 0
        self._documents = 0

    @property
    def bracket(self) -> int | None:
        """Where the innermost open bracket stands."""
        brackets = (one.at for one in reversed(self._open) if one.in_brackets and self._draft.text[one.at] in "[{")
        return next(brackets, None)

    def compose(self) -> Node | None:
        """The root node, None for a file without any. Raises `yaml.MarkedYAMLError` and `BeyondLimits`."""
        for event in yaml.parse(self._draft.text, Loader=yaml.CSafeLoader):
            start, end = _place(event)
            if isinstance(event, yaml.ScalarEvent):
                self._count_in(start)
                style = event.style if event.style in _STYLES else ""
                self._take_scalar(event.value, style or "", self._behind_properties(start, end), end)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._count_in(start)
                self._go_deeper(start)
                is_mapping, in_brackets = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
                self._open.append(_Open(is_mapping, in_brackets, self._behind_properties(start, end)))
            elif isinstance(event, yaml.CollectionEndEvent):
                closed = self._open.pop()
                self._put(self._close(closed, end), closed.at, end)
            elif isinstance(event, yaml.AliasEvent):
                self._count_in(start)
                self._refuse(start, "*", event.anchor or "")
                self._put(self._scalar(self._draft.text[start:end], "", start, end), start, end)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._report(second_document(self._draft.text, start))
                    break
        return self._root

    def _count_in(self, at: int) -> None:
        """One node more, `at` which there may be none left to have."""
        self.count += 1
        if self.count > self._limits.nodes:
            message = f"this file has more than {self._limits.nodes:,} keys and values; here docgen stops reading"
            raise BeyondLimits(Mistake(at, at + 1, "too-many-nodes", message, "split the report"))

    def _go_deeper(self, at: int) -> None:
        """One level more, `at` which there may be none left to have."""
        if len(self._open) >= self._limits.depth:
            message = f"lists and keys stand more than {self._limits.depth} deep inside each other; docgen stops here"
            raise BeyondLimits(Mistake(at, at + 1, "too-deep", message, "look for brackets that are not closed"))

    def _refuse(self, at: int, sign: str, name: str) -> None:
        """A name for a value (`&name`), a reference to one (`*name`), or its type (`!name`)."""
        line = line_at(self._draft.text, at)
        code, what = _PROPERTIES[sign]
        quotes = put_in_quotes(line, self._draft.text[at : max(line.end, at + 1)])
        advice = quotes if sign == "*" else f"delete {sign}{name}, or {quotes}"
        message = f"YAML reads {sign}{name} as {what}, which docgen has no use for"
        is_whole = sign == "!" and at + 1 + len(name) == line.end
        mends = (Mend(at, at + 1, "x"),) if is_whole and line.key else ()
        self._report(Mistake(at, at + 1 + len(name), code, message, advice, mends))

    def _behind_properties(self, start: int, end: int) -> int:
        """Where a node begins behind its anchor and its tag, neither of which content has."""
        text, behind = self._draft.text, start
        while text[behind : behind + 1] in ("&", "!"):
            name = _NAME.match(text, behind + 1)
            if name is None:
                break
            self._refuse(behind, text[behind], name["name"])
            behind = name.end()
        return min(behind, end)

    def _take_scalar(self, value: str, style: str, start: int, end: int) -> None:
        self.scalar = (start, end, style)
        is_full = len(self.mistakes) >= MOST_MISTAKES
        if not style and value and not is_full and may_be_a_slip(value, self._draft.text[start:end]):
            slips = slips_in_key if self._awaits_key else slips_in_value
            for mistake in slips(self._draft.text, start, end):
                self._report(mistake)
        self._put(self._scalar(value, style, start, end), start, end)

    @property
    def _awaits_key(self) -> bool:
        return bool(self._open) and self._open[-1].is_mapping and len(self._open[-1].items) % 2 == 0

    def _scalar(self, value: str, style: str, start: int, end: int) -> Scalar:
        """A scalar of the source; where the draft differs from it, read again without the mends."""
        if style in ("|", ">"):
            end = start + len(self._draft.text[start:end].rstrip())
        span = self._span(start, end)
        scalar = Scalar(self._source, span, value, style)
        if style in ("|", ">") or not self._draft.is_mended_in(span.start, max(span.end, span.start + 1)):
            return scalar
        written = self._source.text[span.start : span.end]
        if not style and written[:1] in ("'", '"') and written.count(written[0]) == 1:
            scalar = Scalar(self._source, Span(span.path, span.start + 1, span.end), value, style)
        return Scalar(self._source, scalar.span, scalar.text().value, style)

    def _span(self, start: int, end: int) -> Span:
        begin = self._draft.to_source(start)
        return Span(self._source.path, begin, max(begin, self._draft.to_source(end)))

    def _put(self, node: Node, start: int, end: int) -> None:
        """A finished node into the list or mapping that is open, or as the root."""
        if self._open:
            self._open[-1].items.append(node)
            self._open[-1].places.append((start, end))
        else:
            self._root = node

    def _close(self, closed: _Open, end: int) -> Node:
        end = closed.at + len(self._draft.text[closed.at : end].rstrip())
        if not closed.is_mapping:
            return Sequence(tuple(closed.items), self._span(closed.at, end))
        return Mapping(tuple(self._entries(closed)), self._span(closed.at, end))

    def _entries(self, closed: _Open) -> Iterator[tuple[Scalar, Node]]:
        """The entries of a mapping whose keys are words, each the first of its name."""
        seen: dict[str, int] = {}
        begins_again = False  # whether the keys from here on may belong to another entry
        for number in range(0, len(closed.items) - 1, 2):
            key, value = closed.items[number : number + 2]
            start, end = closed.places[number]
            if not isinstance(key, Scalar):
                message = "this is a list or a group of keys, which cannot be a key"
                self._report(Mistake(start, end, "complex-key", message, "put it in quotes if it is a word"))
            elif key.value == "<<" and not key.style:
                message = "<< takes over keys from elsewhere; docgen has no such thing"
                self._report(Mistake(start, end, "merge-key", message, "write the keys out that should be here"))
            elif number and closed.in_brackets and self._is_cut_off(end, value):
                self._cut_off(closed, number)
            elif key.value in seen:
                if not begins_again:
                    self._report(self._repeated(closed, number, seen[key.value]))
                begins_again = self._is_entry(closed)
            else:
                seen[key.value] = start
                yield key, value

    def _repeated(self, closed: _Open, number: int, first: int) -> Mistake:
        """The mistake of a key that stands at `first` already; where the first key of all follows, it is mended."""
        line, _ = self._source.position(self._draft.to_source(first))
        if not self._is_entry(closed):
            return repeated_key(self._draft.text, closed.places[number], line)
        opening, *later = (
            item.value for item in closed.items[:1] + closed.items[number::2] if isinstance(item, Scalar)
        )
        return repeated_key_in_entry(self._draft.text, closed.places[number], line, closed.at, mend=opening in later)

    def _is_entry(self, closed: _Open) -> bool:
        """Whether a mapping is an entry of a list, its first key behind the dash."""
        line = line_at(self._draft.text, closed.at)
        return not closed.in_brackets and bool(line.dashes) and line.key_start == closed.at

    def _cut_off(self, closed: _Open, number: int) -> None:
        """Report the words behind a comma inside `{ }`, unless they go on from others that were reported."""
        if self._is_key_cut_off(closed, number - 2):
            return
        last = number
        while self._is_key_cut_off(closed, last + 2):
            last += 2
        key = self._draft.text[slice(*closed.places[number - 2])]
        words = (closed.places[number][0], closed.places[last][1])
        self._report(slip_in_braces(self._draft.text, key, closed.places[number - 1][0], words))

    def _is_key_cut_off(self, closed: _Open, number: int) -> bool:
        return 0 < number < len(closed.items) and self._is_cut_off(closed.places[number][1], closed.items[number + 1])

    def _is_cut_off(self, end: int, value: Node) -> bool:
        """Whether a key inside `{ }` has neither a colon nor a value."""
        following = self._draft.text[end : end + 200].lstrip()
        return isinstance(value, Scalar) and value.is_null and not following.startswith(":")

    def _report(self, mistake: Mistake) -> None:
        if len(self.mistakes) < MOST_MISTAKES:
            self.mistakes.append(mistake)


def _place(event: yaml.Event) -> tuple[int, int]:
    """The draft offsets of an event; the marks count characters, not bytes."""
    if event.start_mark is None or event.end_mark is None:
        raise ValueError(f"an event without a place: {event}")
    return event.start_mark.index, event.end_mark.index
