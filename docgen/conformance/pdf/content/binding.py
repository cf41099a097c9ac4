"""Finds content and elements that do not lead to each other, one to one, both ways.

Why it matters: an element lists its content by number, and a table leads from the numbers back to the elements. Where
the two disagree, text is left out, read twice, or called a heading that is none, depending on the program.

ISO 32000-1, 14.7.4; ISO 14289-1, 7.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import REMAKE, PdfFile
from docgen.conformance.pdf.objects import Key, entry, items, key_of, whole
from docgen.conformance.pdf.painting import Content
from docgen.conformance.pdf.tree import Element
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Content in no element or in several, elements with content that is not there, and a table that says otherwise."""
    if not pdf.elements:
        return  # which is told once, not for every piece of content
    yield from _content(pdf)
    yield from _elements(pdf)
    yield from _table(pdf)


def _content(pdf: PdfFile) -> Iterator[Finding]:
    for content, marked in pdf.marked.items():
        page, owners = marked[0].page, pdf.owners.get(content, [])
        words = " ".join(marked[0].words.split())[:60]
        thing = f"'{words}'" if words else f"content {content.mcid}"
        if not owners:
            said = f"{thing} is marked as content, but in no element of the structure, so that nobody reads it"
            yield Finding.error(pdf.on(page), "content-without-element", said, REMAKE)
        elif len(owners) > 1:
            said = f"{thing} is in {len(owners)} elements, and read as often"
            yield Finding.error(pdf.at(owners[1]), "content-in-two-elements", said, REMAKE)
        if len(marked) > 1:
            said = f"the number {content.mcid} is given to {len(marked)} pieces of content on this page"
            yield Finding.error(pdf.around(marked[0]), "content-number-twice", said, REMAKE)


def _elements(pdf: PdfFile) -> Iterator[Finding]:
    for content, owners in pdf.owners.items():
        if content not in pdf.marked:
            said = f"this element holds content {content.mcid}, which is on no page"
            yield Finding.error(pdf.at(owners[0]), "content-missing", said, REMAKE)


def _table(pdf: PdfFile) -> Iterator[Finding]:
    """The way back: a page has a number, by which the table holds the element of each of its contents."""
    if pdf.tree is None:
        return
    holders = {sheet.key: (sheet.number, sheet.held) for sheet in pdf.sheets}
    for marked in pdf.painted.marked:
        if marked.owner not in holders:
            holders[marked.owner] = (marked.page, pdf.pdf.get_object(marked.owner))
    by_owner: dict[Key, list[Content]] = {}
    for content in pdf.marked:
        by_owner.setdefault(content.owner, []).append(content)
    numbers: dict[int, int] = {}
    for owner, contents in by_owner.items():
        page, held = holders[owner]
        number = whole(held, "/StructParents")
        if number is None:
            said = "this page has content, and no number by which its elements can be found"
            yield Finding.error(pdf.on(page), "page-without-number", said, REMAKE)
        elif number in numbers:
            said = f"this page and page {numbers[number]} have the same number in the table of elements"
            yield Finding.error(pdf.on(page), "page-number-twice", said, REMAKE)
        else:
            numbers[number] = page
            yield from _row(pdf, page, items(pdf.tree.parents.get(number)), contents)
    following = whole(entry(pdf.tree.held, "/ParentTreeNextKey"))
    if following is not None and pdf.tree.parents and following <= max(pdf.tree.parents):
        said = f"the table of elements says that its next free number is {following}, which is taken"
        yield Finding.error(pdf.whole, "next-number-taken", said, REMAKE)


def _row(pdf: PdfFile, page: int, row: list[object], contents: list[Content]) -> Iterator[Finding]:
    for content in contents:
        owner = next(iter(pdf.owners.get(content, ())), None)
        if owner is None:
            continue
        back = _at(pdf, row, content.mcid)
        if back is not owner:
            leads = f"to {pdf.path_to(back)}" if back else "nowhere"
            said = f"this element holds content {content.mcid} of page {page}, and the way back from it leads {leads}"
            yield Finding.error(pdf.at(owner), "way-back-wrong", said, REMAKE)
    used = {content.mcid for content in contents}
    for number, held in enumerate(row):
        if held is not None and number not in used:
            said = f"the table of elements has a place for content {number} of this page, which is not there"
            yield Finding.error(pdf.on(page), "way-back-empty", said, REMAKE)


def _at(pdf: PdfFile, row: list[object], number: int) -> Element | None:
    return pdf.by_key.get(key_of(row[number])) if number < len(row) else None
