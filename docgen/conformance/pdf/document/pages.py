"""Finds pages that are walked through in another order than they are read, and pages without numbers of their own.

Why it matters: the tab key should follow the text; and "page iv" should be found where the page says so.

ISO 14289-1, 7.18.3; Matterhorn 28-008 and 28-009; ISO 32000-1, 12.4.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import entry, in_tree, name
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """The order of links on each page that has any, and the names of pages."""
    for sheet in pdf.sheets:
        if entry(sheet.held, "/Annots") is not None and name(sheet.held, "/Tabs") != "S":
            said = "the tab key does not go from link to link in the order in which this page is read"
            yield Finding.error(
                pdf.on(sheet.number), "tab-order", said, "set the tab order to that of the structure (S)"
            )
    labels = entry(pdf.catalog, "/PageLabels")
    if labels is None:
        said = "the pages of this file have no labels, so that viewers count them on their own"
        yield Finding.warning(pdf.whole, "no-page-labels", said, "let the file say how its pages are numbered")
    elif 0 not in [key for key, _ in in_tree(labels, "/Nums")]:
        said = "the labels of the pages do not begin with the first page"
        yield Finding.error(pdf.whole, "page-labels", said, "let the file say how its first page is numbered")
