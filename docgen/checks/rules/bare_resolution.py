"""Finds the number of a resolution without the word, and a committee whose resolution is never named.

Why it matters: a bare number reads like a year or a quantity, and *the 9999 Committee* says nothing to readers who do
not know the list of resolutions by heart.

Example:

    the review of 1325 showed                →       the review of Resolution 1325 showed
    a question to the 9999 Committee         →       a question to the Security Council Resolution 9999 Committee

What to do: write *Resolution* before the number. A committee's short name will do once the text has named the
resolution. The numbers that count are those declared under `documents`, and those that the report has with the word
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.acronyms import PLACES
from docgen.checks.terms.resolutions import Citation, citations, declared, is_own
from docgen.checks.text.passage import Passage, Stretch
from docgen.expressions import regex
from docgen.findings import Severity

_NUMBER = regex(r"(?<![\w,./$€£–-])(?<!\d )\d{3,4}(?![\w/%–-]|[,.:]\d| \d)")
_NEXT = regex(r" ([^\W\d_]+)")
_ACTS = regex(r",? (?:extending|establishing|imposing|renewing|mandating|requiring|demanding|calling on)\b")
_ACTED_ON = regex(r"\b(?:extend|implement|renew|under|pursuant to|mandate of|provisions of)(?:s|ed|ing)? $")
_YEARS = range(1900, 2101)


@rule(Severity.WARNING, languages=("en",))
def bare_resolution(subject: Subject) -> Iterator[Flaw]:
    """Each such number; of committees that are not introduced the first mention."""
    cited = citations(subject)
    known = {one.number for one in cited} | set(declared(subject))
    if not known:
        return
    done = {(id(one.stretch.passage), one.stretch.start) for one in cited}
    for passage in subject.passages:
        if passage.figures and passage.place in PLACES and any(str(number) in passage.value for number in known):
            yield from bare(passage, known, done)
    named: set[int] = set()
    for one in cited:
        if one.named:
            named.add(one.number)
        elif one.number not in named and one.stretch.passage.place in PLACES and is_own(one.stretch):
            named.add(one.number)
            yield unintroduced(one)


def bare(passage: Passage, known: set[int], done: set[tuple[int, int]]) -> Iterator[Flaw]:
    """Known numbers without the word; one that may be a year only where the sentence speaks of resolutions."""
    for stretch in (passage.stretch(*found.span()) for found in passage.matches_at(_NUMBER, passage.figures)):
        number = int(stretch.value)
        if number not in known or (id(passage), stretch.start) in done or not is_own(stretch):
            continue
        if not (is_no_year(stretch) if number in _YEARS else stands_alone(stretch)):
            continue
        message = f"'{stretch}' is the number of a resolution, and reads like a figure"
        yield Flaw(stretch, message, "write 'Resolution' before it", unsafe(stretch.replaced(f"Resolution {stretch}")))


def stands_alone(stretch: Stretch) -> bool:
    """Whether what follows a number is no word that it could count."""
    following = _NEXT.match(stretch.after)
    return following is None or following[1].lower() in words("function-words", "en")


def is_no_year(stretch: Stretch) -> bool:
    """Whether a number does what resolutions do (*1977 extending*), or what one does to them (*implementing 1977*)."""
    return _ACTED_ON.search(stretch.before) is not None or _ACTS.match(stretch.after) is not None


def unintroduced(one: Citation) -> Flaw:
    """A committee called by a resolution that has not been named so far."""
    message = f"nothing so far says that '{one.number}' is the number of a resolution"
    advice = f"write 'Security Council Resolution {one.number}' where the text has it first"
    remedy = unsafe(one.stretch.replaced(f"Security Council Resolution {one.number}"))
    return Flaw(one.stretch, message, advice, remedy)
