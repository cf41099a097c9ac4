"""The table `originals/recall.md`: what is found in the originals and what is missed, class by class, and why.

python -m tests.checks.defects_table      prints it as it would be now
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping
from functools import cache

from tests.checks import defects
from tests.checks.defects import ORIGINALS, RULES, Row, Told, found, inconsistent, original, table, wrong
from tests.test_originals import corrections

MISSED = ORIGINALS / "missed.tsv"

BOUNDS = {"wrong": (46, 52), "inconsistent": (0, 35)}
"""How many rows have to be found at least: by the rules that are on by themselves, by all."""

MOST_UNEXPLAINED = 8
"""How many findings, by the rules that are on by themselves, may stand in no row."""

HEAD = """# What docgen finds in the originals

Written by `pytest tests/checks/test_defects.py --update`; `tests/checks/defects.py` brings rows and findings together.
*Default* are the rules that are on by themselves, *all* with those that one has to ask for."""

NOTE = """*Wrong* is without the classes grammar and head-markup and without B119, *inconsistent* without grammar,
whitespace, markup and head-markup: a file of YAML has nothing of the kind, or it takes a parser of sentences."""


@cache
def default() -> tuple[Told, ...]:
    """What the rules find that are on by themselves."""
    return defects.findings("default")


@cache
def every() -> tuple[Told, ...]:
    """What all rules find."""
    return defects.findings("all")


@cache
def missed() -> tuple[Row, ...]:
    """The rows that no rule finds."""
    seen = found(table(), every())
    return tuple(row for row in table() if row not in seen)


@cache
def reasons() -> Mapping[str, str]:
    """Why a row is missed, by its id or by its class."""
    with MISSED.open(encoding="utf-8", newline="") as file:
        return {row["what"]: row["why"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def reason(row: Row) -> str:
    """Why a row is missed: its own reason, or else that of its class; empty where there is none."""
    return reasons().get(row.id) or reasons().get(row.kind) or ""


def text() -> str:
    """All of `recall.md`."""
    parts = {
        HEAD: _figures(),
        NOTE: _total(),
        "## Class by class": _classes(),
        "## Missed\n\nby all rules together.": _missed(),
        "## Found, and in no row\n\nby the rules that are on by themselves.": _beyond(),
        "## Changed on review\n\nThe corrections of these reports do not do what these rows propose.": _reviewed(),
    }
    return "\n\n".join(f"{head}\n\n{body}" for head, body in parts.items()) + "\n"


def _figures() -> str:
    return _columns(
        ("", "rows:", "default:", "at least:", "all:", "at least:"),
        (
            (name, len(rows), len(found(rows, default())), least[0], len(found(rows, every())), least[1])
            for name, rows, least in (
                ("wrong (severity 1)", wrong(), BOUNDS["wrong"]),
                ("inconsistent (severity 2)", inconsistent(), BOUNDS["inconsistent"]),
                ("the whole table", table(), (0, 0)),
            )
        ),
    )


def _total() -> str:
    beyond = len(defects.unexplained(default()))
    return f"Of {len(default())} findings by default {beyond} stand in no row; {MOST_UNEXPLAINED} may."


def _classes() -> str:
    by_default = found(table(), default())
    lines = []
    for kind, names in sorted(RULES.items()):
        rows = [row for row in table() if row.kind == kind]
        lost = [row.id for row in rows if row in missed()]
        seen = sum(row in by_default for row in rows)
        lines.append((kind, len(rows), seen, len(rows) - len(lost), ", ".join(lost), ", ".join(names)))
    return _columns(("class", "rows:", "default:", "all:", "missed", "rules"), lines)


def _missed() -> str:
    lines = ((row.id, row.severity, row.kind, _short(row.string), reason(row)) for row in missed())
    return _columns(("row", "severity:", "class", "words", "because"), lines)


def _beyond() -> str:
    lines = (
        (
            *(one.file, one.line, one.finding.code),
            *("; ".join(_short(original(one.file)[start:end]) for start, end in one.places), one.finding.message),
        )
        for one in defects.unexplained(default())
    )
    return _columns(("report", "line of the file:", "rule", "words", "says"), lines)


def _reviewed() -> str:
    decided = {row.id: row for row in corrections() if row.decision != "accept"}
    lines = (
        (row.id, row.kind, _short(row.string), row.right, decided[row.id].why) for row in table() if row.id in decided
    )
    return _columns(("row", "class", "words", "proposed", "decided"), lines)


def _columns(heads: tuple[str, ...], lines: Iterable[tuple[object, ...]]) -> str:
    """A table of Markdown; columns whose head ends in a colon hold numbers, of which 0 is left out."""
    rules = "|".join("--:" if head.endswith(":") else "---" for head in heads)
    rows = ["| " + " | ".join("" if cell == 0 else _cell(str(cell)) for cell in line) + " |" for line in lines]
    return "\n".join(["| " + " | ".join(head.rstrip(":") for head in heads) + " |", f"|{rules}|", *rows])


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("*", "\\*").replace("\n", " ")


if __name__ == "__main__":
    sys.stdout.write(text())
