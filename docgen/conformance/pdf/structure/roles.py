"""Finds elements of types that nobody knows.

Why it matters: a program that meets a type of somebody's own, which leads to no common one, cannot say what it is.

ISO 14289-1, 7.1; Matterhorn 02-001, 02-003 and 02-004; ISO 32000-1, 14.7.3 and 14.8.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.tree import STANDARD, standard_role
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Types that the role map does not lead to a common one, and common ones that it leads elsewhere."""
    told = set[str]()
    for element in pdf.elements:
        if element.role not in STANDARD and element.tag not in told:
            told.add(element.tag)
            said = f"the type '{element.tag}' is none of the common ones, and leads to none"
            yield Finding.error(pdf.at(element), "unknown-type", said, "map it to a common type (RoleMap)")
    roles = pdf.tree.roles if pdf.tree else {}
    for source, target in sorted(roles.items()):
        if source in STANDARD and source != target:
            said = f"the common type '{source}' is said to mean '{target}'"
            yield Finding.error(pdf.whole, "type-remapped", said, "take it out of the role map")
        if source not in STANDARD and standard_role(source, roles) not in STANDARD:
            said = f"the type '{source}' leads to no common type"
            yield Finding.error(pdf.whole, "type-leads-nowhere", said, "map it to a common type (RoleMap)")
