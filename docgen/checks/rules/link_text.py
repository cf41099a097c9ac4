"""Finds a link that does not say where it leads: *here*, *click here*, *read more*.

Why it matters: on paper *here* leads nowhere, and a screen reader that goes from link to link reads *here, here, here*.

Example:

    The report can be found [here](https://example.org).    →    See [the report](https://example.org).

What to do: let the words of the link name what it leads to. An address that is printed as such is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.findings import Severity

_EMPTY = {
    "en": re.compile(
        r"(?:(?:please )?(?:click|see|go|press|look|read|more)? ?(?:on )?(?:here|this|link|this link|the link)"
        r"|(?:read|learn|see|find out) more(?: here)?|more(?: info(?:rmation)?)?|details|link"
        r"|(?:this )?(?:web)?(?:page|site))"
    ),
    "fr": re.compile(r"(?:cliquez )?ici|(?:ce|le) lien|lien|en savoir plus|plus d[’']informations?|lire la suite"),
}


@rule(Severity.WARNING)
def link_text(subject: Subject) -> Iterator[Flaw]:
    """Links of words that could lead anywhere, and of no word at all."""
    for passage in subject.passages:
        empty = _EMPTY.get(passage.language.split("-")[0])
        for start, end, _ in passage.links:
            at = passage.stretch(start, end)
            words = re.sub(r"[^\w’' ]", "", at.value).strip().lower()
            if not words or (empty is not None and empty.fullmatch(words)):
                yield Flaw(at, f"'{at}' does not say where this link leads", "name what it leads to")
