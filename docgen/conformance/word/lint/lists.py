"""Finds lists that ask for a numbering which is not there.

Why it matters: an item of such a list has no bullet and no number, and stands at the margin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part
from docgen.findings import Finding

_NONE = "0"  # a list of number 0 takes a paragraph out of its style's list (ECMA-376 part 1, 17.9.18)
_DEEPEST = 8


def find(word: WordFile) -> Iterator[Finding]:
    """Items of lists that are not there, levels that no list has, and lists that are there twice or lack their kind."""
    part = word.only("numbering")
    lists = {number.get(w("numId"), ""): number for number in part.walk(w("num"))} if part else {}
    styles = word.only("styles")
    asking = [*word.each(w("numPr")), *((styles, asked) for asked in (styles.walk(w("numPr")) if styles else ()))]
    for place, asked in asking:
        if place is not None:
            yield from _asking(place, asked, set(lists))
    if part is not None:
        yield from _definitions(part)


def _asking(part: Part, asked: etree._Element, lists: set[str]) -> Iterator[Finding]:
    number, level = asked.find(w("numId")), asked.find(w("ilvl"))
    if number is not None and number.get(w("val")) not in lists | {_NONE}:
        said = f"this stands in list {number.get(w('val'))}, which is not in the file"
        yield Finding.error(part.span(asked), "list-missing", said, "in Word, take the list off and set it anew")
    if level is not None and not (level.get(w("val"), "").isdecimal() and int(level.get(w("val"), "")) <= _DEEPEST):
        said = f"this stands on level {level.get(w('val'))} of a list; Word has levels 0 to {_DEEPEST}"
        yield Finding.error(part.span(asked), "list-level", said, "in Word, take the list off and set it anew")


def _definitions(part: Part) -> Iterator[Finding]:
    kinds = Counter(kind.get(w("abstractNumId"), "") for kind in part.walk(w("abstractNum")))
    for number, times in kinds.items():
        if times > 1:
            said = f"two kinds of lists have the number {number}"
            yield Finding.error(part.span(part.root), "list-kind-twice", said)
    seen: set[str] = set()
    for found in part.walk(w("num")):
        number, kind = found.get(w("numId"), ""), found.find(w("abstractNumId"))
        if number in seen:
            yield Finding.error(part.span(found), "list-twice", f"two lists have the number {number}")
        seen.add(number)
        wanted = kind.get(w("val")) if kind is not None else None
        if wanted is not None and wanted not in kinds:
            said = f"list {number} is of kind {wanted}, which is not in the file"
            yield Finding.error(part.span(found), "list-kind-missing", said)
    for kind in part.walk(w("abstractNum")):
        levels = Counter(level.get(w("ilvl"), "") for level in kind.iter(w("lvl")))
        if any(times > 1 for times in levels.values()):
            said = f"the kind of lists {kind.get(w('abstractNumId'))} defines a level twice"
            yield Finding.error(part.span(kind), "list-level-twice", said)
