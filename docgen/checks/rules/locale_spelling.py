"""Finds American spelling in a British report, British spelling in an American one, and two kinds of it in one.

Why it matters: *organisation* here and *organization* there look like two editors who did not speak with one another.

Example:

    language: en-US

    a programme to honour the pledge   →       a program to honor the pledge

What to do: use the spelling of the report's `language`; that is a safe fix. Words with a capital inside a sentence
belong to names (*the Defence Select Committee*) and keep their spelling, as do quotations. British reports may have
*-ize* or *-ise*, but not both; with `house: un`, *-ize*. Of pairs like *toward* and *towards* both are right; only a
report that has both is told so, and with `house: chicago` each *towards*. Courts hand down *judgments* in Britain, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.checks.lists import table
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.spelling import locales
from docgen.checks.spelling.suggesting import cased
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Passage, Place, Word
from docgen.findings import Severity
from docgen.report.settings import House

KEPT = Mark.QUOTED | Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED
"""What is written as others wrote it."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A word, how it is to be spelled instead, and why."""

    word: Word
    right: str
    why: str


@rule(Severity.WARNING, languages=("en",))
def locale_spelling(subject: Subject) -> Iterator[Flaw]:
    """Each such word once, with all its places."""
    found: dict[str, list[Foreign]] = {}
    words = [word for passage in subject.passages for word in own_words(passage, subject.language)]
    for one in (*of_other_english(words, subject), *of_other_ending(words, subject), *of_other_usage(words, subject)):
        if not is_in_name(one.word, subject):
            found.setdefault(one.word.lower, []).append(one)
    for first, *others in found.values():
        changes = [one.word.replaced(cased(one.right, one.word.value)) for one in (first, *others)]
        right = cased(first.right, first.word.value)
        message = f"'{first.word}' is {first.why}: '{right}'"
        yield Flaw(first.word, message, fix=safe(*changes), also=tuple(one.word for one in others))


def own_words(passage: Passage, language: str) -> Iterator[Word]:
    """The words of a passage, and of its compounds, that the report itself spells."""
    if passage.language != language or passage.place is Place.QUOTE:
        return
    for word in passage.words:
        yield from word.parts if "-" in word.value else (word,)


def of_other_english(words: list[Word], subject: Subject) -> Iterator[Foreign]:
    """Words that are right on the other side of the Atlantic only."""
    why = "British spelling" if subject.language == "en-US" else "American spelling"
    for word in words:
        right = locales.other_spelling(word.lower, subject.language)
        if right is not None:
            yield Foreign(word, right, why)


def of_other_ending(words: list[Word], subject: Subject) -> Iterator[Foreign]:
    """In a British report *-ise* among *-ize*, or *-ize* among *-ise*: the rarer of the two."""
    if subject.language in ("en", "en-US"):
        return
    by_ise = {british: american for american, british in locales.oxford().items()}
    with_ize = [Foreign(word, locales.oxford()[word.lower], "") for word in words if word.lower in locales.oxford()]
    with_ise = [Foreign(word, by_ise[word.lower], "") for word in words if word.lower in by_ise]
    if subject.house is House.UN:
        yield from (Foreign(one.word, one.right, "not what UN style has") for one in with_ise)
    elif with_ize and with_ise:
        rarer = with_ize if len(with_ize) <= len(with_ise) else with_ise
        ending = "'-ise'" if rarer is with_ize else "'-ize'"
        yield from (Foreign(one.word, one.right, f"written with {ending} elsewhere") for one in rarer)


def of_other_usage(words: list[Word], subject: Subject) -> Iterator[Foreign]:
    """Forms of which usage has two, where the house has decided, or where the report has both: the rarer one."""
    pairs = {row[0]: row[1] for row in table("usage")}
    counts = Counter(word.lower for word in words)
    for word in words:
        lower = word.lower
        american = pairs.get(lower)
        if american is None:
            continue
        if subject.house is House.CHICAGO:
            yield Foreign(word, american, "British usage")
        elif subject.house is House.NONE and subject.language == "en-US" and 0 < counts[lower] <= counts[american]:
            yield Foreign(word, american, f"'{american}' elsewhere in the report")


def is_in_name(word: Word, subject: Subject) -> bool:
    """Whether a word may belong to a name, or stands as others wrote it."""
    if word.marks & KEPT or word.value in subject.vocabulary or subject.names.covering(word) is not None:
        return True
    if word.passage.place in (Place.HEADING, Place.TITLE, Place.LABEL, Place.BYLINE, Place.DECLARED):
        return word.is_capitalised
    if not word.is_capitalised:
        return False
    following = word.after.lstrip()[:1]
    return not word.begins_sentence or following.isupper()
