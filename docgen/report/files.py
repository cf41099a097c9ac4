"""What the files of a folder of reports are called."""

from __future__ import annotations

SHARED = "docgen.yaml"
"""What the reports of a folder have in common; each may say otherwise."""


def is_report(name: str) -> bool:
    """Whether a file of this name in a folder of reports is one of them."""
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".") and name != SHARED
