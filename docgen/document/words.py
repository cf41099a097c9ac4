"""The words of a document in reading order, furniture aside."""

from __future__ import annotations

from docgen.document import tree
from docgen.document.kernel import Document


def words(document: Document) -> list[str]:
    """Every word of the text, the notes at the end, split at white space."""
    return [word for line in tree.lines(document) for word in tree.plain(line).split()]


def count_words(document: Document) -> int:
    """How many words the text has, notes included."""
    return len(words(document))
