"""Lists: items that Word marks and counts."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.kernel import Drawing, Figure, Item, List, Paragraph, Quote
from docgen.layout.lists import MARK_GAP, NUMBER
from docgen.records import dataclass
from docgen.style.model import TextStyle
from docgen.style.roles import Role
from docgen.writers.docx.block import Block, WordParagraph
from docgen.writers.docx.frame import Frame, SetBlocks, paragraph
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.numbering import BULLETS
from docgen.writers.docx.styles import LEVELS, PICTURE


@dataclass(frozen=True, slots=True)
class _Mark:
    """What makes a paragraph an item of a list: style, list and level, and indents where they are not the level's.

    `begins` and `text` are where the mark and the text stand, in pt from the left.
    """

    style: str
    number: tuple[int, int]
    left: float | None
    hanging: float | None
    begins: float
    text: float

    def put(self, marked: WordParagraph) -> WordParagraph:
        """The paragraph with the mark."""
        return replace(marked, style=self.style, number=self.number, left=self.left, hanging=self.hanging)

    def put_before(self, other: WordParagraph) -> WordParagraph:
        """A picture or a quoted paragraph with the mark: it keeps its style, and its place but for pictures."""
        left = other.left if other.left is not None else self.text
        align = "left" if other.style == PICTURE else other.align
        return replace(other, number=self.number, left=left, hanging=left - self.begins, align=align)


def set_list(node: List, frame: Frame, story: Story, set_blocks: SetBlocks) -> list[Block]:
    """A list; every numbered one counts for itself. Items of a tight one have no space between them."""
    look = story.ledger.edition.style.text(Role.LIST)
    indent = _indent(node, look, story)
    level = min(frame.depth, LEVELS - 1)
    number = story.ledger.number_list(level, node.start) if node.ordered else BULLETS
    inside = replace(frame, role=Role.LIST, inset=frame.inset + indent, depth=frame.depth + 1)
    moved = inside.inset != look.indent * (level + 1) or indent != look.indent
    style = "ListNumber" if node.ordered else "ListBullet"
    left, hanging = (inside.inset, indent) if moved else (None, None)
    mark = _Mark(style, (number, level), left, hanging, begins=inside.inset - indent, text=inside.inset)
    story.begun.append(node.id)
    blocks = [block for item in node.items for block in _set_item(item, inside, story, set_blocks, mark)]
    return _tight(blocks, look) if node.tight and blocks else blocks


def _indent(node: List, look: TextStyle, story: Story) -> float:
    """How far a list's items are moved in: as its style says, or further where its numbers are wider."""
    if not node.ordered:
        return look.indent
    face = story.ledger.edition.style.family.face(look.bold, look.italic)
    widest = NUMBER.format(number=node.start + len(node.items) - 1)
    return max(look.indent, face.width(widest, look.size) + MARK_GAP * look.size)


def _set_item(item: Item, frame: Frame, story: Story, set_blocks: SetBlocks, mark: _Mark) -> list[Block]:
    """An item: what it begins with has the mark; where that is a table or another list, a paragraph of its own has."""
    inside = replace(frame, language=item.language) if item.language else frame
    story.begun.append(item.id)
    begins = item.children[0] if item.children else None
    if isinstance(begins, Paragraph | Figure | Drawing | Quote):
        first, *others = [_continued(block) for block in set_blocks(item.children, inside, story)]
        if isinstance(first, WordParagraph):
            return [mark.put(first) if isinstance(begins, Paragraph) else mark.put_before(first), *others]
        return [mark.put(paragraph("ListContinue", "", inside, story, keep_next=True)), first, *others]
    alone = paragraph("ListContinue", "", inside, story, keep_next=begins is not None)
    return [mark.put(alone), *set_blocks(item.children, inside, story)]


def _continued(block: Block) -> Block:
    """A paragraph of an item that is not its first: moved in like the first, without a mark."""
    if isinstance(block, WordParagraph) and block.style == "ListBullet" and block.number is None:
        return replace(block, style="ListContinue")
    return block


def _tight(blocks: list[Block], look: TextStyle) -> list[Block]:
    """The blocks with space above the first and below the last only."""
    close: list[Block] = []
    for at, block in enumerate(blocks):
        if isinstance(block, WordParagraph):
            before = block.before if at == 0 else 0.0 if look.before else None
            block = replace(block, before=before, after=block.after if at == len(blocks) - 1 else 0.0)
        close.append(block)
    return close
