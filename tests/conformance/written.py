"""Every Word file that docgen writes while tests run, kept until the last of them holds it against the validators.

What docgen writes in processes of their own, as a few tests let it, is not kept; they write what others write, too.
"""

from __future__ import annotations

import os

import pytest

from docgen.writers.docx import writer
from docgen.writers.writer import Edition

files: dict[bytes, str] = {}
"""The files, and the test that wrote each first."""


_DAMAGED_TEMPLATES = ("test_a_damaged_template_is", "test_styles_of_one_name_and")
"""Tests that give docgen a template which is damaged; what it writes into one is no sounder, and is not kept."""


def keep_files(patch: pytest.MonkeyPatch) -> None:
    """From now on keep what the Word writer writes."""
    kind = type(writer)
    genuine = kind.write

    def write(self: object, edition: Edition) -> bytes:
        data = genuine(self, edition)  # type: ignore[arg-type]
        test = os.environ.get("PYTEST_CURRENT_TEST", "").partition(" ")[0]
        if not test.partition("::")[2].startswith(_DAMAGED_TEMPLATES):
            files.setdefault(data, test)
        return data

    patch.setattr(kind, "write", write)
