"""Captions and what else is counted in words, numbered by Word's own sequence fields."""

from __future__ import annotations

from docgen.document.kernel import Count, Figure, Paragraph, Table
from docgen.style.model import TextStyle
from docgen.writers.docx.frame import Frame
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.lines import line
from docgen.writers.docx.runs import Manner, bookmarked, plain_run
from docgen.writers.docx.wordml import field


def caption_content(node: Figure | Table, word: str, sequence: str, look: TextStyle, frame: Frame, story: Story) -> str:
    """The runs of a caption; the word and number are what references quote. `sequence` is the counter's name."""
    manner = Manner(frame.language, look.italic)
    words = line(node, manner, story)
    if node.number is None:
        return words
    label = _label(node.id, word, sequence, node.number, manner, story)
    end = story.ledger.edition.style.wording(frame.language).number_end
    return f"{label}{plain_run(f'{end} ', manner, story)}{words}"


def counted_content(node: Paragraph, count: Count, manner: Manner, story: Story) -> str:
    """The runs of a paragraph that counts, behind what it counts as."""
    words = line(node, manner, story)
    label = _label(node.id, count.word, count.kind.capitalize(), count.number, manner, story)
    return label + (plain_run(count.end, manner, story) + words if node.runs else "")


def _label(node: str, word: str, sequence: str, number: int, manner: Manner, story: Story) -> str:
    """A word and a number that Word counts, at the bookmark that references quote."""
    counted = field(f"SEQ {sequence} \\* ARABIC", plain_run(str(number), manner, story))
    return bookmarked(node, plain_run(f"{word}\u00a0", manner, story) + counted, story)
