"""Programs that some tests need beside docgen: found, or the test is skipped, or, in CI, fails."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def is_thorough() -> bool:
    """Whether every test runs in full, as in CI: nothing is skipped, and nothing stands for the rest."""
    return bool(os.environ.get("DOCGEN_REQUIRE_PROGRAMS"))


def require(program: str) -> str:
    """The path of a program (`pdftotext`, `soffice`, …).

    Where it is not installed the test is skipped, saying so; with `DOCGEN_REQUIRE_PROGRAMS` set, as `.ci/run` sets
    it, the test fails instead, so that no check is lost without a word.
    """
    found = shutil.which(program)
    if found:
        return found
    if is_thorough():
        pytest.fail(f"{program} is not installed", pytrace=False)
    pytest.skip(f"{program} is not installed")
