"""Who is named in a text, by which title, and who is meant."""

from __future__ import annotations

import pytest

from docgen.checks.people.cast import Naming
from docgen.checks.people.honorifics import agree
from docgen.checks.people.spelled import folded, is_one_slip
from tests.checks.subjects import body, subject_of

PEOPLE = """\
people:
  cha: {title: Ambassador, name: Cha Min-jun, family: Cha}
  torre: {title: Ms., name: Ana de la Torre García}
  sukarno: {title: Mr., name: Sukarno}
"""


def told(naming: Naming) -> str:
    """`Dr. Lund = Ole Lund`: what stands there, and who is meant."""
    return f"{naming} = {naming.member.words if naming.member else '?'}"


def cast_of(text: str) -> list[str]:
    return [told(one) for one in subject_of(PEOPLE + body(text)).cast.namings]


@pytest.mark.parametrize(
    ("text", "named", "meant"),
    [
        ("Ambassador Cha Min-jun and Ambassador Cha’s aide", "Ambassador Cha Min-jun, Ambassador Cha", "Cha Min-jun"),
        ("Ms. de la Torre and Ms. García", "Ms. de la Torre, Ms. García", "Ana de la Torre García"),
        ("the words of Ana de la Torre García", "Ana de la Torre García", "Ana de la Torre García"),
        ("Mr. Sukarno came", "Mr. Sukarno", "Sukarno"),
        ("H.E. Prof. Dr. Jürgen Groß and Dr. Gross", "H.E. Prof. Dr. Jürgen Groß, Dr. Gross", "Jürgen Groß"),
        ("Lt. Gen. J. R. Okoro Jr.; General Okoro", "Lt. Gen. J. R. Okoro Jr, General Okoro", "J. R. Okoro Jr"),
        ("Sheikha Noura al-Sabah; Dr. al-Sabah", "Sheikha Noura al-Sabah, Dr. al-Sabah", "Noura al-Sabah"),
        ("Piet van der Meer; Dr. van der Meer’s book", "Piet van der Meer, Dr. van der Meer", "Piet van der Meer"),
        ("In the words of Kim Sook, said Ms. Kim", "Kim Sook, Ms. Kim", "Kim Sook"),
    ],
)
def test_names_are_found_behind_titles_and_of_those_who_are_known(text: str, named: str, meant: str) -> None:
    assert cast_of(text) == [f"{name} = {meant}" for name in named.split(", ")]


def test_two_of_one_family_name_are_told_apart_by_their_titles() -> None:
    named = ["Mr. Ali Khan = Ali Khan", "Ms. Rana Khan = Rana Khan", "Mr. Khan = Ali Khan", "Dr. Khan = ?"]
    assert cast_of("Mr. Ali Khan and Ms. Rana Khan met Khan, Mr. Khan and Dr. Khan.") == named


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly, the Major Groups, General Motors and the Attorney General Office met.",
        "Mr. Chairman, Madam President and the Minister Counsellor nodded.",
        "He Has A Title In Mind, said the ambassador. Nishi then left.",
        "Messrs. Hill and Moss, the Governor of Lagos, and a judge came.",
    ],
)
def test_what_is_no_name_is_none(text: str) -> None:
    assert cast_of(text) == []


def test_a_name_inside_that_of_an_institute_is_nobody() -> None:
    assert cast_of("Mr. Luca Ferri read at the Luca Ferri Institute.") == ["Mr. Luca Ferri = Luca Ferri"]


def test_a_heading_names_only_those_who_are_known() -> None:
    text = "sections:\n  - heading: Ambassador Cha Urges Calm\n    body: Major Changes Ahead.\n"
    assert [told(one) for one in subject_of(PEOPLE + text).cast.namings] == ["Ambassador Cha = Cha Min-jun"]


def test_french_has_titles_of_its_own() -> None:
    text = "language: fr\n" + body("M. Jean Roy et l’ambassadeur Étienne Blanc de France ; M. Roy et M. Blanc.")
    named = ["M. Jean Roy", "l’ambassadeur Étienne Blanc", "M. Roy", "M. Blanc"]
    assert [str(one) for one in subject_of(text).cast.namings] == named


def test_a_family_name_that_stands_first_is_declared() -> None:
    subject = subject_of(PEOPLE + "sections:\n  - {heading: Panel, speakers: [Cha], body: Cha spoke.}\n")
    speaker = subject.report.sections[0].speakers[0]
    found = subject.directory.find(speaker)
    assert found is not None
    assert found.name.value == "Cha Min-jun"


def test_ranks_agree_with_what_they_are_shortened_to() -> None:
    assert agree("General", "Lieutenant General")
    assert agree("Ambassador-at-Large", "Ambassador")
    assert not agree("Ambassador", "Mr.")


def test_spellings_are_compared_without_accents_and_capitals() -> None:
    assert folded("Łukasz O’Ðr-İz") == folded("lukasz o'dr-iz")
    assert is_one_slip("recieve", "receive")
    assert is_one_slip("panl", "panel")
    assert not is_one_slip("panel", "panel")
    assert not is_one_slip("pnael", "panels")
