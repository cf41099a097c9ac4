"""Terms that a report writes with capitals here and in small letters there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from docgen.checks.lists import words
from docgen.checks.subject import Subject, once
from docgen.checks.terms.variants import KEPT, LEFT_ALONE
from docgen.checks.text.passage import Passage, Stretch
from docgen.expressions import regex
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """A term in one place, and how it is to be written there."""

    stretch: Stretch
    right: str


CALLED_BY_NUMBER = ("agenda", "agreement", "committee", "convention", "protocol")
"""Nouns that follow a number."""

NUMBERED = frozenset(
    (
        *(
            "resolution",
            "article",
            "goal",
            "target",
            "annex",
            "phase",
            "pillar",
            "panel",
            "session",
            "track",
            "protocol",
        ),
        *("decision", "recommendation", "objective", "principle", "round"),
    )
)
"""Nouns that a number follows."""

_NUMBER = regex(r" (?=\d|[IVX]+\b)")
_BY_NUMBER = regex(r"(?<=\d )(?P<word>[Cc]ommittee|[Aa]genda|[Pp]rotocol|[Cc]onvention|[Aa]greement)\b")
_NUMBER_BEFORE = regex(r"(?<![\w,.])\d{2,4} $")
_WITH_ACRONYM = regex(r"(?P<acronym>[A-Z](?<![\w-][A-Z])[A-Z]+) (?P<word>[^\W\d_]{4,})\b")
_PHRASE = regex(
    r"he (?<=\b[Tt]he )(?P<term>[A-Z][a-z]+(?:-[A-Za-z]+)?(?: (?:(?:of|for|on) )?[A-Z][a-z]+){1,3})"
    r"(?!-|[’']s [A-Z]| \(?[A-Z]| (?:of|on|for|in|to|against|and) (?:the )?[A-Z0-9])"
)
_ARTICLE = regex(r"\b[Tt]he $")
_ENDED = regex(r"\b(?!-| [A-Z])")
_BODY = regex(
    r"(?<=\b[Tt]he )(?P<word>[Cc]ommittee|[Cc]ouncil|[Cc]ommission|[Aa]ssembly|[Cc]onvention|[Tt]reaty|[Pp]rotocol"
    r"|[Ss]ecretariat|[Tt]ribunal)\b(?! (?:of|on|for|against)\b| [A-Z0-9]|-)"
)
_BODIES = (
    *("committee", "council", "commission", "assembly", "convention", "treaty", "protocol"),
    *("secretariat", "tribunal"),
)
_RESOLUTIONS = regex(r"(?P<word>[Rr](?<![\w-][Rr])esolutions?)\b(?! ?\(?(?:[A-Z]|\d|No\b|of [A-Z])|-)")
_STATES = regex(r"(?P<word>[Ss](?<![\w-][Ss])tates)\b(?!-| of [A-Z]| [Pp]art|[’'])")


def defined(subject: Subject) -> Iterator[Case]:
    """Terms of the United Nations, where the report has them with capitals, too."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in _matches(subject, _defined(), *subject.said(*_defined_lower())):
        found[_lower(stretch.value)].append(stretch)
    right = {form.lower(): form for form in words("defined-terms", "en")}
    for lower, places in found.items():
        form = right[lower]
        if any(_is_form(one.value, form) for one in places):
            for one in places:
                if not _is_form(one.value, form) and not one.value.isupper():
                    yield Case(one, form + one.value[len(form) :])


def _is_form(written: str, form: str) -> bool:
    return written.startswith(form)


def _lower(written: str) -> str:
    lower = written.lower()
    return lower if lower in _defined_lower() else lower.removesuffix("s")


@cache
def _defined_lower() -> frozenset[str]:
    return frozenset(form.lower() for form in words("defined-terms", "en"))


@cache
def _defined() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words("defined-terms", "en")))
    return re.compile(rf"(?<![\w-])(?:{forms})s?\b(?!-)", re.IGNORECASE)


def numbered(subject: Subject) -> Iterator[Case]:
    """A noun and its number: *Resolution 9999*, *resolution 9999*; *the 9999 Committee*, *the 9999 committee*."""
    for places, prefers_capital in ((_before_numbers(subject), False), (_behind_numbers(subject), True)):
        found: dict[str, list[Stretch]] = defaultdict(list)
        for word in places:
            if not word.value[0].isupper() or not _begins(word):
                found[word.value.lower()].append(word)
        for every in found.values():
            yield from _rarer(every, prefers_capital=prefers_capital)


def _before_numbers(subject: Subject) -> Iterator[Stretch]:
    """The nouns before a number."""
    own = _passages(subject)
    for word in subject.concordance.of(*NUMBERED):
        is_apart = word.before[-1:] in ("", " ") and word.passage in own
        if is_apart and _NUMBER.match(word.passage.value, word.end) and not word.marks & KEPT:
            yield word


def _behind_numbers(subject: Subject) -> Iterator[Stretch]:
    """The nouns behind a number of two to four figures."""
    for word in _words(subject, _BY_NUMBER, *CALLED_BY_NUMBER):
        if _NUMBER_BEFORE.search(word.close_before):
            yield word


def with_acronym(subject: Subject) -> Iterator[Case]:
    """An acronym and a noun: *FAO Guidelines*, *FAO guidelines*; a longer name has capitals of its own."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    for passage in _passages(subject):
        for match in passage.matches_at(_WITH_ACRONYM, passage.acronyms):
            word = Stretch(passage, *match.span("word"))
            if word.value.isupper() or not word.value[1:].islower() or _goes_on(word) or _is_named(word, subject):
                continue
            found[f"{match['acronym']} {word.value.lower().removesuffix('s')}"].append(word)
    for places in found.values():
        yield from _rarer(places, prefers_capital=True)


def phrases(subject: Subject) -> Iterator[Case]:
    """Two words and more behind an article: *the Working Party*, *the working party*."""
    capital: dict[str, list[Stretch]] = defaultdict(list)
    for passage in _passages(subject):
        for match in _PHRASE.finditer(passage.value):
            stretch = Stretch(passage, *match.span("term"))
            if not _is_named(stretch, subject) and stretch.value.split()[0].lower() not in words(
                "function-words", "en"
            ):
                capital[stretch.value.lower()].append(stretch)
    small: dict[str, list[Stretch]] = defaultdict(list)
    done: set[tuple[Passage, int]] = set()
    for term in sorted(capital, key=lambda term: (-len(term), term)):
        for place in _in_small_letters(term, subject):
            if (place.passage, place.start) not in done:
                done.add((place.passage, place.start))
                small[term].append(place)
    for term, places in small.items():
        yield from _as(capital[term], places)


def _in_small_letters(term: str, subject: Subject) -> Iterator[Stretch]:
    """Where a phrase stands behind an article without capitals."""
    own = _passages(subject)
    for first in subject.concordance.of(term.partition(" ")[0]):
        value, end = first.passage.value, first.start + len(term)
        is_it = value.startswith(term, first.start) and _ENDED.match(value, end) and _ARTICLE.search(first.close_before)
        if is_it and first.passage in own and not first.marks & KEPT:
            yield Stretch(first.passage, first.start, end)


def bodies(subject: Subject) -> Iterator[Case]:
    """*The committee* in a paragraph that has spoken of a Committee, where the report calls it *the Committee*, too.

    Where the report names two, it has to be the one that is *the Committee* in a paragraph, too.
    """
    places = [word for word in _words(subject, _BODY, *_BODIES) if not _is_named(word, subject)]
    capital: dict[str, list[Stretch]] = defaultdict(list)
    for word in places:
        if word.value[0].isupper():
            capital[word.value.lower()].append(word)
    for word in places:
        if word.value[0].islower() and word.value in capital:
            right = word.value.capitalize()
            if re.search(rf"\b{right}\b", word.before) and _is_same(word, capital[word.value], right, subject):
                yield Case(word, right)


def _is_same(word: Stretch, capital: Sequence[Stretch], right: str, subject: Subject) -> bool:
    """Whether a noun without its capital means a body that the same noun with a capital means somewhere."""
    own = _passages(subject)
    every = {name for passage in own if right in passage.value for name in _full_names(right, passage.value)}
    if len(every) < 2:
        return True
    meant = {names[-1] for one in capital if (names := _full_names(right, one.before))}
    names = _full_names(right, word.before)
    return not names or names[-1] in meant


def _full_names(right: str, text: str) -> list[str]:
    """The names in a text of which a noun is part, with the words next to it: *Harbour Council for Rivers*."""
    return [found.group() for found in _full_name(right).finditer(text)]


@cache
def _full_name(right: str) -> re.Pattern[str]:
    behind = r"(?: (?:of|on|for|against) (?:the )?[A-Z][\w’'-]+)"
    return re.compile(rf"\b(?!The |the )[A-Z][\w’'-]+ {right}\b{behind}?|\b{right}\b{behind}")


def unnumbered(subject: Subject) -> Iterator[Case]:
    """*Resolution* without a number, in a report that has *resolution* so, too.

    One that is pointed at (*the Resolution*) may be meant as a name, unless the report has that with a small letter.
    """
    places = [word for word in _words(subject, _RESOLUTIONS, "resolution") if not _is_named(word, subject)]
    small = [word for word in places if word.value[0].islower()]
    points = any(_is_pointed_at(word) for word in small)
    for word in places if small else ():
        if word.value[0].isupper() and not _begins(word) and (points or not _is_pointed_at(word)):
            yield Case(word, word.value.lower())


def _is_pointed_at(word: Stretch) -> bool:
    pointed = re.search(r"\b(the|this|that|said) $", word.close_before, re.IGNORECASE)
    if pointed is None or word.value.endswith("s"):
        return False
    following = re.match(r" ([^\W\d_]+)", word.after)
    if following is None or following[1] in words("function-words", "en"):
        return True
    return following[1].endswith("s") and pointed[1].lower() != "that"  # a verb, unless *that* joins two clauses


def sovereign(subject: Subject) -> Iterator[Case]:
    """*Some states* in a report that has *some States*; with a word of description (*island states*) it stays small."""
    places = [word for word in _words(subject, _STATES, "states") if _stands_alone(word)]
    capital = [word for word in places if word.value[0].isupper() and not _begins(word)]
    if len(capital) > 1:
        yield from (Case(word, "States") for word in places if word.value[0].islower())


_BEFORE = regex(r"(?:([^\W\d_]+) |, )$")


def _stands_alone(word: Stretch) -> bool:
    """Whether a noun follows an article, a preposition or a numeral and no other word, and is no verb."""
    before = _BEFORE.search(word.close_before)
    if before is None:
        return word.start == 0
    if before[1] in _DETERMINERS:
        return True
    return (before[1] is None or before[1] in _BEFORE_NOUNS) and not re.match(r" that\b|:", word.after)


_DETERMINERS = frozenset(
    ("the", "these", "those", "all", "some", "many", "most", "other", "several", "few", "both", "no")
)
_BEFORE_NOUNS = frozenset(("to", "of", "by", "on", "for", "with", "among", "between", "from", "and", "or", "against"))


def _rarer(places: Sequence[Stretch], *, prefers_capital: bool) -> Iterator[Case]:
    """Of forms with a capital and without, those that are rarer; as many of both, and the preferred one stays."""
    capital = [word for word in places if word.value[0].isupper()]
    small = [word for word in places if word.value[0].islower()]
    if not capital or not small:
        return
    if len(capital) > len(small) or (len(capital) == len(small) and (prefers_capital or places[0] is capital[0])):
        yield from (Case(word, word.value[0].upper() + word.value[1:]) for word in small)
    else:
        yield from (Case(word, word.value[0].lower() + word.value[1:]) for word in capital)


def _as(capital: Sequence[Stretch], small: Sequence[Stretch]) -> Iterator[Case]:
    """The same for whole phrases; a few capitals among many small letters may be those of a title."""
    if len(capital) > 1 and len(capital) > len(small):
        yield from (Case(one, capital[0].value) for one in small)


@once
def _passages(subject: Subject) -> dict[Passage, None]:
    """The paragraphs, entries and notes in the report's language; in headings capitals prove nothing."""
    return dict.fromkeys(
        passage
        for passage in subject.prose
        if passage.place not in LEFT_ALONE and passage.language == subject.language and not passage.value.isupper()
    )


def _matches(subject: Subject, pattern: re.Pattern[str], *beginnings: str) -> Iterator[Stretch]:
    """Where a pattern stands that begins with one of some letters, given in small ones."""
    for passage in _passages(subject):
        for match in passage.matches_from(pattern, *beginnings):
            stretch = Stretch(passage, *match.span())
            if not stretch.marks & KEPT:
                yield stretch


def _words(subject: Subject, pattern: re.Pattern[str], *beginnings: str) -> Iterator[Stretch]:
    """What a pattern calls `word`, wherever it stands; of the beginnings, one is the pattern's."""
    for passage in _passages(subject):
        for match in passage.matches_from(pattern, *beginnings):
            word = Stretch(passage, *match.span("word"))
            if not word.marks & KEPT:
                yield word


def _is_named(stretch: Stretch, subject: Subject) -> bool:
    return subject.names.covering(stretch) is not None


def _goes_on(word: Stretch) -> bool:
    """Whether a longer name, or a number, follows."""
    joins = "on|for|in|to|against|and" if word.value.endswith("s") else "of|on|for|in|to|against|and"
    return re.match(rf"(?: (?:{joins}) (?:the )?)?[’' -]*[A-Z0-9]|[’']s [A-Z]", word.after) is not None


def _begins(word: Stretch) -> bool:
    """Whether a sentence begins with these words."""
    return word.start in word.passage.openings
