"""Finds footnotes and endnotes that are asked for and missing, there twice, or asked for by nobody.

Why it matters: Word opens no file that asks for a note it does not have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part
from docgen.findings import Finding

_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_AGAIN = "in Word, delete the note's mark and insert the note anew"


def find(word: WordFile) -> Iterator[Finding]:
    """For each kind of notes: marks without a note, notes of one number, notes without a mark, separators missing."""
    for kind in ("footnote", "endnote"):
        part = word.only(f"{kind}s")
        known = {note.get(w("id")) for note in part.walk(w(kind))} if part else set()
        asked = set()
        for place, mark in word.each(w(f"{kind}Reference")):
            asked.add(mark.get(w("id")))
            if mark.get(w("id")) not in known:
                said = f"a mark stands here for {kind} {mark.get(w('id'))}, which is not in the file"
                yield Finding.error(place.span(mark), "note-missing", said, _AGAIN)
        if part is not None:
            yield from _notes(part, kind, asked)
        yield from _separators(word, kind, known)


def _notes(part: Part, kind: str, asked: set[str | None]) -> Iterator[Finding]:
    times = Counter(note.get(w("id")) for note in part.walk(w(kind)))
    for note in part.walk(w(kind)):
        if times[note.get(w("id"))] > 1:
            said = f"two {kind}s have the number {note.get(w('id'))}"
            yield Finding.error(part.span(note), "note-twice", said, _AGAIN)
        if note.get(w("type")) not in _SEPARATORS and note.get(w("id")) not in asked:
            said = f"no mark in the text leads to this {kind}, so nobody sees it"
            yield Finding.warning(part.span(note), "note-unused", said, "delete the note, or insert it anew")
    for mark in part.walk(w("footnoteReference"), w("endnoteReference")):
        said = f"a note is marked within a {kind}; Word has no notes to notes"
        yield Finding.error(part.span(mark), "note-in-note", said, "write it into the note")


def _separators(word: WordFile, kind: str, known: set[str | None]) -> Iterator[Finding]:
    settings = word.only("settings")
    if settings is None:
        return
    for separator in (found for named in settings.walk(w(f"{kind}Pr")) for found in named.iter(w(kind))):
        if separator.get(w("id")) not in known:
            said = f"the line above the {kind}s, number {separator.get(w('id'))}, is not in the file"
            yield Finding.error(settings.span(separator), "note-separator-missing", said)
