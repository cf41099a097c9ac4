"""The words of one part of a document: tied to where they come from, and with what a review says of them."""

from __future__ import annotations

from docgen.document.tree import Part, plain, runs
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.origin import Tie, bookmark_of, text_digest
from docgen.writers.docx.runs import Manner, runs_xml


def line(part: Part, manner: Manner, story: Story) -> str:
    """The runs that a part itself holds, between the ends of its hidden bookmark.

    The bookmark of a caption begins behind the number; all others stand around the whole paragraph.
    """
    block, held = getattr(part, "id", ""), runs(part)
    ledger = story.ledger
    if story.furniture or not block or block in ledger.ties:
        return runs_xml(held, manner, story)
    story.cuts = ledger.comments.cuts(block) if ledger.comments is not None else None
    content = runs_xml(held, manner, story)
    story.cuts = None
    words = plain(held)
    if not words.strip():
        return content
    tie = ledger.ties[block] = Tie(bookmark_of(block), text_digest(words))
    number = next(ledger.bookmarked)
    return f'<w:bookmarkStart w:id="{number}" w:name="{tie.bookmark}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
