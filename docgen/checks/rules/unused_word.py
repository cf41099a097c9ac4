"""Finds an entry of the folder's words.txt that no report of the folder has any more.

Why it matters: a list of words is only as good as it is short. A misspelling that was accepted once, for a report
corrected long ago, hides the next one.

Example:

    words.txt                                  words.txt
    containerization                   →       containerization
    disarmanent

What to do: take the entry out; it can always be accepted again. The list of a style is not looked at, because other
folders may need it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.findings import Edit, Severity, Span


@rule(Severity.HINT)
def unused_word(subject: Subject) -> Iterator[Flaw]:
    """Each entry by which no word of this report, nor of those beside it, is right."""
    vocabulary = subject.vocabulary
    if not vocabulary.own:
        return
    written = {part.value for passage in subject.passages for word in passage.words for part in (word, *word.parts)}
    for facts in subject.sisters:
        written.update(facts.words)
    used = {vocabulary.entry(word) for word in written}
    for word, span in vocabulary.own.items():
        if word not in used:
            line = Span(span.path, span.start, vocabulary.ends[word])
            yield Flaw(span, f"no report here has the word '{word}'", "take it out", safe(Edit(line, "")))
