"""Finds a hyphen after a prefix in a word that dictionaries have without one.

Why it matters: *macro-economic* beside *microcredit* looks like two editors. American and United Nations spelling both
join these prefixes to their words.

Example:

    a hyper-active market         →       a hyperactive market

What to do: close the word up; that is a safe fix. Names keep their spelling, as do words that need the hyphen to be
read (*co-owner*, *anti-intellectual*), those that mean something else without it (*re-form*), and those that the
dictionary of the report's language does not have as one word. *Non-*, *co-* and *sub-* are left to the house, by
`terms`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.spelling.dictionary import Dictionary
from docgen.checks.subject import Subject
from docgen.checks.terms.variants import KEPT, LEFT_ALONE, OTHERS, is_in_name
from docgen.checks.text.passage import Word
from docgen.expressions import regex
from docgen.findings import Severity

_PREFIXED = regex(
    r"(?P<prefix>anti|counter|geo|hydro|hyper|inter|intra|macro|mega|meta|micro|multi|over|post|pre|pseudo|semi|socio|super"
    r"|supra|tele|trans|ultra|under)-(?P<stem>[a-z]{4,})"
)


@rule(Severity.WARNING, on=False, languages=("en",))
def prefix_hyphen(subject: Subject) -> Iterator[Flaw]:
    """Each such word."""
    dictionary = subject.dictionary
    if dictionary is None or not dictionary.can_be_read:
        return
    for passage in subject.passages:
        if passage.place in LEFT_ALONE or passage.language != subject.language or "-" not in passage.value:
            continue
        for word in passage.words:
            right = closed(word)
            if (
                right
                and is_known(right.lower(), dictionary)
                and not word.marks & KEPT
                and not is_in_name(word, subject)
            ):
                message = f"'{word}' is one word in dictionaries: '{right}'"
                yield Flaw(word, message, fix=safe(word.replaced(right)))


def is_known(word: str, dictionary: Dictionary) -> bool:
    """Whether a dictionary has a word, or the adjective that it is the adverb of."""
    forms = (word, word.removesuffix("ly"), word.removesuffix("ally"))
    newer = words("newer-words", "en") | words("meeting-words", "en")
    return any(dictionary.knows(form) or form in newer for form in dict.fromkeys(forms))


def closed(word: Word) -> str | None:
    """A word without the hyphen behind its prefix; None where it has no prefix, or needs the hyphen."""
    if "-" not in word.value:
        return None
    found = _PREFIXED.fullmatch(word.lower)
    if found is None or found["prefix"][-1] == found["stem"][0] or found["prefix"] + found["stem"] in OTHERS:
        return None
    return word.value.replace("-", "")
