"""Strings as they stand in a file (ISO 32000-1, 7.3.4 and 7.9.2)."""

from __future__ import annotations

_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


def text_string(value: str) -> str:
    """A text string."""
    return string(text_bytes(value))


def text_bytes(value: str) -> bytes:
    """The bytes of a text string; trees of names are in the order of these (7.9.6)."""
    if value.isascii() and value.isprintable():
        return value.encode("ascii")
    return f"\ufeff{value}".encode("utf-16-be")


def string(value: bytes) -> str:
    """A string of these bytes."""
    if value.isascii():
        return f"({value.decode('ascii').translate(_ESCAPED)})"
    return f"<{value.hex().upper()}>"
