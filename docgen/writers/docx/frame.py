"""The frame that a block stands in, and the paragraph that takes from it what it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from docgen.document.kernel import BreakKind, Node, Width
from docgen.records import dataclass
from docgen.style.model import TextStyle
from docgen.style.roles import Role
from docgen.writers.docx.block import Block, WordParagraph
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.styles import paragraph_style


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a block stands. Lengths are pt.

    `role` is what plain body paragraphs look like in here, `inset` and `inset_right` how far text is moved in,
    `depth` counts the lists around, `align` overrides the alignment of all text, `endnote` says that it is in one.
    """

    width: Width
    measure: float
    language: str
    role: str | None = None
    inset: float = 0.0
    inset_right: float = 0.0
    depth: int = 0
    align: str = ""
    endnote: bool = False

    def looks(self, role: str) -> str:
        """The role that a paragraph of `role` looks like in here."""
        return self.role if self.role is not None and role == Role.BODY else role

    def style(self, role: str) -> str:
        """The id of Word's style for a role in here."""
        return "EndnoteText" if role == Role.NOTE and self.endnote else paragraph_style(role)


SetBlocks: TypeAlias = Callable[[Sequence[Node], Frame, Story], list[Block]]
"""Puts down blocks below each other; given to those modules whose blocks have others inside."""


def paragraph(style: str, content: str, frame: Frame, story: Story, **own: Any) -> WordParagraph:
    """A paragraph that begins where those nodes begin that wait for one, behind the break that waits for one.

    `own` is what it has otherwise than its style, as `WordParagraph` calls it.
    """
    begun = "".join(_begin(story, node) for node in story.begun)
    own.setdefault("align", frame.align)
    own |= {"page_break": story.ended is BreakKind.PAGE, "column_break": story.ended is BreakKind.COLUMN}
    if own["page_break"]:
        own["before"] = 0.0  # Word would leave the space of its style at the head of the page
    story.begun.clear()
    story.ended = None
    return WordParagraph(style=style, content=begun + content, width=frame.width, **own)


def spaced_before(look: TextStyle, story: Story) -> float | None:
    """The space before a paragraph where what went before asks for more than its style; that is then done with."""
    wanted, story.space = story.space, 0.0
    return wanted if wanted > look.before else None


def indents(look: TextStyle, role: str, frame: Frame) -> dict[str, float]:
    """A paragraph's indents where they are not those of its style.

    Lists, quotations and notes have moved their frame already; the indent is theirs, not their paragraphs'.
    """
    left = frame.inset + (0.0 if role == frame.role else look.indent)
    right = look.indent if role == Role.QUOTE else 0.0
    own = {}
    if left != look.indent:
        own["left"] = left
    if frame.inset_right != right:
        own["right"] = frame.inset_right
    return own


def _begin(story: Story, node: str) -> str:
    """The bookmark of a node that has no words of its own to put it around."""
    name = story.ledger.bookmarks.get(node)
    if name is None:
        return ""
    number = next(story.ledger.bookmarked)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
