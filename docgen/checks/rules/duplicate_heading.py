"""Finds two headings of one level, below the same heading, that say the same.

Why it matters: in the contents and in the outline they cannot be told apart, and nobody can tell which of them a
reference means. Often the second was copied and then never reworded.

Example:

    sections:                                  sections:
      - heading: Panel Discussion                - heading: "First Panel: Rivers"
      - heading: Panel Discussion        →       - heading: "Second Panel: Lakes"

What to do: say what each of them is about. The same heading below different ones (*Questions*, in each panel) is
right.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage
from docgen.findings import Severity


@rule(Severity.WARNING)
def duplicate_heading(subject: Subject) -> Iterator[Flaw]:
    """Each heading that its neighbours have had already."""
    above: list[Passage] = []
    seen: dict[tuple[int, str], Passage] = {}
    for heading in subject.headings:
        above = [one for one in above if one.level < heading.level]
        key = (id(above[-1]) if above else 0, " ".join(heading.value.casefold().split()))
        if key in seen:
            yield Flaw(heading, "a heading before this one says the same", "say what each is about", also=(seen[key],))
        seen.setdefault(key, heading)
        above.append(heading)
