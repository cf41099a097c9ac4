"""Finds a heading in which an article seems to be missing: *The Challenge for Regional Framework*.

Why it matters: a heading may begin without an article, but after a preposition or a verb a noun that can be counted
needs one; without it the heading reads like a translation.

Example:

    Strengthening Regional Framework on Water      →      Strengthening the Regional Framework on Water

What to do: add *the* or *a*, or use the plural. The fix, *the*, is a proposal. Whether headings do without articles
altogether is a matter of taste: this rule runs only where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Word
from docgen.findings import Severity


@rule(Severity.HINT, languages=("en",))
def heading_article(subject: Subject) -> Iterator[Flaw]:
    """Things that can be counted, in the singular, with nothing before them that determines which."""
    for heading in subject.headings:
        for number, word in enumerate(heading.words):
            if word.lower in words("count-nouns", "en") and ends_phrase(heading, number):
                first = undetermined(heading, number)
                if first is not None:
                    article = "THE" if heading.value.isupper() else "the"
                    message = f"an article seems to be missing before '{first.to(word)}'"
                    fix = unsafe(first.replaced(f"{article} {first}"))
                    yield Flaw(first.to(word), message, f"write '{article} {first.to(word)}', or the plural", fix)


def ends_phrase(heading: Passage, number: int) -> bool:
    """Whether what follows a noun is not another that it belongs to: the end, a mark, a preposition or conjunction."""
    word, following = heading.words[number], heading.words[number + 1 : number + 2]
    if not following or heading.value[word.end : following[0].start] != " ":
        return True
    return following[0].lower in words("small-words", "en") | words("auxiliaries", "en")


def undetermined(heading: Passage, number: int) -> Word | None:
    """The first word of the phrase that a noun ends, if a preposition or a verb in -ing stands before it, and nothing
    in it says which is meant."""
    for place in range(number - 1, -1, -1):
        word, following = heading.words[place], heading.words[place + 1]
        if heading.value[word.end : following.start] != " " or number - place > 4:
            return None
        if word.lower in words("determiners", "en") or word.lower.endswith(("'s", "s'")) or word.value[0].isdigit():
            return None
        if word.lower in words("small-words", "en"):
            is_pair = word.lower in ("and", "or", "nor", "as", "by")
            return None if is_pair or (place == number - 1 and word.lower in ("in", "at", "on")) else following
        if word.lower.endswith("ing") and word.lower in words("taking-objects", "en"):
            return following
    return None
