"""Colours, as styles name them."""

from __future__ import annotations

import re
from typing import Self

from docgen.reading.shapes import Misread
from docgen.reading.text import Text


class Colour(str):
    """A colour of the sRGB space as `#rrggbb`, in lower case."""

    __slots__ = ()

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read `#rrggbb`. Raises `Misread`."""
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", text.value):
            raise Misread("wrong-type", f"'{text.value}' is not a colour", 'write it as "#rrggbb", in quotes')
        return cls(text.value.lower())


BLACK = Colour("#000000")
