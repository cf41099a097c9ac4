"""Finds a discussion that begins in the middle of a keynote or an opening and may need a heading of its own.

Why it matters: readers who look for the roundtable in the contents do not find it under *Keynote Address*.

Example:

    - heading: Keynote Address                 - heading: Keynote Address
      body: |                                    body: |
        Ms. Moreau spoke of lakes.       →         Ms. Moreau spoke of lakes.
                                               - heading: Roundtable Discussion
        The following roundtable …               body: The following roundtable …

What to do: give it a section of its own, if the other reports of the series do. What belongs to what is for you to
say: this rule runs only where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.kinds import kind_of_heading
from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Place
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.model import Kind

SPEECHES = frozenset({Kind.OPENING, Kind.KEYNOTE, Kind.CLOSING})
TALKS = frozenset({Kind.PANEL, Kind.DISCUSSION, Kind.ROUNDTABLE, Kind.WORKSHOP})

_BEGINNING = regex(
    r"(?:The|A|An)(?: [\w-]+){0,2}? (?P<kind>roundtable|panel|workshop|discussion)(?: (?:discussion|session|debate))?"
    r"(?= (?:[a-z]+ed|began|sought|then|that|dealt|met|was|were|looked|opened|which|on|about)\b)"
)


@rule(Severity.HINT, languages=("en",))
def hidden_section(subject: Subject) -> Iterator[Flaw]:
    """Paragraphs of a speech's section, behind its first, that begin to tell of a discussion."""
    kinds = {part.kind for part in subject.parts}
    for part in subject.parts:
        if part.kind is not None and part.kind not in SPEECHES:
            continue
        for passage in [one for one in part.passages if one.place is Place.BODY][1:]:
            found = _BEGINNING.match(passage.value)
            if found is None:
                continue
            kind = kind_of_heading(found["kind"], "en")
            is_apart = part.kind is not None or kind in (Kind.ROUNDTABLE, Kind.WORKSHOP)
            if kind in TALKS and kind not in kinds and is_apart:
                at = passage.stretch(*found.span())
                yield Flaw(at, "a discussion begins inside another section here", "give it a heading of its own")
