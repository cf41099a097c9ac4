"""Finds a link that does not say where it leads: *here*, *click here*, *read more*, or nothing but its address.

Why it matters: on paper *here* leads nowhere, and a screen reader that goes from link to link reads out *here, here,
here*.

Example:

    The report can be found [here](https://example.org).    →    See [the report](https://example.org).

What to do: let the words of the link name what it leads to. A whole address as the words of a link is read out letter
by letter; one that is printed for its own sake (`<https://example.org>`, *www.example.org*) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Stretch
from docgen.expressions import regex
from docgen.findings import Severity

_EMPTY = {
    "en": re.compile(
        r"(?:(?:please )?(?:click|see|go|press|look|read|more)? ?(?:on )?(?:here|this|link|this link|the link)"
        r"|(?:read|learn|see|find out) more(?: here)?|more(?: info(?:rmation)?)?|details|link"
        r"|(?:this )?(?:web)?(?:page|site))"
    ),
    "fr": re.compile(r"(?:cliquez )?ici|(?:ce|le) lien|lien|en savoir plus|plus d[’']informations?|lire la suite"),
}


_ADDRESS = regex(r"https?://\S+")


@rule(Severity.WARNING)
def link_text(subject: Subject) -> Iterator[Flaw]:
    """Links of words that could lead anywhere, of no word at all, and of an address."""
    for passage in subject.passages:
        empty = _EMPTY.get(passage.language.split("-")[0])
        for start, end, _ in passage.links:
            at = passage.stretch(start, end)
            words = re.sub(r"[^\w’' ]", "", at.value).strip().lower()
            if not words or (empty is not None and empty.fullmatch(words)):
                yield Flaw(at, f"'{at}' does not say where this link leads", "name what it leads to")
            elif _ADDRESS.fullmatch(at.value) and _is_in_brackets(at, subject):
                yield Flaw(at, "the words of this link are but its address", "name what it leads to")


def _is_in_brackets(at: Stretch, subject: Subject) -> bool:
    """Whether words are written as those of a link: `[words](address)`."""
    start, source = at.span.start, subject.sources.get(at.span.path)
    return source is not None and source.text[start - 1 : start] == "["
