"""From veraPDF's paths to places: the page, the element of the structure, or the file as such.

Its paths go from the file down to an object and give the numbers of objects on the way:
`root/document[0]/pages[0](10 0 obj PDPage)/annots[0](27 0 obj PDLinkAnnot)`, and for what stands in a page's content
`…/content[3]{mcid:3}/contentItem[0]`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import Key
from docgen.conformance.pdf.painting import Content
from docgen.conformance.pdf.tree import Element
from docgen.findings import Span

_OBJECT = re.compile(r"\((\d+) (\d+) obj ([^)]*)\)")
_PAGE = re.compile(r"/pages\[(\d+)\]")
_NUMBER = re.compile(r"\{mcid:(\d+)\}")


class Places:
    """Where in a file veraPDF's paths lead."""

    def __init__(self, pdf: PdfFile) -> None:
        self._pdf = pdf

    def find(self, context: str) -> Span:
        """The nearest thing that a person can look for."""
        objects = [(int(number), int(generation)) for number, generation, _ in _OBJECT.findall(context)]
        for key in reversed(objects):
            element = self._pdf.by_key.get(key) or self._holders.get(key)
            if element is not None:
                return self._pdf.at(element)
        page = _PAGE.search(context)
        number = int(page[1]) + 1 if page else 0
        if not 0 < number <= len(self._pdf.sheets):
            return self._pdf.whole
        marked = _NUMBER.findall(context)
        for owner in (*reversed(objects), self._pdf.sheets[number - 1].key) if marked else ():
            holders = self._pdf.owners.get(Content(owner, int(marked[-1])))
            if holders:
                return self._pdf.at(holders[0])
        return self._pdf.on(number)

    @cached_property
    def _holders(self) -> Mapping[Key, Element]:
        """The elements by what is laid over the pages for them."""
        return {one.key: element for element in self._pdf.elements for one in element.references}
