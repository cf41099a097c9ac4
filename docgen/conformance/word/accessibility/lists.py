"""Finds lists whose bullets or numbers are typed.

Why it matters: a screen reader tells how long a list is and which item comes next; a typed sign it reads as "dash".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.conformance.word.names import w
from docgen.findings import Finding

_BULLET = re.compile(r"\s*[•●▪‣◦·]\s*\w")
_MARK = re.compile(r"\s*(?P<mark>[-–—*o]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s")
_MAKE = "in Word, delete the typed signs and choose Bullets or Numbering under Home"


def find(word: WordFile) -> Iterator[Finding]:
    """Paragraphs outside of lists that begin with a bullet, and two in a row that begin with a number or a dash."""
    look = Look(word)
    for part in word.stories:
        before: re.Match[str] | None = None
        for paragraph in part.paragraphs:
            words = part.words(paragraph)
            counted = look.level(paragraph) is not None or _is_item(paragraph, look)
            mark = None if counted else _MARK.match(words)
            if mark and before and _kind(mark) == _kind(before):
                said = f"this looks like an item of a list, but its '{mark['mark']}' is typed"
                yield Finding.warning(part.span(paragraph), "list-faked", said, _MAKE)
            elif not counted and _BULLET.match(words):
                said = "this looks like an item of a list, but its bullet is typed"
                yield Finding.warning(part.span(paragraph), "list-faked", said, _MAKE)
            before = mark


def _is_item(paragraph: etree._Element, look: Look) -> bool:
    numbering = look.of_paragraph(paragraph, "numPr")
    number = numbering.find(w("numId")) if numbering is not None else None
    return numbering is not None and (number is None or number.get(w("val")) != "0")


def _kind(mark: re.Match[str]) -> str:
    return re.sub(r"\d+", "1", re.sub("[a-zA-Z]", "a", mark["mark"]))
