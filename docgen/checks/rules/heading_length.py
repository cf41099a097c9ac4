"""Finds a heading that is longer than two lines of a column.

Why it matters: a long heading fills the top of a column, runs over several lines in the contents, and is cut off in
the outline of a PDF. Twenty words are rarely the name of anything.

Example:

    - heading: The Challenges of the Management of Shared Water in a Region of Many States and of Few Agreements
    →
    - heading: Shared Water in a Divided Region

What to do: shorten it, or move its second half into the first paragraph. The house decides how long is too long; where
panels must keep the names that their organisers gave them, leave this rule off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Subject
from docgen.findings import Severity
from docgen.reading.shapes import Key
from docgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How long is too long."""

    most: Annotated[int, Key("the most characters that a heading may have", ("90",), least=20, most=300)] = 90


@rule(Severity.WARNING, on=False, options=Options)
def heading_length(subject: Subject, options: Options) -> Iterator[Flaw]:
    """Headings of more characters than that."""
    for heading in subject.headings:
        length = len(heading.value)
        if length > options.most:
            message = f"this heading has {length} characters, {len(heading.words)} words"
            yield Flaw(heading, message, f"shorten it to {options.most} characters or fewer")
