"""What veraPDF's rules say, in plain words: a table of the commonest, and its own words for the others."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from docgen.conformance.pdf.verapdf.engine import Failure
from docgen.records import dataclass

_TABLE = "rules.tsv"
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Wording:
    """A failure as a person is told it: what it is called, what is wrong, what to do."""

    code: str
    words: str
    advice: str


def word(failure: Failure) -> Wording:
    """A failure in words. Rules that docgen's own rules know as well have the code of these."""
    standard = "ua" if failure.specification.startswith("ISO 14289") else "a"
    rows = table()
    for test in (str(failure.test), _ANY):
        if found := rows.get((standard, failure.clause, test)):
            return found
    code = f"pdf-{standard}-{failure.clause}-{failure.test}"
    said = " ".join(failure.said.split())
    return Wording(code, said[:1].lower() + said[1:] if said[1:2].islower() else said, "")


@cache
def table() -> Mapping[tuple[str, str, str], Wording]:
    """The table; its first line tells what it is, the second names its columns."""
    lines = resources.files(__package__).joinpath(_TABLE).read_text("utf-8").splitlines()[1:]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {
        (row["standard"], row["clause"], row["test"]): Wording(row["code"], row["words"], row["advice"]) for row in rows
    }
