"""What staff say about the checks: which run, how much they matter, whose style is followed."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Self

from docgen.findings import Span
from docgen.reading import nodes
from docgen.reading.binding import Binder
from docgen.reading.shapes import Key, Keyed
from docgen.reading.text import Name
from docgen.records import dataclass


class House(Enum):
    """Whose rules of style a report follows where usage differs."""

    NONE = "none"
    CHICAGO = "chicago"
    UN = "un"


class Level(Enum):
    """How much the findings of a rule matter."""

    HINT = "hint"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that is bound later, by whoever knows what it has to be."""

    node: nodes.Node

    @classmethod
    def bind(cls, node: nodes.Node, _binder: Binder) -> Self:
        """Keep the node."""
        return cls(node)

    @classmethod
    def schema(cls, _maker: Any) -> dict[str, Any]:
        """The JSON Schema of keys with any values."""
        return {"type": ["object", "null"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """Which rules run, and how. `docgen rule` lists them."""

    span: Span
    select: Annotated[
        tuple[Name, ...], Key("the rules that run: their names, default, or all", ("[default, heading-case]",))
    ] = ()
    ignore: Annotated[tuple[Name, ...], Key("rules that do not run", ("[repeated-word]",))] = ()
    severity: Annotated[Keyed[Level], Key("how much a rule's findings matter: hint, warning or error")] = ()
    options: Annotated[Keyed[Kept], Key("the options of rules, as 'docgen rule NAME' shows them")] = ()
