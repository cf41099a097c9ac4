"""Finds a heading that is capitalised otherwise than those beside it: *First steps* among *Opening Remarks* and *Next
Steps*.

Why it matters: in the contents, headings stand one below the other, and a difference that nobody noticed in the text
is the first thing that readers see.

Example:

    sections:                                  sections:
      - heading: Opening Remarks                 - heading: Opening Remarks
      - heading: Water in the north      →       - heading: Water in the North
      - heading: Closing Remarks                 - heading: Closing Remarks

What to do: write it like the others of its level. `house: chicago` wants title case, `house: un` sentence case;
without a house it is what most headings have. The fix is a proposal, because only you know all the names. Articles,
conjunctions and prepositions may be small, names and acronyms keep their capitals, and headings of one word are left
alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage
from docgen.checks.text.titles import Case, Casing
from docgen.findings import Severity
from docgen.report.settings import House

WANTED = {House.CHICAGO: Case.TITLE, House.UN: Case.SENTENCE}


@rule(Severity.WARNING, languages=("en",))
def heading_case(subject: Subject) -> Iterator[Flaw]:
    """The headings of each level that differ."""
    casing = Casing(subject)
    for level in sorted({heading.level for heading in subject.headings}):
        headings = [heading for heading in subject.headings if heading.level == level]
        cases = [(heading, casing.case(heading)) for heading in headings]
        wanted = WANTED.get(subject.house) or usual([case for _, case in cases])
        for heading, case in cases:
            if wanted is not None and case not in (None, Case.CAPITALS, wanted):
                yield from differing(heading, case, wanted, casing)


def usual(cases: list[Case | None]) -> Case | None:
    """The case of most headings; None where there is no such."""
    counts = Counter(case for case in cases if case in (Case.TITLE, Case.SENTENCE))
    first, second = counts[Case.TITLE], counts[Case.SENTENCE]
    if max(first, second) < 2 or first == second:
        return None
    return Case.TITLE if first > second else Case.SENTENCE


def differing(heading: Passage, case: Case | None, wanted: Case, casing: Casing) -> Iterator[Flaw]:
    """What is said of a heading: of its odd words where some are right, else of the whole."""
    right = casing.titled(heading) if wanted is Case.TITLE else casing.sentence(heading)
    may_be_name = any(word.is_capitalised and word.lower in casing.inside for word in casing.telling(heading))
    if wanted is Case.SENTENCE and (case is Case.MIXED or may_be_name):
        return  # the capitals of a name that nobody has declared
    if right == heading.value:
        return
    fix = unsafe(heading.stretch(0, len(heading.value)).replaced(right))
    if case is Case.MIXED:
        at, *also = (word for word in casing.telling(heading) if not word.is_capitalised)
        yield Flaw(at, f"'{at}' is small in a heading in title case", f"write '{right}'", fix, tuple(also))
        return
    yield Flaw(heading, f"this heading is not in {wanted.value}", f"write '{right}'", fix)
