"""From nodes to frozen dataclasses: every error of a file placed, none hiding another.

What the dataclasses may be made of stands in `shapes`.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, TypeVar, cast

from docgen.findings import Finding, Span
from docgen.reading import nodes
from docgen.reading.decoding import CONTROL, character_name
from docgen.reading.shapes import (
    Binds,
    Checks,
    Key,
    Misread,
    Reads,
    Shape,
    StandsIn,
    is_mapping,
    shapes,
    without_none,
)
from docgen.reading.text import Name, Prose, Text, Title

T = TypeVar("T")


class Unbound(Exception):
    """A value could not be bound; the reason has been reported."""


class Binder:
    """Binds the nodes of one file.

    What is wrong is collected in `findings`. What could not be bound is left out of its list, or left at its default,
    so that everything else is looked at; `lost` names the keys of the file below which this happened, so that nobody
    takes the value for whole.
    """

    def __init__(self, broken: Iterable[str] = ()) -> None:
        self.findings: list[Finding] = []
        self.lost: frozenset[str] = frozenset()
        self._gaps = 0
        self._broken = frozenset(broken)

    def fail(self, span: Span, code: str, message: str, advice: str = "") -> typing.NoReturn:
        """Report an error and give the value up."""
        self.report(Finding.error(span, code, message, advice))
        raise Unbound

    def report(self, *findings: Finding) -> None:
        """Take findings of others along."""
        self.findings.extend(findings)

    def bind(self, node: nodes.Node, wanted: type[T]) -> T:
        """The value of `node` as `wanted`. Raises `Unbound`."""
        return cast("T", self._bind(node, wanted))

    def attempt(self, node: nodes.Node, wanted: type[T]) -> T | None:
        """The value of `node`, or None where it could not be bound."""
        try:
            return self.bind(node, wanted)
        except Unbound:
            return None

    def _bind(self, node: nodes.Node, wanted: Any) -> Any:
        optional, wanted = without_none(wanted)
        if optional and isinstance(node, nodes.Scalar) and node.is_null:
            return None
        if typing.get_origin(wanted) is tuple:
            item = typing.get_args(wanted)[0]
            return self._keyed(node, item) if typing.get_origin(item) is tuple else self._sequence(node, item)
        if issubclass(wanted, Binds):
            return wanted.bind(node, self)
        if isinstance(node, nodes.Scalar) and issubclass(wanted, Reads):
            return self._read(node, wanted)
        if is_mapping(wanted):
            return self._mapping(node, wanted)
        return self._scalar(node, wanted)

    def _read(self, node: nodes.Scalar, wanted: type[Reads]) -> Reads:
        unspaced = nodes.missing_space(node) if is_mapping(wanted) else None
        if unspaced is not None:
            self.report(unspaced)
            raise Unbound
        text = node.text().strip()
        if not text:
            self._refuse_empty(node)
        self.refuse_control(text)
        self._report_cut(node, Name)
        try:
            return wanted.read(text)
        except Misread as wrong:
            self.fail(wrong.span or node.span, wrong.code, wrong.message, wrong.advice)

    def _scalar(self, node: nodes.Node, wanted: type) -> Any:
        if not isinstance(node, nodes.Scalar):
            self.fail(
                _opening(node),
                "wrong-type",
                f"{_in_words(wanted)} is wanted here, but this is {_found(node)}",
                "write it on one line behind the colon, in quotes if it begins with a bracket",
            )
        if issubclass(wanted, Text):
            return self._text(node, wanted)
        return _CONVERSIONS.get(wanted, _word)(self, node, wanted)

    def _text(self, node: nodes.Scalar, wanted: type[Text]) -> Text:
        text = node.text().strip()
        if not text:
            self._refuse_empty(node)
        self.refuse_control(text)
        self._report_cut(node, wanted)
        return text.of_kind(wanted)

    def refuse_control(self, text: Text) -> None:
        """Refuse a character that is no text and came in by an escape: no file could keep it, shown or not.

        Raises `Unbound`.
        """
        found = CONTROL.search(text.value)
        if found is not None:
            message = f"this stands for {character_name(found.group())}, which cannot be printed"
            self.fail(text.span(*found.span()), "control-character", message, "delete it")

    def _report_cut(self, node: nodes.Scalar, wanted: type) -> None:
        """Say where words end at a `#` that begins a comment; behind names a comment is one's good right."""
        cut = None
        if issubclass(wanted, Title | Prose):
            cut = nodes.cut_by_comment(node)
        elif issubclass(wanted, Name):
            cut = nodes.cut_in_name(node)
        if cut is not None:
            self.report(cut)

    def _refuse_empty(self, node: nodes.Scalar) -> typing.NoReturn:
        cut = nodes.cut_by_comment(node)
        if cut is not None:
            self.report(cut)
            raise Unbound
        self.fail(node.span, "empty-value", "nothing is written here", "write a value, or take the key out")

    def _sequence(self, node: nodes.Node, item: Any) -> tuple[Any, ...]:
        if isinstance(node, nodes.Scalar) and node.is_null:
            return ()
        if not isinstance(node, nodes.Sequence):
            self.fail(
                _opening(node),
                "wrong-type",
                f"a list is wanted here, but this is {_found(node)}",
                "write each entry on a line of its own that begins with a dash and a space" + _as_entry(node, item),
            )
        return tuple(self._all((child, item, None) for child in node.items))

    def _all(self, wanted: Iterable[tuple[nodes.Node, Any, nodes.Scalar | None]]) -> Iterator[Any]:
        """What can be bound of several values, each with its key where it has one."""
        for node, item, key in wanted:
            try:
                bound = self._bind(node, item)
            except Unbound:
                self._gaps += 1
            else:
                yield bound if key is None else (key.text().of_kind(Name), bound)

    def _keyed(self, node: nodes.Node, pair: Any) -> tuple[tuple[Name, Any], ...]:
        if isinstance(node, nodes.Scalar) and node.is_null:
            return ()
        item = typing.get_args(pair)[1]
        return tuple(self._all((value, item, key) for key, value in self.entries(node)))

    def entries(self, node: nodes.Node, wanted: type | None = None) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
        """The keys and values of a mapping; none where nothing is written and no key is needed.

        Raises `Unbound` for another node.
        """
        if isinstance(node, nodes.Scalar) and node.is_null and wanted and not any(_required(wanted)):
            return ()
        unspaced = nodes.missing_space(node) if isinstance(node, nodes.Scalar) else None
        if unspaced is not None:
            self.report(unspaced)
            raise Unbound
        if not isinstance(node, nodes.Mapping):
            keys = list(shapes(wanted))[:2] if wanted else []
            such = f"keys such as {' and '.join(keys)}" if keys else "keys with values"
            self.fail(
                _opening(node),
                "wrong-type",
                f"{such} are wanted here, but this is {_found(node)}",
                "write each key on a line of its own, a colon and a space behind it",
            )
        return node.entries

    def _left_empty(self, node: nodes.Scalar) -> None:
        """A key may be left empty, but not by a value that begins with `#`."""
        cut = nodes.cut_by_comment(node)
        if cut is not None:
            self.report(cut)

    def _bound(self, node: nodes.Node, value: object, manual: Key) -> None:
        """Refuse a number outside the bounds of its key."""
        if not isinstance(value, int) or manual.least is None or manual.most is None:
            return
        if not manual.least <= value <= manual.most:
            message = f"{manual.least} to {manual.most} is possible here, not {value}"
            self.report(Finding.error(node.span, "out-of-range", message, f"{manual.description}: choose within that"))

    def _mapping(self, node: nodes.Node, cls: type) -> Any:
        fields, before = shapes(cls), self._gaps
        written, values, gaps = self._fields(node, cls)
        needed = [shape for shape in fields.values() if shape.required and shape.field not in values]
        for shape in needed:
            self._gaps += 1
            gaps.add(shape.key)
            if shape.key not in written and shape.key not in self._broken:
                self.report(_missing(node, shape))
        if needed and not issubclass(cls, StandsIn):
            raise Unbound
        values.update((shape.field, cast("Any", cls).stand_in(shape.field, node.span)) for shape in needed)
        value = cls(**values, span=node.span) if _has_place(cls) else cls(**values)
        if issubclass(cls, Checks) and self._gaps == before and not self._broken:  # sooner said than of the value
            self.report(*cast("Checks", value).check())
        self.lost = frozenset(gaps)
        return value

    def _fields(self, node: nodes.Node, cls: type) -> tuple[set[str], dict[str, Any], set[str]]:
        """The keys that are written, what could be bound by field, and the keys below which something was lost.

        A key that is nearly a known one is taken for that, so that its value is looked at too.
        """
        fields, entries = shapes(cls), self.entries(node, cls)
        rightly = {key.value for key, _ in entries}
        written: set[str] = set()
        values: dict[str, Any] = {}
        gaps: set[str] = set()
        for key, value in entries:
            before, shape = self._gaps, fields.get(key.value)
            if shape is None:
                self.report(unknown(key, fields, "key"))
                near = nearest(key.value, fields.keys() - rightly - written)
                if near is None:
                    continue
                shape = fields[near]
                self._gaps += 1
            written.add(shape.key)
            if isinstance(value, nodes.Scalar) and value.is_null and not shape.required:
                self._left_empty(value)
            else:
                values.update((shape.field, bound) for bound in self._all([(value, shape.type, None)]))
                self._bound(value, values.get(shape.field), shape.manual)
            if self._gaps > before:
                gaps.add(shape.key)
        return written, values, gaps


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word that is most like the one written, if any is much like it."""
    return next(iter(difflib.get_close_matches(written.lower(), sorted(known), 1, 0.6)), None)


def unknown(key: nodes.Scalar, known: Iterable[str], what: str) -> Finding:
    """An unknown key, value or kind of block, with the nearest known one, or all of them where none is near."""
    names = sorted(known)
    near = nearest(key.value, names)
    advice = f"did you mean '{near}'?" if near else f"the {what}s known here are: {', '.join(names)}"
    return Finding.error(key.span, f"unknown-{what}", f"'{key.value}' is not a {what} docgen knows here", advice)


def _missing(node: nodes.Node, shape: Shape) -> Finding:
    example = shape.manual.examples[0] if shape.manual.examples else "…"
    line = f"{shape.key}:{example}" if example.startswith("\n") else f"{shape.key}: {example}"
    return Finding.error(
        _opening(node),
        "missing-key",
        f"'{shape.key}' is missing{f': {shape.manual.description}' if shape.manual.description else ''}",
        f"add:  {line}" if "\n" not in line else f"add:\n{line}",
    )


def _required(cls: type) -> Iterator[str]:
    """The keys that a mapping must have."""
    return (key for key, shape in shapes(cls).items() if shape.required)


def _as_entry(node: nodes.Node, item: Any) -> str:
    """What was written, as an entry of a list, where such entries are lines of text."""
    if isinstance(node, nodes.Scalar) and "\n" not in node.value and issubclass(item, Text | Reads):
        return f":\n  - {node.value}"
    return ""


def _has_place(cls: type) -> bool:
    return any(field.name == "span" for field in dataclasses.fields(cls))


def _opening(node: nodes.Node) -> Span:
    """The place to show for a whole node: its first line only, or its first key."""
    if isinstance(node, nodes.Mapping) and node.entries:
        return node.entries[0][0].span
    if isinstance(node, nodes.Sequence) and node.items:
        return _opening(node.items[0])
    return node.span


def _found(node: nodes.Node) -> str:
    if isinstance(node, nodes.Mapping):
        return "a group of keys"
    if isinstance(node, nodes.Sequence):
        return "a list"
    return "empty" if node.is_null else "text"


def _in_words(wanted: type) -> str:
    if wanted is bool:
        return "yes or no (true or false)"
    return {int: "a whole number", float: "a number"}.get(wanted, "one line of text")


_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _boolean(binder: Binder, node: nodes.Scalar, _wanted: type) -> bool:
    value = _TRUTH.get(node.value.strip().lower())
    if value is None:
        binder.fail(node.span, "wrong-type", f"'{node.value}' is neither true nor false", "write true or false")
    return value


def _number(binder: Binder, node: nodes.Scalar, wanted: type) -> float:
    pattern = r"[+-]?\d{1,12}" if wanted is int else r"[+-]?\d{1,12}(\.\d{1,12})?"
    if not re.fullmatch(pattern, node.value.strip(), re.ASCII):
        binder.fail(node.span, "wrong-type", f"'{node.value}' is not {_in_words(wanted)}", "write it in digits")
    return cast("float", wanted(node.value))


def _word(binder: Binder, node: nodes.Scalar, wanted: type) -> Enum:
    choices = {str(member.value): member for member in cast("type[Enum]", wanted)}
    if node.value not in choices:
        binder.report(unknown(node, choices, "value"))
        raise Unbound
    return choices[node.value]


_CONVERSIONS: Mapping[type, Callable[[Binder, nodes.Scalar, type], Any]] = {
    str: lambda _binder, node, _wanted: node.text().value,
    bool: _boolean,
    int: _number,
    float: _number,
}
