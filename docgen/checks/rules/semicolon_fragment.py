"""Finds a semicolon before a participle, where no new sentence follows.

Why it matters: a semicolon stands between two sentences, or between the items of a long list. Before a participle it
cuts off what belongs to the sentence before.

Example:

    He spoke of the lakes; beginning with Ladoga.      →      He spoke of the lakes, beginning with Ladoga.

What to do: write a comma. A sentence with several semicolons is a list and left alone, and so is a participle that is
the subject of its own sentence (*War is easy; making peace is hard*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Place, Sentence
from docgen.expressions import regex
from docgen.findings import Severity

_TORN = regex(r"(?P<mark>;) (?P<word>[a-z]{2,}ing)(?= (?P<rest>.*))", re.DOTALL)
_SUBORDINATE = frozenset(
    {"that", "which", "who", "whom", "whose", "where", "when", "how", "why", "what", "whether", "if"}
)
_NOT_PARTICIPLES = frozenset({"during", "nothing", "something", "anything", "everything", "bring", "spring", "evening"})


@rule(Severity.WARNING, languages=("en",))
def semicolon_fragment(subject: Subject) -> Iterator[Flaw]:
    """The only semicolon of a sentence, with a participle behind it and no verb of a sentence of its own."""
    for passage in subject.prose:
        if ";" not in passage.value or passage.place is Place.QUOTE:
            continue
        for sentence in passage.sentences:
            if sentence.value.count(";") == 1 and ":" not in sentence.value:
                yield from torn(sentence)


def torn(sentence: Sentence) -> Iterator[Flaw]:
    """The participle that a semicolon cuts off."""
    found = _TORN.search(sentence.value)
    if found is None or found["word"] in _NOT_PARTICIPLES or has_verb(found["rest"]):
        return
    mark = sentence.part(*found.span("mark"))
    at = sentence.part(found.start("mark"), found.end("word"))
    message = f"a semicolon cuts '{found['word']}' off from its sentence"
    yield Flaw(at, message, "write a comma", unsafe(mark.replaced(",")))


def has_verb(rest: str) -> bool:
    """Whether a form of an auxiliary verb, or of *to be*, follows before anything subordinate begins."""
    for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)?", rest.lower()):
        if word in _SUBORDINATE:
            return False
        if word in words("auxiliaries", "en"):
            return True
    return any(word in words("plain-verbs", "en") for word in re.findall(r"[a-z]+", rest.lower()))
