"""Finds properties of the file (title, dates) that Word cannot read.

Why it matters: Word opens no file whose core properties are there twice or have dates that are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import NAMESPACES, local_name
from docgen.findings import Finding

_DATES = {f"{{{NAMESPACES['dcterms']}}}created", f"{{{NAMESPACES['dcterms']}}}modified"}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")  # W3CDTF
_LONGEST = 255
_UNBOUNDED = {f"{{{NAMESPACES['dc']}}}description"}


def find(word: WordFile) -> Iterator[Finding]:
    """Core properties given twice, dates that are none, and texts that are longer than Word takes."""
    for relation in word.relations.get("", {}).values():
        part = word.part(relation.target) if relation.kind == "core-properties" else None
        if part is None:
            continue
        times = Counter(element.tag for element in part.root)
        for element in part.root:
            said, called = (element.text or "").strip(), local_name(element.tag)
            if times[element.tag] > 1:
                yield Finding.error(part.span(element), "property-twice", f"the file has its '{called}' twice")
            if element.tag in _DATES and not _DATE.fullmatch(said):
                yield Finding.error(part.span(element), "property-date", f"'{said}' is not a date that Word can read")
            if len(said) > _LONGEST and element.tag not in _UNBOUNDED:
                said = f"the property '{called}' has {len(said)} characters; Word takes {_LONGEST}"
                yield Finding.error(part.span(element), "property-long", said)
