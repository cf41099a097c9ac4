"""Rules and tables among their neighbours: what Word wants between blocks, without paragraphs for their space alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from docgen.document.kernel import Width
from docgen.style.model import Style
from docgen.style.roles import Role
from docgen.style.word.names import PARAGRAPH_STYLES
from docgen.writers.docx.block import Block, WordParagraph, WordRule, WordTable
from docgen.writers.docx.styles import HEADING_STYLES, SECTION_END

Settled: TypeAlias = WordParagraph | WordTable


def settled(blocks: Iterable[Block], style: Style) -> list[Settled]:
    """Blocks as they are written: rules are borders of paragraphs beside them, a line's distance from either.

    An empty paragraph is left only where Word cannot do without one: between two tables, which it would join, and for
    a rule that has no paragraph as wide as it is beside it.
    """
    leading = style.text(Role.BODY).leading
    indented = {known.id for known in PARAGRAPH_STYLES if style.text(known.role).indent}
    done: list[Settled] = []
    waiting: WordRule | None = None
    for block in _spread(blocks):
        if waiting is not None and isinstance(block, WordParagraph) and _goes_above(waiting, block, indented):
            block = replace(block, rule_above=leading, before=leading)
        elif waiting is not None:
            _put_below(done, waiting, leading, indented)
        waiting = block if isinstance(block, WordRule) else None
        if isinstance(block, WordRule):
            continue
        if isinstance(block, WordTable) and done and isinstance(done[-1], WordTable) and done[-1].width is block.width:
            done.append(replace(nothing(block.width), after=leading - 1.0))
        done.append(block)
    if waiting is not None:
        _put_below(done, waiting, leading, indented)
    return done


def _spread(blocks: Iterable[Block]) -> list[Block]:
    """Blocks, with the headings right above what runs over the page running over it, too."""
    spread: list[Block] = []
    for block in reversed(list(blocks)):
        if isinstance(block, WordParagraph) and block.style in HEADING_STYLES and spread:
            block = replace(block, width=Width.PAGE) if spread[-1].width is Width.PAGE else block
        spread.append(block)
    return spread[::-1]


def nothing(width: Width) -> WordParagraph:
    """A paragraph without words, as low as can be, where Word wants one."""
    return WordParagraph(style=SECTION_END, content="", width=width)


def _goes_above(rule: WordRule, block: WordParagraph, indented: set[str]) -> bool:
    """Whether a rule can be the upper border of the paragraph that follows it."""
    begins_elsewhere = block.column_break or (block.page_break and not rule.behind_break)
    return not begins_elsewhere and _as_wide(rule, block, indented)


def _put_below(done: list[Settled], rule: WordRule, leading: float, indented: set[str]) -> None:
    """Make a rule the lower border of the paragraph before it, or of one of its own."""
    last = done[-1] if done else None
    if isinstance(last, WordParagraph) and last.rule_below is None and _as_wide(rule, last, indented):
        done[-1] = replace(last, rule_below=leading, after=leading)
    else:
        done.append(replace(nothing(rule.width), rule_below=0.0, before=leading, after=leading))


def _as_wide(rule: WordRule, block: WordParagraph, indented: set[str]) -> bool:
    moved = block.left or block.right or block.number is not None or block.style in indented
    return block.width is rule.width and not moved and block.ground is None
