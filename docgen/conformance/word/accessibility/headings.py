"""Finds texts without headings, headings that leave a level out or say nothing, and bold lines that only look like one.

Why it matters: who cannot see the page goes through it by its headings, and a level left out sounds like text left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part, pieces
from docgen.findings import Finding

_LONGEST_FAKE = 90
_ENDS = (".", ",", ";", ":", "?", "!", "…")
_NOT_FAKED = ("title", "subtitle", "caption", "toc ", "toc heading", "header", "footer", "table", "quote")


def find(word: WordFile) -> Iterator[Finding]:
    """The headings of the document in order, then lines that look like one."""
    look, part, before, found = Look(word), word.document, 0, False
    for paragraph in part.paragraphs:
        level = look.level(paragraph)
        if level is None:
            continue
        found = True
        if not part.words(paragraph).strip():
            advice = "in Word, delete the line, or set it in the style Body Text"
            yield Finding.warning(part.span(paragraph), "heading-empty", "this heading says nothing", advice)
        elif level > before + 1:
            said = f"a heading of level {level} follows one of level {before}"
            said = said if before else f"the first heading is of level {level}"
            advice = f"make it a Heading {before + 1}, or say what it belongs under"
            yield Finding.warning(part.span(paragraph), "heading-level", said, advice)
        before = level
    if not found and any(map(str.strip, map(part.words, part.paragraphs))):
        advice = "in Word, set the headings in the styles Heading 1, Heading 2, …"
        yield Finding.error(word.whole, "no-headings", "this text has no headings", advice)
    for paragraph in part.paragraphs:
        if _is_faked(part, paragraph, look):
            advice = "in Word, set it in a heading's style; or unbold it, if it is none"
            yield Finding.warning(
                part.span(paragraph), "heading-faked", "this line looks like a heading and is none", advice
            )


def _is_faked(part: Part, paragraph: etree._Element, look: Look) -> bool:
    """Whether a short line outside of tables is bold by hand throughout, and text follows."""
    words = part.words(paragraph).strip()
    if not words or len(words) > _LONGEST_FAKE or words.endswith(_ENDS) or look.level(paragraph) is not None:
        return False
    if next(paragraph.iterancestors(w("tc"), w("txbxContent")), None) is not None:
        return False
    if any(named.startswith(_NOT_FAKED) for named in look.style_names(paragraph)):
        return False
    following = next(paragraph.itersiblings(w("p")), None)
    runs = {next(piece.iterancestors(w("r")), None) for piece, text in pieces(paragraph) if text.strip()}
    bold = all(run is not None and look.is_on(run, "b") for run in runs)
    return bold and not look.is_on_by_style(paragraph, "b") and following is not None and look.level(following) is None
