"""Lists as Word numbers them: two definitions, and an instance for every list that counts for itself."""

from __future__ import annotations

from docgen.writers.docx.styles import LEVELS
from docgen.writers.docx.wordml import root, twips

BULLETS, NUMBERS = 1, 2
"""The instances that the list styles use; those of single lists follow."""

_BULLET_SIGNS = ("•", "–")


def definitions(indent: float) -> str:
    """The content of the numbering part before any list: each level is indented by `indent` pt more."""
    bullets = "".join(_level(level, "bullet", _BULLET_SIGNS[level % 2], indent) for level in range(LEVELS))
    numbers = "".join(_level(level, "decimal", f"%{level + 1}.", indent) for level in range(LEVELS))
    return root(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="{NUMBERS}"><w:abstractNumId w:val="1"/></w:num>',
    )


def instance(number: int, level: int, start: int) -> str:
    """A numbered list that begins at `start` on its level, whatever came before."""
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{override}</w:num>'


def _level(level: int, kind: str, sign: str, indent: float) -> str:
    left, hanging = twips(indent * (level + 1)), twips(indent)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
