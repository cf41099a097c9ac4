"""Panels: paragraphs that are alike in fill, borders and indents, which Word joins to one box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.document.kernel import Group
from docgen.document.tree import lines, plain
from docgen.layout.panel import MOST_WHOLE
from docgen.style.colour import Colour
from docgen.style.model import Style, TextStyle
from docgen.style.panel import Panel, Side
from docgen.style.roles import Role
from docgen.style.word.names import PARAGRAPH_STYLES
from docgen.writers.docx.block import Block, Border, Ground, WordParagraph
from docgen.writers.docx.frame import Frame, SetBlocks
from docgen.writers.docx.ledger import Story

_HAIR = 0.25
"""The thickness of the border that only keeps the distance of a fill's side, in the colour of the fill, in pt."""

_WORD_ORDER = (Side.TOP, Side.LEFT, Side.BOTTOM, Side.RIGHT)

_CHARACTER = 0.45
"""How wide a character is on average, in em."""


def set_panel(group: Group, panel: Panel, frame: Frame, story: Story, set_blocks: SetBlocks) -> list[Block]:
    """A group in its box, a line's distance from the text around it."""
    style = story.ledger.edition.style
    inside = replace(
        frame,
        role=Role.PANEL,
        inset=frame.inset + panel.inset(Side.LEFT),
        inset_right=frame.inset_right + panel.inset(Side.RIGHT),
    )
    story.begun.append(group.id)
    asked, story.space = story.space, 0.0
    blocks = set_blocks(group.children, inside, story)
    if not blocks:
        return []
    whole = _height(group, inside, style) <= MOST_WHOLE * _column(style)
    paragraphs = [_placed(block, inside) if isinstance(block, WordParagraph) else block for block in blocks]
    boxed = _boxed(paragraphs, _told_apart(panel, story), style)
    line = style.text(Role.BODY).leading
    if whole:
        boxed[:-1] = [replace(one, keep_next=True) if isinstance(one, WordParagraph) else one for one in boxed[:-1]]
    if isinstance(first := boxed[0], WordParagraph):
        boxed[0] = replace(first, before=0.0 if first.page_break else max(asked, line))
    if isinstance(last := boxed[-1], WordParagraph):
        boxed[-1] = replace(last, after=line)
    else:
        story.space = line
    return boxed


def _told_apart(panel: Panel, story: Story) -> Panel:
    """A panel whose edges are, unseen, of another colour than those of the last: Word joins boxes that are alike."""
    edge = panel.edge
    if edge is None or panel.fill is not None or next(story.ledger.boxed) % 2:
        return panel
    return replace(panel, edge=Colour(f"#{int(edge[1:], 16) ^ 1:06x}"))


def _boxed(blocks: Sequence[Block], panel: Panel, style: Style) -> list[Block]:
    """Blocks in their box.

    The last paragraph of a filled one closes it. The space above that is one of its borders, in the colour of the fill:
    Word fills the space between paragraphs only where their borders are all the same.
    """
    ground = Ground(str(panel.fill or ""), tuple(_borders(panel, panel.padding, closed=panel.fill is None)))
    found = [replace(block, ground=ground) if isinstance(block, WordParagraph) else block for block in blocks]
    last = found[-1] if found else None
    if panel.fill is None or not isinstance(last, WordParagraph):
        return found
    above = found[-2] if len(found) > 1 else None
    if isinstance(above, WordParagraph):
        gap = max(_after(above, style), _before(last, style))
        closing = tuple(_borders(panel, gap, closed=True, begun=True))
        found[-2:] = [replace(above, after=0.0), replace(last, before=0.0, ground=Ground(str(panel.fill), closing))]
    else:
        closing = tuple(_borders(panel, panel.padding, closed=True))
        found[-1] = replace(last, ground=Ground(str(panel.fill), closing))
    return found


def _placed(block: WordParagraph, frame: Frame) -> WordParagraph:
    """A paragraph that is moved in no less than its box asks for; an item's indent may be that of its list."""
    left = frame.inset if block.left is None and block.number is None else block.left
    return replace(block, left=left, right=max(block.right or 0.0, frame.inset_right))


def _borders(panel: Panel, above: float, *, closed: bool, begun: bool = False) -> Iterator[Border]:
    """The edges, and along the other sides of a fill what keeps them at their distance.

    `above` is the space above the text; where the box has `begun` before, nothing else is above it. Only a `closed`
    one has a lower side.
    """
    for side in _WORD_ORDER:
        width, padding = panel.edged(side), above if side is Side.TOP else panel.padding
        if side is Side.BOTTOM and not closed:
            continue
        if begun and side is Side.TOP:
            if above:
                yield side.value, str(panel.fill), _HAIR, padding
        elif width:
            yield side.value, str(panel.edge), width, padding
        elif panel.fill is not None:
            yield side.value, str(panel.fill), _HAIR, padding


def _before(block: WordParagraph, style: Style) -> float:
    return block.before if block.before is not None else _look(block, style).before


def _after(block: WordParagraph, style: Style) -> float:
    return block.after if block.after is not None else _look(block, style).after


def _look(block: WordParagraph, style: Style) -> TextStyle:
    """How a paragraph looks by its style; pictures have their own, and the body's is near enough."""
    return next((style.text(one.role) for one in PARAGRAPH_STYLES if one.id == block.style), style.text(Role.BODY))


def _height(group: Group, frame: Frame, style: Style) -> float:
    """About how high the words of a group stand, in pt."""
    body = style.text(Role.PANEL)
    measure = frame.measure - frame.inset - frame.inset_right
    return sum(_lines(runs_of, body.size, measure) for runs_of in _paragraphs(group)) * body.leading


def _paragraphs(group: Group) -> Sequence[str]:
    return [words for runs in lines(group) if (words := plain(runs))]


def _lines(words: str, size: float, measure: float) -> int:
    return 2 + int(len(words) * _CHARACTER * size / measure)


def _column(style: Style) -> float:
    return style.page.height - style.page.top - style.page.bottom
