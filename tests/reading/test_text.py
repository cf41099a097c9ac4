"""Text as a value: whatever is cut from it still knows where it was written."""

from __future__ import annotations

import pickle
import time
import unicodedata
from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Span
from docgen.reading.text import MOST_COMPOSED, Prose, Text

PATH = "x.yaml"
LETTERS = st.sampled_from(
    [*"abcé –", "e\u0301", "q\u0323\u0307", "\u0301", "\u1100\u1161\u11a8", "가", "\u212b", "\U0001f600"]
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text joined from verbatim parts that stand apart, parts that follow each other, and escapes."""
    parts, at = [Text.verbatim("", PATH, 0)], 0
    for letters, gap, escaped in draw(
        st.lists(st.tuples(st.lists(LETTERS, max_size=5), st.integers(0, 3), st.booleans()))
    ):
        part = Text.verbatim("".join(letters), PATH, at + gap)
        parts.append(part.standing_for("&") if escaped and part else part)
        at = part.whole.end
    return Text.joined(parts)


def places(text: Text) -> list[tuple[str, int]]:
    return [(character, text.offset(index)) for index, character in enumerate(text.value)]


@given(texts(), st.integers(0, 30), st.integers(0, 30))
def test_a_slice_keeps_the_place_of_each_character(text: Text, start: int, end: int) -> None:
    assert places(text.slice(start, end)) == places(text)[start:end]


@given(texts())
def test_words_and_lines_keep_their_places(text: Text) -> None:
    assert [word.value for word in text.words()] == text.value.split()
    known = places(text)
    assert all(place in known for word in text.words() for place in places(word))


@given(texts())
def test_joining_the_slices_of_a_text_gives_the_text(text: Text) -> None:
    parts = [text.slice(index, index + 1) for index in range(len(text.value))]
    assert not parts or places(Text.joined(parts)) == places(text)


@given(texts())
def test_composed_text_stands_where_its_letters_stood(text: Text) -> None:
    composed = text.composed()
    assert composed.value == unicodedata.normalize("NFC", text.value)
    borders = {border for index in range(len(text)) for border in astuple(text.span(index, index + 1))[1:]}
    assert {place for _, place in places(composed)} <= borders
    assert composed.offset(len(composed)) == text.offset(len(text))


def test_breakpoints_are_few() -> None:
    parts = [Text.verbatim("water ", PATH, 6 * number) for number in range(1000)]
    assert len(Text.joined(parts).breaks) == 1
    assert len(Text.verbatim("Mu\u0308ller " * 10, PATH, 0).composed().breaks) == 11


def test_equal_steps_are_one_breakpoint() -> None:
    assert len(Text.verbatim("e\u0301" * 1000, PATH, 0).composed().breaks) == 1
    assert len(Text.verbatim("&amp;", PATH, 0).standing_for("&" * 1000).breaks) == 2
    escapes = [Text.verbatim("&amp;", PATH, 5 * number).standing_for("&") for number in range(1000)]
    assert len(Text.joined(escapes).breaks) == 1


def test_what_nobody_writes_by_hand_stays_as_it_is() -> None:
    composed = Text.verbatim("e\u0301" * (MOST_COMPOSED + 1), PATH, 0).composed()
    assert composed.value.endswith("\u00e9e\u0301")
    assert composed.offset(MOST_COMPOSED + 1) == 2 * MOST_COMPOSED + 1


def test_heaps_of_accents_are_read_in_no_time() -> None:
    started = time.process_time()
    Text.verbatim("a" + "\u0301\u0323" * 200_000, PATH, 0).composed()
    assert time.process_time() - started < 10


def test_long_texts_take_no_longer_by_the_letter() -> None:
    started = time.process_time()
    Text.verbatim("e\u0301 water " * 20_000, PATH, 0).composed()
    lines = Text.joined([Text.verbatim("a line of words\n", PATH, 20 * number) for number in range(20_000)])
    assert sum(1 for _ in lines.words()) == 80_000
    assert time.process_time() - started < 10


@given(texts())
def test_a_text_can_be_sent_to_another_process(text: Text) -> None:
    assert pickle.loads(pickle.dumps(text)) == text  # noqa: S301 (what was just written)


def test_generated_text_stands_for_the_whole_of_its_span() -> None:
    text = Text.generated("January 18, 2013", Span(PATH, 6, 16)).of_kind(Prose)
    assert text.slice(8, 10).span() == Span(PATH, 6, 16)
