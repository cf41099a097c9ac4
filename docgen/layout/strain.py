"""What layout could not set well, said with its place."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document import tree
from docgen.document.kernel import Cell, Document
from docgen.document.runs import TextRun
from docgen.findings import Finding, Span
from docgen.layout.page import LineEnd, Pages, TextLine

_SHOWN = 40


def broken_words(document: Document, pages: Pages) -> Iterator[Finding]:
    """A warning for each paragraph with a word too long for its line, which was broken where the line ended."""
    lines = tuple(_forced(pages))
    parts = {part.id: part for part in tree.walk(document) if not isinstance(part, Cell)} if lines else {}
    for line in lines:
        last = "".join(fragment.written or fragment.text for fragment in line.fragments).split()[-1]
        span, word = _word(parts.get(line.node, document), last)
        yield Finding.warning(
            span,
            "broken-word",
            f"this word is too long for its line, and was broken where the line ended: '{_shortened(word)}'",
            "shorten it, or put a space or a hyphen where it may be divided",
        )


def _word(part: tree.Part, piece: str) -> tuple[Span, str]:
    """The word that a line ends with a piece of; the whole part where it stands in several runs."""
    for run in tree.walk_runs(part):
        if isinstance(run, TextRun):
            for word in run.text.words():
                if piece in word.value:
                    return word.span(), word.value
    return part.span, piece


def _shortened(word: str) -> str:
    return word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"


def _forced(pages: Pages) -> Iterator[TextLine]:
    """The first such line of each node."""
    told: set[str] = set()
    for page in pages.pages:
        for box in page.boxes:
            if isinstance(box, TextLine) and box.end is LineEnd.FORCED and box.node not in told:
                told.add(box.node)
                yield box
