"""Finds what was to be filled in later: *TBD*, *XXXX*, *[insert name]*, *Lorem ipsum*.

Why it matters: everybody sees it but the person who wrote it, and it is printed.

Example:

    Ms. Moreau thanked all XXXX guests [check].     →     Ms. Moreau thanked all 90 guests.

What to do: write what belongs there, or take the sentence out.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark
from docgen.expressions import regex
from docgen.findings import Severity

_OPEN = regex(
    r"(?<![\w/-])(?:TBD|TBC|TODO|FIXME|TKTK|Lorem ipsum|\?{3,}|_{3,}|X{4,}|x{4,})(?![\w/-])"
    r"|\[(?:insert|add|check|confirm|name|title|date|tbd|tbc|todo|to be (?:added|confirmed|completed))\b[^\]]{0,40}\]"
    r"|<(?:insert|add|name|title|date)\b[^>]{0,40}>"
)

_HINTS = ("tbd", "tbc", "todo", "fixme", "tktk", "lorem ipsum", "???", "___", "xxxx", "[", "<")


@rule(Severity.ERROR)
def placeholder(subject: Subject) -> Iterator[Flaw]:
    """Signs of work to be done, in any text that is printed."""
    for passage in subject.passages:
        for found in passage.find(_OPEN, *_HINTS):
            if not found.marks & (Mark.ADDRESS | Mark.FOREIGN | Mark.QUOTED | Mark.EMPHASIS):
                yield Flaw(found, f"'{found}' was to be filled in", "write what belongs here")
