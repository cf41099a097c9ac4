"""What points elsewhere in a document: ids, numbers, labels, note marks, contents.

`resolve` is the last step of composing. It gives every node its id and language, counts figures, tables and
whatever else is counted, numbers the notes in the order of their marks, and lets references, links and contents know
where they lead and what they print.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from typing import TypeVar, cast

from docgen.document import tree
from docgen.document.kernel import Cell, Contents, Count, Document, Entry, Figure, Heading, Note, Paragraph, Table
from docgen.document.runs import Link, NoteRef, Ref, Run
from docgen.findings import Finding
from docgen.records import dataclass
from docgen.style.wording import Wording

Kind = TypeVar("Kind", bound=tree.Part)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document with everything that refers settled.

    `findings` are on labels that two things have, `dangling` on references to what nothing is labelled.
    """

    document: Document
    findings: tuple[Finding, ...]
    dangling: tuple[Finding, ...]


def resolve(document: Document, wording: Callable[[str], Wording]) -> Resolved:
    """Settle whatever refers in a document."""
    index = _Index(wording)
    identified = index.identify(document)
    index.number_notes(identified)
    settled = index.settle(identified)
    return Resolved(settled, tuple(index.findings), tuple(index.dangling))


@dataclass
class _Target:
    """A node that can be referred to: its id and what a reference to it prints."""

    id: str
    text: str


@dataclass
class _Index:
    """What the first pass learns and the second uses."""

    wording: Callable[[str], Wording]
    findings: list[Finding] = field(default_factory=list)
    dangling: list[Finding] = field(default_factory=list)
    targets: dict[str, _Target] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    numbers: Counter[str] = field(default_factory=Counter)

    def identify(self, document: Document) -> Document:
        """Give ids and languages from the root down, and numbers in reading order."""
        return self._identified(document, "", document.language)

    def _identified(self, part: Kind, above: str, language: str) -> Kind:
        counts: Counter[str] = Counter()

        def change(child: Kind) -> Kind:
            letter = _LETTERS.get(type(child).__name__, "x")
            counts[letter] += 1
            return self._named(child, f"{above}{letter}{counts[letter]}", language)

        return tree.rebuild(part, cast("tree.Change", change))

    def _named(self, part: Kind, path: str, language: str) -> Kind:
        if isinstance(part, Cell | Document):
            return self._identified(part, f"{path}.", language)
        own = part.language or language
        label = part.label if isinstance(part, Heading | Figure | Table | Paragraph) else None
        given = part.id if isinstance(part, Note) else label
        part = replace(part, id=self._free(given or path), language=own)
        if isinstance(part, Figure | Table):
            part = cast("Kind", self._numbered(part))
        if isinstance(part, Paragraph) and part.count is not None:
            part = cast("Kind", self._counted(part, part.count))
        if isinstance(part, Heading):
            self.headings.append(part)
        if label is not None:
            self._enter(label, part)
        return self._identified(part, f"{path}.", own)

    def _free(self, wanted: str) -> str:
        """An id nobody has yet. Two equal labels are a finding, made in `_enter`."""
        while wanted in self.ids:
            wanted = f"{wanted}-2"
        self.ids.add(wanted)
        return wanted

    def _numbered(self, part: Figure | Table) -> Figure | Table:
        if not part.caption and part.label is None:
            return part
        kind = type(part).__name__
        self.numbers[kind] += 1
        return replace(part, number=self.numbers[kind])

    def _counted(self, part: Paragraph, count: Count) -> Paragraph:
        self.numbers[count.kind] += 1
        return replace(part, count=replace(count, number=self.numbers[count.kind]))

    def _enter(self, label: str, part: tree.Part) -> None:
        if label in self.targets:
            self.findings.append(
                Finding.error(part.span, "duplicate-label", f"two things are labelled '{label}'", "rename one of them")
            )
            return
        self.targets[label] = _Target(getattr(part, "id", ""), self._called(part))

    def _called(self, part: tree.Part) -> str:
        if isinstance(part, Heading):
            return tree.plain(part.runs)
        if isinstance(part, Figure):
            return f"{self.wording(part.language).figure}\u00a0{part.number}"
        if isinstance(part, Table):
            return f"{self.wording(part.language).table}\u00a0{part.number}"
        if isinstance(part, Paragraph) and part.count is not None:
            return part.count.name
        return ""

    def number_notes(self, document: Document) -> None:
        """Number notes in the order in which their marks are met."""
        known = {note.id for note in document.notes}
        for run in tree.walk_runs(document):
            if isinstance(run, NoteRef) and run.note in known and run.note not in self.marks:
                self.marks[run.note] = len(self.marks) + 1

    def settle(self, part: Kind) -> Kind:
        """Fill in what refers, from the leaves up."""
        part = tree.rebuild(part, cast("tree.Change", self.settle))
        part = tree.rebuild_runs(part, self._settled)
        if isinstance(part, Contents):
            return cast("Kind", replace(part, entries=tuple(self._entries(part.depth))))
        if isinstance(part, Note):
            return cast("Kind", replace(part, mark=str(self.marks.get(part.id, ""))))
        if isinstance(part, Document):
            in_order = sorted(part.notes, key=lambda note: self.marks.get(note.id, len(self.marks) + 1))
            return cast("Kind", replace(part, notes=tuple(in_order)))
        return part

    def _settled(self, run: Run) -> Run:
        if isinstance(run, NoteRef):
            return replace(run, mark=str(self.marks.get(run.note, "")))
        if isinstance(run, Ref):
            target = self._target(run.label, run)
            return replace(run, target=target.id, text=target.text) if target else run
        if isinstance(run, Link) and run.target is not None:
            target = self._target(run.target, run)
            return replace(run, target=target.id) if target else run
        return run

    def _target(self, label: str, run: Ref | Link) -> _Target | None:
        target = self.targets.get(label)
        if target is None:
            near = difflib.get_close_matches(label, self.targets, 1)
            advice = f"did you mean '#{near[0]}'?" if near else _how_to_label(self.targets)
            self.dangling.append(Finding.error(run.span, "unknown-label", f"nothing is labelled '{label}'", advice))
        return target

    def _entries(self, depth: int) -> Iterable[Entry]:
        top = min((heading.level for heading in self.headings), default=1)
        for heading in self.headings:
            if heading.level - top < depth:
                runs = tuple(self._settled(run) for run in heading.runs if not isinstance(run, NoteRef))
                yield Entry(runs, heading.level - top + 1, heading.id)


def _how_to_label(known: Iterable[str]) -> str:
    names = ", ".join(f"#{name}" for name in sorted(known))
    return f"the labels are: {names}" if names else "write id: on a section, or {#label} on a line above a block"


_LETTERS = {
    "Paragraph": "p",
    "Heading": "h",
    "Group": "s",
    "List": "l",
    "Item": "i",
    "Table": "t",
    "Cell": "c",
    "Figure": "f",
    "Drawing": "d",
    "Quote": "q",
    "Note": "n",
    "Contents": "toc",
    "Break": "b",
    "Rule": "r",
}
