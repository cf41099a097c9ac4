"""Finds fields (page numbers, references, contents) whose parts do not fit together.

Why it matters: a field is a row of marks: begin, what it asks for, a separator, what it shows, end. Where one is
missing or out of turn, Word shows what follows as part of the field, up to the whole rest of the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part
from docgen.findings import Finding
from docgen.records import dataclass

_AGAIN = "in Word, delete the field and insert it anew"
_STORIES = (w("body"), w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("comment"), w("txbxContent"), w("tc"))


@dataclass
class _Open:
    """A field that has begun: its first mark, the story or cell it stands in, and how far it has come."""

    mark: etree._Element
    place: etree._Element | None
    separated: bool = False
    code: str = ""


def find(word: WordFile) -> Iterator[Finding]:
    """Marks out of turn, fields that leave their cell or note, codes outside of fields, fields that ask nothing."""
    for part in word.stories:
        yield from _walk(part)


def _walk(part: Part) -> Iterator[Finding]:
    fields: list[_Open] = []
    for element in part.walk(w("fldChar"), w("instrText"), w("fldSimple")):
        if element.tag == w("fldChar"):
            yield from _mark(part, element, fields)
        elif element.tag == w("fldSimple"):
            if not element.get(w("instr"), "").strip():
                yield Finding.error(part.span(element), "field-empty", "this field asks for nothing", _AGAIN)
        elif not fields or fields[-1].separated:
            said = f"'{(element.text or '').strip()}' is what a field asks for, but stands in none"
            yield Finding.error(part.span(element), "field-code-outside", said, _AGAIN)
        else:
            fields[-1].code += element.text or ""
    for field in fields:
        yield Finding.error(part.span(field.mark), "field-unclosed", "a field begins here and does not end", _AGAIN)


def _mark(part: Part, mark: etree._Element, fields: list[_Open]) -> Iterator[Finding]:
    kind, place = mark.get(w("fldCharType")), _story(mark)
    if kind == "begin":
        fields.append(_Open(mark, place))
        return
    if not fields:
        said = "a field ends here that did not begin" if kind == "end" else "a field goes on here that did not begin"
        yield Finding.error(part.span(mark), "field-unopened", said, _AGAIN)
        return
    field = fields[-1]
    if field.place is not place:
        said = "a field begins in one cell, note or text box and goes on in another"
        yield Finding.error(part.span(mark), "field-across", said, _AGAIN)
    if kind == "separate":
        if field.separated:
            said = "a field has two separators"
            yield Finding.error(part.span(mark), "field-separated-twice", said, _AGAIN)
        field.separated = True
        return
    fields.pop()
    if not field.code.strip() and not _has_parts(field.mark):
        yield Finding.error(part.span(field.mark), "field-empty", "this field asks for nothing", _AGAIN)


def _has_parts(mark: etree._Element) -> bool:
    """Whether it is a form field, which is told by data of its own."""
    return len(mark) > 0


def _story(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(*_STORIES), None)
