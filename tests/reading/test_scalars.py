"""A value read from any of YAML's five styles, and the place of each of its letters."""

from __future__ import annotations

import re
import unicodedata

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.reading.flow_scalars import ESCAPES
from docgen.reading.nodes import Mapping, Scalar, parse
from docgen.reading.text import Text

LETTERS = ["a", "B", "é", "e\u0301", "ł", "\U0001f600", "q\u0323\u0307", "\u0301", "“", "-", "- ", "1.", "*", "|", "ö"]
BLANKS = [" ", "  ", "\n", "\n\n", "\n  ", "\n \n"]
ESCAPED = [
    "\\n",
    "\\t",
    "\\x41",
    "\\u0142",
    "\\U0001F600",
    "\\u0301",
    '\\"',
    "\\\\",
    "\\/",
    "\\ ",
    "\\\n",
    "\\\n\n  ",
    "\\_",
]
PIECES = {
    "": [*LETTERS, *BLANKS, "x"],
    "'": [*LETTERS, *BLANKS, "''", "#", ": "],
    '"': [*LETTERS, *BLANKS, *ESCAPED, "'", "#", ": "],
    "|": [*LETTERS, *BLANKS, "#", ": ", '"', "\\n"],
    ">": [*LETTERS, *BLANKS, "#", ": ", '"', "\\n"],
}
HEADERS = ["", "-", "+", "2", "2-", "+3", " # words"]
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


@st.composite
def written(draw: st.DrawFn, style: str) -> str:
    """A file with one value of a style, deep or not, with any line ends, with a byte order mark or without."""
    inside = "".join(draw(st.lists(st.sampled_from(PIECES[style]), max_size=14)))
    depth = draw(st.sampled_from([0, 2, 4]))
    margin = " " * (depth + 2)
    if style in ("|", ">"):
        value = style + draw(st.sampled_from(HEADERS)) + "\n" + margin + inside.replace("\n", "\n" + margin)
    else:
        opening = draw(st.sampled_from(["", "\n" + margin]))
        value = opening + style + inside.replace("\n", "\n" + margin) + style
    ending = draw(st.sampled_from(["\n", "", "\n\n\n", "\nlast: é\n", "\n# words\n"]))
    above = "".join(f"{' ' * level}k{level}:\n" for level in range(0, depth, 2))
    text = f"{above}{' ' * depth}key: {value}{ending}"
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def found_value(text: str) -> Scalar | None:
    """The value of `key`; None for a file that YAML does not take, or takes for something else."""
    parsed = parse("x.yaml", text.encode())
    node = None if parsed.findings else parsed.root
    while isinstance(node, Mapping) and node.entries:
        key, node = node.entries[0]
        if key.value == "key":
            return node if isinstance(node, Scalar) else None
    return None


def the_value(text: str) -> Scalar:
    scalar = found_value(text)
    assert scalar is not None
    return scalar


def drawn_value(data: st.DataObject, style: str) -> Scalar:
    scalar = found_value(data.draw(written(style)))
    assume(scalar is not None)
    assert scalar is not None
    return scalar


def decoded(written: str, style: str) -> str:
    """What a piece of the source stands for, by a reading of its own."""
    if style == "'":
        return written.replace("''", "'")
    return _ESCAPE.sub(_letter, written) if style == '"' else written


def _letter(found: re.Match[str]) -> str:
    mark = found.group(1)
    return chr(int(mark[1:], 16)) if mark[0] in "xuU" and len(mark) > 1 else ESCAPES.get(mark, mark)


def assert_placed(text: Text, scalar: Scalar) -> None:
    """Every visible character stands where it was written, as itself, composed of what stands there, or escaped."""
    for index, character in enumerate(text.value):
        if character.isspace():
            continue
        span = text.span(index, index + 1)
        cluster = index
        while span.start == span.end:  # a further character of what was written as one
            cluster -= 1
            span = text.span(cluster, index + 1)
        piece = scalar.source.text[span.start : span.end]
        assert character in unicodedata.normalize("NFC", decoded(piece, scalar.style)), (character, piece)
        assert scalar.span.start <= span.start < span.end <= scalar.span.end


@pytest.mark.parametrize("style", list(PIECES))
@given(data=st.data())
def test_a_value_is_what_yaml_makes_of_it_and_every_letter_has_its_place(style: str, data: st.DataObject) -> None:
    scalar = drawn_value(data, style)
    text = scalar.text()
    assert text.value == unicodedata.normalize("NFC", scalar.value)
    assert_placed(text, scalar)


@pytest.mark.parametrize("style", list(PIECES))
@given(data=st.data())
def test_prose_has_the_same_letters_as_the_value_each_in_its_place(style: str, data: st.DataObject) -> None:
    scalar = drawn_value(data, style)
    prose = scalar.prose()
    assert "".join(prose.value.split()) == "".join(unicodedata.normalize("NFC", scalar.value).split())
    assert_placed(prose, scalar)


@given(data=st.data())
def test_the_value_itself_is_that_of_the_yaml_library(data: st.DataObject) -> None:
    style = data.draw(st.sampled_from(list(PIECES)))
    scalar = drawn_value(data, style)
    loaded = yaml.load(scalar.source.text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes only strings)
    while "key" not in loaded:
        loaded = next(iter(loaded.values()))
    assert scalar.value == loaded["key"]


def prose(text: str) -> str:
    return the_value(text).prose().value


LIST = "Two points:\n\n- one\n- two\n  - nested\n\nThe end."


@pytest.mark.parametrize(
    "written",
    [
        "key: |\n  Two points:\n\n  - one\n  - two\n    - nested\n\n  The end.\n",
        "key: >\n  Two points:\n\n  - one\n  - two\n    - nested\n\n  The end.\n",
        "key: >-\n  Two points:\n\n  - one\n  - two\n    - nested\n\n  The end.\n\n",
        "key: |2\n  Two points:\n\n  - one\n  - two\n    - nested\n\n  The end.\n",
        'key: "Two points:\n\n  - one\n  - two\n    - nested\n\n  The end."\n',
        "key: 'Two points:\n\n  - one\n  - two\n    - nested\n\n  The end.'\n",
        "key:\n  'Two points:\n\n  - one\n  - two\n    - nested\n\n  The end.'\n",
    ],
    ids=["|", ">", ">-", "|2", "double quotes", "single quotes", "quotes on the next line"],
)
def test_a_list_in_prose_stays_a_list_in_any_style(written: str) -> None:
    assert prose(written) == LIST


def test_a_list_in_plain_prose_stays_a_list() -> None:
    assert prose("key: Two points\n\n  - one\n  - two\n    - nested\n") == "Two points\n\n- one\n- two\n  - nested"
    assert prose("key:\n  Two points\n\n  - one\n    - nested\n") == "Two points\n\n- one\n  - nested"


def test_windows_line_ends_are_line_ends() -> None:
    assert prose("key: |\r\n  One.\r\n\r\n  Two.\r\n") == "One.\n\nTwo."
    assert the_value("key: one\r\n  two\r\n").text().value == "one two"


def test_an_escaped_line_end_joins_two_lines() -> None:
    assert prose('key: "disarma\\\n  ment"\n') == "disarmament"


def test_two_spaces_at_the_end_of_a_line_stay_for_markdown() -> None:
    assert prose("key: |\n  One,  \n  two.\n") == "One,  \ntwo."


def test_letters_of_macos_are_composed_and_keep_their_place() -> None:
    text = the_value("key: Mu\u0308ftu\u0308og\u0306lu here\n").text()
    assert text.value == "Müftüoğlu here"
    at = text.span(text.value.index("ğ"), text.value.index("ğ") + 1)
    assert the_value("key: Mu\u0308ftu\u0308og\u0306lu here\n").source.text[at.start : at.end] == "g\u0306"
    assert text.span(10).start == 5 + 13


@pytest.mark.parametrize("written", ["no", "2013", "1e3", "2024-13-01", "0x1F", "1_000", "Yes", "~x", "12:30:45"])
def test_nothing_is_guessed_from_a_value(written: str) -> None:
    assert the_value(f"key: {written}\n").text().value == written


@pytest.mark.parametrize(("written", "null"), [("", True), ("~", True), ("null", True), ("'~'", False), ('""', False)])
def test_nothing_written_is_told_from_an_empty_text(written: str, *, null: bool) -> None:
    assert the_value(f"key: {written}\n").is_null is null
