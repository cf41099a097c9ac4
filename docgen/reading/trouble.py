"""Where YAML stopped reading, and the draft's lines around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from docgen.reading.draft import Mend
from docgen.reading.lines import MOST_LINES, Line, line_at, lines_above, lines_below
from docgen.records import dataclass

MOST_MENDED = 100_000
"""How many characters are mended at once."""


@dataclass(frozen=True)
class Trouble:
    """One syntax error. All offsets count from the start of the draft's text.

    `problem` and `context` are libyaml's words; `at` is where it gave up and `since` where the thing began that it
    could not read, which is `at` where it does not say. `scalar` is the last value read before: start, end, style;
    `bracket` is where the innermost open bracket stands.
    """

    text: str
    problem: str
    at: int
    context: str
    since: int
    scalar: tuple[int, int, str]
    bracket: int | None = None

    @cached_property
    def line(self) -> Line:
        """The line that could not be read on: of a line without a colon, YAML only complains on the next one."""
        return line_at(self.text, self.since if "expected ':'" in self.problem else self.at)

    @cached_property
    def above(self) -> Line | None:
        """The nearest line above it that is not blank."""
        return next(lines_above(self.text, self.line), None)

    @cached_property
    def suspects(self) -> tuple[Line, ...]:
        """The lines the mistake may be on, the likeliest first."""
        began = line_at(self.text, self.since)
        lines = [self.line]
        if began.start != self.line.start and "block mapping" not in self.context and "collection" not in self.context:
            lines.append(began)
        return (*lines, self.above) if self.above is not None else tuple(lines)

    def owner(self, line: Line) -> Line:
        """The line with the key whose value `line` is or goes on with; itself where there is none."""
        if line.names_key or line.dashes:
            return line
        above = (other for other in lines_above(self.text, line) if other.column < line.column)
        return next((other for other in above if other.key or other.dashes), line)

    def value_end(self, line: Line) -> int:
        """Where the value that begins on `line` ends, going by indentation."""
        owner = self.owner(line)
        end = line.end
        for number, below in enumerate(lines_below(self.text, line), 1):
            if number == MOST_LINES:
                return len(self.text)
            if below.is_empty:
                continue
            if below.indent <= (owner.column if owner.key else owner.indent):
                break
            end = below.end
        return end

    def as_plain(self, start: int, end: int) -> tuple[Mend, ...]:
        """Mends that leave YAML nothing to stumble over from `start` up to `end`, letter for letter.

        None for a very long stretch: that is better given up.
        """
        if end - start > MOST_MENDED:
            return ()
        return (Mend(start, start + 1, "x"), *self.without_signs(start + 1, end))

    def without_signs(self, start: int, end: int) -> tuple[Mend, ...]:
        """Mends for the colons and number signs that YAML would take for its own; none for a very long stretch."""
        if end - start > MOST_MENDED:
            return ()
        return tuple(Mend(at, at + 1, "x") for at in self._signs(start, end))

    def _signs(self, start: int, end: int) -> Iterator[int]:
        for at in range(start, end):
            sign = self.text[at]
            if (sign == ":" and self.text[at + 1 : at + 2] in ("", " ", "\t", "\r", "\n")) or (
                sign == "#" and self.text[at - 1] in " \t"
            ):
                yield at
