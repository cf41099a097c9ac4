"""Reporters: findings in the form that a reader or a program wants; one module per form, each with a `report`."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from docgen.reporters.run import Run

FORMS = ("text", "json", "sarif", "github", "junit")
"""The forms there are, the usual one first."""


def reporter(form: str) -> Callable[[Run], str]:
    """What tells a run in one of the forms."""
    report: Callable[[Run], str] = importlib.import_module(f"{__name__}.{form}").report
    return report
