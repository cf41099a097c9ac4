"""Finds the name of a body or treaty that is almost the official one.

Why it matters: the *World Organization for Health* is nobody's name. The body will notice, and readers who search the
report for it find nothing.

Example:

    the Convention for the Right of the Child      →       the Convention on the Rights of the Child
    the Conference for Disarmament                 →       the Conference on Disarmament
    an expert of Atlantic Council, who …           →       an expert of the Atlantic Council, who …

What to do: write the name as its body does. Known are the bodies of the UN system, other intergovernmental ones,
treaties and research institutes, and those under `organisations`, `hosts` and `partners`; add another form that is
right under `also:` there. British and American spelling are both accepted, except in declared names. A name after
another capitalised word (*Pacific Council on …*) may be a body of its own, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docgen.checks.lists import words as listed
from docgen.checks.names import Sort
from docgen.checks.people.honorifics import are_neighbours
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.terms.official import Official, Tree, Wording, listed_tree, wordings
from docgen.checks.text.passage import Mark, Place
from docgen.expressions import regex
from docgen.findings import Severity

_LEFT_ALONE = Mark.QUOTED | Mark.FOREIGN | Mark.ADDRESS
_AFTER_PREPOSITION = regex(r"(?:^|[^\w-])(?:of|from|at|with|for|by|to) $")
_ENDS = regex(r"[,.;:)]|$| \(| (?:and|or|to|in|on|is|was|has|had|who|which) ")


@rule(Severity.WARNING, languages=("en",))
def organisation_name(subject: Subject) -> Iterator[Flaw]:
    """Each name that is not quite right, and each that lacks its article."""
    declared = declared_tree(subject)
    for passage in subject.passages:
        if passage.place in (Place.QUOTE, Place.DECLARED):
            continue
        for one in wordings(passage, declared, listed_tree()):
            if one.marks & _LEFT_ALONE:
                continue
            if not is_right(one, subject):
                if not is_of_another(one):
                    yield misnamed(one)
            elif lacks_article(one):
                message = f"'the' is missing before '{one}'"
                change = one.replaced(f"the {one}")
                yield Flaw(one, message, f"write 'the {one}'", unsafe(change))


def declared_tree(subject: Subject) -> Tree:
    """The bodies that the report declares, by their carrying words."""
    sorts = (Sort.ORGANISATION, Sort.HOST)
    names = dict.fromkeys(one.form for one in subject.names.all if one.sort in sorts and " " in one.form)
    return Tree(Official(name, article=False, declared=True) for name in names)


def is_right(wording: Wording, subject: Subject) -> bool:
    """Whether it is the name, in the very spelling where that is declared."""
    declared = [one for one in wording.meant if one.declared]
    if not declared:
        return wording.is_right
    if subject.names.covering(wording) is not None:
        return True
    return any(same_letters(one.name, wording.value) for one in declared)


def same_letters(one: str, other: str) -> bool:
    """Whether two names differ in capitals, hyphens, commas and the form of apostrophes at most."""
    return _letters(one) == _letters(other)


@cache
def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def is_of_another(wording: Wording) -> bool:
    """Whether a capitalised word before the name makes it another's."""
    words = wording.passage.words_between(0, wording.start)
    if not words or not words[-1].value[0].isupper() or words[-1].lower in listed("sentence-openers", "en"):
        return False
    return are_neighbours(words[-1], wording.words[0], stop=False)


def misnamed(wording: Wording) -> Flaw:
    """The flaw of a name that is not quite right."""
    right = wording.meant[0].name
    written = right.upper() if wording.value.isupper() else right
    what = "as it is declared" if wording.meant[0].declared else "officially"
    return Flaw(
        wording, f"'{wording}' is {what} the '{right}'", f"write '{written}'", unsafe(wording.replaced(written))
    )


def lacks_article(wording: Wording) -> bool:
    """Whether a name that has an article follows a preposition at once, and nothing that it would describe."""
    if not wording.meant[0].article or not wording.passage.is_prose:
        return False
    return bool(_AFTER_PREPOSITION.search(wording.before[-8:]) and _ENDS.match(wording.after))
