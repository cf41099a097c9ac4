"""An expression is a pattern in everything but the moment when it is compiled."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import docgen
from docgen.expressions import Late, regex


def test_it_has_all_that_a_pattern_has() -> None:
    compiled = re.compile(r"(?P<first>\w)(\d*)", re.IGNORECASE)
    for name in dir(compiled):
        if not name.startswith("_"):
            late = regex(r"(?P<first>\w)(\d*)", re.IGNORECASE)
            asked, expected = getattr(late, name), getattr(compiled, name)
            assert asked("A12 b") is not None if name in ("match", "search") else callable(asked) == callable(expected)
    late = regex(r"(?P<first>\w)(\d*)", re.IGNORECASE)
    assert late.findall("A12 b") == compiled.findall("A12 b")
    assert [found.span() for found in late.finditer("A12 b", 1)] == [(1, 3), (4, 5)]
    assert late.sub(r"\2\1", "A12 b") == "12A b"
    assert (late.pattern, late.flags, late.groups) == (compiled.pattern, compiled.flags, compiled.groups)
    with pytest.raises(AttributeError):
        late.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_it_is_compiled_when_it_is_asked() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("x")


def expressions() -> Iterator[tuple[str, Late]]:
    for module in pkgutil.walk_packages(docgen.__path__, "docgen."):
        if not module.name.endswith("__main__"):
            held = vars(importlib.import_module(module.name))
            yield from ((f"{module.name}.{name}", value) for name, value in held.items() if isinstance(value, Late))


def test_every_one_in_docgen_can_be_compiled() -> None:
    faults = []
    count = 0
    for name, late in expressions():
        try:
            late.pattern  # noqa: B018
            count += 1
        except re.error as fault:
            faults.append(f"{name}: {fault}")
    assert faults == []
    assert count > 200
