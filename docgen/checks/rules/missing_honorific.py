"""Finds a whole name without a title, where the report gives a title to nearly everybody, and to this person
elsewhere.

Why it matters: where everybody is *Ambassador*, *Dr.* or *Ms.*, the one who is not seems less esteemed, although
nobody meant it.

Example:

    Ana Petrov noted that …                      Ms. Ana Petrov noted that …
    Ms. Petrov then asked whether …      →       Ms. Petrov then asked whether …

What to do: add the title that the report or `people` gives the person. Reports that introduce people without titles
throughout, as newspapers do, are left alone, and so are lists of names, captions, headings, notes and quotations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from docgen.checks.people.cast import Cast, Naming
from docgen.checks.people.honorifics import LASTING, Sort, courtesies, honorific_at, honorifics_of
from docgen.checks.people.members import Member
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Sentence, Word
from docgen.expressions import regex
from docgen.findings import Severity

FEWEST = 3
"""How many people have to be introduced by a title before the others are missed."""

_STRAY_SPACE = regex(r"(\w+) \. ?$")
"""The space that parts *Dr .* from its full stop: another rule tells of it."""
_WORD_BEFORE = regex(r"([\w’'-]+)[ \u00a0]$")


@rule(Severity.WARNING, languages=("en", "fr"))
def missing_honorific(subject: Subject) -> Iterator[Flaw]:
    """Each whole name without a title, of those who have one."""
    cast, language = subject.cast, subject.language.split("-")[0]
    titles = {member: title for member in cast.members if (title := title_of(member, cast, language))}
    plain = [member for member, title in titles.items() if title in courtesies()]
    habits = {True: Habit(plain, cast), False: Habit(list(titles), cast)}
    for member, title in titles.items():
        habit = habits[title in courtesies()]
        namings = [one for one in cast.of(member) if one.is_whole and one.is_running]
        for one in namings:
            if one.titles or habit.spares(one, is_first=one is namings[0]) or has_title_nearby(one, language):
                continue
            message = f"{one} has no title here, but is '{title} {one.family}' elsewhere"
            if all(title not in other.forms for other in cast.of(member)):
                message = f"{one} has no title here, but '{title}' under 'people'"
            change = one.parts[0].replaced(f"{title} {one.parts[0]}")
            yield Flaw(one, message, f"write '{title} {one}'", unsafe(change))


class Habit:
    """Whether a report introduces people by title: all of them, and those who are not one of several in a sentence."""

    def __init__(self, members: list[Member], cast: Cast) -> None:
        first = [next((one for one in cast.of(member) if one.is_whole and one.is_running), None) for member in members]
        introduced = [one for one in first if one is not None]
        self._listed = {id(one) for one in introduced if not one.titles and is_listed(one, cast)}
        self._all = _is_habit(introduced)
        self._alone = _is_habit([one for one in introduced if id(one) not in self._listed])

    def spares(self, naming: Naming, *, is_first: bool) -> bool:
        """Whether a name may go without title."""
        return not (self._all if is_first and id(naming) in self._listed else self._alone)


def _is_habit(introduced: list[Naming]) -> bool:
    """Whether two of three, and no fewer than `FEWEST`, have a title."""
    titled = sum(1 for one in introduced if one.titles)
    return titled >= FEWEST and 3 * titled >= 2 * len(introduced)


def sentence_of(naming: Naming) -> Sentence:
    """The sentence a name stands in."""
    return next(one for one in naming.passage.sentences if naming.start < one.end)


def is_listed(naming: Naming, cast: Cast) -> bool:
    """Whether the sentence has other whole names without title."""
    others = cast.within(sentence_of(naming))
    return any(one.is_whole and not one.titles and one.member is not naming.member for one in others)


def title_of(member: Member, cast: Cast, language: str) -> str | None:
    """The title somebody keeps: the declared one, or the commonest of the report; None where there is none."""
    declared = member.person.title if member.person is not None else None
    if declared is not None:
        titles = honorifics_of(declared.value, language)
        return declared.value if any(one.sort in LASTING for one in titles) else None
    count = Counter(form for one in cast.of(member) for form in sorted(one.forms))
    return next((form for form, _ in count.most_common(1)), None)


def has_title_nearby(naming: Naming, language: str) -> bool:
    """Whether a word bound to the name, or a title of several before it, says what somebody is."""
    sentence, passage = sentence_of(naming), naming.passage
    words = passage.words_between(sentence.start, naming.start)
    if any(is_of_several(words, at, language) for at in range(len(words))):
        return True
    if passage.marks_at(naming.start) & (Mark.LINK | Mark.EMPHASIS):
        return True
    parted = _STRAY_SPACE.search(passage.value[: naming.start])
    if parted is not None and honorifics_of(f"{parted[1]}.", language):
        return True
    before = _WORD_BEFORE.search(passage.value[sentence.start : naming.start])
    if before is None:
        return False
    word = before[1]
    return is_role(word, language) or (word[0].isupper() and len(words) > 1)


def is_of_several(words: Sequence[Word], at: int, language: str) -> bool:
    """Whether a title of several stands right before a name: *Ambassadors*, but not *Panelists included*."""
    known = honorific_at(words, at, language)
    if known is None or known[0].sort is not Sort.SEVERAL:
        return False
    behind = words[at + known[1] : at + known[1] + 1]
    return not behind or behind[0].is_capitalised


def is_role(word: str, language: str) -> bool:
    """Whether a word in small letters is an office: *moderator*."""
    titles = honorifics_of(word, language)
    return any(one.sort in (Sort.OFFICE, Sort.RANK, Sort.ADDRESS) for one in titles)
