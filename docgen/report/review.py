"""What only a person can judge: the questions, the answers that a report brings, and whether they are still of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, ClassVar, Self

from docgen.document.digest import DIGITS, content_digest
from docgen.document.kernel import Document
from docgen.findings import Finding, Span
from docgen.reading import nodes
from docgen.reading.binding import Binder, Unbound
from docgen.reading.shapes import Key, Keyed, Misread
from docgen.reading.text import Name, Text
from docgen.records import dataclass
from docgen.report.dates import EventDate
from docgen.style.pictures import Pictures


class Question(Enum):
    """A question that no program can answer; its value is the key that answers stand under."""

    TITLE = "title"
    READING_ORDER = "reading-order"
    STRUCTURE = "structure"
    HEADINGS = "headings"
    LANGUAGES = "languages"
    LINKS = "links"
    TABLES = "tables"
    DIRECTIONS = "directions"
    COLOUR = "colour"
    ALTERNATIVE_TEXTS = "alternative-texts"
    ORNAMENTS = "ornaments"
    PICTURE_WORDS = "picture-words"
    PICTURE_CONTRAST = "picture-contrast"

    @property
    def words(self) -> str:
        """The question as it is asked; yes is the good answer."""
        return _WORDS[self]


_WORDS = {
    Question.TITLE: "Does the title tell this report from every other?",
    Question.READING_ORDER: "Is the reading order the one that is meant?",
    Question.STRUCTURE: (
        "Is everything what it is marked as (heading, paragraph, list, quotation, table, caption, note), "
        "and is nothing of that kind written as something else?"
    ),
    Question.HEADINGS: "Does each heading say what stands below it?",
    Question.LANGUAGES: "Is the language of the report right, and is each passage in another language marked as such?",
    Question.LINKS: "Does each link say, by its own words or its sentence, where it leads?",
    Question.TABLES: "Are the tables for what has rows and columns, and does each column’s head name what is in it?",
    Question.DIRECTIONS: (
        "Can every direction be followed without seeing shape, place or colour (“in the box on the right”)?"
    ),
    Question.COLOUR: "Is colour, in pictures as in words, never the only thing that carries a meaning?",
    Question.ALTERNATIVE_TEXTS: "Do the alternative texts say what the pictures show, as far as it matters here?",
    Question.ORNAMENTS: "Are the pictures that are marked as decorative nothing but ornaments?",
    Question.PICTURE_WORDS: (
        "Do pictures hold words only where they must, as logos do, and do the alternative texts repeat these?"
    ),
    Question.PICTURE_CONTRAST: (
        "Can what matters in the pictures be told from its surroundings (3:1, words in them 4.5:1)?"
    ),
}


@dataclass(frozen=True, slots=True)
class Digest:
    """Which state of a report was looked at: the digest of what it says."""

    value: str
    span: Span
    _pattern: ClassVar[str] = rf"[0-9a-fA-F]{{{DIGITS}}}"

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read a digest. Raises `Misread`."""
        if not re.fullmatch(cls._pattern, text.value):
            raise Misread(
                "not-a-digest",
                f"'{text.value}' does not say what was looked at: {DIGITS} digits and letters a to f are wanted",
                "copy the line 'of:' that 'docgen verify --evidence' shows",
            )
        return cls(text.value.lower(), text.span())

    @classmethod
    def schema(cls, _maker: object) -> dict[str, object]:
        """The JSON Schema of a digest; one of digits alone is a number to YAML."""
        return {"type": ["string", "number"], "pattern": f"^{cls._pattern}$"}


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no, and perhaps why."""

    is_yes: bool
    words: str
    span: Span

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read `yes`, or `no, the map tells parties by colour alone`. Raises `Misread`."""
        found = re.fullmatch(r"(yes|no)\b[\s,.;:–—-]*(.*)", text.value, re.IGNORECASE | re.DOTALL)
        if not found:
            raise Misread(
                "not-an-answer",
                "this answer begins neither with yes nor with no",
                "write  yes  or, with the reason,  no, the map tells parties by colour alone",
            )
        return cls(found[1].lower() == "yes", " ".join(found[2].split()), text.span())


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What one person found who looked at the report."""

    span: Span
    by: Annotated[Name, Key("who looked at it", ("Ann Lee",))]
    on: Annotated[EventDate, Key("on which day", ("2013-02-01",))]
    of: Annotated[Digest, Key("at what: the digest that 'docgen verify --evidence' shows", ("4f2c9a0d17e35b68",))]
    answers: Annotated[
        Keyed[Answer], Key("the answer to each question: yes, or no and why", ("{reading-order: yes}",))
    ] = ()

    def check(self) -> Iterator[Finding]:
        """Answers are to questions that are asked."""
        asked = [question.value for question in Question]
        for key, _ in self.answers:
            if key.value not in asked:
                message = f"'{key}' is not a question that docgen asks"
                yield Finding.error(key.span(), "unknown-question", message, f"the questions are: {', '.join(asked)}")


@dataclass(frozen=True, slots=True)
class Reviews:
    """One review or several: a mapping, or a list of such."""

    entries: tuple[Review, ...]

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read one review, or each of a list."""
        written = node.items if isinstance(node, nodes.Sequence) else (node,)
        read = [review for one in written if (review := binder.attempt(one, Review))]
        if len(read) < len(written):
            raise Unbound
        return cls(tuple(read))

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a review, or a list of reviews."""
        one = maker.of(Review)
        return {"anyOf": [one, {"type": "array", "items": one}]}


def judge_reviews(reviews: Reviews | None, document: Document, pictures: Pictures) -> Iterator[Finding]:
    """What the reviews of a report bring up: that they are of another state of it, or that an answer was no."""
    if reviews is None:
        return
    digest = content_digest(document, pictures)
    for review in reviews.entries:
        if review.of.value != digest:
            yield Finding.warning(
                review.of.span,
                "stale-review",
                f"{review.by} looked at this report before its words, pictures or structure became what they are now",
                "answer the questions anew: 'docgen verify --evidence' asks them, and shows what stands here then",
            )
            continue
        for key, answer in review.answers:
            if not answer.is_yes:
                why = f": {answer.words}" if answer.words else ""
                message = f"{review.by} answered no to '{key}'{why}"
                yield Finding.warning(answer.span, "answered-no", message, "mend it, and have it looked at again")
