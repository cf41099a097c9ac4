"""A report through all its rules: the whole of checking, from a subject to findings."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.mending.change import Change, Entry, Joining
from docgen.checks.mending.editing import Editor
from docgen.checks.registry import rules
from docgen.checks.rule import Placed, Remedy
from docgen.checks.settling.ignoring import ignores, without_ignored
from docgen.checks.settling.orders import Orders
from docgen.checks.settling.settings import Active, plan
from docgen.checks.subject import Subject
from docgen.findings import Edit, Finding, Fix, Span, in_order
from docgen.reading.text import Text


def proofread(subject: Subject, orders: Orders) -> tuple[Finding, ...]:
    """What the rules find in a report, in order, and what is wrong with its settings."""
    active, findings = plan(subject.report.checks, orders)
    editor = Editor(subject.root, subject.sources)
    found = [finding for one in active for finding in _found(one, subject, editor)]
    comments = ignores(subject.root, subject.sources.values()) if subject.root is not None else ()
    ran = {one.rule.name for one in active}
    return in_order((*findings, *without_ignored(found, comments, rules().keys(), ran)))


def _found(active: Active, subject: Subject, editor: Editor) -> Iterator[Finding]:
    """What one rule finds."""
    rule = active.rule
    if rule.languages and subject.language.split("-")[0] not in rule.languages:
        return
    for flaw in rule.look(subject, active.options):
        yield Finding(
            _place(flaw.at),
            active.severity,
            rule.name,
            flaw.message,
            flaw.advice,
            _fix(flaw.fix, editor, subject) if flaw.fix else None,
            tuple(_place(one) for one in flaw.also),
            flaw.word,
        )


def _place(at: Placed | Text | Span) -> Span:
    if isinstance(at, Span):
        return at
    return at.span() if isinstance(at, Text) else at.span


def _fix(remedy: Remedy, editor: Editor, subject: Subject) -> Fix | None:
    """The edits of a remedy; None where one of its changes cannot be made, or all leave everything as it is."""
    edits: list[Edit] = []
    for change in remedy.changes:
        edit = editor.edit(change) if isinstance(change, Change | Joining | Entry) else change
        if edit is None:
            return None
        edits.append(edit)
    return Fix(tuple(edits), remedy.safety) if any(_changes(edit, subject) for edit in edits) else None


def _changes(edit: Edit, subject: Subject) -> bool:
    """Whether something else stands at the edit's place."""
    return edit.span.path not in subject.sources or subject.written(edit.span) != edit.replacement
