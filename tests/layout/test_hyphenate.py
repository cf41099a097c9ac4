"""Where words may be divided, and where lines should not end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from docgen.layout.hyphenate import divisions
from docgen.layout.ties import middle_initial, tied


def divided(word: str, language: str = "en") -> str:
    places = (0, *divisions(word, language), len(word))
    return "·".join(word[begin:end] for begin, end in pairwise(places))


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "dis·ar·ma·ment"),
        ("en-US", "non·pro·lif·er·a·tion,"),
        ("en-GB", "non-pro·lif·er·a·tion"),
        ("en-KE", "gov·ern·ment’s"),
        ("de", "Ab·rüs·tung"),
        ("de-AT", "Ab·rüs·tung"),
        ("fr-CA", "gou·ver·ne·ment"),
        ("pl", "roz·bro·je·nie"),
        ("sr-Latn", "Ju·go·sla·vija"),
    ],
)
def test_words_are_divided_by_the_rules_of_their_language(language: str, word: str) -> None:
    assert divided(word.replace("·", ""), language) == word


def test_a_language_without_a_dictionary_divides_nothing() -> None:
    assert divided("silahsızlanma", "tr") == "silahsızlanma"


def test_the_parts_of_a_compound_are_divided_by_themselves() -> None:
    assert divided("Secretary-General") == "Sec·re·tary-Gen·eral"


@pytest.mark.parametrize(
    "word", ["UNESCO", "WMDs", "McAllister", "ef", "https://example.org/disarmament", "secretary@example.org", "and/or"]
)
def test_capitals_addresses_and_short_words_stay_whole(word: str) -> None:
    assert divided(word) == word


def test_two_letters_at_least_stay_before_a_hyphen_and_three_after() -> None:
    for word in ("responsibility", "ammunition", "already", "every", "area"):
        parts = divided(word).split("·")
        assert len(parts[0]) >= 2
        assert len(parts) == 1 or len(parts[-1]) >= 3


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Mr. Uden"),
        ("en", "Ambassador Herczyński"),
        ("en", "(Ms. Greitens"),
        ("en", "A. Lopez"),
        ("en", "J.R. Ewing"),
        ("en", "§ 12"),
        ("en", "No. 5"),
        ("en", "Resolution 1540"),
        ("en", "5 km,"),
        ("en", "3.5 million"),
        ("en", "20 %"),
        ("en", "one –"),
        ("de", "S. 12"),
        ("de", "Frau Müller"),
        ("fr", "Mme Dupont"),
        ("fr", "quoi ?"),
        ("fr", "« oui"),
        ("pl", "w Warszawie"),
        ("tr", "Sayın Müftüoğlu"),
    ],
)
def test_what_belongs_together_is_tied(language: str, words: str) -> None:
    assert tied(*words.split(), language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "one two"),
        ("en", "the Ambassador"),
        ("en", "Ambassador of"),
        ("en", "5 experts"),
        ("en", "– two"),
        ("en", "committee. Another"),
        ("en", "a State"),
        ("en", "resolution was"),
    ],
)
def test_nothing_else_is(language: str, words: str) -> None:
    assert not tied(*words.split(), language)


@pytest.mark.parametrize("words", ["Duane L.", "Jean-Luc B.,", "(Juan C."])
def test_an_initial_may_stand_behind_a_given_name(words: str) -> None:
    assert middle_initial(*words.split(), "en")


@pytest.mark.parametrize("words", ["Mr. L.", "Ambassador L.", "the L.", "J. D.", "Duane Lindner", "Duane L"])
def test_other_letters_are_none(words: str) -> None:
    assert not middle_initial(*words.split(), "en")
