"""The questions for a person on the page, and the lines of YAML to answer them."""

from __future__ import annotations

from docgen.evidence.markup import Element, Held, element
from docgen.evidence.record import AskedQuestion, Given, Record
from docgen.evidence.tables import paragraph, section, table

_LOOK_AT = {
    **dict.fromkeys(("reading-order", "structure", "headings", "tables"), ("order", "Reading Order")),
    **dict.fromkeys(("alternative-texts", "ornaments", "picture-words", "picture-contrast"), ("pictures", "Pictures")),
    "links": ("links", "Links"),
    "languages": ("languages", "Languages"),
    "colour": ("pictures", "Pictures"),
}
"""The section of the page that has what a question is about, by the question's key."""


def answers_section(record: Record) -> Element:
    """Every question with its answers, and what to write into the report to answer those that are open."""
    rows = [(question.words, question.key, _section(question), _answer(question)) for question in record.questions]
    shown = table("Questions and answers", ("Question", "Key", "Look at", "Answer"), rows)
    open_ones = [question for question in record.questions if question.is_open]
    if not open_ones:
        return section("questions", "Questions for a Person", shown, paragraph("All that arise are answered."))
    how = (
        f"To answer, look at the report as it is now, and write into {record.report} what follows, with your name and "
        "the day. An answer is yes, or no and why. It stands until words, pictures or structure of the report change."
    )
    lines = reviewed_yaml(record.state, [question.key for question in open_ones])
    return section("questions", "Questions for a Person", shown, paragraph(how), element("pre", lines, tabindex="0"))


def reviewed_yaml(state: str, keys: list[str]) -> str:
    """The lines of YAML in which the questions of some keys are answered."""
    answers = "".join(f"    {key}:\n" for key in keys)
    return f"reviewed:\n  by:\n  on:\n  of: {state}\n  answers:\n{answers}"


def _section(question: AskedQuestion) -> Held:
    """A link to what a question is about; the report itself where that is all of it."""
    identity, title = _LOOK_AT.get(question.key, ("", ""))
    return element("a", title, href=f"#{identity}") if identity and not question.needless else "the report"


def _answer(question: AskedQuestion) -> Held:
    if question.needless:
        return f"does not arise: {question.needless}"
    if not question.answers:
        return "not answered yet"
    given = element("ul", *(element("li", _given(answer)) for answer in question.answers))
    return element("div", "not answered of this state yet", given) if question.is_open else given


def _given(answer: Given) -> str:
    words = f", {answer.words}" if answer.words else ""
    stale = "; given of another state of the report" if answer.stale else ""
    return f"{'yes' if answer.is_yes else 'no'}{words} ({answer.by}, {answer.on}{stale})"
