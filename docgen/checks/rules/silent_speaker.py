"""Finds somebody who is listed among the participants of a discussion and of whom nothing else is reported.

Why it matters: *Participants included …* raises an expectation. Anyone in the list and not in the text seems to have
had nothing to say.

Example:

    Panelists included Ana Petrov and Luca         Panelists included Ana Petrov and Luca
    Ferri. Ms. Petrov called for …           →     Ferri. Ms. Petrov called for … Mr. Ferri
                                                   replied that …

What to do: report what was said, or attribute it to the panel as a whole. Perhaps nothing was said; this rule
therefore runs only where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.people.cast import Cast, Naming
from docgen.checks.people.spelled import bare, folded
from docgen.checks.rule import Flaw, rule
from docgen.checks.subject import Part, Subject
from docgen.checks.text.passage import Sentence
from docgen.expressions import regex
from docgen.findings import Severity

_LIST = regex(
    r"\b[PpSsDdMmEe](?:articipants|anel+ists|peakers|iscussants|resenters|embers of the panel|xperts)"
    r"(?: (?:of|in|on|at) [^.]{0,60}?)? (?:included|were|comprised|consisted of)\b"
)


@rule(Severity.WARNING, on=False, languages=("en",))
def silent_speaker(subject: Subject) -> Iterator[Flaw]:
    """Each name of a list of participants that does not come again in the section."""
    for part in subject.parts:
        for passage in part.passages:
            for sentence in passage.sentences if passage.is_prose and _LIST.search(passage.value) else ():
                if _LIST.search(sentence.value):
                    yield from silent(part, sentence, subject.cast)


def silent(part: Part, sentence: Sentence, cast: Cast) -> Iterator[Flaw]:
    """Those of a sentence of whom nothing else is said, as long as something is of others."""
    listed = [one for one in cast.within(sentence) if one.is_whole]
    quiet = [one for one in listed if not is_heard(one, sentence, part)]
    for one in quiet if len(quiet) < len(listed) else ():
        yield Flaw(one, f"nothing is reported of {one.name}", "report what was said, or leave the name out of the list")


def is_heard(naming: Naming, listed: Sentence, part: Part) -> bool:
    """Whether the family name comes again in the section."""
    key = naming.member.family if naming.member is not None else folded(naming.family)
    return any(
        folded(bare(word.value)) == key
        for passage in part.passages
        for word in passage.words
        if passage is not listed.passage or not listed.start <= word.start < listed.end
    )
