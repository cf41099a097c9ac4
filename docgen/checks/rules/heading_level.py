"""Finds a heading that is too deep: one that skips a level, or a section at another level than its neighbours.

Why it matters: the contents, the outline in Word and every screen reader show a report by the levels of its headings.
A jump from the first level to the third leaves a hole there, and a panel one level deeper than the panel before it
looks like a part of it.

Example:

    sections:                                  sections:
      - heading: First Panel                     - heading: First Panel
        level: 2                                   level: 2
      - heading: Second Panel            →       - heading: Second Panel
        level: 4                                   level: 2

What to do: give the heading the level of its neighbours, or one level below the section it stands in. Sections without
`level` have the right one by themselves, as do headings that begin with a single `#`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage
from docgen.findings import Severity
from docgen.report.model import Section


@rule(Severity.WARNING)
def heading_level(subject: Subject) -> Iterator[Flaw]:
    """Neighbours first: what stands beside others at the wrong level is not told again for its jump."""
    peers = {id(flaw.at): flaw for flaw in peers_apart(subject.report.sections)}
    yield from peers.values()
    yield from jumps(subject.headings, {id(section.heading) for section in subject.report.sections})


def peers_apart(sections: tuple[Section, ...]) -> Iterator[Flaw]:
    """Sections whose written level is not that of most of their neighbours, at every depth."""
    levels = [section.level for section in sections if section.level is not None]
    if levels:
        usual, _ = Counter(sorted(levels)).most_common(1)[0]
        for section in sections:
            if section.level is not None and section.level != usual:
                message = f"this section has level {section.level}, those beside it level {usual}"
                yield Flaw(section.heading, message, f"write level: {usual}, or take level out of all of them")
    for section in sections:
        yield from peers_apart(section.sections)


def jumps(headings: tuple[Passage, ...], settled: set[int]) -> Iterator[Flaw]:
    """Headings more than one level below the heading before them; sections of the top level have been compared."""
    before = 0
    for heading in headings:
        is_settled = heading.section is not None and id(heading.section.heading) in settled
        is_own = heading.section is not None and heading.section.heading.span == heading.span
        if before and heading.level > before + 1 and not (is_settled and is_own):
            message = f"this heading jumps from level {before} to level {heading.level}"
            yield Flaw(heading, message, f"give it level {before + 1}")
        before = heading.level
