"""Broken Word files: each is a sound one with one small fault, and somebody must see it.

Three look at them: docgen's own rules and openxml-audit, both here, and the Open XML SDK, in CI. The cases in
`tests/cases/word` say for each fault what docgen says of it and which of the others find it; together none may pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from docgen.conformance.kind import Examined
from docgen.conformance.word import examine, rules
from docgen.reporters.text import report_text
from tests.cases import FOLDER, Case, Example, find_cases
from tests.conformance.audit import audit_errors
from tests.conformance.breaking import broken
from tests.conformance.sample import sound
from tests.conformance.sdk import Validators

FINDS, MISSES = "finds it\n", "misses it\n"


def told(examined: Examined) -> str:
    return report_text(examined.findings, {source.path: source for source in examined.sources})


def file_of(example: Example) -> bytes:
    return broken(sound(), example.given)


def verdict(errors: list[str]) -> str:
    return FINDS if errors else MISSES


def test_the_file_that_is_broken_is_sound() -> None:
    assert told(examine("quiet.docx", sound())) == ""


@pytest.mark.parametrize("path", find_cases("word"))
def test_docgen_says_what_is_broken(path: Path, update: bool) -> None:
    case = Case.read(path)
    answers = [told(examine("quiet.docx", file_of(one), folders=("lint",))) for one in case.examples("findings")]
    case.settle("findings", answers, update=update)


@pytest.mark.parametrize("path", find_cases("word"))
def test_openxml_audit_looks_at_the_same(path: Path, tmp_path: Path, update: bool) -> None:
    case = Case.read(path)
    answers = [verdict(audit_errors(file_of(one), tmp_path)) for one in case.examples("openxml-audit")]
    case.settle("openxml-audit", answers, update=update)


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[Future[list[str]]]]]:
    """What the SDK has against the files of each case: it is begun with all of them at once."""
    folder = tmp_path_factory.mktemp("broken")
    with Validators() as validators:
        cases = [Case.read(parameter.values[0]) for parameter in find_cases("word")]  # type: ignore[attr-defined]
        yield {
            case.path.stem: validators.start(map(file_of, case.examples("open-xml-sdk")), folder / case.path.stem)
            for case in cases
        }


@pytest.mark.parametrize("path", find_cases("word"))
def test_the_sdk_looks_at_the_same(path: Path, looked_at: dict[str, list[Future[list[str]]]], update: bool) -> None:
    answers = [verdict(answer.result()) for answer in looked_at[path.stem]]
    Case.read(path).settle("open-xml-sdk", answers, update=update)


def test_no_broken_file_passes_all_three() -> None:
    """As the cases have it, which the tests above hold against what is found."""
    faults = 0
    for parameter in find_cases("word"):
        case = Case.read(parameter.values[0])  # type: ignore[attr-defined]
        looks = [list(case.examples(kind)) for kind in ("findings", "openxml-audit", "open-xml-sdk")]
        assert len({len(look) for look in looks}) == 1, f"{case.path.name}: each fault has three looks"
        for ours, audit, sdk in zip(*looks, strict=True):
            faults += 1
            seen = (ours.expected.body != "", audit.expected.body == FINDS, sdk.expected.body == FINDS)
            assert any(seen), f"{case.path.name}: nobody sees fault {faults}"
            assert seen[0], f"{case.path.name}: docgen's own rules, which need no other program, miss fault {faults}"
    assert faults >= 23


@pytest.mark.parametrize("path", find_cases("accessibility"))
def test_a_barrier_is_told(path: Path, update: bool) -> None:
    case = Case.read(path)
    answers = [
        told(examine("quiet.docx", file_of(one), folders=("accessibility",))) for one in case.examples("findings")
    ]
    case.settle("findings", answers, update=update)


def test_a_file_in_review_may_have_comments_and_changes() -> None:
    """As `docgen verify --in-review` has it; all else is looked at as ever."""
    case = Case.read(FOLDER / "accessibility" / "leftovers.md")
    files = [file_of(one) for one in case.examples("findings")]
    assert [told(examine("quiet.docx", data, in_review=True)) for data in files] == [""] * len(files)


@pytest.mark.parametrize(("folder", "cases"), [("lint", "word"), ("accessibility", "accessibility")])
def test_every_rule_has_its_case_and_its_manual(folder: str, cases: str) -> None:
    named = {Path(str(parameter.values[0])).stem for parameter in find_cases(cases)}  # type: ignore[attr-defined]
    assert set(rules(folder)) <= named
    for rule in rules(folder).values():
        manual = __import__(rule.__module__, fromlist=["find"]).__doc__ or ""
        assert manual.startswith("Finds "), rule.__module__
        assert "\nWhy it matters: " in manual, rule.__module__
