"""Every file that docgen writes while tests run, kept until the last of them holds it against the validators.

What docgen writes in processes of their own, as a few tests let it, is not kept; they write what others write, too.
"""

from __future__ import annotations

import os

import pytest

from docgen.writers import writer
from docgen.writers.writer import Edition

FORMATS = ("docx", "pdf")

files: dict[str, dict[bytes, str]] = {name: {} for name in FORMATS}
"""The files of each format, and the test that wrote each first."""

_UNSOUND_BY_INTENT = ("test_a_damaged_template_is", "test_styles_of_one_name_and")
"""Tests that give docgen a template which is damaged; what it writes into one is no sounder, and is not kept."""


def keep_files(patch: pytest.MonkeyPatch) -> None:
    """From now on keep what the writers write."""
    for name in FORMATS:
        _keep(patch, name)


def _keep(patch: pytest.MonkeyPatch, name: str) -> None:
    kind = type(writer(name))
    genuine = kind.write

    def write(self: object, edition: Edition) -> bytes:
        data = genuine(self, edition)  # type: ignore[arg-type]
        test = os.environ.get("PYTEST_CURRENT_TEST", "").partition(" ")[0]
        if not test.partition("::")[2].startswith(_UNSOUND_BY_INTENT):
            files[name].setdefault(data, test)
        return data

    patch.setattr(kind, "write", write)
