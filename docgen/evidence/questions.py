"""The questions that only a person can answer, with the answers that a report brings."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document import tree
from docgen.document.illustrations import figures
from docgen.document.kernel import Document, Table
from docgen.document.runs import Link, Ref
from docgen.evidence.record import AskedQuestion, Given
from docgen.report.review import Question, Review, Reviews


def ask(document: Document, reviews: Reviews | None, state: str) -> tuple[AskedQuestion, ...]:
    """Every question about a document, in the order in which they are asked; answers of another `state` are stale."""
    given = reviews.entries if reviews else ()
    needless = dict(_needless(document))
    return tuple(
        AskedQuestion(
            question.value, question.words, tuple(_answers(question, given, state)), needless.get(question, "")
        )
        for question in Question
    )


def _answers(question: Question, reviews: tuple[Review, ...], state: str) -> Iterator[Given]:
    for review in reviews:
        for key, answer in review.answers:
            if key.value == question.value:
                first, last = review.on.first.isoformat(), review.on.last.isoformat()
                on = first if review.on.is_one_day else f"{first} to {last}"
                yield Given(answer.is_yes, answer.words, review.by.value, on, review.of.value != state)


def _needless(document: Document) -> Iterator[tuple[Question, str]]:
    """The questions that do not arise, and why."""
    shown = tuple(figures(document))
    runs = tuple(tree.walk_runs(document))
    if not any(isinstance(run, Link | Ref) for run in runs):
        yield Question.LINKS, "there is no link"
    if not any(isinstance(part, Table) for part in tree.walk(document)):
        yield Question.TABLES, "there is no table"
    if all(figure.decorative for figure in shown):
        yield Question.ALTERNATIVE_TEXTS, "there is no picture that has one" if shown else "there is no picture"
    if not any(figure.decorative for figure in shown):
        yield Question.ORNAMENTS, "there is no such picture"
    if not shown:
        yield from ((one, "there is no picture") for one in (Question.PICTURE_WORDS, Question.PICTURE_CONTRAST))
