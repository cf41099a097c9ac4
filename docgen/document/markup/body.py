"""What is gathered while one body, or one line, is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Any

from docgen.document.markup import faults
from docgen.document.markup.attributes import LABEL, Attribute
from docgen.findings import Finding, Span
from docgen.reading.text import Text
from docgen.records import dataclass


@dataclass(slots=True)
class Body:
    """One reading: its findings, and what its parts must know of one another.

    `cited` has the notes in the order of their first marks: a note's text where it is written in its place, None where
    it is defined elsewhere. `note_fault` is what to say of a mark where there can be no note, `undefined_note` of one
    whose note is missing, `label_fault` of a label that cannot stand here; `fence` is the mark of program
    code that is open.
    """

    language: str = ""
    environment: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    defined: set[str] = field(default_factory=set)
    cited: dict[str, Text | None] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    note_fault: Callable[[Span], Finding] | None = None
    undefined_note: Callable[[Span, str], Finding] = faults.undefined_note
    label_fault: Callable[[Span, str], Finding] = faults.misplaced_label
    fence: str = ""
    line_starts: list[int] = field(default_factory=list)

    def report(self, finding: Finding) -> None:
        """Keep a finding."""
        self.findings.append(finding)

    def cite(self, label: str | None, content: Text, span: Span) -> str | None:
        """Take note of a note's mark: of the note `label`, or of one whose text stands here.

        Returns what the note is called, None where there can be none.
        """
        if self.note_fault:
            self.report(self.note_fault(span))
            return None
        if label is None:
            label = self._new_label()
            self.cited[label] = content
        elif label in self.defined:
            self.cited.setdefault(label, None)
        else:
            self.report(self.undefined_note(span, label))
            return None
        return label

    def _new_label(self) -> str:
        """A name for a note that has none, and that none has."""
        number = len(self.cited) + 1
        while (name := f"inline-{number}") in self.defined or name in self.cited:
            number += 1
        return name

    def take(self, attributes: Iterable[Attribute], *known: str) -> dict[str, Text]:
        """The attributes among `known`, by name; the others are reported."""
        taken: dict[str, Text] = {}
        for attribute in attributes:
            if attribute.name == "#" and "#" in known and not LABEL.fullmatch(attribute.value.value):
                self.report(faults.bad_label(attribute.written.span(), attribute.value.value))
            elif attribute.name in known:
                taken[attribute.name] = attribute.value
            elif attribute.name == "#":
                self.report(self.label_fault(attribute.written.span(), attribute.value.value))
            else:
                examples = ", ".join(_EXAMPLES[name] for name in known)
                self.report(faults.unknown_attribute(attribute.written.span(), attribute.written.value, examples))
        return taken

    def line(self, source: str, number: int) -> tuple[int, int]:
        """Where a line of the body, counted from 0, begins and ends."""
        if not self.line_starts:
            self.line_starts = [0, *(found.end() for found in re.finditer("\n", source)), len(source) + 1]
        return self.line_starts[number], self.line_starts[number + 1] - 1


_EXAMPLES = {
    "#": "{#label}",
    ".decorative": "{.decorative}",
    ".nohyphen": "{.nohyphen}",
    "lang": "{lang=fr}",
    "width": "{width=page}",
}


def gather(text: Text, ranges: Iterable[tuple[int, int]]) -> Text:
    """The stretches of `text` one behind the other, as one text with places."""
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    parts = [text.slice(start, end) for start, end in merged]
    return parts[0] if len(parts) == 1 else type(text).joined(parts)
