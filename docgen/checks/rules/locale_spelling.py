"""Finds American spelling in a British report, British spelling in an American one, and a mixture of the two.

Why it matters: *organisation* here and *organization* there look like two editors who did not talk to each other.

Example:

    language: en-US

    a programme to honour the pledge   →       a program to honor the pledge

What to do: use the spelling of the report's `language`; that is a safe fix. Words with a capital inside a sentence
belong to names (*the Defence Select Committee*) and keep their spelling, as do quotations. British reports may have
*-ize* or *-ise*, but not both; with `house: un`, *-ize*. *Toward* and *towards*, and pairs like them, are both right:
they are reported only in a report that has both, and with `house: chicago` each *towards*. British courts, too, hand
down *judgments*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from docgen.checks.lists import table
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.spelling import locales
from docgen.checks.spelling.suggesting import cased
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Place, Word
from docgen.findings import Severity
from docgen.records import dataclass
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
    for one in (*of_other_english(subject), *of_other_ending(subject), *of_other_usage(subject)):
        if not is_in_name(one.word, subject):
            found.setdefault(one.word.lower, []).append(one)
    for first, *others in found.values():
        changes = [one.word.replaced(cased(one.right, one.word.value)) for one in (first, *others)]
        right = cased(first.right, first.word.value)
        message = f"'{first.word}' is {first.why}: '{right}'"
        yield Flaw(first.word, message, fix=safe(*changes), also=tuple(one.word for one in others))


def own_words(subject: Subject, listed: Set[str]) -> list[Word]:
    """The words among some in small letters that the report itself spells, and parts of its compounds."""
    words, parts = subject.concordance.lower, subject.concordance.parts
    found = [word for kind in (words, parts) for lower in kind.keys() & listed for word in kind[lower]]
    own = (one for one in found if one.passage.language == subject.language and one.passage.place is not Place.QUOTE)
    return subject.concordance.in_order(one for one in own if "-" not in one.lower)


def of_other_english(subject: Subject) -> Iterator[Foreign]:
    """Words that are right on the other side of the Atlantic only."""
    why = "British spelling" if subject.language == "en-US" else "American spelling"
    others = locales.other_spellings(subject.language)
    yield from (Foreign(word, others[word.lower], why) for word in own_words(subject, others.keys()))


def of_other_ending(subject: Subject) -> Iterator[Foreign]:
    """In a British report *-ise* among *-ize*, or *-ize* among *-ise*: the rarer of the two."""
    if subject.language in ("en", "en-US"):
        return
    by_ise = {british: american for american, british in locales.oxford().items()}
    with_ize = [Foreign(word, locales.oxford()[word.lower], "") for word in own_words(subject, locales.oxford().keys())]
    with_ise = [Foreign(word, by_ise[word.lower], "") for word in own_words(subject, by_ise.keys())]
    if subject.house is House.UN:
        yield from (Foreign(one.word, one.right, "not what UN style has") for one in with_ise)
    elif with_ize and with_ise:
        rarer = with_ize if len(with_ize) <= len(with_ise) else with_ise
        ending = "'-ise'" if rarer is with_ize else "'-ize'"
        yield from (Foreign(one.word, one.right, f"written with {ending} elsewhere") for one in rarer)


def of_other_usage(subject: Subject) -> Iterator[Foreign]:
    """Forms of which usage has two, where the house has decided, or where the report has both: the rarer one."""
    pairs = {row[0]: row[1] for row in table("usage")}
    words = own_words(subject, {*pairs, *pairs.values()})
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
