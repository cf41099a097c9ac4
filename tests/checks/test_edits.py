"""Whatever stands in a file, it is looked at, and no fix breaks it. `benchmarks.edits` tries thousands more."""

from __future__ import annotations

from hypothesis import given, settings

from tests.checks.edits import Files, edited_reports, reports, survive


def test_there_is_something_to_find_for_every_rule() -> None:
    assert len(reports()) > 100


@settings(max_examples=100)
@given(edited_reports())
def test_a_report_edited_at_random_is_looked_at_and_no_fix_breaks_it(files: Files) -> None:
    survive(files)
