"""Finds files without a title, or with one that is not shown.

Why it matters: a screen reader says the title when the file is opened; without one it spells the file's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.findings import Finding


def find(word: WordFile) -> Iterator[Finding]:
    """A title in the file's properties that is empty, or that no title or heading says."""
    title, look = word.property("dc:title"), Look(word)
    if not title:
        advice = "in Word, fill in the title under File, Info"
        yield Finding.error(word.whole, "untitled", "this file has no title in its properties", advice)
        return
    shown = [
        _letters(word.document.words(paragraph))
        for paragraph in word.document.paragraphs
        if "title" in look.style_names(paragraph) or look.level(paragraph) == 1
    ]
    if not any(words and (words in _letters(title) or _letters(title) in words) for words in shown):
        said = f"no title or heading in the text says '{title}', which the file calls itself"
        advice = "set the title's paragraph in the style Title, or correct the title under File, Info"
        yield Finding.warning(word.whole, "title-unshown", said, advice)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
