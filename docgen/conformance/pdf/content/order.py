"""Finds pages that are read in another order than they are painted.

Why it matters: screen readers follow the structure; search, copying and reflowing follow the page. A structure that
goes against the page throughout has mostly been put together wrongly.

ISO 14289-1, 7.1 and 7.2; Matterhorn 09-001, as far as a program can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import Key
from docgen.conformance.pdf.painting import Content
from docgen.conformance.pdf.tree import Element, Kid
from docgen.findings import Finding

_FEWEST = 3
_WAITING = {"Figure", "Table", "Caption", "Note"}
"""What may stand on a later page than the text that follows it, where there is room for it."""


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Pages of which more neighbours are read backwards than forwards."""
    painted = {content: number for number, content in enumerate(pdf.marked)}
    read: dict[Key, list[int]] = defaultdict(list)
    for content in _read(pdf):
        if content in painted:
            read[content.owner].append(painted[content])
    for owner, numbers in read.items():
        back = sum(1 for one, other in pairwise(numbers) if other < one)
        page = pdf.page_numbers.get(owner)
        if page and len(numbers) >= _FEWEST and back * 2 > len(numbers) - 1:
            said = "this page is read backwards: most of its text is painted in another order than it is read"
            yield Finding.warning(pdf.on(page), "reading-order", said, "put the structure into the order of the page")
    first: dict[int, int] = {}
    for number, element in enumerate(pdf.elements):
        if element.contents and not any(one.role in _WAITING for one in (element, *element.ancestors)):
            first.setdefault(pdf.page_of(element), number)
    for one, other in pairwise(sorted(first)):
        if first[other] < first[one]:
            said = f"page {other} is read before page {one}"
            yield Finding.warning(pdf.on(other), "page-order", said, "put the structure into the order of the pages")


def _read(pdf: PdfFile) -> Iterator[Content]:
    """Every piece of content in reading order: that of an element may stand before, between and behind those in it."""
    stack: list[Kid] = list(reversed(pdf.tree.top)) if pdf.tree else []
    while stack:
        kid = stack.pop()
        if isinstance(kid, Element):
            stack.extend(reversed(kid.kids))
        elif isinstance(kid, Content):
            yield kid
