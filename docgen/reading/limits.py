"""How much is read of a content file."""

from __future__ import annotations

from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a content file may be at most."""

    bytes: int = 8_000_000
    nodes: int = 200_000
    depth: int = 50
