"""Where lines end, and how they fill their measure."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.layout.fitting import LADDER
from docgen.layout.items import Item, Look, NewLine, vocabulary
from docgen.layout.linebreak import break_lines
from docgen.layout.lines import Line
from docgen.layout.page import LineEnd
from docgen.layout.shapes import BreakSettings
from docgen.style.model import Align
from tests.style.classic import classic

PLAIN = BreakSettings(scaling=0.0)
SCALED = BreakSettings(scaling=0.02)

PROSE = (
    "Experts underlined that the responsibility for nonproliferation does not rest with governments alone: "
    "counterparts in industry, the Secretary-General and civil-society organizations share it, whatever the "
    "circumstances of a particular international instrument may be."
)


def look(hyphenate: bool = True, capitals: bool = False) -> Look:
    return Look(classic().family.regular, 10, "#000000", "en", capitals, hyphenate=hyphenate)


def items(text: str, style: Look | None = None) -> list[Item]:
    """Words and spaces; `/` stands for a forced line end, `~` for a space that ties."""
    known = vocabulary(style or look())
    found: list[Item] = []
    for word in text.split():
        if found and not isinstance(found[-1], NewLine):
            found.append(known.space)
        if word == "/":
            found[-1:] = [NewLine()] if found and not isinstance(found[-1], NewLine) else [*found[-1:], NewLine()]
            continue
        for at, part in enumerate(word.split("~")):
            found += [known.tie, known.piece(part)] if at else [known.piece(part)]
    return found


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces).replace("\u00ad", "-")


def broken(
    text: str, measure: float, align: Align = Align.LEFT, settings: BreakSettings = PLAIN, style: Look | None = None
) -> list[str]:
    return [words(line) for line in break_lines(items(text, style), measure, align, settings)]


def filled(line: Line) -> float:
    """The width of a line, its spaces stretched and its letters scaled."""
    spaces = sum(piece.text == " " for piece in line.pieces)
    return (line.width + line.space * spaces) * line.scale


# ---- where lines end


def test_lines_are_filled_and_end_at_spaces() -> None:
    assert broken("one two three four", 45) == ["one two", "three four"]


def test_no_line_begins_or_ends_with_a_space() -> None:
    lines = broken("an event hosted by the missions", 60)
    assert lines == [line.strip() for line in lines]


def test_a_forced_end_is_kept_even_twice() -> None:
    assert broken("one / two / / three", 200) == ["one", "two", "", "three"]


def test_nothing_makes_one_empty_line() -> None:
    assert broken("", 100) == [""]


def test_words_are_divided_where_the_paragraph_could_not_be_set_well_without() -> None:
    assert broken(PROSE, 150, Align.JUSTIFY) == [
        "Experts underlined that the respon-",
        "sibility for nonproliferation does not",
        "rest with governments alone: counter-",
        "parts in industry, the Secretary-Gen-",
        "eral and civil-society organizations",
        "share it, whatever the circumstances",
        "of a particular international instru-",
        "ment may be.",
    ]


def test_fewer_are_divided_where_letters_may_be_scaled() -> None:
    assert broken(PROSE, 150, Align.JUSTIFY, SCALED) == [
        "Experts underlined that the responsi-",
        "bility for nonproliferation does not rest",
        "with governments alone: counterparts",
        "in industry, the Secretary-General and",
        "civil-society organizations share it,",
        "whatever the circumstances of a partic-",
        "ular international instrument may be.",
    ]


def test_a_paragraph_that_sets_well_is_not_divided() -> None:
    lines = broken(PROSE, 400, Align.JUSTIFY)
    assert not any(line.endswith("-") for line in lines)


def test_nothing_is_divided_that_is_declared_whole() -> None:
    lines = broken(PROSE, 120, Align.JUSTIFY, style=look(hyphenate=False))
    assert {line.split()[-1] for line in lines if line.endswith("-")} <= {"Secretary-", "civil-"}


def test_words_in_capitals_are_not_divided_by_added_hyphens() -> None:
    lines = broken(PROSE, 160, Align.JUSTIFY, style=look(capitals=True))
    assert {line.split()[-1] for line in lines if line.endswith("-")} <= {"SECRETARY-", "CIVIL-"}


def test_a_paragraphs_last_word_is_not_divided() -> None:
    assert broken("of the international responsibility", 100, Align.JUSTIFY)[-1] == "responsibility"


def test_lines_end_after_a_words_own_hyphens_dashes_and_strokes() -> None:
    assert broken("a civil-society event", 52) == ["a civil-", "society", "event"]
    assert broken("sanctions—measures", 60) == ["sanctions—", "measures"]
    assert broken("exporters/importers", 60) == ["exporters/", "importers"]


@pytest.mark.parametrize("word", ["e-mail", "AIS-B", "555-0100"])
def test_single_characters_and_numbers_stay_together_at_a_hyphen(word: str) -> None:
    assert broken(f"one {word} two", 40) == ["one", word, "two"]


def test_ragged_text_is_divided_only_where_a_word_is_too_wide() -> None:
    assert broken("an international day", 60) == ["an", "international", "day"]
    assert broken("an international day", 50) == ["an interna-", "tional day"]


def test_a_soft_hyphen_says_where_a_word_may_be_divided() -> None:
    assert broken("an inter\u00adnational day", 50)[0] == "an inter-"


def test_compounds_are_divided_inside_their_parts_too() -> None:
    assert "Secretary-Gen-" in broken("The Secretary-General spoke", 82, Align.JUSTIFY)[0]


def test_no_more_than_two_lines_in_a_row_end_inside_words() -> None:
    lines = break_lines(items(PROSE * 3), 100, Align.JUSTIFY, SCALED)
    run = longest = 0
    for line in lines:
        run = run + 1 if line.end.divides else 0
        longest = max(longest, run)
    assert 0 < longest <= LADDER


def test_what_is_tied_stays_together() -> None:
    assert broken("one two Mr.~Uden four", 50) == ["one two", "Mr. Uden", "four"]


def test_a_tie_breaks_before_a_line_is_overfull() -> None:
    assert broken("Ambassador~Herczyński", 60) == ["Ambassador", "Herczyński"]


def test_only_a_word_wider_than_the_measure_is_divided_anywhere_and_its_line_says_so() -> None:
    lines = break_lines(items("see https://example.org?a-very=long&address now"), 60, Align.LEFT, PLAIN)
    assert [(words(line), line.end) for line in lines] == [
        ("see", LineEnd.SPACE),
        ("https://exampl", LineEnd.FORCED),
        ("e.org?a-very=", LineEnd.FORCED),
        ("long&address", LineEnd.SPACE),
        ("now", LineEnd.LAST),
    ]


def test_a_combining_mark_stays_with_its_letter() -> None:
    lines = broken("q\u0307" * 20, 21)
    assert len(lines) > 1
    assert all(line.startswith("q") for line in lines)


def test_a_character_wider_than_the_measure_is_left_overfull() -> None:
    assert broken("WW", 2) == ["W", "W"]


# ---- how lines fill their measure


@pytest.mark.parametrize("settings", [PLAIN, SCALED, BreakSettings(protrusion=True)])
def test_justified_lines_are_exactly_as_wide_as_their_measure(settings: BreakSettings) -> None:
    *lines, last = break_lines(items(PROSE), 150, Align.JUSTIFY, settings)
    hanging = 3.0 if settings.protrusion else 0.0
    assert [filled(line) for line in lines] == pytest.approx([150] * len(lines), abs=0.001 + hanging)
    assert filled(last) <= 150


def test_letters_are_scaled_by_no_more_than_allowed() -> None:
    lines = break_lines(items(PROSE), 150, Align.JUSTIFY, SCALED)
    assert {1.0} < {line.scale for line in lines}
    assert all(0.98 <= line.scale <= 1.02 for line in lines)
    assert {line.scale for line in break_lines(items(PROSE), 150, Align.JUSTIFY, PLAIN)} == {1.0}


def test_scaling_spares_spaces_and_hyphens() -> None:
    def widest(settings: BreakSettings) -> float:
        return max(line.space for line in break_lines(items(PROSE * 2), 150, Align.JUSTIFY, settings))

    assert widest(SCALED) < widest(PLAIN)


def test_lines_around_a_river_are_chosen_anew() -> None:
    # At the least cost, its river forgotten, the line of "ket," would end with "birth of a".
    text = (
        "He noted that many countries aspiring to be nuclear states do not have the capacity to build crucial "
        "elements, such as reactors, centrifuges, and water pumps, themselves, nor can they easily create a home-based "
        "industry to create nuclear plants. There is therefore an inherent dependence on the international market, "
        "which then leads to the birth of a smuggling network. Sanctions may hurt countries."
    )
    assert broken(text, 162, Align.JUSTIFY, SCALED)[6:10] == [
        "plants. There is therefore an inherent",
        "dependence on the international mar-",
        "ket, which then leads to the birth of",
        "a smuggling network. Sanctions may hurt",
    ]


def test_hanging_punctuation_stands_over_the_edge() -> None:
    hanging = BreakSettings(protrusion=True)
    lines = break_lines(items("“" + "Aye, no, oh, so. " * 12), 100, Align.JUSTIFY, hanging)
    assert lines[0].hang > 0
    assert all(filled(line) > 100.5 for line in lines[:-1] if words(line)[-1] in ",.")


def test_ragged_lines_are_neither_stretched_nor_scaled() -> None:
    lines = break_lines(items(PROSE), 150, Align.LEFT, SCALED)
    assert {(line.space, line.scale) for line in lines} == {(0.0, 1.0)}


def test_a_title_may_well_be_broken_behind_a_colon_and_hardly_inside_a_word() -> None:
    assert broken("A Global View of the WMD Landscape: Trends and Challenges", 170, Align.CENTRE) == [
        "A Global View of the WMD Landscape:",
        "Trends and Challenges",
    ]
    assert broken("Keynote Address: Secretary-General Ban Ki-moon", 145, Align.CENTRE) == [
        "Keynote Address:",
        "Secretary-General Ban Ki-moon",
    ]


def test_headings_are_balanced() -> None:
    heading = items("The impact of the diffusion of illicit weapons on human security and economic development")
    full, balanced = (break_lines(heading, 170, Align.LEFT, PLAIN, balance) for balance in (False, True))
    assert words(full[-1]) == "development"
    assert words(balanced[-1]) == "and economic development"
    assert len(full) == len(balanced)


def test_centred_lines_are_few_and_equal() -> None:
    title = "Promoting the Global Instruments of Disarmament, the United Nations and the Nuclear Challenge"
    assert broken(title, 160, Align.CENTRE) == [
        "Promoting the Global Instruments",
        "of Disarmament, the United",
        "Nations and the Nuclear Challenge",
    ]
    assert len(broken("one two three four five six", 60, Align.CENTRE)) == 2


# ---- whatever the text


@pytest.mark.parametrize("word", ["x" * 20_000, "xy-" * 7_000, "ß" * 10_000, "—" * 20_000])
def test_a_word_of_any_length_takes_little_time(word: str) -> None:
    begun = process_time()
    break_lines(items(word), 200, Align.JUSTIFY, PLAIN)
    break_lines(items(word, look(capitals=True)), 200, Align.LEFT, PLAIN)
    assert process_time() - begun < 20


TEXTS = st.lists(st.text("abcdeWM.,-éł—/", min_size=1, max_size=30), max_size=30)
SETTINGS = st.builds(BreakSettings, st.sampled_from([0.0, 0.02]), st.booleans())
HANG = 3.0


@given(TEXTS, st.floats(20, 300), st.sampled_from(Align), SETTINGS)
def test_no_line_is_overfull_and_no_word_lost(
    text: list[str], measure: float, align: Align, settings: BreakSettings
) -> None:
    found: list[Item] = []
    known = vocabulary(look())
    for word in text:
        found += [known.space, known.piece(word)] if found else [known.piece(word)]
    lines = break_lines(found, measure, align, settings)
    over = 2 * HANG if settings.protrusion and align is Align.JUSTIFY else 0.01
    assert all(filled(line) <= measure + over for line in lines)
    joined = "".join(
        "".join(piece.written for piece in line.pieces).removesuffix("\u00ad")
        + (" " if line.end is LineEnd.SPACE else "")
        for line in lines
    )
    assert joined == " ".join(text)


@given(TEXTS, st.floats(20, 300))
def test_the_same_text_is_broken_the_same_way(text: list[str], measure: float) -> None:
    found = items(" ".join(text))
    vocabulary.cache_clear()
    assert break_lines(found, measure) == break_lines(items(" ".join(text)), measure)
