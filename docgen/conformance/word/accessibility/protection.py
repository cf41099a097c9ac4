"""Finds files that their readers may not work in.

Why it matters: who needs larger type, other colours or a reading program cannot have them in a file that is locked.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import ON, w
from docgen.findings import Finding


def find(word: WordFile) -> Iterator[Finding]:
    """Protection that is in force."""
    settings = word.only("settings")
    for protection in settings.walk(w("documentProtection")) if settings else ():
        if settings and protection.get(w("enforcement")) in ON - {None}:
            advice = "in Word, Review, Restrict Editing, Stop Protection"
            yield Finding.error(settings.span(protection), "document-protected", "this file is protected", advice)
