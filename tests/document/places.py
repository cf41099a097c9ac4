"""Markup as text, every node and run with the line and column where it was written."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document.kernel import Cell, Figure, Heading, Item, List, Node, Note, Paragraph, Quote, Rule, Table, Width
from docgen.document.markup import Markup
from docgen.document.runs import LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.findings import Finding, Span
from docgen.reading.text import Source, Text


def dump_nodes(markup: Markup, source: Source) -> str:
    """One line a node, cell or run: where it begins, what it is, what it says."""
    return "".join(f"{line}\n" for node in (*markup.nodes, *markup.notes) for line in _node(node, source, ""))


def dump_findings(findings: tuple[Finding, ...], source: Source) -> str:
    """Each finding as a user sees it, with the characters it is about."""
    return "".join(_finding(finding, source) for finding in findings)


def _finding(finding: Finding, source: Source) -> str:
    about = source.text[finding.span.start : finding.span.end]
    place = _at(finding.span, source)
    line = f"{place} {finding.severity.label}[{finding.code}] {finding.message}\n"
    return f"{line}    about: {about!r}\n    = {finding.advice}\n"


def _node(node: Node | Note | Item | Cell, source: Source, indent: str) -> Iterator[str]:
    place, deeper = f"{indent}{_at(node.span, source)}", indent + "  "
    match node:
        case Paragraph():
            yield f"{place} paragraph {node.role}"
            yield from _runs(node.runs, source, deeper)
        case Heading():
            yield f"{place} heading {node.level}{_label(node.label)}"
            yield from _runs(node.runs, source, deeper)
        case List():
            kind = f"numbered from {node.start}" if node.ordered else "bulleted"
            yield f"{place} list {kind} {'tight' if node.tight else 'loose'}"
            yield from _nodes(node.items, source, deeper)
        case Item() | Note():
            yield f"{place} {'item' if isinstance(node, Item) else f'note {node.id}'}"
            yield from _nodes(node.children, source, deeper)
        case Quote():
            yield f"{place} quote"
            yield from _nodes(node.children, source, deeper)
            yield from (f"{line} (source)" for line in _runs(node.source, source, deeper))
        case Table():
            yield f"{place} table {' '.join(each.value for each in node.alignments)}{_label(node.label)}{_width(node)}"
            for row in node.rows:
                yield f"{deeper}row"
                yield from _nodes(row, source, deeper + "  ")
        case Cell():
            yield f"{place} {'head cell' if node.header else 'cell'}"
            yield from _nodes(node.children, source, deeper)
        case Figure():
            yield f"{place} figure{' decorative' if node.decorative else ''}{_label(node.label)}{_width(node)}"
            assert isinstance(node.picture, Text)
            yield f"{deeper}{_said(node.picture, source)} (picture)"
            if node.alternative is not None:
                yield f"{deeper}{_said(node.alternative, source)} (alternative)"
            yield from (f"{line} (caption)" for line in _runs(node.caption, source, deeper))
        case Rule():
            yield f"{place} rule"
        case other:
            raise AssertionError(f"markup makes no {other}")


def _nodes(nodes: tuple[Node | Item | Cell, ...], source: Source, indent: str) -> Iterator[str]:
    for node in nodes:
        yield from _node(node, source, indent)


def _runs(runs: tuple[Run, ...], source: Source, indent: str) -> Iterator[str]:
    for run in runs:
        match run:
            case TextRun():
                marks = {"emphasis": run.emphasis, "strong": run.strong, "whole": not run.hyphenate}
                looks = [name for name, given in marks.items() if given] + ([run.language] if run.language else [])
                yield " ".join([indent + _said(run.text, source), *looks])
            case LineBreak():
                yield f"{indent}{_at(run.span, source)} line break"
            case Link():
                yield f"{indent}{_at(run.span, source)} link to {run.url or f'#{run.target}'}"
                yield from _runs(run.runs, source, indent + "  ")
            case NoteRef():
                yield f"{indent}{_at(run.span, source)} mark of note {run.note}"
            case Ref():
                yield f"{indent}{_at(run.span, source)} reference to #{run.label}"
            case other:
                raise AssertionError(f"markup makes no {other}")


def _said(text: Text, source: Source) -> str:
    return f'{_at(text.span(), source)} "{text.value}"'


def _at(span: Span, source: Source) -> str:
    line, column = source.position(span.start)
    return f"{line}:{column}"


def _label(label: str | None) -> str:
    return f" label={label}" if label else ""


def _width(node: Table | Figure) -> str:
    return " page-wide" if node.width is Width.PAGE else ""
