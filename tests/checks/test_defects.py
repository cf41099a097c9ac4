"""The proof-reader on texts it was not made for: what it finds in the uncorrected originals, and what it misses.

`originals/recall.md` tells it class by class; `pytest --update` writes it down anew. Why something is missed is said
in `originals/missed.tsv`, by row or, where it is the same for all, by class.
"""

from __future__ import annotations

import pytest

from docgen.checks.registry import rules
from tests.checks import defects, defects_table
from tests.checks.defects import LONGER, ORIGINALS, RULES, found, inconsistent, original, table, wrong
from tests.checks.defects_table import BOUNDS, MISSED, MOST_UNEXPLAINED, default, every, missed, reason, reasons

RECALL = ORIGINALS / "recall.md"


@pytest.mark.parametrize("letter", defects.REPORTS)
def test_a_word_stands_in_both_files(letter: str) -> None:
    """All of the original's words have a place in the YAML file, but for labels that the content language replaces."""
    text, known = original(letter), set(defects.aligned(letter).values())
    lost = {text[at] for at in range(len(text)) if at not in known and not text[at].isspace()}
    assert lost <= set("#*Date:Location:"), "marks of headings, and labels"


def test_the_table_has_as_many_rows_as_its_bounds_are_for() -> None:
    assert (len(wrong()), len(inconsistent())) == (54, 57)


def test_most_of_what_is_wrong_is_found() -> None:
    by_default, by_all = BOUNDS["wrong"]
    assert len(found(wrong(), default())) >= by_default
    assert len(found(wrong(), every())) >= by_all


def test_most_of_what_is_inconsistent_is_found() -> None:
    _, by_all = BOUNDS["inconsistent"]
    assert len(found(inconsistent(), every())) >= by_all


def test_hardly_anything_is_found_that_no_row_explains() -> None:
    assert len(defects.unexplained(default())) <= MOST_UNEXPLAINED


def test_a_finding_far_longer_than_a_row_is_not_explained_by_it() -> None:
    row = next(row for row in table() if row.id == "A058")
    assert row.explains((row.start, row.end + LONGER), "unknown-word")
    assert not row.explains((row.start, row.end + LONGER + 1), "unknown-word")
    assert not row.explains((row.end, row.end + 1), "unknown-word")
    assert not row.explains((row.start, row.end), "repeated-word")


def test_the_rules_of_the_classes_are_rules() -> None:
    assert {row.kind for row in table()} == set(RULES)
    assert {name for names in RULES.values() for name in names} <= set(rules())


def test_whatever_is_missed_has_its_reason() -> None:
    unsaid = [row.id for row in missed() if not reason(row)]
    assert not unsaid, "say why, in missed.tsv"
    needless = set(reasons()) - {row.id for row in missed()} - {row.kind for row in missed()}
    assert not needless, "these are found, or are no rows: take them out of missed.tsv"
    assert len(MISSED.read_text("utf-8").splitlines()) == len(reasons()) + 1, "a reason is given twice"


def test_what_is_found_is_written_down(update: bool) -> None:
    text = defects_table.text()
    if update:
        RECALL.write_text(text, encoding="utf-8")
    assert RECALL.read_text("utf-8") == text
