"""Changes that end in a blank, which may be the end of a line."""

from __future__ import annotations

from docgen.checks.mending.change import Change
from docgen.checks.text.passage import Stretch


def replaced(stretch: Stretch, words: str) -> Change | None:
    """The change that puts words in the place of a stretch; the indentation of the next line goes with a line end.

    What is printed as a blank at a line's end is that line end alone, and what stands before the next line's first
    letter is in no text; so that letter is taken along.
    """
    text, end = stretch.passage.text, stretch.end
    ends_line = stretch.value[-1:] == " " and bool(stretch.after) and text.offset(end) != text.offset(end - 1) + 1
    if not ends_line:
        return stretch.replaced(words)
    return stretch.passage.stretch(stretch.start, end + 1).replaced(words + stretch.after[0])
