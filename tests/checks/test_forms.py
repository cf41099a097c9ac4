"""Forms of words: what `data/` has of a dictionary says what Hunspell says, for every word that may come."""

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hunspell import Hunspell

from docgen.checks.lists import words
from docgen.checks.spelling.forms import Forms, shipped_forms
from docgen.checks.spelling.suggesting import one_slip
from tests.checks.known_forms import CAPITALS_ONLY, digest_of, forms_of, written

DATA = Path(__file__).parents[2] / "docgen" / "checks" / "spelling" / "data"


def _with_chunspell() -> str:
    package = importlib.util.find_spec("hunspell")
    assert package is not None
    assert package.submodule_search_locations is not None
    return str(Path(package.submodule_search_locations[0], "dictionaries"))


FOLDERS = {"en_US": _with_chunspell(), "en_GB": str(DATA)}
PACKAGES = {"en_US": "hunspell", "en_GB": "docgen.checks.spelling"}
SOURCES = {
    "en_US": "the forms of the words of en_US.dic, as the package chunspell has it, which was made of SCOWL by Kevin "
    "Atkinson (wordlist.aspell.net; licence: docgen/checks/spelling/data/LICENSE)",
    "en_GB": "the forms of the words of en_GB.dic beside this file (licence: docgen/checks/spelling/data/LICENSE)",
}


@cache
def made(name: str) -> frozenset[str]:
    return frozenset(forms_of(FOLDERS[name], name))


@cache
def shipped(name: str) -> Forms:
    forms = shipped_forms(FOLDERS[name], name, PACKAGES[name])
    assert forms is not None
    return forms


@cache
def hunspell(name: str) -> Hunspell:
    return Hunspell(name, hunspell_data_dir=FOLDERS[name], system_encoding="UTF-8")


def spells(name: str, word: str) -> bool:
    try:
        return bool(hunspell(name).spell(word))
    except UnicodeEncodeError:
        return False


def differing(name: str, asked: Iterator[str]) -> list[str]:
    """The words of which something else is said than by Hunspell."""
    forms = shipped(name)
    return [word for word in asked if (said := forms.spells(word)) is not None and said != spells(name, word)]


@pytest.fixture(params=sorted(FOLDERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_is_shipped_was_made_of_the_dictionary_that_is_installed(name: str, update: bool) -> None:
    file, expected = DATA / f"{name}.forms", written(made(name), SOURCES[name], digest_of(FOLDERS[name], name))
    if update:
        file.write_text(expected, "utf-8", newline="\n")
    assert file.read_text("utf-8") == expected, "pytest --update makes it anew"


def test_every_form_is_known(name: str) -> None:
    forms = {form for form in made(name) if not form.endswith(CAPITALS_ONLY)}
    assert [form for form in forms if shipped(name).spells(form) is False or not spells(name, form)] == []
    assert differing(name, (form.strip(CAPITALS_ONLY).upper() for form in made(name) - forms)) == []
    assert differing(name, (form.strip(CAPITALS_ONLY) for form in made(name) - forms)) == []


def test_words_in_capitals_and_at_the_beginning_of_sentences(name: str) -> None:
    some = Random(1).sample(sorted(made(name)), 4_000)  # noqa: S311
    assert differing(name, (cased for form in some for cased in (form.upper(), form.capitalize(), form.title()))) == []
    assert differing(name, (form[:-1] + form[-1:].upper() for form in some)) == []


def test_words_that_are_one_slip_from_right_ones(name: str) -> None:
    some = Random(2).sample(sorted(made(name)), 150)  # noqa: S311
    assert differing(name, (slip for form in some for slip, _ in one_slip(form))) == []


def test_words_with_all_prefixes_and_endings(name: str) -> None:
    some = Random(3).sample(sorted(made(name)), 1_500)  # noqa: S311
    ends = ("s", "es", "'s", "s'", "ed", "ing", "ings", "er", "ers", "est", "ly", "ness", "able", "ment", "ive", "ion")
    before = ("re", "in", "un", "de", "dis", "con", "pro")
    assert differing(name, (form + end for form in some for end in ends)) == []
    assert differing(name, (one + form + end for form in some for one in before for end in ("", "s", "ed"))) == []


def test_words_of_which_some_are_in_no_dictionary(name: str) -> None:
    listed = ("common-words", "newer-words", "meeting-words", "places", "languages", "foreign-words")
    assert differing(name, (word for one in listed for line in words(one, "en") for word in line.split())) == []


def test_compounds(name: str) -> None:
    chance = Random(4)  # noqa: S311
    parts = [*chance.sample(sorted(made(name)), 300), "xqz", "UNSCR", "1540", "21st", "1990s", "e", "O'Brien", "U.S."]
    cut = ("-".join(chance.choices(parts, k=chance.choice((2, 2, 3, 4)))) for _ in range(4_000))
    assert differing(name, cut) == []


def test_numbers(name: str) -> None:
    ends = ("", "s", "st", "nd", "rd", "th", "'s", "S", "ST", "TH", "a", "th's", "sts", "-", "-year", "km")
    assert differing(name, (f"{number}{end}" for number in range(2_200) for end in ends)) == []
    assert shipped(name).spells("21st") is True
    assert shipped(name).spells("11st") is False


ODD = (
    *("Müftüoğlu", "résumé", "Tarnów", "naïve", "NAÏVE", "U.S.", "U.S", "e.g.", "etc.", "a.b.c", "ß", "İ", "Å", "ǅ"),
    *("o'clock", "O'CLOCK", "SANT'ELIA", "'tis", "boys'", "'", "’", "don’t", "I'M", "ﬁnd", "e\u0301tat", "x" * 61),
    *("McDonald", "McDONALD", "iPhone", "NGOs", "UNoDC", "I", "A", "-ness", "non-", "a--b", "_x", "x_", "a b", "", "."),
)


@pytest.mark.parametrize("word", ODD)
def test_odd_words(name: str, word: str) -> None:
    assert differing(name, iter((word,))) == []


def test_of_another_edition_of_a_dictionary_nothing_is_said(tmp_path: Path) -> None:
    for end in (".aff", ".dic"):
        (tmp_path / f"en_GB{end}").write_bytes((DATA / f"en_GB{end}").read_bytes())
    assert shipped_forms(str(tmp_path), "en_GB", PACKAGES["en_GB"]) is not None
    with (tmp_path / "en_GB.dic").open("ab") as file:
        file.write(b"proofread\n")
    assert shipped_forms(str(tmp_path), "en_GB", PACKAGES["en_GB"]) is None
    assert shipped_forms(str(tmp_path), "en_US", PACKAGES["en_US"]) is None
    assert shipped_forms(str(tmp_path), "fr_FR", PACKAGES["en_US"]) is None
