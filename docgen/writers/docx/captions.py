"""Captions, numbered by Word's own sequence fields."""

from __future__ import annotations

from docgen.document.kernel import Figure, Table
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
    number = field(f"SEQ {sequence} \\* ARABIC", plain_run(str(node.number), manner, story))
    label = bookmarked(node.id, plain_run(f"{word}\u00a0", manner, story) + number, story)
    end = story.ledger.edition.style.wording(frame.language).number_end
    return f"{label}{plain_run(f'{end} ', manner, story)}{words}"
