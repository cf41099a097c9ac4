"""The words of a report that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.checks.lists import words
from docgen.checks.subject import Subject, once
from docgen.checks.text.passage import Mark, Passage, Word
from docgen.expressions import regex

LEAST_LETTERS = 5
"""A word in capitals with fewer letters is an acronym, whatever it is like."""

MOST_LETTERS = 45
"""The longest word of the large English dictionaries has as many; what is longer is data."""

_SKIPPED = Mark.FOREIGN | Mark.ADDRESS | Mark.GENERATED
_ADDRESS = regex(
    r"(?:https?://|www\.)\S+|\S+@\S+|[\w/-]+(?:\.[\w/-]+)*\.(?:com|edu|eu|gov|int|net|org|docx?|html?|pdf|xlsx?|ya?ml)\b"
    r"|[@#]\w+|\w+_\w+|(?<=\w)/\w+/"
)
_SIC = regex(r"[”’\"']?\s*[\[(]sic[\])]")
_CUT_BEFORE = regex(r"[\])/…]$|\w[\[(]$")
_CUT_BEHIND = regex(r"[\[(/]|[\])]\w")
_ROMAN = regex(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_NAME_BEHIND = regex(r"\W?[^\W\d_a-z]|\W?(?:la|las|le|los|den|der) ")
_SPLIT = regex("(?<=[^\\W\\d_])[-\u2010]\u00ad?(?: |$)")


@once
def unknown_words(subject: Subject) -> Mapping[str, list[Word]]:
    """The unknown words by their small letters, in the order of their first places; of compounds the unknown part."""
    found: dict[str, list[Word]] = {}
    lexicon = subject.lexicon
    if lexicon.dictionary is None:
        return found
    knows, forms = lexicon.dictionary.knows, subject.concordance.forms
    unknown = {form: spans for form in forms if ("’" in form or not knows(form)) and (spans := lexicon.unknown(form))}
    halves = _halves(subject) if unknown else ()
    for word in subject.concordance.in_order(word for form in unknown for word in forms[form]):
        for start, end in unknown[word.value] if word.passage.language == subject.language else ():
            part = Word(word.passage, word.start + start, word.start + end)
            if part not in halves and not _is_skipped(part, word):
                found.setdefault(part.lower, []).append(part)
    return found


@once
def own_compounds(subject: Subject) -> Mapping[str, str]:
    """The compounds that a report writes with hyphens, by what they are without, in small letters."""
    return {re.sub("[-\u2010\u2011]", "", lower): lower for lower in subject.concordance.hyphenated}


def is_in_capitals(passage: Passage) -> bool:
    """Whether a passage is written in capitals altogether, or nearly."""
    letters = [sign for sign in passage.value if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > 0.8 * len(letters)


def _halves(subject: Subject) -> frozenset[Word]:
    """The words that are halves of one that a line's or a column's end has split: another rule puts them together."""
    found: set[Word] = set()
    passages = [passage for passage in subject.passages if passage.words]
    for passage, following in zip(passages, (*passages[1:], None), strict=True):
        for hyphen in _SPLIT.finditer(passage.value) if _may_be_split(passage.value) else ():
            first = passage.words_between(0, hyphen.start())[-1]
            behind = passage.words_between(hyphen.end(), len(passage.value)) or (following.words if following else ())
            if behind and behind[0].value.islower() and first.value + behind[0].value in subject.lexicon:
                found |= {first, behind[0]}
    return frozenset(found)


def _may_be_split(value: str) -> bool:
    """Whether a hyphen stands before a blank or at the end: most often none does."""
    return value[-1] in "-\u2010\u00ad" or any(cut in value for cut in ("- ", "\u2010 ", "\u00ad "))


def _is_skipped(part: Word, whole: Word) -> bool:
    """Whether it is no word to be looked up: an acronym, an address, another language's, or a piece of a word."""
    value, text = part.value, part.passage.value
    if len(value) > MOST_LETTERS:
        return True
    if not value.replace("’", "").replace("'", "").isalpha() or part.marks & _SKIPPED or _is_acronym(part):
        return True
    before, behind = text[max(0, whole.start - 2) : whole.start], text[whole.end : whole.end + 20]
    if _CUT_BEFORE.search(before) or _CUT_BEHIND.match(behind) or _SIC.match(behind):
        return True
    if _ROMAN.fullmatch(value) or (value in words("particles") and _NAME_BEHIND.match(text[part.end : part.end + 20])):
        return True
    around = _ADDRESS.finditer(text, max(0, part.start - 200), part.end + 200)
    return any(found.start() <= part.start < found.end() for found in around)


def _is_acronym(part: Word) -> bool:
    """Whether it has capitals that no word has, unless all around has them."""
    value = part.value
    capitals = sum(sign.isupper() for sign in value)
    if capitals > 1:
        return not (value.isupper() and len(value) >= LEAST_LETTERS and is_in_capitals(part.passage))
    return capitals == 1 and not value[0].isupper()
