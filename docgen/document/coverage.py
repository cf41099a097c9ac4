"""Which characters of a document cannot be set: no face of the style has them, or their script needs shaping."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from docgen.document import tree
from docgen.document.kernel import Document
from docgen.document.runs import Run, TextRun
from docgen.findings import Finding
from docgen.reading.text import Text
from docgen.style.model import Family, Style

MOST_NAMED = 5
"""How many characters are named one by one: more are most likely a text in another script."""

_INVISIBLE = "\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC"})
"""The scripts that are set letter by letter. Others join, reorder or run from the right, and need a shaping engine."""

_WITHOUT_SCRIPT = frozenset(
    {"ANGSTROM", "COMBINING", "DOUBLE-STRUCK", "FEMININE", "KELVIN", "MASCULINE", "MICRO", "MODIFIER", "OHM", "SCRIPT"}
)
"""First words of the Unicode names of letters that belong to no script of their own."""


def unprintable(document: Document, style: Style) -> Iterator[Finding]:
    """A finding at the first place of each character, or other script, that cannot be set.

    The last tells how many more there are.
    """
    known: set[str] = set()
    pages = (document.first_page, document.other_pages)
    furniture = [line for page in pages for line in (page.header, page.footer) if line is not None]
    places: tuple[tree.Part, ...] = (document, *furniture)
    runs = (run for place in places for run in tree.walk_runs(place))
    found = [one for run in runs for one in _in_run(run, style.family, known)]
    yield from found[:MOST_NAMED]
    if len(found) > MOST_NAMED:
        more, last = len(found) - MOST_NAMED, found[MOST_NAMED]
        message = f"from here on there are {more} more characters that cannot be set"
        yield Finding.error(last.span, last.code, message, last.advice)


def _in_run(run: Run, family: Family, known: set[str]) -> Iterator[Finding]:
    if not isinstance(run, TextRun) or (run.text.value.isascii() and run.text.value.isprintable()):
        return
    value = run.text.value
    for index, character in sorted((value.index(one), one) for one in set(value) - known):
        known.add(character)
        script = _script(character)
        if script not in _SCRIPTS:
            if script not in known:
                yield _unset(run.text, index)
            known.add(script)
        elif not _has(family, character):
            yield _missing(run.text, index, family)


def _script(character: str) -> str:
    """The script of a letter or mark by the first word of its Unicode name; Latin for all that belongs to none."""
    if character.isascii() or unicodedata.category(character)[0] not in "LM":
        return "LATIN"
    first = unicodedata.name(character, "LATIN").split()[0]
    return "LATIN" if first in _WITHOUT_SCRIPT else first


def _has(family: Family, character: str) -> bool:
    """Whether every face has it: a run may be set in any of them. What prints nothing needs no glyph."""
    faces = (family.regular, family.bold, family.italic, family.bold_italic)
    return character in _INVISIBLE or all(face.has(character) for face in faces)


def _unset(text: Text, index: int) -> Finding:
    return Finding.error(
        text.span(index, index + 1),
        "unset-script",
        f"docgen sets Latin, Greek and Cyrillic letters only, and this is {_named(text.value[index])}",
        "write the text in Latin letters, or put a picture of it in its place",
    )


def _missing(text: Text, index: int, family: Family) -> Finding:
    return Finding.error(
        text.span(index, index + 1),
        "missing-character",
        f"the font {family.name} has no {_named(text.value[index])}",
        "write it another way, or use a style whose font has it",
    )


def _named(character: str) -> str:
    name = unicodedata.name(character, "a character without a name")
    shown = f"'{character}' " if character.isprintable() and not unicodedata.combining(character) else ""
    return f"{shown}({name}, U+{ord(character):04X})"
