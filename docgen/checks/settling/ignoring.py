"""What staff decide to leave as it is: `# docgen: ignore[rule] reason`, on or above a key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from docgen.checks.settling.settings import unknown_rule
from docgen.expressions import regex
from docgen.findings import Edit, Finding, Fix, Span
from docgen.reading import nodes
from docgen.reading.text import Source
from docgen.records import dataclass

_COMMENT = regex(r"#[ \t]*docgen:[ \t]*ignore[ \t]*\[(?P<names>[^\]\n]*)\][^\r\n]*")
_NAME = regex(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule that a comment names: where its name stands, the whole comment, and the values that it is about.

    `beside` is what such values are taken from other files, in which nobody can write a comment: tables.
    """

    rule: str
    span: Span
    comment: Span
    covers: Span
    beside: tuple[Span, ...] = ()


def ignores(root: nodes.Node, sources: Iterable[Source]) -> tuple[Ignore, ...]:
    """The comments of a report's files that let something stand. What looks like one inside a text is text."""
    return tuple(found for source in sources if "ignore" in source.text for found in _ignores(root, source))


def without_ignored(
    findings: Iterable[Finding], comments: Iterable[Ignore], known: Collection[str], ran: Collection[str]
) -> Iterator[Finding]:
    """The findings that no comment hides, and findings on comments that hide nothing.

    Of comments on rules that did not run nobody knows what they hide. `known` are the names of all rules.
    """
    comments = tuple(comments)
    used: set[Ignore] = set()
    for finding in findings:
        shown = []
        for place in (finding.span, *finding.also):
            hiding = [one for one in comments if one.rule == finding.code and _covers(one, place)]
            used.update(hiding)
            if not hiding:
                shown.append(place)
        if shown:
            yield replace(finding, span=shown[0], also=tuple(shown[1:]))
    for one in comments:
        if one.rule not in known:
            yield unknown_rule(one.rule, one.span)
        elif one.rule in ran and one not in used:
            yield Finding.warning(
                one.span,
                "unused-ignore",
                f"nothing is hidden here: '{one.rule}' finds nothing in this place",
                "take the comment out",
                Fix.safe(Edit(one.comment, "")) if _is_alone(one, comments) else None,
            )


def _ignores(root: nodes.Node, source: Source) -> Iterator[Ignore]:
    taken = tuple(_taken(root, source.path))
    entries, texts = [(key.start, key.end) for key, _ in taken], list[tuple[int, int]]()
    for node, first in _walk(root, source.path):
        if node is not root:
            entries.append((first, node.span.end))
        if isinstance(node, nodes.Scalar):
            texts.append((node.span.start, node.span.end))
    entries.sort()
    for found in _COMMENT.finditer(source.text):
        if any(start <= found.start() < end and not _is_header(source, start, found.start()) for start, end in texts):
            continue
        covers = _covered(source, entries, found.start())
        comment = Span(source.path, _comment_start(source, found.start()), _comment_end(source, found))
        for name in _NAME.finditer(found["names"]):
            at = found.start("names") + name.start()
            beside = tuple(value for key, value in taken if _holds(covers, key))
            yield Ignore(name.group(), Span(source.path, at, at + len(name.group())), comment, covers, beside)


def _walk(node: nodes.Node, path: str, first: int | None = None) -> Iterator[tuple[nodes.Node, int]]:
    """Every node of a file, each with where its entry begins: at its key, or at itself."""
    if node.span.path == path:
        yield node, node.span.start if first is None else first
    match node:
        case nodes.Sequence():
            for item in node.items:
                yield from _walk(item, path)
        case nodes.Mapping():
            for key, value in node.entries:
                yield from _walk(value, path, key.span.start if key.span.path == path else None)


def _taken(node: nodes.Node, path: str) -> Iterator[tuple[Span, Span]]:
    """The keys of a file whose values stand in another, with where they stand there."""
    match node:
        case nodes.Sequence():
            for item in node.items:
                yield from _taken(item, path)
        case nodes.Mapping():
            for key, value in node.entries:
                if key.span.path == path != value.span.path:
                    yield key.span, value.span
                else:
                    yield from _taken(value, path)


def _is_header(source: Source, start: int, at: int) -> bool:
    """Whether an offset stands on the first line of a block value, behind its `|`."""
    return source.text[start] in "|>" and "\n" not in source.text[start:at]


def _covered(source: Source, entries: list[tuple[int, int]], at: int) -> Span:
    """What a comment is about: the key on its line, else the key or the whole list entry that follows it."""
    line_start = source.text.rfind("\n", 0, at) + 1
    on_line = [entry for entry in entries if line_start <= entry[0] < at]
    following = [entry for entry in entries if entry[0] > at]
    if on_line:
        start, end = min(on_line)
    elif following:
        start, end = following[0][0], max(end for start, end in following if start == following[0][0])
    else:
        start = end = at
    return Span(source.path, start, end)


def _comment_start(source: Source, at: int) -> int:
    """Where a comment begins, blanks before it included; a whole line from its start."""
    blanks = at - len(source.text[:at].rstrip(" \t"))
    return at - blanks


def _comment_end(source: Source, found: re.Match[str]) -> int:
    """Where a comment ends; that of a whole line includes its line end."""
    before = source.text[: found.start()].rstrip(" \t")
    if before and not before.endswith("\n"):
        return found.end()
    line_end = re.compile(r"\r\n|\r|\n").match(source.text, found.end())
    return line_end.end() if line_end else found.end()


def _covers(one: Ignore, place: Span) -> bool:
    return any(_holds(span, place) for span in (one.covers, *one.beside))


def _holds(covers: Span, place: Span) -> bool:
    return covers.path == place.path and covers.start <= place.start < max(covers.end, covers.start + 1)


def _is_alone(one: Ignore, comments: tuple[Ignore, ...]) -> bool:
    return sum(1 for other in comments if other.comment == one.comment) == 1
