"""Which of several forms of a term a report means to use, where nobody has declared it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache

from docgen.checks.lists import table, words
from docgen.checks.subject import Subject
from docgen.checks.terms.variants import (
    KEPT,
    LEFT_ALONE,
    Form,
    Shape,
    at_head_of_name,
    compounds,
    has_participle,
    is_in_name,
    key,
)
from docgen.checks.text.passage import Stretch
from docgen.expressions import regex
from docgen.records import dataclass

REPORT = "the report"
FOLDER = "the folder"


@dataclass(frozen=True, slots=True)
class Decision:
    """The places where a term is written otherwise than it should be, with how; `where` it is written so."""

    places: tuple[tuple[Stretch, str], ...]
    where: str = REPORT
    is_safe: bool = True


def decisions(subject: Subject) -> Iterator[Decision]:
    """Compounds with and without a hyphen, in one word and in two."""
    for common, every in compounds(subject).items():
        listed = _listed().get(common)
        forms = _comparable([form for form in every if _is_own(form, listed, subject)], listed)
        shapes = {form.shape for form in forms}
        if len(shapes) < 2 or _is_settled(common, subject):
            continue
        if shapes == {Shape.CLOSED, Shape.OPEN} and not _is_word(forms, subject):
            continue
        shape, where = _decided(common, forms, listed, subject)
        meet = next((form.meet for form in forms if form.shape is not Shape.CLOSED), forms[0].meet)
        others = [form for form in forms if form.shape is not shape]
        yield Decision(tuple((form.stretch, form.written(shape, meet)) for form in others), where)


def _is_word(forms: list[Form], subject: Subject) -> bool:
    """Whether two words are one word in the dictionary, too: what it has not got is a name, or misspelled."""
    closed = next(form.stretch.value for form in forms if form.shape is Shape.CLOSED)
    return subject.dictionary is None or subject.lexicon.has(closed.lower())


def _is_own(form: Form, listed: Listed | None, subject: Subject) -> bool:
    """Whether a form is the report's own choice, and no name's."""
    if form.stretch.marks & KEPT:
        return False
    if listed is not None and listed.is_title and form.stretch.value[0].isupper():
        return subject.names.covering(form.stretch) is None
    return not is_in_name(form.stretch, subject)


def _comparable(forms: list[Form], listed: Listed | None) -> list[Form]:
    """The forms that stand in for one another: a compound may have its hyphen before a noun only."""
    if {form.shape for form in forms} != {Shape.HYPHEN, Shape.OPEN} or (listed and listed.shape is Shape.HYPHEN):
        return forms
    if listed is not None:
        before_nouns = any(form.shape is Shape.OPEN and not form.is_noun for form in forms)
        return [form for form in forms if form.shape is Shape.OPEN or form.is_noun or before_nouns]
    return [form for form in forms if form.is_noun and not has_participle(form)]


def _is_settled(common: str, subject: Subject) -> bool:
    """Whether `terms` speaks of a compound."""
    names = (name for term in subject.report.terms for name in (term.prefer, *term.not_))
    letters = (re.sub(r"[\s\u2010\u2011-]", "", name.value).lower() for name in names)
    return any(one.removesuffix("s") == common or one.startswith(common) for one in letters)


def _decided(common: str, forms: list[Form], listed: Listed | None, subject: Subject) -> tuple[Shape, str]:
    """The shape to use, and where it is in use."""
    counts = Counter(form.shape for form in forms)
    if listed is not None and listed.is_title:
        return listed.shape, REPORT
    (first, most), *others = counts.most_common()
    if all(count < most for _, count in others):
        return first, REPORT
    level = {shape for shape, count in counts.items() if count == most}
    if listed is not None and listed.shape in level:
        return listed.shape, REPORT
    if level == {Shape.HYPHEN, Shape.OPEN}:
        return Shape.OPEN, REPORT  # as English has most pairs of nouns; what sisters have in two words is not known
    for sister in subject.sisters:
        for word in sister.words:
            if key(word.lower(), forms[0].meet) == common:
                shape = Shape.HYPHEN if len(word) > len(re.sub("[-\u2010\u2011]", "", word)) else Shape.CLOSED
                if shape in level:
                    return shape, FOLDER
    closed = next((form.written(Shape.CLOSED, form.meet) for form in forms if form.shape is Shape.CLOSED), None)
    if closed is not None and Shape.CLOSED in level and subject.dictionary is not None and subject.lexicon.has(closed):
        return Shape.CLOSED, REPORT
    return next(form.shape for form in forms if form.shape in level), REPORT


@dataclass(frozen=True, slots=True)
class Listed:
    """How the dictionary has a compound; a title has capitals and stands before names."""

    shape: Shape
    is_title: bool


@cache
def _listed() -> dict[str, Listed]:
    """The compounds of the dictionary by their letters."""
    shapes = {" ": Shape.OPEN, "-": Shape.HYPHEN}
    return {
        re.sub("[ -]", "", form).lower(): Listed(
            next((shapes[sign] for sign in form if sign in shapes), Shape.CLOSED), form[0].isupper()
        )
        for form in words("compounds", "en")
    }


def spellings(subject: Subject) -> Iterator[Decision]:
    """Words of which both spellings are right, and the report has both."""
    if subject.language.split("-")[0] != "en":
        return
    found: dict[str, list[Stretch]] = {}
    forms = [form for row in table("term-pairs.en") for form in row]
    for stretch in _matches(subject, _spelled(), subject.said(*forms)):
        form = re.sub(r"(?<=r)s$", "", stretch.value.lower())
        if not is_in_name(stretch, subject) and not at_head_of_name(stretch):
            found.setdefault(form, []).append(stretch)
    for right, other in table("term-pairs.en"):
        if right in found and other in found:
            if len(found[right]) >= len(found[other]):
                yield Decision(tuple((one, _like(one.value, right, other)) for one in found[other]))
            else:
                yield Decision(tuple((one, _like(one.value, other, right)) for one in found[right]))


@cache
def _spelled() -> re.Pattern[str]:
    """Every spelling of the table."""
    return re.compile(rf"\b(?:{'|'.join(form for row in table('term-pairs.en') for form in row)})s?\b", re.IGNORECASE)


def _like(written: str, right: str, other: str) -> str:
    """The right spelling with the capitals and the ending of what is written."""
    ending = written[len(other) :]
    return (
        right.upper() if written.isupper() else right[0].upper() + right[1:] if written[0].isupper() else right
    ) + ending


_CHAIR = regex(r"(?:(?<![.!?] )(?<!^)\bChair\b|\b[Tt]he chair\b|\b[Cc]o-[Cc]hair\b)(?!s?ed|ing)")
_CHAIRMAN = regex(r"\b(?P<first>[Cc])hairm(?P<number>[ae])n\b(?! of\b| (?-i:[A-Z]))")


def chairs(subject: Subject) -> Iterator[Decision]:
    """*Chairman* in a report that has *Chair*, too; before a name or *of* it may be somebody's own title."""
    if subject.language.split("-")[0] != "en" or _is_settled("chairman", subject):
        return
    men = [one for one in _matches(subject, _CHAIRMAN, ("hairm",)) if subject.names.covering(one) is None]
    if men and next(_matches(subject, _CHAIR, ("hair",)), None) is not None:
        places = tuple((one, f"{one.value[0]}hair" + ("s" if one.value.endswith("en") else "")) for one in men)
        yield Decision(places, is_safe=False)


def _matches(subject: Subject, pattern: re.Pattern[str], hints: Collection[str]) -> Iterator[Stretch]:
    """Where a pattern stands in the report's own words; one of the hints, in small letters, does wherever it does."""
    for passage in subject.passages:
        if passage.place in LEFT_ALONE or passage.language != subject.language:
            continue
        if any(hint in passage.small for hint in hints):
            yield from (one for one in passage.find(pattern) if not one.marks & KEPT)
