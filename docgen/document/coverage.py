"""Which characters of a document no face of its style can set."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from docgen.document import tree
from docgen.document.kernel import Document, Run, TextRun
from docgen.findings import Finding
from docgen.reading.text import Text
from docgen.style.model import Family, Style

MOST_NAMED = 5
"""How many missing characters are named one by one: more are most likely a text in another script."""


def unprintable(document: Document, style: Style) -> Iterator[Finding]:
    """A finding at the first place of each character that the style's faces lack; the last tells how many more."""
    known: dict[str, bool] = {}
    found = [one for run in tree.walk_runs(document) for one in _in_run(run, style.family, known)]
    yield from found[:MOST_NAMED]
    if len(found) > MOST_NAMED:
        more = len(found) - MOST_NAMED
        message = f"the font {style.family.name} lacks {more} more of the characters that are used from here on"
        yield Finding.error(found[MOST_NAMED].span, "missing-character", message, found[MOST_NAMED].advice)


def _in_run(run: Run, family: Family, known: dict[str, bool]) -> Iterator[Finding]:
    if not isinstance(run, TextRun) or (run.text.value.isascii() and run.text.value.isprintable()):
        return
    for index, character in enumerate(run.text.value):
        if character not in known:
            known[character] = _has(family, character)
            if not known[character]:
                yield _finding(run.text, index, family)


def _has(family: Family, character: str) -> bool:
    """Whether every face has it: a run may be set in any of them. What prints nothing needs no glyph."""
    if character in "\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff":
        return True
    faces = (family.regular, family.bold, family.italic, family.bold_italic)
    return all(face.has(character) for face in faces)


def _finding(text: Text, index: int, family: Family) -> Finding:
    character = text.value[index]
    name = unicodedata.name(character, "a character without a name")
    shown = f"'{character}' " if character.isprintable() and not unicodedata.combining(character) else ""
    return Finding.error(
        text.span(index, index + 1),
        "missing-character",
        f"the font {family.name} has no {shown}({name}, U+{ord(character):04X})",
        "write it another way, or use a style whose font has it",
    )
