"""Finds a name that is not spelled as it is declared, or as it is spelled elsewhere in the folder.

Why it matters: nobody forgives a misspelled name, and a name in two spellings cannot be searched for. No dictionary
knows it.

Example:

    people:
      toth: {name: Ágnes Tóth}

    Ms. Agnes Toth opened the panel.               →       Ms. Ágnes Tóth opened the panel.
    Ms. Tóht thanked the participants.             →       Ms. Tóth thanked the participants.

What to do: correct it, or correct the entry under `people`, `organisations` or `places`. Where a name is not declared,
the spelling counts that the folder's reports have more often, and of two equally frequent ones the one with the
accents. A letter too many, too few or different is reported only in longer names, and only where nobody else has the
other spelling: *Larsen* and *Larson* may be two people. *Secretary General* is reported where the report writes
*Secretary-General* elsewhere, except for bodies that write it so themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from docgen.checks.lists import words as listed
from docgen.checks.people.cast import Naming
from docgen.checks.people.honorifics import LASTING, honorifics_of
from docgen.checks.people.members import Member
from docgen.checks.people.spelled import bare, folded, is_one_slip
from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.declared_words import DeclaredWords
from docgen.checks.text.passage import Mark, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Severity

LONG_ENOUGH = 5
"""How many letters a family name has for one of them to be a slip, where a title stands before it."""

_KEPT = Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED
_UNHYPHENATED = regex(r"(?i:secretary)[ \u00a0](?i:general)")
_WRITTEN_SO = regex(
    r"(?:NATO|OAS|OECD|OSCE|INTERPOL|Interpol|Council of Europe|ASEAN|League of Arab States)(?:['’]s)? $"
)
_OF_SUCH = regex(r" of (?:the )?(?:NATO|OAS|OECD|OSCE|INTERPOL|Interpol|Council of Europe|North Atlantic)")


@rule(Severity.WARNING)
def name_variant(subject: Subject) -> Iterator[Flaw]:
    """Names of people, then other declared names, then titles."""
    found: dict[tuple[int, int], Flaw] = {}
    for stretch, flaw in (*of_people(subject), *slips_of_people(subject), *of_words(subject), *of_titles(subject)):
        found.setdefault((id(stretch.passage), stretch.start), flaw)
    yield from found.values()


# ---- people in accents and capitals


def of_people(subject: Subject) -> Iterator[tuple[Stretch, Flaw]]:
    """Words of people's names with other accents or capitals than the person's."""
    sisters = sister_words(subject)
    for member in subject.cast.members:
        namings = subject.cast.of(member)
        right = spellings(member, namings, sisters)
        for naming in namings:
            for word in naming.parts:
                value = bare(word.value)
                expected = right.get(folded(value), value)
                if value != expected and not (value.isupper() and len(value) > 1) and not word.marks & _KEPT:
                    here = word.part(0, len(value))
                    whose = "is declared as" if member.person is not None else "is spelled elsewhere as"
                    message = f"'{value}' {whose} '{expected}'"
                    yield (
                        word,
                        Flaw(
                            here,
                            message,
                            f"write '{expected}'",
                            (safe if member.person is not None else unsafe)(here.replaced(expected)),
                        ),
                    )
            if member.person is not None:
                yield from misspelled_part(naming, member, right)


def misspelled_part(naming: Naming, member: Member, right: Mapping[str, str]) -> Iterator[tuple[Stretch, Flaw]]:
    """The one word of somebody's name that is a letter off, where another word of it told who is meant."""
    keys = [folded(bare(word.value)) for word in naming.parts]
    off = [(word, key) for word, key in zip(naming.parts, keys, strict=True) if key not in right]
    if len(off) != 1 or len(keys) == 1 or off[0][0].marks & _KEPT:
        return
    (word, key), *_ = off
    meant = [right[one] for one in right if one not in keys and is_one_slip(key, one)]
    if len(meant) == 1 and (len(key) > 3 or sorted(key) == sorted(folded(meant[0]))):
        here = word.part(0, len(bare(word.value)))
        message = f"'{naming.name}' here, but '{member.words}' under people"
        yield word, Flaw(here, message, f"write '{meant[0]}'", unsafe(here.replaced(meant[0])))


def spellings(member: Member, namings: Iterable[Naming], sisters: Mapping[str, Counter[str]]) -> dict[str, str]:
    """The right spelling of each word of a name, by the word folded."""
    if member.person is not None:
        return {folded(word): word for word in re.findall(r"[\w'’ʼ-]+", member.words)}
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for word in (bare(word.value) for naming in namings for word in naming.parts):
        if not (word.isupper() and len(word) > 1):
            count[folded(word)][word] += 1
    for key, forms in count.items():
        forms.update({form: times for form, times in sisters.get(key, {}).items() if is_known_there(member, sisters)})
    order = {
        key: sorted(forms, key=lambda form: (-forms[form], *is_better(form, member))) for key, forms in count.items()
    }
    return {key: forms[0] for key, forms in order.items()}


def is_better(form: str, member: Member) -> tuple[int, bool, str]:
    """Of two forms the one with more accents; of *Min-Jun* and *Min-jun* the latter, behind a family name."""
    behind_family = member.is_whole and member.keys[0] in {folded(name) for name in listed("family-first")}
    return (
        -sum(1 for letter in form if not letter.isascii()),
        behind_family and bool(re.search(r"-[^\W_a-z]", form)),
        form,
    )


def sister_words(subject: Subject) -> dict[str, Counter[str]]:
    """The words of people's names in the other reports of the folder, by the word folded."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for facts in subject.sisters:
        for word in {word for name in (*facts.named, *(name for _, name in facts.people)) for word in name.split()}:
            found[folded(word)][word] += 1
    return found


def is_known_there(member: Member, sisters: Mapping[str, Counter[str]]) -> bool:
    """Whether all words of a whole name stand in names of the other reports."""
    return member.is_whole and len(member.keys) > 1 and all(key in sisters for key in member.keys)


# ---- people in letters


def slips_of_people(subject: Subject) -> Iterator[tuple[Stretch, Flaw]]:
    """Names one letter off those of somebody else in the cast."""
    cast = subject.cast
    for member in cast.members:
        if member.person is not None:
            continue
        near = [other for other in cast.members if other is not member and is_slip_of(member, other, subject)]
        if not near and member.is_whole:
            near = [one for one in declared_unnamed(subject) if is_slip_of(member, one, subject)]
        if len(near) == 1:
            others = cast.of(near[0])
            is_tie = near[0].person is None and len(others) == len(cast.of(member))
            for naming in cast.of(member):
                yield from slipped(naming, near[0], others if is_tie else ())


def declared_unnamed(subject: Subject) -> Iterator[Member]:
    """Those declared who are nowhere named, or so it seems."""
    named = {id(member.person) for member in subject.cast.members}
    for _, person in subject.report.people:
        if id(person) not in named:
            yield Member(tuple(person.name.value.split()), True, person)


def is_slip_of(member: Member, other: Member, subject: Subject) -> bool:
    """Whether a name may be the other, with one letter off in one word, and the other is the better known."""
    if not other.is_whole:
        return False
    if not member.is_whole:
        family = other.family
        is_near = len(family) >= LONG_ENOUGH and is_one_slip(member.keys[-1], family)
    elif 1 < len(member.keys) <= len(other.keys):  # Quispe Mamani is the family of María Quispe Mamani
        off = [(one, two) for one, two in zip(reversed(member.keys), reversed(other.keys), strict=False) if one != two]
        is_near = len(off) == 1 and min(map(len, off[0])) >= 4 and is_one_slip(*off[0])
    else:
        return False
    if not is_near or not agree(member, other, subject):
        return False
    return not member.is_whole or other.person is not None or is_rarer(member, other, subject)


def is_rarer(member: Member, other: Member, subject: Subject) -> bool:
    """Whether somebody is named less often than another, or as often and later."""
    order = subject.cast.members
    count, others = len(subject.cast.of(member)), len(subject.cast.of(other))
    return count < others or (count == others and order.index(member) > order.index(other))


def agree(member: Member, other: Member, subject: Subject) -> bool:
    """Whether the titles of two may be those of one person: they share one, or either has none."""
    one, two = (lasting_titles(who, subject) for who in (member, other))
    return not one or not two or bool(one & two)


def lasting_titles(member: Member, subject: Subject) -> frozenset[str]:
    """The titles somebody keeps, as written and as declared."""
    declared = member.person.title if member.person is not None else None
    titles = honorifics_of(declared.value, subject.language.split("-")[0]) if declared is not None else ()
    written = (form for one in subject.cast.of(member) for form in one.forms)
    return frozenset((*written, *(title.form for title in titles if title.sort in LASTING)))


def slipped(naming: Naming, other: Member, rivals: tuple[Naming, ...]) -> Iterator[tuple[Stretch, Flaw]]:
    """The flaw of the word that is off; `rivals` are places of the other name where either may be the right one."""
    right = {folded(word): word for word in re.findall(r"[\w'’ʼ-]+", other.words)}
    for word in naming.parts:
        key = folded(bare(word.value))
        meant = [right[one] for one in right if is_one_slip(key, one)]
        if key in right or len(meant) != 1:
            continue
        here = word.part(0, len(bare(word.value)))
        elsewhere = "elsewhere" if other.person is None else "under people"
        message = f"'{naming.name}' here, but '{other.words}' {elsewhere}"
        if rivals:
            yield word, Flaw(here, message, "one of the two is misspelled", also=rivals[:1])
        else:
            yield word, Flaw(here, message, f"write '{meant[0]}'", unsafe(here.replaced(meant[0])))


# ---- other names


def of_words(subject: Subject) -> Iterator[tuple[Stretch, Flaw]]:
    """Words of declared names with other accents, or one letter off."""
    declared = DeclaredWords(subject)
    for form, words in subject.concordance.forms.items() if declared.all else ():
        right = declared.nearly(form) if form[0].isupper() else None
        for word in words if right is not None else ():
            if right is None or word.passage.place is Place.DECLARED or word.marks & _KEPT:
                continue
            if declared.may_be_another(word, right):
                continue
            here = word.part(0, len(bare(word.value)))
            if folded(right) == folded(here.value):
                yield (
                    word,
                    Flaw(here, f"'{here}' is declared as '{right}'", f"write '{right}'", safe(here.replaced(right))),
                )
            else:
                message = f"'{here}' is nearly '{right}', which is declared"
                yield word, Flaw(here, message, f"write '{right}'", unsafe(here.replaced(right)))


# ---- titles


def of_titles(subject: Subject) -> Iterator[tuple[Stretch, Flaw]]:
    """*Secretary General* where the hyphen stands elsewhere in the report."""
    titles = [person.title.value for _, person in subject.report.people if person.title is not None]
    texts = (*titles, *(passage.value for passage in subject.passages))
    if not any("Secretary-General" in text for text in texts):
        return
    for passage in subject.passages:
        for one in passage.find(_UNHYPHENATED) if "eneral" in passage.value or "ENERAL" in passage.value else ():
            if one.value[0].islower() or _WRITTEN_SO.search(one.before) or _OF_SUCH.match(one.after):
                continue
            right = f"{one.value[:9]}-{one.value[10:]}"
            yield (
                one,
                Flaw(
                    one,
                    f"'{one}' is '{right}' elsewhere in the report",
                    f"write '{right}'",
                    safe(one.part(9, 10).replaced("-")),
                ),
            )
