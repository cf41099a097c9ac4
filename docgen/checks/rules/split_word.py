"""Finds a word that is cut in two, usually at the end of a line, a column or a page of an earlier publication.

Why it matters: `disarma-` and `ment` are printed as two words, in the middle of a line or in two paragraphs, and a
spelling check cannot see that they were one.

Example:

    body: |                                      body: |
      … steps to disarma-                →         … steps to disarmament agreed …

      ment agreed …

What to do: join the two. That is a safe fix where the joined word is known and one of its halves is not; where both
halves are words, see whether the hyphen belongs there (*long-term*). A hyphen that stands for a word further on
(*short- and long-term*) is not reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.checks.lists import words
from docgen.checks.mending.change import joined
from docgen.checks.people.naming import is_common
from docgen.checks.rule import Flaw, Remedy, rule, safe, unsafe
from docgen.checks.spelling.lexicon import Lexicon
from docgen.checks.subject import Subject
from docgen.checks.text.paragraphs import SUSPENDED, neighbours, seam
from docgen.checks.text.passage import Mark, Passage, Stretch, Word
from docgen.expressions import regex
from docgen.findings import Severity, Span

ADVICE = "join the two halves"

_HYPHENS = "-\u00ad\u2010"
_CUT = regex(r"[^\W\d_]{2,}[-\u00ad\u2010]$")
_CUT_IN_LINE = regex(r"(?<![\w-])[^\W\d_]{2,}[-\u00ad\u2010] (?=[^\W\d_]{2,})")


@rule(Severity.ERROR)
def split_word(subject: Subject) -> Iterator[Flaw]:
    """Cut by the end of a paragraph; by a hyphen in a line; by nothing but a blank."""
    for first, second in neighbours(subject.passages):
        yield from _between_paragraphs(first, second, subject)
    unknown = unknown_words(subject)
    forms = subject.concordance.forms
    having = {word.passage for form in unknown for word in forms[form]}
    for passage in subject.passages:
        yield from _in_line(passage, subject.lexicon)
        if passage.is_prose and passage in having:
            yield from _by_blanks(passage, unknown, subject.lexicon)


def unknown_words(subject: Subject) -> frozenset[str]:
    """The words in small letters that nobody knows."""
    forms, language = subject.concordance.forms, subject.language
    small = (form for form in forms if form.islower() and not is_common(form, language) and form not in subject.lexicon)
    return frozenset(form for form in small if any(word.passage.is_prose for word in forms[form]))


def _between_paragraphs(first: Passage, second: Passage, subject: Subject) -> Iterator[Flaw]:
    if first.value[-1] not in _HYPHENS or not _CUT.search(first.value) or not first.words or not second.words:
        return
    head, tail = first.words[-1].parts[-1], second.words[0].parts[0]
    if not tail.value.islower() or tail.start or tail.lower in SUSPENDED:
        return
    whole, place = head.value + tail.value, seam(subject, first.words[-1], tail)
    lexicon = subject.lexicon
    if whole in lexicon:
        remedy = unsafe if head.value in lexicon and tail.value in lexicon else safe
        yield _flaw(place[0], whole, remedy(joined(head, tail, "")), place[1])
    else:
        is_compound = head.value in lexicon and tail.value in lexicon
        fix = unsafe(joined(first, tail, "")) if is_compound else None
        yield _flaw(place[0], f"{head}-{tail}" if is_compound else whole, fix, place[1])


def _in_line(passage: Passage, lexicon: Lexicon) -> Iterator[Flaw]:
    if "- " not in passage.value and "\u00ad " not in passage.value and "\u2010 " not in passage.value:
        return
    for cut in passage.find(_CUT_IN_LINE):
        tail = passage.words_between(cut.end, cut.end + 1)[0].parts[0]
        head, whole = cut.value[:-2], cut.value[:-2] + tail.value
        if not tail.value.islower() or tail.lower in SUSPENDED or cut.marks & Mark.FOREIGN or whole not in lexicon:
            continue
        remedy = unsafe if head in lexicon and tail.value in lexicon else safe
        yield _flaw(cut.to(tail), whole, remedy(joined(cut.part(0, len(cut) - 2), tail, "")))


def _by_blanks(passage: Passage, unknown: frozenset[str], lexicon: Lexicon) -> Iterator[Flaw]:
    for head, tail in pairwise(passage.words):
        if head.value not in unknown and tail.value not in unknown:
            continue
        if passage.value[head.end : tail.start] != " " or not _are_halves(head, tail):
            continue
        if head.start and passage.value[head.start - 1] in "./@_=":
            continue
        whole = head.value + tail.value
        if whole in lexicon and not head.marks & (Mark.FOREIGN | Mark.ADDRESS):
            yield _flaw(head.to(tail), whole, safe(joined(head, tail, "")))


def _are_halves(head: Word, tail: Word) -> bool:
    """Whether two words could be one: letters only, no prefix that some write apart."""
    both = head.value + tail.value
    return both.isalpha() and both.islower() and len(both) > 4 and head.value not in words("prefixes", "en")


def _flaw(at: Stretch | Span, whole: str, fix: Remedy | None, also: tuple[Span, ...] = ()) -> Flaw:
    return Flaw(at, f"'{whole}' is cut in two here", ADVICE, fix, also)
