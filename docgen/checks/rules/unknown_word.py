"""Finds a word that no dictionary has, and says what it may have meant.

Why it matters: a misspelled word is the slip that every reader sees. A list of findings that is full of names is one
that nobody reads; so names are known here: those declared under `people`, `organisations`, `places` and the like, and
every one that the text introduces with a title (*Ambassador Ngozi Halvorsen*).

Example:

    heading: Keynoet Address           →       heading: Keynote Address

What to do: correct it; a proposal is a fix for `--unsafe-fixes`. If the word is right, put it into the folder's
words.txt, or let `docgen check --accept` do so. Compounds are looked up part by part, and so are words with a prefix
that English still uses freely (*counterproliferation*). Acronyms, addresses, numbers, passages marked as another
language (`{lang=fr}`) and words followed by *[sic]* are left alone. A capitalised word that no dictionary has is taken
for a name, unless it is one slip away from a common word or from the name of a place. If a language has no dictionary,
that is said once: put its Hunspell files into the folder `dictionaries` of the style.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.spelling.judging import Judge, Misspelling
from docgen.checks.spelling.suggesting import cased
from docgen.checks.subject import Subject
from docgen.findings import Severity


@rule(Severity.WARNING)
def unknown_word(subject: Subject) -> Iterator[Flaw]:
    """Each misspelled word once, with all its places."""
    dictionary = subject.lexicon.dictionary
    if dictionary is None:
        yield without_dictionary(subject)
        return
    for found in Judge(subject, dictionary).misspellings():
        yield flaw(found)


def flaw(found: Misspelling) -> Flaw:
    """What is said of a misspelled word."""
    first, *others = found.places
    proposals = [f"'{cased(word, first.value)}'" for word in found.suggestions]
    advice = "if it is right, add it to words.txt"
    if proposals:
        advice = f"did you mean {' or '.join((', '.join(proposals[:-1]), proposals[-1])[not proposals[:-1] :])}?"
    remedy = None
    if found.is_near:
        remedy = unsafe(*(place.replaced(cased(found.suggestions[0], place.value)) for place in found.places))
    times = {0: "", 1: ", here and once more"}.get(len(others), f", here and {len(others)} times more")
    message = f"'{first}' is in no dictionary{times}"
    return Flaw(first, message, advice, remedy, tuple(others), found.declared)


def without_dictionary(subject: Subject) -> Flaw:
    """What is said where spelling cannot be checked."""
    language = subject.report.language
    name = subject.language.replace("-", "_")
    return Flaw(
        language.span if language is not None else subject.report.title.span,
        f"there is no dictionary for '{subject.language}', so its spelling is not checked",
        f"put its Hunspell files, {name}.aff and {name}.dic, into the folder 'dictionaries' of the style",
    )
