"""Finds an acronym followed by the word that its last letter stands for.

Why it matters: *the NPT treaty* is the treaty treaty; readers who know the acronym stumble over it.

Example:

    under the CITES convention         →       under CITES, or under the Convention
    progress on the SDG goals          →       progress on the SDGs

What to do: take the word out, or write the long form. Known are the acronyms that the report declares or explains, and
the commonest ones of treaties and the United Nations.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from docgen.checks.lists import table
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.acronyms import declared, uses
from docgen.checks.text.passage import Mark, Place
from docgen.expressions import regex
from docgen.findings import Severity

_PAIR = regex(r"(?P<acronym>[A-Z](?<![\w-][A-Z])[A-Z&]+)s? (?P<word>[^\W\d_]{4,})\b(?! (?:[0-9]|of\b))")

OWNED = frozenset(("fund", "office", "program", "programme"))
"""What a body may have as well as be."""


@rule(Severity.WARNING, languages=("en",))
def redundant_acronym(subject: Subject) -> Iterator[Flaw]:
    """Each such pair."""
    own: dict[str, str] | None = None
    for passage in subject.passages:
        if passage.place is Place.QUOTE or passage.value.isupper():
            continue
        for found in passage.matches_at(_PAIR, passage.acronyms):
            acronym, word = found["acronym"], found["word"]
            stem = singular(word.lower())
            if stem not in known().get(acronym, ()):
                own = last_words(subject) if own is None else own
                if own.get(acronym) != stem:
                    continue
            stretch = passage.stretch(*found.span())
            if stretch.marks & Mark.QUOTED or subject.names.covering(stretch) is not None:
                continue
            short = acronym + ("s" if stem != word.lower() else "")
            message = f"'{acronym}' has the word '{stem}' in it already"
            yield Flaw(stretch, message, f"write '{short}', or the long form", unsafe(stretch.replaced(short)))


@cache
def known() -> dict[str, tuple[str, ...]]:
    """The words that the last letters of well-known acronyms stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for acronym, word in table("acronym-last-words"):
        found[acronym] = (*found.get(acronym, ()), word)
    return found


def last_words(subject: Subject) -> dict[str, str]:
    """The same for acronyms that the report declares or explains; a fund has funds, and a programme programmes."""
    names = dict(declared(subject))
    for letters, places in uses(subject).items():
        explained = next((use.long.value for use in places if use.long is not None), None)
        if explained is not None:
            names[letters] = explained
    last = {letters: singular(name.split()[-1].lower()) for letters, name in names.items() if " " in name}
    return {letters: word for letters, word in last.items() if word[0].upper() in letters[-3:] and word not in OWNED}


def singular(word: str) -> str:
    """A noun without the ending of its plural."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
