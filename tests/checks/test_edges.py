"""What is ruled out by the letters at the edges of an expression, the expression rules out as well."""

from __future__ import annotations

import random
import re

import pytest

from docgen.checks.lists import ordered, words
from docgen.checks.spelling import confusables
from docgen.checks.text.edges import first_letters, last_letters


@pytest.mark.parametrize(
    ("expression", "first", "last"),
    [
        ("the|a", {"the", "a"}, {"the", "a"}),
        ("(?:of|in) the", {"of", "in"}, {"of", "in", " the"}),
        ("an?|towards?", {"a", "toward"}, {"a", "an", "toward", "towards"}),
        (r"(?:to|with)\b", {"to", "with"}, {"to", "with"}),
        (r"the|[.,]", {"the", ".", ","}, {"the", ""}),
        (r"\w+ed|led", {"", "led"}, {"ed", "led"}),
        ("(?!of)\\w", {""}, {""}),
        ("(?:very )?good", {"very ", "good"}, {"very ", "good"}),
    ],
)
def test_edges_of_an_expression(expression: str, first: set[str], last: set[str]) -> None:
    assert set(first_letters(expression)) == first
    assert set(last_letters(expression)) == last


def test_no_confusable_is_missed() -> None:
    """Texts made of each row's own words, so that many match."""
    chance, matches = random.Random(3), 0  # noqa: S311 (a test's dice)
    rows = [row for several in confusables.confusables("en-US").values() for row in several]
    for row in rows:
        for _ in range(30):
            behind = chance.choice((" ", ") ", ",", ", ", "' ")) + _words(row.behind, chance, 3)
            before = _words(row.before, chance, 4) + chance.choice((" ", " “", ""))
            if row.behind and confusables._beginning(row.behind).match(behind):
                matches += 1
                assert confusables._may_go_on(row.behind, behind), (row, behind)
            if row.before and confusables._ending(row.before).search(before):
                matches += 1
                assert confusables._may_lead_up(row.before, before), (row, before)
    assert matches > 5 * len(rows)


def _words(expression: str, chance: random.Random, number: int) -> str:
    known = re.findall(r"[\w'-]+", confusables._expanded(expression)) or ["x"]
    return " ".join(chance.choice(known) for _ in range(number))


def test_a_list_in_order_has_what_the_list_has() -> None:
    known, listed = words("rare-words", "en"), ordered("rare-words", "en")
    assert len(known) > 20_000
    assert all(word in listed for word in known)
    for word in (*words("common-words", "en"), "", "a", "zzz", "\n", "Zymosis"):
        assert (word in listed) == (word in known), word
