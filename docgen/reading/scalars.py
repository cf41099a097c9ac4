"""One YAML value: read again from the source, so that each knows where it was written.

YAML's own value has lost the places, and in running text it has lost the lines as well: `>` and plain values fold
them, and a list written there becomes one line. So a value is read twice over: as YAML means it, and as prose.
The grammar is that of YAML 1.1 (chapter 9) as libyaml reads it.
"""

from __future__ import annotations

from docgen.findings import Span
from docgen.reading.block_scalars import as_folded, as_literal, read_block
from docgen.reading.flow_scalars import common_indentation, fold, keep_lines, read_cell, read_flow
from docgen.reading.letters import Letters
from docgen.reading.text import Source, Text
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar as written. `style` is `|`, `>`, `'`, `"` or empty for a plain one; `value` is what YAML makes of it.

    A cell of a table in a file of its own (`separated`) has the style `,`, one in quotation marks `,"`.

    Nothing is guessed from the value: `no`, `2013` and `1e3` stay letters until a field's type says otherwise.
    """

    source: Source
    span: Span
    value: str
    style: str

    def text(self) -> Text:
        """The value as YAML reads it (folded, unescaped), in NFC, with the place of each character."""
        letters = Letters(self.source, self.span)
        if self.is_cell:
            read_cell(letters, quoted=self.style.endswith('"'))
        elif self.style in ("|", ">"):
            read_block(letters, self.value, as_literal if self.style == "|" else as_folded)
        else:
            read_flow(letters, self.style, fold)
        return letters.text().composed()

    def prose(self) -> Text:
        """The value by source lines, indentation taken off, as a writer means it in any style; in NFC, with places.

        A blank line stays a blank line and a list stays a list whether the value is `|`, `>`, plain or quoted over
        several lines; escapes of quoted scalars are resolved. White space at the end is left off.
        """
        letters = Letters(self.source, self.span)
        if self.is_cell:
            read_cell(letters, quoted=self.style.endswith('"'))
        elif self.style in ("|", ">"):
            read_block(letters, self.value, as_literal)
        else:
            indentation = common_indentation(self.source, self.span)
            read_flow(letters, self.style, lambda put, start, end: keep_lines(put, start, end, indentation))
        whole = letters.text()
        blank = len(whole.value) - len(whole.value.lstrip("\n"))
        return whole.slice(blank, max(blank, len(whole.value.rstrip()))).composed()

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a file of comma-separated values."""
        return self.style.startswith(",")

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: an empty plain scalar, `~` or `null`."""
        return not self.style and self.value in ("", "~", "null", "Null", "NULL")
