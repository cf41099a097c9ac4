"""Finds an ambassador who is introduced without a country while the others have theirs.

Why it matters: *Ambassador Chidi Okafor noted …* speaks for somebody. Readers need to know for whom, and the one
mission that is not named will notice.

Example:

    Ambassador Chidi Okafor noted …      →       Ambassador Chidi Okafor of Nigeria noted …

What to do: add the country where the ambassador is first named. Nothing is said where the same sentence names a
country or body, or the sentence before it an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.people.cast import Naming
from docgen.checks.people.honorifics import are_neighbours
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Sentence
from docgen.expressions import regex
from docgen.findings import Severity

AMBASSADOR = "Ambassador"

_WHENCE = regex(r",? (?:of|from) (?:the )?[^\W\d_a-z]|, [^.;]{0,80}? (?:of|to|from|for) (?:the )?[^\W\d_a-z]")


@rule(Severity.WARNING, languages=("en",))
def missing_country(subject: Subject) -> Iterator[Flaw]:
    """The first place of each ambassador whom nothing in the sentence places."""
    cast = subject.cast
    first = [cast.of(member)[0] for member in cast.members]
    ambassadors = [one for one in first if is_ambassador(one) and one.is_running]
    placed = [one for one in ambassadors if _WHENCE.match(one.passage.value, one.end)]
    lacking = [one for one in ambassadors if one not in placed and not is_placed(one, subject)]
    for one in lacking if len(placed) >= len(lacking) else ():
        country = one.member.person.country if one.member is not None and one.member.person is not None else None
        change = one.parts[-1].part(0, one.end - one.parts[-1].start)
        remedy = unsafe(change.replaced(f"{change} of {country}")) if country is not None else None
        advice = f"write 'of {country}'" if country is not None else "add 'of' and the country"
        yield Flaw(one, f"the country of '{one}' is not said", advice, remedy)


def is_ambassador(naming: Naming) -> bool:
    """Whether the title is that of an ambassador, and no other."""
    return [title.form for title in naming.titles] == [AMBASSADOR]


def is_placed(naming: Naming, subject: Subject) -> bool:
    """Whether the sentence has any other name, or the one before it an office."""
    sentences = naming.passage.sentences
    at = next(number for number, one in enumerate(sentences) if naming.start < one.end)
    before = sentences[at - 1].value if at else ""
    bound = naming.passage.words_between(0, naming.start)[-1:]
    if any(word.is_capitalised and are_neighbours(word, naming.words[0], stop=False) for word in bound):
        return True
    return has_other_name(sentences[at], subject) or bool(re.search(r"ambassador|[Rr]epresentative", before))


def has_other_name(sentence: Sentence, subject: Subject) -> bool:
    """Whether another capitalised word stands inside the sentence than the names of people."""
    named = [(one.start, one.end) for one in subject.cast.within(sentence)]
    return any(
        word.is_capitalised
        and word.start != sentence.start
        and not any(start <= word.start < end for start, end in named)
        for word in sentence.words
    )
