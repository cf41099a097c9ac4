"""Finds text that blinks or glitters.

Why it matters: what moves cannot be read by many, and may bring on a seizure (WCAG 2.2, guideline 2.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.findings import Finding


def find(word: WordFile) -> Iterator[Finding]:
    """Text effects of old Words, which new ones still show."""
    for part, effect in word.each(w("effect")):
        if effect.get(w("val")) != "none":
            said = f"this text moves ('{effect.get(w('val'))}')"
            yield Finding.error(part.span(effect), "text-moves", said, "take the effect off")
