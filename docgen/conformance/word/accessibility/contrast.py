"""Finds text that is hard to tell from what is behind it.

Why it matters: who sees poorly, or reads in the sun, needs 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.colours import Colours
from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.conformance.word.names import w
from docgen.conformance.word.part import pieces
from docgen.findings import Finding
from docgen.style.contrast import LEAST, contrast


def find(word: WordFile) -> Iterator[Finding]:
    """Runs of less contrast, each paragraph once for each pair of colours."""
    look = Look(word)
    colours = Colours(word, look)
    for part, paragraph in word.each(w("p")):
        told: set[tuple[str, str]] = set()
        for piece, text in pieces(paragraph):
            run = next(piece.iterancestors(w("r")), None)
            colour = colours.of_text(run) if run is not None and text.strip() and piece.tag == w("t") else None
            if run is None or colour is None or look.is_on(run, "vanish"):
                continue
            behind = colours.behind(run)
            if (ratio := contrast(colour, behind)) < LEAST and (colour, behind) not in told:
                told.add((colour, behind))
                said = f"the contrast of {colour} on {behind} is {ratio:.1f} to 1; it takes {LEAST} to be read by all"
                yield Finding.error(
                    part.span(run), "contrast-low", said, "take a darker colour, or a lighter one behind it"
                )
