"""The characters of a text that Unicode writes shorter: letters and the accents behind them.

Normalization Form C (UAX 15) of a whole text loses the places, so it is made letter by letter. A letter ends after
`LONGEST` characters at the latest, as the Stream-Safe Text Format of UAX 15 has it: putting the accents of one letter
in order takes the square of their number.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from docgen.expressions import regex

LONGEST = 31
"""How many characters may make up one: a letter and 30 accents."""

_CLUSTERS = regex("[\0-\u02ff]?[^\0-\u02ff]+")
"""Where composition can change anything: no character below U+0300 joins the one before it (UAX 15)."""


def composable(value: str) -> Iterator[tuple[int, int, str]]:
    """The characters that normal form changes: where each begins and ends, and what it becomes."""
    for found in _CLUSTERS.finditer(value):
        at, cluster = found.start(), found.group()
        if len(cluster) <= LONGEST:
            for start, end, normal in _short(cluster):
                yield at + start, at + end, normal
        elif not unicodedata.is_normalized("NFC", cluster):
            for start, end, normal in _changes(cluster):
                yield at + start, at + end, normal


@lru_cache(maxsize=4096)
def _short(cluster: str) -> tuple[tuple[int, int, str], ...]:
    """The changes in a short cluster; a language has few."""
    return tuple(_changes(cluster))


def _changes(cluster: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for end in range(1, len(cluster) + 1):
        if end < len(cluster) and end - start < LONGEST and not _begins_character(cluster[start:end], cluster[end]):
            continue
        written = cluster[start:end]
        normal = unicodedata.normalize("NFC", written)
        if normal != written:
            yield start, end, normal
        start = end


def _begins_character(before: str, character: str) -> bool:
    """Whether a character stays apart from those before it under composition."""
    if character < "\u0300":
        return True
    if unicodedata.combining(character):
        return False
    return unicodedata.normalize("NFC", before + character) == unicodedata.normalize("NFC", before) + character
