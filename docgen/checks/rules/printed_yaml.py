"""Finds keys that are printed as text, because they are indented so far that they belong to `body: |`.

Why it matters: everything in a text is printed, word for word: *kind: panel* stands in the middle of the report, while
the section has no kind and its speakers are not known.

Example:

    - heading: First Panel                     - heading: First Panel
      body: |                                    kind: panel
        kind: panel                      →       speakers: [moreau]
        speakers: [moreau]                       body: |
        Ms. Moreau spoke of lakes.                 Ms. Moreau spoke of lakes.

What to do: put the key above `body:`, and indent it as far as that. A word with a colon after it that is not a key, or
whose value could not stand there, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Place
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.model import Kind

_KINDS = "|".join(kind.value for kind in Kind)
_KEY = regex(
    rf"(?:^|(?<=\s))(?:(?P<key>kind|speakers|level|id|heading|sections|body|picture|alt|decorative|width):)(?: "
    rf"(?:(?<=kind: )(?:{_KINDS})(?!\w)|(?<=speakers: )\[|(?<=level: )[1-6](?!\w)|(?<=id: )[a-z][\w-]*(?= |$)"
    rf"|(?<=heading: )\S|(?<=body: )[|>]|(?<=picture: )\S+\.\w+|(?<=alt: )\S|(?<=decorative: )(?:true|false)"
    rf"|(?<=width: )(?:column|page)(?!\w))|(?=$))"
)
_PLACES = frozenset({Place.BODY, Place.INTRODUCTION, Place.ITEM})


@rule(Severity.WARNING)
def printed_yaml(subject: Subject) -> Iterator[Flaw]:
    """Keys at the beginning of a line of text, with a value that they can have."""
    for passage in subject.passages:
        if passage.place not in _PLACES or ":" not in passage.value:
            continue
        for match in _KEY.finditer(passage.value):
            at = passage.stretch(*match.span())
            start = at.span.start
            text = subject.sources[at.span.path].text
            if not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t-"):
                key = match["key"]
                yield Flaw(at, f"'{key}:' is printed as text here", f"put '{key}:' above the text, outside of it")
