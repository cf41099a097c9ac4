"""Files made to exhaust docgen are refused with a placed error. What they cost is measured in `benchmarks/`."""

from __future__ import annotations

import pytest

from benchmarks.hostile import INPUTS
from docgen.findings import Severity
from docgen.reading.limits import Limits
from docgen.reading.nodes import Parsed, parse

# What is refused as a whole, and the line and column where it gets too much.
REFUSED = {
    "1,000,000 keys": ("too-many-nodes", 100_000, 6),
    "100,000 brackets": ("too-deep", 1, 51),
    "100,000 braces": ("too-deep", 1, 51),
    "100,000 pairs of brackets": ("too-deep", 1, 51),
    "100,000 dashes": ("too-deep", 1, 101),
    "100,000 question marks": ("too-deep", 1, 101),
    "a 10 MB scalar": ("file-too-large", 1, 1),
}


def read(name: str) -> Parsed:
    return parse("hostile.yaml", INPUTS[name]())


@pytest.mark.parametrize("name", REFUSED)
def test_what_passes_a_limit_is_refused_where_it_does(name: str) -> None:
    parsed = read(name)
    (found,) = parsed.findings
    assert (found.severity, found.code) == (Severity.ERROR, REFUSED[name][0])
    assert parsed.source.position(found.span.start) == REFUSED[name][1:]
    assert found.advice


@pytest.mark.parametrize("name", [name for name in INPUTS if name not in REFUSED])
def test_what_is_only_large_is_read_or_answered_in_its_place(name: str) -> None:
    parsed = read(name)
    assert parsed.root is not None or parsed.findings
    for found in parsed.findings:
        assert found.severity is Severity.ERROR
        assert found.span.path == "hostile.yaml"
        assert 0 <= found.span.start <= found.span.end <= len(parsed.source.text)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: {b: [c]}", Limits(depth=3)),
        ("a: b\nc: d\n", Limits(nodes=5)),
        ("a: bc\n", Limits(bytes=6)),
    ],
)
def test_what_just_keeps_a_limit_is_read(text: str, limits: Limits) -> None:
    assert parse("x.yaml", text.encode(), limits).findings == ()


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        ("a: {b: [c]}", Limits(depth=2), "too-deep"),
        ("a: {b: []}", Limits(depth=2), "too-deep"),
        ("a: b\nc: d\n", Limits(nodes=4), "too-many-nodes"),
        ("a: bc\n", Limits(bytes=5), "file-too-large"),
    ],
)
def test_a_limit_can_be_set(text: str, limits: Limits, code: str) -> None:
    assert [found.code for found in parse("x.yaml", text.encode(), limits).findings] == [code]
