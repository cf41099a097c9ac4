"""What a block of the content language is, and the registry that blocks enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from docgen.document.kernel import Node
from docgen.document.markup import Markup
from docgen.findings import Span
from docgen.style.wording import Wording


class Running(Protocol):
    """Running text: stretches of Markdown, and blocks."""

    @property
    def parts(self) -> tuple[Markup | Block, ...]:
        """The stretches and blocks, in reading order."""


class Lowering(Protocol):
    """What a block may ask while it lowers: where it stands, and how to lower what it holds."""

    level: int
    """The level of the section it stands in; 0 before the first."""

    wording: Wording
    """The words of the report's language."""

    def markup(self, markup: Markup) -> tuple[Node, ...]:
        """Nodes of Markdown: headings moved below the section's, notes taken into the document."""

    def body(self, body: Running, /) -> tuple[Node, ...]:
        """Nodes of running text: those of its Markdown, and what its blocks lower to."""


class Block(Protocol):
    """A frozen dataclass bound from `- kind: {…}` that says how it lowers to the kernel."""

    @property
    def span(self) -> Span:
        """Where it stands in the source."""

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """The nodes it stands for, in reading order, without ids."""


Kind = TypeVar("Kind", bound=type)

REGISTRY: dict[str, type[Block]] = {}
"""The kinds of blocks by the key that content uses. Filled while the modules of `report/blocks/` are imported."""


def block(kind: str) -> Callable[[Kind], Kind]:
    """Enter a class under the key that content uses for it. Two blocks of one kind are a mistake of the program."""

    def enter(cls: Kind) -> Kind:
        if kind in REGISTRY:
            raise ValueError(f"two blocks are called '{kind}'")
        REGISTRY[kind] = cls
        return cls

    return enter
