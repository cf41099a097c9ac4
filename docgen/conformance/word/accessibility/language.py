"""Finds text of which the file does not say the language.

Why it matters: a screen reader pronounces words by their language, and hyphenation and spelling go by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.conformance.word.names import w
from docgen.conformance.word.part import pieces
from docgen.findings import Finding

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47
_SET = "in Word, mark all text and set its language under Review, Language"


def find(word: WordFile) -> Iterator[Finding]:
    """Runs that neither they themselves, their styles nor the defaults give a language; each fault once."""
    look, told = Look(word), set[str | None]()
    for part, paragraph in word.each(w("p")):
        for piece, text in pieces(paragraph):
            run = next(piece.iterancestors(w("r")), None)
            if run is None or piece.tag != w("t") or not any(map(str.isalpha, text)):
                continue
            said = look.of_run(run, "lang")
            tag = said.get(w("val")) if said is not None else None
            if tag in told or (tag and _TAG.fullmatch(tag)):
                continue
            told.add(tag)
            if not tag:
                message = "the file does not say in which language this and other text is"
                yield Finding.error(part.span(run), "language-missing", message, _SET)
            else:
                yield Finding.error(part.span(run), "language-unknown", f"'{tag}' is the tag of no language", _SET)
