"""Labels: what cross-references call a section, figure or table."""

from __future__ import annotations

from typing import ClassVar, Self

from docgen.document.markup.attributes import LABEL
from docgen.findings import Span
from docgen.reading.shapes import Misread
from docgen.reading.text import Text
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label: a letter, then letters, digits, hyphens and underscores."""

    value: str
    span: Span
    pattern: ClassVar[str] = LABEL.pattern

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read a label as it stands. Raises `Misread`."""
        if not LABEL.fullmatch(text.value):
            raise Misread(
                "bad-label",
                f"'{text.value}' cannot be a label",
                "begin with a letter, and use letters, digits and hyphens only, as in: closing-remarks",
            )
        return cls(text.value, text.span())
