"""A test that lacks a program is skipped where a person runs it, and fails in CI."""

from __future__ import annotations

import sys

import pytest

from tests.programs import require


def test_a_program_is_found() -> None:
    assert require(sys.executable) == sys.executable


def test_a_missing_program_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCGEN_REQUIRE_PROGRAMS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="typesetter-of-old is not installed"):
        require("typesetter-of-old")


def test_a_missing_program_fails_the_test_where_all_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_REQUIRE_PROGRAMS", "1")
    with pytest.raises(pytest.fail.Exception, match="typesetter-of-old is not installed"):
        require("typesetter-of-old")
