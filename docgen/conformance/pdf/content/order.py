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
from docgen.findings import Finding

_FEWEST = 3


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Pages of which more neighbours are read backwards than forwards."""
    painted = {content: number for number, content in enumerate(pdf.marked)}
    read: dict[Key, list[int]] = defaultdict(list)
    for element in pdf.elements:
        for kid in element.contents:
            if kid in painted:
                read[kid.owner].append(painted[kid])
    for owner, numbers in read.items():
        back = sum(1 for one, other in pairwise(numbers) if other < one)
        page = pdf.page_numbers.get(owner)
        if page and len(numbers) >= _FEWEST and back * 2 > len(numbers) - 1:
            said = "this page is read backwards: most of its text is painted in another order than it is read"
            yield Finding.warning(pdf.on(page), "reading-order", said, "put the structure into the order of the page")
    first: dict[int, int] = {}
    for number, element in enumerate(pdf.elements):
        if element.contents:
            first.setdefault(pdf.page_of(element), number)
    for one, other in pairwise(sorted(first)):
        if first[other] < first[one]:
            said = f"page {other} is read before page {one}"
            yield Finding.warning(pdf.on(other), "page-order", said, "put the structure into the order of the pages")
