"""The record of a report as JSON, for programs. Pictures are named by their digests, not held."""

from __future__ import annotations

import json
from dataclasses import asdict

from docgen.evidence.record import Record

FORM = 1
"""The version of the form; a key that changes its meaning or goes gets another."""


def data(record: Record) -> bytes:
    """The record as a JSON file."""
    said = {"form": FORM, **asdict(record)}
    for picture in said["pictures"]:
        del picture["data"]
    for one, contrast in zip(said["contrasts"], record.contrasts, strict=True):
        one |= {"ratio": round(contrast.ratio, 2), "passes": contrast.passes}
    for one, question in zip(said["questions"], record.questions, strict=True):
        one["open"] = question.is_open
    return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
