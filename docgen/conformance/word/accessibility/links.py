"""Finds links whose words do not say where they lead, or that only their colour tells from the text.

Why it matters: screen readers list a page's links by their words alone, and "here" six times is no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.conformance.word.names import NAMESPACES, w
from docgen.findings import Finding

_OUTSIDE = f"{{{NAMESPACES['r']}}}id"
_UNCLEAR = re.compile(
    r"(click |see |go |read |find out |learn )?(here|more|this|link|this link|this page|page|website|read more|details)"
    r"|https?://\S+|ici|cliquez ici|hier|hier klicken|aquí|haga clic aquí",
    re.IGNORECASE,
)
_SAY = "let the link's words say what it leads to"


def find(word: WordFile) -> Iterator[Finding]:
    """Links of no words, of words that say nothing, and links out of the file that are not underlined."""
    look = Look(word)
    for part, link in word.each(w("hyperlink")):
        words = "".join(text.text or "" for text in link.iter(w("t"))).strip()
        if not words and next(link.iter(w("drawing")), None) is None:
            yield Finding.error(
                part.span(link), "link-empty", "a link has no words that could be read or clicked", _SAY
            )
        elif _UNCLEAR.fullmatch(words.strip(" .>»→")):
            yield Finding.warning(part.span(link), "link-unclear", f"'{words}' does not say where this leads", _SAY)
        elif link.get(_OUTSIDE) and words and not _is_underlined(link, look):
            said = "only its colour tells this link from the text"
            yield Finding.warning(part.span(link), "link-by-colour", said, "in Word, apply the style Hyperlink")


def _is_underlined(link: etree._Element, look: Look) -> bool:
    runs = [run for run in link.iter(w("r")) if any((text.text or "").strip() for text in run.iter(w("t")))]
    lines = [look.of_run(run, "u") for run in runs]
    return all(line is not None and line.get(w("val"), "single") != "none" for line in lines)
