"""Finds an acronym that is explained and then not used: never again, or with the long form in its place.

Why it matters: letters in brackets ask readers to remember them; ask it only where they are needed.

Example:

    the River Basin Council (RBC) offered data; later the River Basin Council sent staff
    →
    the River Basin Council (RBC) offered data; later the RBC sent staff

What to do: use the acronym from then on, or take the brackets out. Headings may have the long form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.acronyms import PLACES, Use, uses
from docgen.checks.text.passage import Mark, Stretch
from docgen.findings import Severity


@rule(Severity.WARNING, on=False)
def unused_acronym(subject: Subject) -> Iterator[Flaw]:
    """The brackets of an acronym that never comes again, and long forms behind the brackets."""
    for letters, places in uses(subject).items():
        first = next((use for use in places if use.long is not None), None)
        if first is None or first.long is None:
            continue
        again = repeated(first, subject)
        for stretch in again:
            message = f"this is called '{letters}' further above, and spelled out again here"
            yield Flaw(stretch, message, "use the acronym, or take it out above", unsafe(stretch.replaced(letters)))
        if not again and not is_used(letters, places, subject):
            brackets = first.stretch.passage.stretch(first.stretch.start - 1, first.stretch.end + 1)
            whole = brackets.value.endswith(")")
            message = f"'{letters}' is explained here and never used"
            yield Flaw(brackets, message, "take it out", unsafe(brackets.removed()) if whole else None)


def is_used(letters: str, places: Sequence[Use], subject: Subject) -> bool:
    """Whether an acronym stands anywhere but where it is explained: in the text, a compound, a heading, a caption."""
    if len(places) > 1:
        return True
    pattern = re.compile(rf"(?<![A-Za-z]){re.escape(letters)}(?![A-Z]|[a-z]{{2}})")
    return sum(len(pattern.findall(passage.value)) for passage in subject.passages if letters in passage.value) > 1


def repeated(first: Use, subject: Subject) -> list[Stretch]:
    """Where the long form stands again behind the place where it is explained."""
    long = first.long
    if long is None or " " not in long.value:
        return []
    pattern = re.compile(rf"\b{re.escape(long.value)}\b(?! \()")
    found, is_behind = [], False
    for passage in subject.passages:
        if passage is long.passage:
            is_behind = True
        elif not is_behind or passage.place not in PLACES or long.value not in passage.value:
            continue
        found += [one for one in passage.find(pattern) if passage is not long.passage or one.start > long.start]
    return [one for one in found if not one.marks & Mark.QUOTED and is_whole(one, subject)]


def is_whole(stretch: Stretch, subject: Subject) -> bool:
    """Whether a stretch is no part of a longer declared name."""
    mention = subject.names.covering(stretch)
    return mention is None or len(mention.value) == len(stretch.value)
