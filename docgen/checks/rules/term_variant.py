"""Finds a term that is written in two ways, or in a form that `terms` in the report or in docgen.yaml rules out.

Why it matters: a series that writes *nonproliferation* here and *non-proliferation* there looks as if nobody had read
it through, and neither form finds every place in a search.

Example:

    terms:
      - {prefer: nonproliferation, not: [non-proliferation]}

    efforts toward non-proliferation         →       efforts toward nonproliferation

    a task-force here, the task force there  →       the task force there and here

What to do: use the form that the house prefers, or else the one that the report has more often; where it has both
equally often, its sister reports and the dictionary decide, and `terms` decides for good. A compound may have a hyphen
before a noun and none elsewhere (*a long-term plan, in the long term*). Where the two differ only in hyphens, spaces,
capitals or one letter, that is a safe fix. A name keeps its own spelling (*Treaty on the Non-Proliferation of …*),
whether it is declared or has capitals inside a sentence; so do quotations and words of another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.deciding import Decision, chairs, decisions, spellings
from docgen.checks.terms.variants import KEPT
from docgen.checks.text.passage import Passage, Place, Stretch, small_letters
from docgen.findings import Severity
from docgen.records import dataclass
from docgen.report.model import Term


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms to avoid as one pattern, and the term of each, by the form in small letters or as it stands."""

    pattern: re.Pattern[str]
    terms: Mapping[str, Term]


@rule(Severity.WARNING)
def term_variant(subject: Subject) -> Iterator[Flaw]:
    """Each place of a form to avoid, and each that is written otherwise elsewhere."""
    forms = forms_of(subject.report.terms)
    said = subject.said(*map(small_letters, forms.terms)) if forms is not None else ()
    for passage in subject.passages if said else ():
        if forms is not None and passage.place is not Place.QUOTE and any(form in passage.small for form in said):
            yield from variants(passage, forms, subject)
    for decision in (*decisions(subject), *spellings(subject), *chairs(subject)):
        yield from deviations(decision)


def deviations(decision: Decision) -> Iterator[Flaw]:
    """The places where a term is not written as it is elsewhere."""
    for stretch, right in decision.places:
        message = f"'{stretch}' is '{right}' elsewhere in {decision.where}"
        remedy = safe if decision.is_safe else unsafe
        yield Flaw(
            stretch, message, "write it alike everywhere, or settle it in terms:", remedy(stretch.replaced(right))
        )


def forms_of(terms: tuple[Term, ...]) -> Forms | None:
    """The forms that terms avoid; None where there are none. Those in small letters are avoided in capitals, too."""
    avoided = {form.value: term for term in terms for form in term.not_}
    if not avoided:
        return None
    longest_first = sorted(avoided, key=lambda form: (-len(form), form))
    either = "|".join(f"(?i:{re.escape(form)})" if form.islower() else re.escape(form) for form in longest_first)
    return Forms(re.compile(rf"(?<![\w-])(?P<form>{either})(?P<plural>s?)(?![\w-])"), avoided)


def variants(passage: Passage, forms: Forms, subject: Subject) -> Iterator[Flaw]:
    """The forms to avoid in a passage, those in names and quotations left out."""
    for found in forms.pattern.finditer(passage.value):
        written = found["form"]
        stretch = Stretch(passage, *found.span())
        term = forms.terms.get(written) or forms.terms.get(written.lower())
        right = cased(term.prefer.value, written) + found["plural"] if term is not None else ""
        if term is None or right == stretch.value or stretch.marks & KEPT or is_in_name(stretch, term, subject):
            continue
        remedy = safe if is_same_word(written, term.prefer.value) else unsafe
        why = f": {term.why}" if term.why else ""
        yield Flaw(stretch, f"'{stretch}' is to be '{right}' here{why}", fix=remedy(stretch.replaced(right)))


def is_in_name(stretch: Stretch, term: Term, subject: Subject) -> bool:
    """Whether a form belongs to a name: a declared one, or any, where it has capitals inside a sentence."""
    if subject.names.covering(stretch) is not None:
        return True
    passage, has_capital = stretch.passage, stretch.value[0].isupper() and term.prefer.value.islower()
    return passage.is_prose and has_capital and all(one.start != stretch.start for one in passage.sentences)


def cased(preferred: str, written: str) -> str:
    """The preferred form with the capitals of the written one, where it has none of its own."""
    if not preferred.islower():
        return preferred
    if written.isupper():
        return preferred.upper()
    return preferred[0].upper() + preferred[1:] if written[0].isupper() else preferred


def is_same_word(one: str, other: str) -> bool:
    """Whether two forms differ in hyphens, blanks and capitals, or in an ending letter, only."""
    one, other = (re.sub(r"[\s\u2010\u2011-]", "", form).casefold() for form in (one, other))
    return one == other or one in (f"{other}s", f"{other}d") or other in (f"{one}s", f"{one}d")
