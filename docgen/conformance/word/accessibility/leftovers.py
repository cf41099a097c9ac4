"""Finds what a review has left behind: comments, changes that nobody accepted, the switch that records them.

Why it matters: readers of a published file see what its authors said of one another, and screen readers read aloud
what was deleted. While a file goes round for review all this belongs to it, and `docgen verify --in-review` says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import is_on
from docgen.conformance.word.names import w
from docgen.findings import Finding

_CHANGES = [w(local) for local in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel")]
_COMMENT = "in Word, Review, Delete, Delete All Comments"
_ACCEPT = "in Word, Review, Accept, Accept All Changes and Stop Tracking"


def find(word: WordFile) -> Iterator[Finding]:
    """Comments and tracked changes, unless the file is in review."""
    if word.in_review:
        return
    for part, comment in word.each(w("comment")):
        yield Finding.warning(part.span(comment), "comment-left", "a comment is left in the file", _COMMENT)
    for part, change in word.each(*_CHANGES):
        said = "a change is neither accepted nor rejected"
        yield Finding.warning(part.span(change), "change-left", said, _ACCEPT)
    settings = word.only("settings")
    switch = settings.root.find(w("trackRevisions")) if settings else None
    if settings and switch is not None and is_on(switch):
        yield Finding.warning(settings.span(switch), "tracking-on", "the file goes on to record changes", _ACCEPT)
