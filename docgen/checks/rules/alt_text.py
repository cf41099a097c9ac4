"""Finds an alternative text that does not say what a picture shows: a file's name, the caption again, *photo*.

Why it matters: readers who cannot see the picture have these words in its place. *IMG_4711.jpg* tells them nothing, a
repeated caption is heard twice, and that it is a picture they know already.

Example:

    alt: podium.jpg                            alt: Three ministers at a table with microphones
    caption: The ministers on water.     →     caption: The ministers on water.

What to do: say what there is to see, in one sentence. Mark a picture that is only an ornament `decorative: true`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.document import tree
from docgen.document.kernel import Figure
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.reading.text import Text

LONGEST = 300
"""How many characters can be listened to."""

_FILE = regex(r"(?i)[\w /\\.()-]+\.(?:jpe?g|png|gif|svg|tiff?|webp|bmp|heic|eps|pdf)")
_CAMERA = regex(r"(?i)(?:img|dsc[fn]?|pict?|p|image|photo|screen ?shot)[ _-]?\d{2,}(?:[ _-]\d+)*")
_EMPTY = regex(
    r"(?i)(?:an? |the )?(?:image|picture|photo(?:graph)?|figure|logo|icon|graphic|chart|diagram|map|pic)s?\.?"
)
_LEAD = regex(r"(?i)(?:an? |the )?(?:image|picture|photo(?:graph)?) (?:of|showing|shows) (?=\w)")


@rule(Severity.WARNING)
def alt_text(subject: Subject) -> Iterator[Flaw]:
    """Each alternative text of the report's own."""
    for figure in subject.nodes(Figure):
        alternative = figure.alternative
        if alternative is not None and alternative.value.strip() and alternative.breaks:
            yield from said(alternative, figure, subject)


def said(alternative: Text, figure: Figure, subject: Subject) -> Iterator[Flaw]:
    """What is wrong with an alternative text."""
    value = " ".join(alternative.value.split())
    caption = " ".join(tree.plain(figure.caption).split())
    advice = "say what there is to be seen"
    if _FILE.fullmatch(value) or _CAMERA.fullmatch(value) or _is_stem(value, figure):
        yield Flaw(alternative, "this is a file's name, and not what the picture shows", advice)
    elif caption and bare(value) == bare(caption):
        yield Flaw(alternative, "these are the words of the caption, which would be heard twice", advice)
    elif bare(value) == bare(subject.report.title.words):
        yield Flaw(alternative, "these are the words of the title, and not what the picture shows", advice)
    elif _EMPTY.fullmatch(value):
        yield Flaw(alternative, f"'{value}' does not say what the picture shows", advice)
    elif len(value) > LONGEST:
        yield Flaw(
            alternative, f"{len(value)} characters are too many to be listened to", "say it in a sentence or two"
        )
    else:
        yield from leading(alternative, subject)


def leading(alternative: Text, subject: Subject) -> Iterator[Flaw]:
    """*Picture of* at the beginning."""
    found = _LEAD.match(alternative.value)
    passage = next((one for one in subject.passages if one.text is alternative), None)
    if found is not None and passage is not None:
        at = passage.stretch(0, found.end())
        following = alternative.value[found.end()]
        fix = safe(passage.stretch(0, found.end() + 1).replaced(following.upper()))
        yield Flaw(at, "that this is a picture is known without being said", "begin with what it shows", fix)


def _is_stem(value: str, figure: Figure) -> bool:
    """Whether a text is the name of its file without the ending, and no word."""
    if not isinstance(figure.picture, Text):
        return False
    stem = figure.picture.value.rpartition("/")[2].rpartition(".")[0]
    return value == stem and bool(re.search(r"[\d_-]", stem))


def bare(words: str) -> str:
    """Words without marks and capitals, to be compared."""
    return re.sub(r"[^\w ]", "", words.casefold()).strip()
