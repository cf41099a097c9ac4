"""Spelling: where dictionaries come from, what counts as a word, and what a misspelled one may have meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.cache import MemoryCache
from docgen.checks.lists import table
from docgen.checks.settling.vocabulary import Vocabulary
from docgen.checks.spelling.compounds import with_hyphen
from docgen.checks.spelling.confusables import confusables
from docgen.checks.spelling.dictionary import MOST_REMEMBERED, Dictionary
from docgen.checks.spelling.judging import is_slip
from docgen.checks.spelling.lexicon import Lexicon
from docgen.checks.spelling.shelf import find_dictionary, known_words
from docgen.checks.spelling.suggesting import Suggester, cased
from docgen.findings import Span
from docgen.world import DiskWorld, MemoryWorld


def american() -> Dictionary:
    found = find_dictionary(MemoryWorld(), "en-US", ())
    assert found is not None
    return found


def lexicon(language: str = "en-US", *names: str, words: tuple[str, ...] = ()) -> Lexicon:
    vocabulary = Vocabulary({word: Span("words.txt", 0, 0) for word in words})
    return Lexicon(language, find_dictionary(MemoryWorld(), language, ()), vocabulary, frozenset(names))


# ---- dictionaries


def test_american_and_british_english_come_with_docgen() -> None:
    british = find_dictionary(MemoryWorld(), "en-GB", ())
    assert american().knows("color")
    assert not american().knows("colour")
    assert british is not None
    assert british.knows("colour")
    assert not british.knows("color")


@pytest.mark.parametrize("word", ["Müftüoğlu", "Ἀθῆναι", "東京", "naïve😀", "ﬁeld", "", "\0"])
def test_a_word_outside_the_encoding_is_unknown_and_no_accident(word: str) -> None:
    assert american().suggestions(word) is not None
    assert american().knows(word) in (True, False)
    assert not american().knows("Müftüoğlu")


def test_what_is_remembered_has_an_end() -> None:
    dictionary = Dictionary(american().folder, american().name)
    dictionary._known.update({str(number): False for number in range(MOST_REMEMBERED)})
    assert dictionary.knows("house")
    assert len(dictionary._known) == 1


def test_words_are_known_from_the_last_time(monkeypatch: pytest.MonkeyPatch) -> None:
    cache, words = MemoryCache(), {"house": True, "hous": False, "Müftüoğlu": False, "\ud800": False}
    first = Dictionary(american().folder, american().name)
    with known_words(first, cache, "a.yaml"):
        assert {word: first.knows(word) for word in words} == words
    monkeypatch.setattr(Dictionary, "_hunspell", property(lambda _: pytest.fail("Hunspell is loaded")))
    again = Dictionary(american().folder, american().name)
    with known_words(again, cache, "a.yaml"):
        assert again.can_be_read
        assert {word: again.knows(word) for word in words} == words
    assert len(cache.kept) == 1


@pytest.mark.parametrize("held", [b"", b"[]", b"1", b"no JSON", b"\xff"])
def test_words_that_another_docgen_kept_are_asked_anew(held: bytes) -> None:
    cache, dictionary = MemoryCache(), Dictionary(american().folder, american().name)
    with known_words(dictionary, cache, "a.yaml"):
        dictionary.knows("house")
    cache.kept = dict.fromkeys(cache.kept, held)
    another = Dictionary(american().folder, american().name)
    with known_words(another, cache, "a.yaml"):
        assert another.knows("house")
        assert not another.knows("hous")
    assert held not in cache.kept.values()


def small_dictionary(folder: Path, name: str, *words: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text("SET UTF-8\n", "utf-8")
    (folder / f"{name}.dic").write_text(f"{len(words)}\n" + "".join(f"{word}\n" for word in words), "utf-8")


def test_a_style_brings_dictionaries_before_those_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_dictionary(tmp_path / "style" / "dictionaries", "fr_FR", "réunion")
    small_dictionary(tmp_path / "system", "fr_FR", "séance")
    small_dictionary(tmp_path / "system", "pt_BR", "reunião")
    monkeypatch.setenv("DICPATH", str(tmp_path / "system"))
    world = DiskWorld()
    of_style = find_dictionary(world, "fr", [str(tmp_path / "style")])
    of_system = find_dictionary(world, "fr", [str(tmp_path / "elsewhere")])
    relative = find_dictionary(world, "pt-PT", [])
    assert of_style is not None
    assert (of_style.knows("réunion"), of_style.knows("séance")) == (True, False)
    assert of_system is not None
    assert of_system.knows("séance")
    assert relative is not None
    assert relative.name == "pt_BR"
    assert any(path.endswith("fr_FR.dic") for path in world.reads), "so a change of it is noticed"


def test_there_may_be_no_dictionary() -> None:
    assert find_dictionary(MemoryWorld(), "fr", ["styles/classic"]) is None


def test_files_that_cannot_be_opened_by_name_are_none() -> None:
    files = {"style/dictionaries/fr.aff": b"SET UTF-8\n", "style/dictionaries/fr.dic": b"1\nmot\n"}
    found = find_dictionary(MemoryWorld(files), "fr", ["style"])
    assert found is not None
    assert not found.can_be_read


# ---- what counts as a word


@pytest.mark.parametrize(
    "word",
    [
        *("resolution's", "states’", "Herczyński's", "HERCZYŃSKI", "state-of-the-art", "anti-Zorvanian", "cliché"),
        *("counterproliferation", "interconnectedness", "roundtable", "containerized", "re-examine", "Türkiye"),
        *("WIDGETRY", "widgetry’s", "anarcho-syndicalist", "inter", "alia"),
    ],
)
def test_this_is_a_word(word: str) -> None:
    assert word in lexicon("en-US", "Herczyński", "Zorvanian", words=("widgetry",))


@pytest.mark.parametrize("word", ["selfsufficiency", "resoluton", "desinged", "well-plannde", "Zorvania", "untill"])
def test_this_is_none(word: str) -> None:
    assert word not in lexicon("en-US", "Herczyński", "Zorvanian")


def test_of_a_compound_the_unknown_part_is_told() -> None:
    assert lexicon().unknown("well-plannde") == ((5, 12),)


def test_british_english_may_have_the_ize_of_oxford() -> None:
    assert "organization" in lexicon("en-GB")
    assert "organisation" in lexicon("en-GB")
    assert "sizmic" not in lexicon("en-GB")


def test_without_a_dictionary_every_word_is_right() -> None:
    assert "xyzzy" in Lexicon("sw")


# ---- what was meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("KENYOTE", "KEYNOTE"), ("Recieve", "Receive"), ("goverment", "government"), ("accomodate", "accommodate")),
        *(("seperate", "separate"), ("thsi", "this"), ("disarmanent", "disarmament"), ("comittee", "committee")),
        *(("february", "February"), ("argentinian", "Argentinian"), ("Phillippines", "Philippines")),
    ],
)
def test_the_first_proposal_is_right_and_in_the_words_case(written: str, meant: str) -> None:
    assert Suggester(lexicon(), american(), {}).nearest(written)[:1] == (meant,)


def test_a_word_of_the_report_is_likelier() -> None:
    assert Suggester(lexicon(), american(), {}).nearest("strng")[0] == "string"
    assert Suggester(lexicon(), american(), {"strong": 3}).nearest("strng")[0] == "strong"


def test_hunspell_is_asked_where_nothing_is_near() -> None:
    suggester = Suggester(lexicon(), american(), {})
    assert suggester.nearest("prferene") == ()
    assert "preference" in suggester.farther("prferene")


@pytest.mark.parametrize(
    ("written", "apart"), [("ofthe", "of the"), ("Inthe", "In the"), ("together", None), ("xqzthe", None)]
)
def test_two_words_may_have_lost_the_blank_between_them(written: str, apart: str | None) -> None:
    suggester = Suggester(lexicon(), american(), {})
    assert (suggester.apart(written) if written not in suggester.lexicon else None) == apart


@pytest.mark.parametrize(("form", "word", "right"), [("the", "TEH", "THE"), ("the", "Teh", "The"), ("a", "A", "A")])
def test_a_proposal_takes_the_words_case(form: str, word: str, right: str) -> None:
    assert cased(form, word) == right


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        *(("form", "from", True), ("cat", "cats", True), ("cats", "cat", True), ("cat", "cut", True)),
        *(("cat", "cat", True), ("cat", "coat", True), ("cat", "dog", False), ("abcd", "badc", False), ("", "a", True)),
    ],
)
def test_a_slip_is_one_letter_or_two_that_changed_places(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


@pytest.mark.parametrize(
    ("written", "right"),
    [
        *(("selfreliance", "self-reliance"), ("SELFRELIANCE", "SELF-RELIANCE"), ("longrunning", "long-running")),
        *(("policydriven", "policy-driven"), ("longstanding", None), ("Selfridge", None), ("expers", None)),
        *(("ruleladen", "rule-laden"), ("RULELADEN", "RULE-LADEN")),
    ],
)
def test_a_hyphen_is_put_back(written: str, right: str | None) -> None:
    assert with_hyphen(written, lexicon(), {"ruleladen": "rule-laden"}) == right


def test_every_row_of_confusable_words_can_be_read_and_changes_something() -> None:
    rows = [row for rows in confusables("en-US").values() for row in rows]
    assert len(rows) > 300
    assert not [row.written for row in rows if row.written.removeprefix("-") == row.meant]
    assert not [row.written for row in rows if row.written != row.written.lower()]
    assert {condition for row in rows for condition in row.only} == {"own", "formal", "possible"}


def test_every_class_that_confusable_words_name_is_a_class() -> None:
    rows = [row for rows in confusables("en-US").values() for row in rows]
    named = {name for row in rows for name in re.findall(r"{[A-Z]+}", row.before + row.behind + row.unless)}
    assert named <= {name for name, _ in table("word-classes.en")}


@pytest.mark.parametrize("language", ["fr", "de-AT"])
def test_other_languages_have_no_confusable_words_yet(language: str) -> None:
    assert confusables(language) == {}
