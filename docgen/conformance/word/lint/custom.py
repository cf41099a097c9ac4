"""Finds data in the file (custom XML) that cannot be told apart or found again.

Why it matters: whatever is tied to such data, by its id, loses it when Word saves the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import name, w
from docgen.findings import Finding

_ID = re.compile(r"\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")


def find(word: WordFile) -> Iterator[Finding]:
    """Ids that are none, ids given twice, and content controls tied to data that is not there."""
    ids: set[str] = set()
    for relation in word.package.relations:
        part = word.part(relation.target) if relation.kind == "customXmlProps" else None
        if part is None:
            continue
        identity = part.root.get(name("ds:itemID"), "")
        if not _ID.fullmatch(identity):
            said = f"'{identity}' is not an id of data; one looks like {{12345678-1234-1234-1234-123456789ABC}}"
            yield Finding.error(part.span(part.root), "data-id", said)
        elif identity.upper() in ids:
            yield Finding.error(part.span(part.root), "data-id-twice", f"two pieces of data have the id {identity}")
        ids.add(identity.upper())
    for part, tie in word.each(w("dataBinding")):
        wanted = tie.get(w("storeItemID"), "")
        if wanted and wanted.upper() not in ids:
            said = f"this is tied to the data {wanted}, which is not in the file"
            yield Finding.error(part.span(tie), "data-missing", said)
