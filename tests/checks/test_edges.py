"""What is ruled out by the letters at the edges of an expression, the expression rules out as well."""

from __future__ import annotations

import random
import re

import pytest

from docgen.checks.lists import ordered, words
from docgen.checks.people.spelled import is_one_slip, slips_of
from docgen.checks.spelling import confusables
from docgen.checks.text.edges import first_letters, last_letters, never_first


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


@pytest.mark.parametrize(
    ("expression", "never"),
    [
        (r"(?!(?:is|was|\w+ed|years?)\b)\w", {"is", "was"}),
        (r"(?!(?:(?:is|was)|(?:of|in)|two)\b)(?:a|b) c", {"is", "was", "of", "in", "two"}),
        (r"(?!(?:is|(?:a|b) c)\b)\w", set()),
        (r"(?!(?:is|(?:a|b)?)\b)\w", set()),
        (r"(?!(?:is|was)\b)\w|was", set()),
        (r"(?!(?:is|was))\w", set()),
        (r"the|(?!(?:is|was)\b)\w", set()),
        ("the", set()),
    ],
)
def test_words_that_an_expression_rules_out(expression: str, never: set[str]) -> None:
    assert never_first(expression) == never
    assert not any(re.match(expression, f"{word}{end}") for word in never for end in ("", " x", "'s", ", x"))


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
            first, small = row.written.split()[0], before + row.written + behind
            if confusables._beginning(row.behind).match(behind) and confusables._ending(row.before).search(before):
                place = len(before), len(before) + len(first)
                assert confusables._is_likely("en-US", first, small, *place), (row, small)
        for word in confusables._never_first(row.behind):
            assert not confusables._beginning(row.behind).match(f" {word} {_words(row.behind, chance, 2)}")
    assert matches > 5 * len(rows)
    assert sum(bool(confusables._never_first(row.behind)) for row in rows) > 10


@pytest.mark.parametrize("word", ["geneva", "ottawa", "stimson", "aabbaa", "brookings"])
def test_a_slip_leaves_one_end_of_a_long_word_alone(word: str) -> None:
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    longer = {word[:at] + "x" + word[at:] for at in range(len(word) + 1)}
    other = {word[:at] + "x" + word[at + 1 :] for at in range(len(word))}
    for slip in {*swapped, *longer, *other, *slips_of(word)}:
        assert slip == word or is_one_slip(slip, word)
        assert slip[:2] == word[:2] or slip[-3:] == word[-3:], slip


def _words(expression: str, chance: random.Random, number: int) -> str:
    known = re.findall(r"[\w'-]+", confusables._expanded(expression)) or ["x"]
    return " ".join(chance.choice(known) for _ in range(number))


def test_a_list_in_order_has_what_the_list_has() -> None:
    known, listed = words("rare-words", "en"), ordered("rare-words", "en")
    assert len(known) > 20_000
    assert all(word in listed for word in known)
    for word in (*words("common-words", "en"), "", "a", "zzz", "\n", "Zymosis"):
        assert (word in listed) == (word in known), word
