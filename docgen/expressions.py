"""Regular expressions that are compiled when they are first asked for something.

Python compiles an expression where it is written, which takes it as long as a thousand searches of a line; docgen has
some three hundred, and few reports need half of them. What `regex` gives is an `re.Pattern` for type checkers, and
behaves as one; `tests/test_expressions.py` holds it against that, and compiles every one there is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    regex = re.compile
else:

    def regex(expression, flags=0):
        """`re.compile`, later."""
        return Late(expression, flags)


class Late:
    """An expression that is not compiled before it is asked for something that a pattern has."""

    def __init__(self, expression: str, flags: int) -> None:
        self._written = expression, flags

    def __getattr__(self, name: str) -> Any:
        """What a pattern has, kept at hand for the next time."""
        if name.startswith("_"):
            raise AttributeError(name)
        held = vars(self)
        if "compiled" not in held:
            held["compiled"] = re.compile(*self._written)
        held[name] = getattr(held["compiled"], name)
        return held[name]
