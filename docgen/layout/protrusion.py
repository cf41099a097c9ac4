"""Hanging punctuation: how far a character may stand over the edge of a column, so that the edge looks straight."""

from __future__ import annotations

from docgen.layout.items import Look, Piece

# Parts of the character's own width.
_RIGHT = {
    **dict.fromkeys(".,-\u00ad\u2010", 0.6),
    **dict.fromkeys("’”»›", 0.5),
    **dict.fromkeys(":;", 0.4),
    **dict.fromkeys("–!?", 0.2),
    "—": 0.15,
}
_LEFT = {**dict.fromkeys("‘’“”„«‹", 0.5), **dict.fromkeys("–", 0.2), "—": 0.15}


def left_hang(piece: Piece, character: str) -> float:
    """How far a line that begins with `character` of `piece` begins left of its measure, in pt."""
    return _hang(_LEFT, character, piece.look)


def right_hang(piece: Piece, character: str) -> float:
    """How far a line that ends with `character` of `piece` ends right of its measure, in pt."""
    return _hang(_RIGHT, character, piece.look)


def _hang(parts: dict[str, float], character: str, look: Look) -> float:
    part = parts.get(character)
    return part * look.face.width(character, look.size) if part and not look.rise else 0.0
