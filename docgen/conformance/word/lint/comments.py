"""Finds comments that are asked for and missing, that do not reach from a beginning to an end, or that nobody sees.

Why it matters: Word opens no file that asks for a comment it does not have, and drops the reach of a broken one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part
from docgen.findings import Finding

_START, _END, _MARK = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_DELETE = "in Word, delete the comment"


def find(word: WordFile) -> Iterator[Finding]:
    """Marks without a comment, reaches without an end, comments of one number and comments without a mark."""
    part = word.only("comments")
    known = {comment.get(w("id")) for comment in part.walk(w("comment"))} if part else set()
    marked = {mark.get(w("id")) for _, mark in word.each(_MARK)}
    for place, mark in word.each(_START, _END, _MARK):
        if mark.get(w("id")) not in known:
            said = f"comment {mark.get(w('id'))} belongs here and is not in the file"
            yield Finding.error(place.span(mark), "comment-missing", said, _DELETE)
    for place in word.stories:
        yield from _reaches(place, marked)
    if part is not None:
        yield from _comments(part, marked)


def _reaches(part: Part, marked: set[str | None]) -> Iterator[Finding]:
    begun = {}
    for mark in part.walk(_START, _END):
        identity = mark.get(w("id"))
        if mark.tag == _START:
            begun[identity] = mark
            if identity not in marked:
                said = f"comment {identity} reaches over these words but has no mark"
                yield Finding.error(part.span(mark), "comment-unmarked", said, _DELETE)
        elif begun.pop(identity, None) is None:
            said = f"comment {identity} ends here and has not begun"
            yield Finding.error(part.span(mark), "comment-unpaired", said, _DELETE)
    for identity, mark in begun.items():
        said = f"comment {identity} begins here and does not end"
        yield Finding.error(part.span(mark), "comment-unpaired", said, _DELETE)


def _comments(part: Part, marked: set[str | None]) -> Iterator[Finding]:
    times = Counter(comment.get(w("id")) for comment in part.walk(w("comment")))
    for comment in part.walk(w("comment")):
        if times[comment.get(w("id"))] > 1:
            said = f"two comments have the number {comment.get(w('id'))}"
            yield Finding.error(part.span(comment), "comment-twice", said, _DELETE)
        if comment.get(w("id")) not in marked:
            said = "this comment is shown nowhere in the document, but stays in the file"
            yield Finding.warning(
                part.span(comment), "comment-unused", said, "delete it: readers of the file can find it"
            )
