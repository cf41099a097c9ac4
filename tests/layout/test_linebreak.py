"""Where lines end."""

from hypothesis import given
from hypothesis import strategies as st

from docgen.layout.linebreak import Item, Line, LineEnd, Look, NewLine, Piece, Space, Word, break_evenly, break_lines
from tests.style.classic import classic


def look() -> Look:
    return Look(classic().family.regular, 10, "#000000", "en")


def items(text: str) -> list[Item]:
    """Words and spaces; `/` stands for a forced line end."""
    found: list[Item] = []
    for word in text.split():
        if found and not isinstance(found[-1], NewLine):
            found.append(Space(Piece.of(" ", look())))
        found.append(NewLine() if word == "/" else Word((Piece.of(word, look()),)))
    return found


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def broken(text: str, measure: float) -> list[str]:
    return [words(line) for line in break_lines(items(text), measure)]


def test_lines_are_filled_and_end_at_spaces() -> None:
    assert broken("one two three four", 45) == ["one two", "three four"]


def test_no_line_begins_or_ends_with_a_space() -> None:
    lines = broken("an event hosted by the missions", 60)
    assert lines == [line.strip() for line in lines]


def test_a_forced_end_is_kept_even_twice() -> None:
    assert broken("one / two / / three", 200) == ["one", "two", "", "three"]


def test_nothing_makes_one_empty_line() -> None:
    assert broken("", 100) == [""]


def test_a_word_stays_whole_at_a_real_hyphen() -> None:
    assert broken("a civil-society event", 52) == ["a", "civil-society", "event"]


def test_only_a_word_wider_than_the_measure_is_divided() -> None:
    lines = break_lines(items("see https://example.org/a-very-long-address now"), 60)
    assert "".join(words(line) for line in lines if line.end is LineEnd.INSIDE).startswith("https://")
    assert words(lines[0]) == "see"
    assert all(line.width <= 60.001 for line in lines)


def test_a_combining_mark_stays_with_its_letter() -> None:
    lines = broken("q\u0307" * 20, 21)
    assert all(line.startswith("q") for line in lines)


def test_a_character_wider_than_the_measure_is_left_overfull() -> None:
    assert broken("WW", 2) == ["W", "W"]


def test_centred_lines_are_as_equal_as_they_can_be() -> None:
    title = items("Promoting the Global Instruments of Disarmament: The United Nations and the Nuclear Challenge")
    assert [words(line) for line in break_lines(title, 160)] == [
        "Promoting the Global Instruments of",
        "Disarmament: The United Nations and",
        "the Nuclear Challenge",
    ]
    assert [words(line) for line in break_evenly(title, 160)] == [
        "Promoting the Global Instruments",
        "of Disarmament: The United",
        "Nations and the Nuclear Challenge",
    ]


def test_evenness_never_adds_a_line_nor_divides_a_word() -> None:
    numbers = items("one two three four five six")
    assert len(break_evenly(numbers, 60)) == len(break_lines(numbers, 60)) == 2
    assert [words(line) for line in break_evenly(items("nonproliferation / a"), 100)] == ["nonproliferation", "a"]


@given(st.lists(st.text("abcdeWM.-éł", min_size=1, max_size=30), max_size=30), st.floats(20, 300))
def test_no_line_is_overfull_and_no_word_lost(text: list[str], measure: float) -> None:
    lines = break_lines(items(" ".join(text)), measure)
    assert all(line.width <= measure + 0.001 for line in lines)
    glue = {LineEnd.SPACE: " ", LineEnd.INSIDE: "", LineEnd.LAST: ""}
    assert "".join(words(line) + glue[line.end] for line in lines) == " ".join(text)
