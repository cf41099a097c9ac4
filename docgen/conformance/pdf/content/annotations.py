"""Finds links and other things laid over a page that are in no element, or whose element does not know them.

Why it matters: a link that is no part of the text cannot be reached by keyboard in reading order, and a screen reader
says "link" without its words.

ISO 14289-1, 7.18; Matterhorn 28-002, 28-004, 28-011 and 28-012; ISO 32000-1, 14.7.4.3; ISO 19005-2, 6.3.2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from docgen.conformance.pdf.file import REMAKE, PdfFile, Sheet
from docgen.conformance.pdf.objects import Key, entry, key_of, name, numbers, text, whole
from docgen.conformance.pdf.tree import Element
from docgen.findings import Finding, Span

_PRINTED, _HIDDEN = 1 << 2, 1 | 1 << 1 | 1 << 5
_ELSEWHERE = {"Widget": "Form", "PrinterMark": "", "Popup": "", "TrapNet": ""}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Annotations without their element, or the wrong one; without words; hidden; off the page."""
    if not pdf.elements:
        return  # which is told once, not for every link
    holders: dict[Key, list[Element]] = {}
    for element in pdf.elements:
        for reference in element.references:
            holders.setdefault(reference.key, []).append(element)
    for sheet, held in pdf.annotations:
        kind = name(held, "/Subtype")
        wanted = _ELSEWHERE.get(kind, "Link" if kind == "Link" else "Annot")
        if not wanted:
            continue
        owners = holders.pop(key_of(held), [])
        place = pdf.at(owners[0]) if owners else pdf.on(sheet.number)
        yield from _element(sheet, held, owners, wanted, place)
        yield from _way_back(pdf, held, owners, place)
        yield from _itself(sheet, held, kind, owners, place)
    for owners in holders.values():
        said = "this element holds a link or the like that is on no page"
        yield Finding.error(pdf.at(owners[0]), "annotation-missing", said, REMAKE)
    counted = Counter(number for _, held in pdf.annotations if (number := whole(held, "/StructParent")) is not None)
    for number, times in counted.items():
        if times > 1:
            said = f"{times} links have the number {number} in the table of elements"
            yield Finding.error(pdf.whole, "annotation-number-twice", said, REMAKE)


def _element(sheet: Sheet, held: Any, owners: list[Element], wanted: str, place: Span) -> Iterator[Finding]:
    if not owners:
        said = f"{_told(held)} is in no element of the structure"
        yield Finding.error(place, "annotation-without-element", said, "tag it where its words are")
        return
    if len(owners) > 1:
        yield Finding.error(place, "annotation-in-two-elements", f"{_told(held)} is in two elements", REMAKE)
    if owners[0].role != wanted:
        said = f"{_told(held)} is in an element of the type '{owners[0].tag}', not '{wanted}'"
        yield Finding.error(place, "annotation-in-wrong-element", said, f"tag it as {wanted}")
    reference = next(one for one in owners[0].references if one.key == key_of(held))
    if reference.page != sheet.key:
        said = f"{_told(held)} is on page {sheet.number}, and its element says that it is on another"
        yield Finding.error(place, "annotation-on-wrong-page", said, REMAKE)


def _way_back(pdf: PdfFile, held: Any, owners: list[Element], place: Span) -> Iterator[Finding]:
    number = whole(held, "/StructParent")
    back = pdf.by_key.get(key_of(pdf.tree.parents.get(number))) if pdf.tree and number is not None else None
    if owners and back is not owners[0]:
        leads = f"to {pdf.path_to(back)}" if back else "nowhere"
        yield Finding.error(place, "link-way-back-wrong", f"the way back from {_told(held)} leads {leads}", REMAKE)


def _itself(sheet: Sheet, held: Any, kind: str, owners: list[Element], place: Span) -> Iterator[Finding]:
    flags = whole(held, "/F") or 0
    if kind != "Widget":
        said_aloud = (text(held, "/Contents") or "").strip()
        alternative = owners[0].text("/Alt") if owners else None
        if not said_aloud and (kind == "Link" or not alternative):
            said = f"{_told(held)} has no words that say where it leads"
            yield Finding.error(place, "link-without-words", said, "give it a description (Contents)")
    if flags & _HIDDEN or not flags & _PRINTED:
        said = f"{_told(held)} is hidden, or left out when the page is printed"
        yield Finding.error(place, "annotation-hidden", said, "set it to be printed, and not hidden")
    rectangle, box = numbers(held, "/Rect"), sheet.box
    if len(rectangle) != 4:
        yield Finding.error(place, "annotation-without-area", f"{_told(held)} has no area on the page")
    elif not (
        box[0] - 1 <= min(rectangle[::2])
        and max(rectangle[::2]) <= box[2] + 1
        and box[1] - 1 <= min(rectangle[1::2])
        and max(rectangle[1::2]) <= box[3] + 1
    ):
        yield Finding.warning(place, "annotation-off-page", f"{_told(held)} reaches over the edge of the page")


def _told(held: Any) -> str:
    """An annotation in a few words."""
    address = text(held, "/A", "/URI")
    if name(held, "/Subtype") == "Link":
        return f"the link to {address[:80]}" if address else "this link"
    return (
        f"this {name(held, '/Subtype') or 'annotation'}" if entry(held, "/Subtype") is not None else "this annotation"
    )
