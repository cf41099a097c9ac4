"""Nodes from bytes: places, limits, and what a file with mistakes still gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Severity
from docgen.reading.nodes import (
    Limits,
    Mapping,
    Node,
    Parsed,
    Scalar,
    Sequence,
    cut_by_comment,
    cut_in_name,
    missing_space,
    parse,
)

GOOD = """\
docgen: 1
title: "The Roundtable: Proliferation"   # the working title
hosts:
  - mission: Japan
    logo: pictures/japan.png
  - {name: 'the Stimson Center''s friends', to: x}
date: 2013-01-18
introduction: |
  Delegates *welcomed* the steps – “all of them”.

  - one
    - two
sections:
- heading: Opening
  speakers: [nishida, Ellen Laipson]
  body: >-
    It began
    at nine.

    It ended \U0001f600 Mu\u0308ller.
"""


def plain(node: Node | None) -> object:
    """Nodes as text, lists and dictionaries."""
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.text().value


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Mapping):
        return [scalar for key, value in node.entries for scalar in (key, *scalars(value))]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    return [node] if isinstance(node, Scalar) else []


def read(text: str, limits: Limits | None = None) -> Parsed:
    return parse("x.yaml", text.encode(), limits or Limits())


def codes(parsed: Parsed) -> list[str]:
    return [found.code for found in parsed.findings]


def test_a_good_file_is_read_without_a_word() -> None:
    parsed = read(GOOD)
    assert parsed.findings == ()
    assert parsed.broken == frozenset()
    assert plain(parsed.root) == {
        "docgen": "1",
        "title": "The Roundtable: Proliferation",
        "hosts": [
            {"mission": "Japan", "logo": "pictures/japan.png"},
            {"name": "the Stimson Center's friends", "to": "x"},
        ],
        "date": "2013-01-18",
        "introduction": "Delegates *welcomed* the steps – “all of them”.\n\n- one\n  - two\n",
        "sections": [
            {
                "heading": "Opening",
                "speakers": ["nishida", "Ellen Laipson"],
                "body": "It began at nine.\nIt ended \U0001f600 Müller.",
            }
        ],
    }


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_value_stands_where_it_was_written(mark: str, ending: str) -> None:
    parsed = read(mark + GOOD.replace("\n", ending))
    assert parsed.source.bom is bool(mark)
    written = {parsed.source.text[one.span.start : one.span.end] for one in scalars(parsed.root)}
    assert {"docgen", "Japan", '"The Roundtable: Proliferation"', "'the Stimson Center''s friends'"} <= written
    folded = next(text for text in written if text.startswith(">-"))
    assert folded == ending.join([">-", "    It began", "    at nine.", "", "    It ended \U0001f600 Mu\u0308ller."])


def test_lists_and_mappings_have_places_too() -> None:
    parsed = read("a:\n  - {b: c}\n  - [d, e]\n\n# end\n")
    assert isinstance(parsed.root, Mapping)
    value = parsed.root.entries[0][1]
    assert isinstance(value, Sequence)
    places = [parsed.source.text[node.span.start : node.span.end] for node in (value, *value.items)]
    assert places[1:] == ["{b: c}", "[d, e]"]
    assert places[0].startswith("- {b: c}")


def test_a_mended_value_is_the_value_that_was_written() -> None:
    parsed = read("title: Water: A Day\nvenue: @home\nhosts:\n  -Japan\n  -Poland\n")
    assert codes(parsed) == ["unquoted-colon", "unquoted-mark", "dash-without-space", "dash-without-space"]
    assert plain(parsed.root) == {"title": "Water: A Day", "venue": "@home", "hosts": ["Japan", "Poland"]}


def test_mistakes_in_several_entries_are_all_told() -> None:
    parsed = read('a: "x\nb: [1, 2\nc: ok\nd: *x* y\ne: z: w\n')
    assert codes(parsed) == ["unclosed-quote", "unclosed-bracket", "unquoted-mark", "unquoted-colon"]
    assert plain(parsed.root) == {"a": "x", "b": ["1", "2"], "c": "ok", "d": "*x* y", "e": "z: w"}


def test_an_entry_that_cannot_be_mended_is_given_up_by_name() -> None:
    parsed = read("title: x\nhosts: y\n- z\ndate: today\n")
    assert codes(parsed) == ["stray-entry"]
    assert parsed.broken == {"hosts"}
    assert plain(parsed.root) == {"title": "x", "date": "today"}


def test_a_second_mistake_on_the_same_line_follows_from_the_first() -> None:
    parsed = read('title: "a" b: c "d" e: f\ndate: today\n')
    assert codes(parsed) == ["text-after-quote"]


def test_a_flood_of_mistakes_ends_with_a_word_about_the_rest() -> None:
    parsed = read("".join(f"a{number}: x: y\n" for number in range(500)))
    assert codes(parsed)[-1] == "more-errors"
    assert len(parsed.findings) <= 101


def test_a_byte_of_another_encoding_does_not_hide_the_rest() -> None:
    parsed = parse("x.yaml", b"title: Gen\xe8ve\ndate: x: y\n", Limits())
    assert codes(parsed) == ["not-utf-8", "unquoted-colon"]
    assert plain(parsed.root) == {"title": "Genève", "date": "x: y"}
    assert parsed.source.position(parsed.findings[0].span.start) == (1, 11)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named_and_read(encoding: str) -> None:
    parsed = parse("x.yaml", GOOD.encode(encoding), Limits())
    assert codes(parsed) == ["not-utf-8"]
    assert encoding.upper()[:6] in parsed.findings[0].message
    assert plain(parsed.root) == plain(read(GOOD).root)


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("title: Panel #2", True),
        ("title: Panel # two", True),
        ("title: #MeToo", True),
        ("title: 'Panel' # two", False),
        ("title: Panel#2", False),
        ("title: panel # two", True),
        ("title: Panel  # two", True),
        ("title:  # to come", False),
        ("title: |  # text\n  x", False),
        ("title: {x: Panel}  # two", False),
        ("body:\n  It began,\n  and\n\n  # Then", True),
        ("body: It began.\n  # Then", True),
        ("body:\n  # First\n\n  it began.", True),
        ("body: |\n    It began.\n  # Then", True),
        ("body: 'It began.'\n  # Then", False),
        ("body: It began.\n# Then", False),
        ("body:\n  It began.\n# Then\n\n# Last", False),
        ("body:\n  # to come", False),
    ],
)
def test_a_number_sign_behind_words_cuts_them(line: str, *, cut: bool) -> None:
    root = read(line + "\n").root
    assert isinstance(root, Mapping)
    value = root.entries[0][1]
    assert (isinstance(value, Scalar) and cut_by_comment(value) is not None) is cut


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Room #2, Main Street", True),
        ("Room #2 Society", True),
        ("Room # 2", True),
        ("Room  #2", True),
        ("the Society #WaterForAll", True),
        ("Japan               # the Permanent Mission of Japan to the United Nations", False),
        ("Japan Society, New York, NY      # as written, or name/address/city/country", False),
        ("[nishida, Ellen Laipson]     # key, full name, or a surname", False),
        ("Japan # the first host", False),
        ("Japan  # 2 of 3", False),
        ("Japan  #first", False),
        ("Japan #", False),
        ("'Room'  #2", False),
        ("Room#2", False),
    ],
)
def test_a_name_is_cut_by_what_can_be_no_comment(line: str, *, cut: bool) -> None:
    names = scalars(read(f"venue: {line}\n").root)
    assert any(cut_in_name(name) is not None for name in names) is cut


def test_the_line_of_the_first_of_two_equal_keys_is_told() -> None:
    parsed = read('title: "a" b\n- x\n- y\nvenue: c\nvenue: d\n')
    assert [found.message for found in parsed.findings if found.code == "duplicate-key"] == [
        "'venue' stands here a second time; the first is in line 4"
    ]


def test_a_large_file_with_many_mistakes_is_answered_by_the_first_of_them() -> None:
    prose = "introduction: |\n" + "  Delegates welcomed the steps agreed.\n" * 150_000
    found = codes(read(prose + "".join(f"k{number}: a: b\n" for number in range(59))))
    assert found[0] == "unquoted-colon"
    assert found[-1] == "more-errors"


@pytest.mark.parametrize(
    ("line", "missing"),
    [("- mission:Japan", True), ("- https://un.org", False), ("- 'mission:Japan'", False), ("- Japan", False)],
)
def test_a_word_with_a_colon_in_it_was_meant_as_a_key(line: str, *, missing: bool) -> None:
    root = read(f"hosts:\n  {line}\n").root
    (value,) = [one for one in scalars(root) if one.value != "hosts"]
    found = missing_space(value)
    assert (found is not None) is missing


MUTATIONS = st.sampled_from(
    [
        *(
            "\t",
            " ",
            "  ",
            "\n",
            ":",
            ": ",
            " #",
            "#",
            "- ",
            "-",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            "*",
            "&",
            "!",
            "|",
            ">",
        ),
        *(
            "@",
            "`",
            "%",
            "?",
            ",",
            "\\",
            "\u00a0",
            "\u2028",
            "\x85",
            "\r",
            "\0",
            "\x07",
            "“",
            "”",
            "---\n",
            "...\n",
            "<<: ",
        ),
        *("\ufeff", "\u0301", "\U0001f600", "x", "= "),
    ]
)


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), MUTATIONS), min_size=1, max_size=6))
def test_whatever_is_done_to_a_file_it_is_answered_in_its_place(changes: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for at, removed, added in changes:
        text = text[:at] + added + text[at + removed :]
    assert_answered(read(text))


@given(st.binary(max_size=60), st.integers(0, len(GOOD)))
def test_any_bytes_are_answered_in_their_place(data: bytes, at: int) -> None:
    encoded = GOOD.encode()
    assert_answered(parse("x.yaml", encoded[:at] + data + encoded[at:], Limits()))
    assert_answered(parse("x.yaml", data, Limits()))


def assert_answered(parsed: Parsed) -> None:
    """Every place lies in the file, every value can be read, and a file without nodes has a finding."""
    size = len(parsed.source.text)
    for found in parsed.findings:
        assert found.severity is Severity.ERROR
        assert 0 <= found.span.start <= found.span.end <= size
        assert found.message
        assert found.advice
    for scalar in scalars(parsed.root):
        assert 0 <= scalar.span.start <= scalar.span.end <= size
        for text in (scalar.text(), scalar.prose()):
            if text.value:
                assert 0 <= text.span().start <= text.span().end <= size
    assert parsed.root is not None or parsed.findings


@pytest.mark.parametrize("name", ["2011-un-nuclear-challenge.yaml", "2013-turtle-bay-roundtable.yaml"])
def test_the_originals_are_read_without_a_word(name: str) -> None:
    path = Path(__file__).parent.parent / "originals" / name
    assert parse(name, path.read_bytes(), Limits()).findings == ()
