"""What other reports say as well, from a file of the folder: a list of texts and blocks.

- include: notices/chatham-house.yaml
"""

from __future__ import annotations

from typing import Any, Self

from docgen.document.block import Lowering, block
from docgen.document.kernel import Node
from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder, Unbound
from docgen.records import dataclass


@block("include")
@dataclass(frozen=True, slots=True)
class IncludeBlock:
    """The name of a file whose texts and blocks stand in its place, as far as it could be read."""

    span: Span

    @classmethod
    def bind(cls, _node: nodes.Node, _binder: Binder) -> Self:
        """What is left to be bound could not be included (`reading/inclusion.py`), and that has been told."""
        raise Unbound

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a file's name."""
        return {**maker.line(), "description": "A file of texts and blocks that stand here, below the report's folder."}

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """Nothing: its blocks stand where it stood."""
        return ()
