"""Finds bookmarks that Word cannot keep apart, keep whole or keep at all.

Why it matters: of two bookmarks of one name Word keeps one, so that a reference leads to the wrong place; one without
its end, or with a name that Word does not allow, is dropped on opening.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part
from docgen.findings import Finding

_NAME = re.compile(r"[^\W\d]\w{0,39}")  # Word's own dialogue allows no other
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_AGAIN = "in Word, delete the bookmark under Insert, Bookmark, and set it anew"


def find(word: WordFile) -> Iterator[Finding]:
    """Names and ids given twice, names that are none, starts without ends and ends before starts."""
    names = Counter(mark.get(w("name"), "").lower() for _, mark in word.each(_START))
    ids: set[str] = set()
    for part, mark in word.each(_START):
        named, identity = mark.get(w("name"), ""), mark.get(w("id"), "")
        if names[named.lower()] > 1:
            said = f"{names[named.lower()]} bookmarks are called '{named}'"
            yield Finding.error(part.span(mark), "bookmark-twice", said, _AGAIN)
        if not _NAME.fullmatch(named):
            said = (
                f"'{named}' cannot be the name of a bookmark: it takes up to 40 letters, digits and _, no digit first"
            )
            yield Finding.error(part.span(mark), "bookmark-name", said, _AGAIN)
        if identity in ids:
            said = f"two bookmarks have the number {identity}; one is called '{named}'"
            yield Finding.error(part.span(mark), "bookmark-number-twice", said, _AGAIN)
        ids.add(identity)
    for part in word.stories:
        yield from _unpaired(part)


def _unpaired(part: Part) -> Iterator[Finding]:
    open_marks = {}
    for mark in part.walk(_START, _END):
        identity = mark.get(w("id"), "")
        if mark.tag == _START:
            open_marks[identity] = mark
        elif open_marks.pop(identity, None) is None:
            said = "a bookmark ends here that did not begin"
            yield Finding.error(part.span(mark), "bookmark-unpaired", said, _AGAIN)
    for mark in open_marks.values():
        said = f"the bookmark '{mark.get(w('name'))}' does not end"
        yield Finding.error(part.span(mark), "bookmark-unpaired", said, _AGAIN)
