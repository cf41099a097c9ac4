"""Lists as Word numbers them: a definition for each kind, and an instance for every list that counts for itself."""

from __future__ import annotations

from docgen.writers.docx.styles import LEVELS
from docgen.writers.docx.wordml import root, twips

BULLETS, NUMBERS, PARAGRAPHS = 1, 2, 3
"""The instances that the list styles and numbered paragraphs use; those of single lists follow."""

BY_STYLE = {"ListBullet": BULLETS, "ListNumber": NUMBERS, "NumberedParagraph": PARAGRAPHS}
"""By the ids of the styles."""

_BULLET_SIGNS = ("•", "–")


BULLETED, NUMBERED, COUNTED = 0, 1, 2
"""The definitions that those are instances of."""


def definitions(indent: float) -> str:
    """The content of the numbering part before any list: each level is indented by `indent` pt more."""
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>'
        for number, definition in ((BULLETS, BULLETED), (NUMBERS, NUMBERED), (PARAGRAPHS, COUNTED))
    )
    kinds = "".join(definition(number, indent) for number in (BULLETED, NUMBERED, COUNTED))
    return root("numbering", kinds + instances)


def definition(number: int, indent: float) -> str:
    """How the levels of one kind of list are marked."""
    levels = "".join(
        _level(level, "bullet", _BULLET_SIGNS[level % 2], indent)
        if number == BULLETED
        else _level(level, "decimal", f"%{level + 1}.", indent)
        for level in range(LEVELS)
    )
    kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def instance(number: int, level: int, start: int) -> str:
    """A numbered list that begins at `start` on its level, whatever came before."""
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{NUMBERED}"/>{override}</w:num>'


def _level(level: int, kind: str, sign: str, indent: float) -> str:
    left, hanging = twips(indent * (level + 1)), twips(indent)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
