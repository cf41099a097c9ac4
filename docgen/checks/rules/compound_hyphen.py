"""Finds a compound that lacks its hyphen before a noun, or has one where it takes none.

Why it matters: *nature based tourism* is read twice before it is understood. A hyphen shows which words belong
together, and one that is not needed breaks what it should hold.

Example:

    a market oriented policy                 →       a market-oriented policy
    a newly-built dam                        →       a newly built dam
    short and long-term goals                →       short- and long-term goals
    in-step with the law                     →       in step with the law

What to do: follow the advice, or word it differently. Reported are: a compound without a hyphen before a noun, if the
report hyphenates it before a noun elsewhere, or if it is a noun and a participle that always take one
(*market-oriented*); a hyphen after an adverb in *-ly*; a hyphen missing from compounds that share a part; and phrases
that take hyphens only before a noun. *In the long term*, *the policy is market oriented* and names are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.variants import KEPT, LEFT_ALONE, is_in_name
from docgen.checks.text.concordance import Concordance
from docgen.checks.text.passage import Mark, Passage, Stretch, Word
from docgen.expressions import regex
from docgen.findings import Severity

_HYPHENATED = regex(r"[^\W\d_]{3,}-[^\W\d_]{3,}")
_NEXT = regex(r" ([^\W\d_]{3,})")
_ADVERBIAL = regex(r"\b(?:in|over|at|on) (?:the|a|an) $", re.IGNORECASE)
_NOUN = regex(r"(?:tion|ment|ness|ity|ance|ence|ism|ology|ure|ship|er)s?$")
_VERBS = frozenset(("considers", "covers", "delivers", "enters", "refers", "suffers", "triggers", "under"))
DEGREES = frozenset(("ever", "less", "more", "most", "least", "per", "post", "pre", "pro"))
"""Words that make no compound of their own with what follows."""

_BEFORE_NOUN = frozenset(
    ("a", "an", "the", "of", "these", "those", "this", "their", "its", "our", "his", "her", "several", "many")
)


@rule(Severity.WARNING, languages=("en",))
def compound_hyphen(subject: Subject) -> Iterator[Flaw]:
    """Each such compound."""
    passages = [one for one in subject.passages if one.place not in LEFT_ALONE and one.language == subject.language]
    yield from missing(passages, subject)
    hyphenated = " ".join(subject.concordance.hyphenated)
    phrases = tuple(one for one in words("hyphen-free", "en") if one in hyphenated)
    lasts = tuple(last for one in words("suspended-lasts", "en") if (last := f"-{one}") in hyphenated)
    for passage in passages:
        yield from behind_adverb(passage, subject)
        if any(last in passage.small for last in lasts):
            yield from suspended(passage)
        yield from free(passage, phrases)


def missing(passages: list[Passage], subject: Subject) -> Iterator[Flaw]:
    """Compounds before a noun without the hyphen that they have elsewhere, or always."""
    concordance, looked_at = subject.concordance, set(passages)
    own = elsewhere(looked_at, concordance)
    found: dict[tuple[str, str], list[tuple[Stretch, Word]]] = {}
    lasts = concordance.lower.keys() & {*words("compound-lasts", "en"), *(last for _, last in own)}
    for second in concordance.of(*lasts):
        first = second.passage.word_before(second.start)
        if first is None or second.passage not in looked_at:
            continue
        pair = (first.lower, second.lower)
        if pair not in own and not is_always(*pair):
            continue
        compound = first.to(second)
        noun = following(compound)
        if second.passage.value[first.end : second.start] != " " or noun is None or compound.marks & KEPT:
            continue
        if not is_in_name(compound, subject):
            found.setdefault(pair, []).append((compound, noun))
    known = nouns(passages) if found else frozenset()
    for pair, places in found.items():
        if not is_always(*pair) and len(places) > len(own[pair]):
            continue
        for compound, noun in places:
            if is_noun(noun, known, own.get(pair, ())):
                right = compound.value.replace(" ", "-")
                message = f"'{compound}' takes a hyphen before '{noun}': '{right}'"
                yield Flaw(compound, message, fix=safe(compound.replaced(right)))


def elsewhere(passages: Collection[Passage], concordance: Concordance) -> dict[tuple[str, str], list[str]]:
    """The compounds that the report writes with a hyphen before a noun, and those nouns."""
    found: dict[tuple[str, str], list[str]] = {}
    never = words("never-hyphen-elsewhere", "en")
    for lower in concordance.hyphenated:
        places = concordance.lower[lower]
        first, _, last = lower.partition("-")
        if not _HYPHENATED.fullmatch(lower) or last in never or first in DEGREES:
            continue
        for word in places:
            noun = _NEXT.match(word.passage.value, word.end)
            if noun and word.passage in passages and noun[1].lower() not in words("function-words", "en"):
                found.setdefault((first, last), []).append(noun[1].lower())
    return found


def is_always(first: str, last: str) -> bool:
    """Whether a noun and a participle take a hyphen in any report."""
    return last in words("compound-lasts", "en") and first in words("compound-nouns", "en")


def following(compound: Stretch) -> Word | None:
    """The word behind a compound, None where a mark follows or a word that is no noun."""
    passage = compound.passage
    if _ADVERBIAL.search(compound.before):
        return None
    if passage.value[compound.end : compound.end + 1] != " ":
        return None
    behind = passage.words_between(compound.end, compound.end + 2)
    if not behind or not behind[0].value[0].isalpha() or behind[0].lower in words("function-words", "en"):
        return None
    return None if behind[0].lower.endswith(("ly", "ed")) else behind[0]


def is_noun(word: Word, known: frozenset[str], own: Sequence[str]) -> bool:
    """Whether a word is a noun here: by its ending, or because the report has it as one elsewhere."""
    if word.lower in _VERBS:
        return False
    if word.lower in own or word.lower in known or _NOUN.search(word.lower):
        return True
    return bool(word.is_capitalised) or word.lower in words("nouns-of-meetings", "en")


def nouns(passages: list[Passage]) -> frozenset[str]:
    """Words that stand behind an article or a preposition somewhere in the report."""
    return frozenset(
        second.lower
        for passage in passages
        for first, second in pairwise(passage.words)
        if first.lower in _BEFORE_NOUN and second.value.islower()
    )


_ADVERB = regex(r"(?<![\w-])(?P<adverb>[^\W\d_]+ly)(?P<hyphen>-)(?P<other>[^\W\d_]{3,})\b(?!-)")


def behind_adverb(passage: Passage, subject: Subject) -> Iterator[Flaw]:
    """*Newly-built*: the ending shows already what belongs to what."""
    if "ly-" not in passage.value:
        return
    for match in _ADVERB.finditer(passage.value):
        stretch = passage.stretch(*match.span())
        if (
            match["adverb"].lower() not in words("adverbs", "en")
            or stretch.marks & KEPT
            or is_in_name(stretch, subject)
        ):
            continue
        hyphen = passage.stretch(*match.span("hyphen"))
        message = f"'{stretch}' needs no hyphen behind its adverb: '{match['adverb']} {match['other']}'"
        yield Flaw(stretch, message, fix=safe(hyphen.replaced(" ")))


_JOINED = regex(r" (?:and|or|to) [a-z]+-")


@cache
def _suspended() -> re.Pattern[str]:
    """Adjectives of which only the last has the part they share."""
    first, last = ("|".join(sorted(words(name, "en"))) for name in ("suspended-firsts", "suspended-lasts"))
    return re.compile(
        rf"(?<![\w-])(?P<firsts>(?:{first})(?:, (?:{first}))*),? (?:and|or|to) (?:{first})-(?:{last})\b(?! and\b)",
        re.IGNORECASE,
    )


def suspended(passage: Passage) -> Iterator[Flaw]:
    """*Short and long-term goals*: the first word has its hyphen, too."""
    if "-" not in passage.value or _JOINED.search(passage.value) is None:
        return
    for match in _suspended().finditer(passage.value):
        stretch = passage.stretch(*match.span())
        if stretch.marks & KEPT or re.search(r"\b(?:a|an|one|part)$", match["firsts"]):
            continue
        firsts = passage.stretch(*match.span("firsts"))
        right = firsts.value.replace(",", "-,") + "-"
        advice = f"write '{right}{stretch.value[len(firsts.value) :]}'"
        yield Flaw(stretch, "compounds that share a part each have a hyphen", advice, unsafe(firsts.replaced(right)))


@cache
def _free() -> re.Pattern[str]:
    """Phrases that take no hyphen unless a noun follows."""
    either = "|".join(sorted(words("hyphen-free", "en"), key=len, reverse=True))
    ends = "with|to|of|for|and|or|by|at|on|in|when|where|as|the|a"
    return re.compile(rf"(?<![\w-])(?:{either})(?=[”’\"']? (?:{ends})\b|[”’\"']?[.,;:)])(?!-)", re.IGNORECASE)


def free(passage: Passage, phrases: tuple[str, ...]) -> Iterator[Flaw]:
    """*In-step with*: no noun follows. Of the phrases, those are given that the report has."""
    for stretch in passage.find(_free(), *phrases) if phrases else ():
        if not stretch.marks & (KEPT & ~Mark.QUOTED):
            right = stretch.value.replace("-", " ")
            yield Flaw(stretch, f"'{stretch}' takes no hyphen here: '{right}'", fix=safe(stretch.replaced(right)))
