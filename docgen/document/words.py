"""What a document says, and what it asks of its pages."""

from __future__ import annotations

from docgen.document import tree
from docgen.document.kernel import Contents, Document


def words(document: Document) -> list[str]:
    """Every word of the text in reading order, the notes at the end, split at white space; furniture is left out."""
    return [word for line in tree.lines(document) for word in tree.plain(line).split()]


def count_words(document: Document) -> int:
    """How many words the text has, notes included."""
    return len(words(document))


def refers_to_pages(document: Document) -> bool:
    """Whether it says on which pages something stands, so that no format can be written before layout."""
    return any(isinstance(part, Contents) for part in tree.walk(document))
