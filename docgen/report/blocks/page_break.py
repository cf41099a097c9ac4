"""A forced new page.

- page-break:
"""

from __future__ import annotations

from typing import Any, Self

from docgen.document.block import Lowering, block
from docgen.document.kernel import Break, BreakKind, Node
from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder
from docgen.records import dataclass


@block("page-break")
@dataclass(frozen=True, slots=True)
class PageBreakBlock:
    """The text goes on at the top of the next page."""

    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """It holds nothing."""
        if not (isinstance(node, nodes.Scalar) and node.is_null):
            binder.fail(node.span, "wrong-type", "a page break holds nothing", "write  - page-break:  alone")
        return cls(node.span)

    @classmethod
    def schema(cls, _maker: Any) -> dict[str, Any]:
        """The JSON Schema of nothing."""
        return {"type": "null", "description": "A forced new page."}

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One break."""
        return (Break(kind=BreakKind.PAGE, span=self.span),)
