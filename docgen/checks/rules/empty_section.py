"""Finds a heading with nothing below it.

Why it matters: it promises something that the report does not give. Mostly its text was forgotten, or stands below the
heading before it.

Example:

    sections:                                  sections:
      - heading: Second Panel            →       - heading: Second Panel
      - heading: Closing Remarks                   body: The second panel dealt with lakes.
                                                 - heading: Closing Remarks

What to do: write the text, or take the heading out. A section that consists of sections, or of a picture, a table or a
list of contents, is not empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.document import tree
from docgen.document.kernel import Break, Document, Group, Heading, Note, Rule
from docgen.findings import Severity


@rule(Severity.WARNING)
def empty_section(subject: Subject) -> Iterator[Flaw]:
    """Headings that the next of their level or above follows at once, or nothing at all."""
    passages = {id(passage.node): passage for passage in subject.headings}
    for heading in bare(subject.document):
        if id(heading) in passages:
            yield Flaw(passages[id(heading)], "nothing stands below this heading", "write its text, or take it out")


def bare(document: Document) -> Iterator[Heading]:
    """The headings with nothing below."""
    last: Heading | None = None
    for part in tree.walk(document):
        match part:
            case Heading():
                if last is not None and part.level <= last.level:
                    yield last
                last = part
            case Note():
                break
            case Document() | Group() | Break() | Rule():
                pass
            case _:
                last = None
    if last is not None:
        yield last
