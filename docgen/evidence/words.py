"""What there is to know of the words of a document: their languages, and the links among them."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document import tree
from docgen.document.kernel import Document, Figure, Heading, Table
from docgen.document.runs import Link, Ref, Run, TextRun
from docgen.evidence.record import LinkRecord, Spoken

LONGEST_SAMPLE = 80
"""How many characters of a language are shown."""


def languages(document: Document) -> tuple[Spoken, ...]:
    """Each language of a document, its own first, then in the order of their first words."""
    counts, samples = {document.language: 0}, {document.language: ""}
    for text, language in _spoken(document):
        counts[language] = counts.get(language, 0) + len(text.split())
        if len(samples.setdefault(language, "")) <= LONGEST_SAMPLE:
            samples[language] += text
    return tuple(Spoken(language, count, _shortened(samples[language])) for language, count in counts.items())


def _spoken(document: Document) -> Iterator[tuple[str, str]]:
    """Texts with their languages: those of runs, and the alternative texts of pictures."""
    for part, language in _with_language(document, document.language):
        for run in tree.opened(tree.runs(part)):
            if isinstance(run, TextRun):
                yield run.text.value, run.language or language
        yield " ", language
        if isinstance(part, Figure) and part.alternative is not None:
            yield part.alternative.value + " ", language


def _with_language(part: tree.Part, above: str) -> Iterator[tuple[tree.Part, str]]:
    language = getattr(part, "language", "") or above
    yield part, language
    for child in tree.children(part):
        yield from _with_language(child, language)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SAMPLE else line[:LONGEST_SAMPLE].rsplit(" ", 1)[0] + " …"


def links(document: Document) -> tuple[LinkRecord, ...]:
    """Every link and cross-reference in reading order, with where it leads and the heading above it."""
    names = dict(_names(document))
    found, below = [], ""
    for part, language in _with_language(document, document.language):
        if isinstance(part, Heading):
            below = tree.plain(part.runs)
        for run in tree.opened(tree.runs(part)):
            leads = _leads(run, names)
            if leads is not None:
                words = tree.plain((run,))
                found.append(LinkRecord(words, leads, below, _language(run) or language))
    return tuple(found)


def _leads(run: Run, names: dict[str, str]) -> str | None:
    """Where a run leads: an address, or the words of what it leads to; None where it is no link."""
    match run:
        case Link(url=str() as url):
            return url
        case Link(target=str() as target) | Ref(target=target):
            return f"in this report: {names.get(target, target)}"
        case _:
            return None


def _language(run: Run) -> str | None:
    """The language of a link's words, where they are all of one of their own."""
    spoken = {inner.language for inner in tree.opened((run,)) if isinstance(inner, TextRun)}
    return spoken.pop() if len(spoken) == 1 else None


def _names(document: Document) -> Iterator[tuple[str, str]]:
    """What headings, figures and tables are called, by their ids."""
    for part in tree.walk(document):
        if isinstance(part, Heading):
            yield part.id, tree.plain(part.runs)
        elif isinstance(part, Figure | Table):
            yield part.id, tree.plain(part.caption) or part.id
