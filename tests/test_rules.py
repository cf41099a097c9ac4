"""Every rule by its cases: a report goes in, findings come out, and fixes mend what they can and nothing else.

The case of a rule is `cases/rules/<rule>.md`, called like the rule, which runs alone; those of `cases/checks` are about
settings, and name their rules themselves. A fence `yaml` is the report, one
with a name (`yaml other.yaml`, `yaml docgen.yaml`, `text words.txt`) another file of its folder; keys that every report
needs may be left out. `findings` are what the rule says; `yaml fixed` behind them is the file after all its fixes,
after which nothing fixable is found any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from docgen.checks.mending.fixing import fix
from docgen.checks.registry import rules
from docgen.checks.settling.orders import Orders
from docgen.findings import Finding, Safety
from docgen.job import Job, Outcome
from docgen.pipeline import check
from docgen.world import MemoryWorld, World
from tests.cases import FOLDER, Case, Fence, find_cases
from tests.test_documents import style_files
from tests.test_errors import PICTURES

REPORT = "report.yaml"
NEEDED = {"docgen": "1", "title": "A Day on Water", "hosts": "[the River Institute]", "date": "2024-05-06"}
"""The keys that a report cannot do without, for examples that are about something else."""


@dataclass
class Example:
    """The files of an example, what is expected to be found in them, and the files after fixing."""

    given: list[Fence] = field(default_factory=list)
    findings: Fence | None = None
    fixed: list[Fence] = field(default_factory=list)

    @property
    def files(self) -> dict[str, bytes]:
        """The files by name; what the report lacks stands at the end of its `docgen.yaml`."""
        files = {fence.name(REPORT): fence.data for fence in self.given}
        written = b"\n" + files[REPORT] + b"\n" + files.get("docgen.yaml", b"")
        lacking = [f"{key}: {value}\n" for key, value in NEEDED.items() if f"\n{key}:".encode() not in written]
        files["docgen.yaml"] = files.get("docgen.yaml", b"") + "".join(lacking).encode()
        return files


def examples(case: Case) -> Iterator[Example]:
    """The examples of a case: files, findings, fixed files, and so on."""
    example = Example()
    for fence in case.fences:
        if fence.kind == "findings":
            example.findings = fence
        elif "fixed" in fence.words:
            example.fixed.append(fence)
        else:
            if example.findings is not None:
                yield example
                example = Example()
            example.given.append(fence)
    yield example


def checked(files: Mapping[str, bytes], orders: Orders) -> tuple[MemoryWorld, Outcome]:
    """What rules say of a report."""
    pictures = {f"pictures/{name}": data for name, data in PICTURES.items()}
    world = MemoryWorld({**style_files(), **pictures, **files})
    return world, look(world, orders)


def look(world: World, orders: Orders) -> Outcome:
    """What rules say of the report of a world."""
    return check(world, Job(REPORT, orders=orders))


def told(finding: Finding, outcome: Outcome) -> str:
    """A finding as the cases write it."""
    sources = {source.path: source for source in outcome.sources}

    def place(path: str, start: int) -> str:
        line, column = sources[path].position(start)
        return f"{line}:{column}" if path == REPORT else f"{path}:{line}:{column}"

    also = "".join(f", {place(span.path, span.start)}" for span in finding.also)
    can = {Safety.SAFE: " (fixable)", Safety.UNSAFE: " (fixable, unsafe)"}[finding.fix.safety] if finding.fix else ""
    head = f"{place(finding.span.path, finding.span.start)}{also} {finding.severity.label} {finding.code}"
    advice = "".join(f"    = {line}\n" for line in finding.advice.splitlines())
    return f"{head}: {finding.message}{can}\n{advice}"


@pytest.mark.parametrize("path", find_cases("rules"))
def test_a_rule_finds_what_its_case_says(path: Path, update: bool) -> None:
    case = Case.read(path)
    assert case.title == path.stem
    answers, codes = answered(case, Orders(select=(path.stem,)))
    assert codes <= {path.stem}, "the example has other mistakes, too"
    case.write(answers, update=update)


@pytest.mark.parametrize("path", find_cases("checks"))
def test_settings_do_what_their_case_says(path: Path, update: bool) -> None:
    case = Case.read(path)
    answers, _ = answered(case, Orders())
    case.write(answers, update=update)


def answered(case: Case, orders: Orders) -> tuple[list[tuple[Fence, str]], set[str]]:
    """What comes out where a case expects something, and the kinds of all findings."""
    answers: list[tuple[Fence, str]] = []
    codes: set[str] = set()
    for example in examples(case):
        assert example.findings is not None, "every example says what is found"
        world, outcome = checked(example.files, orders)
        codes |= {finding.code for finding in outcome.findings}
        answers.append((example.findings, "".join(told(finding, outcome) for finding in outcome.findings)))
        if not any(finding.fix for finding in outcome.findings):
            assert not example.fixed, "nothing here can be fixed"
            continue
        assert example.fixed, "what fixes make of it is missing: add a fence  yaml fixed"
        files = {**example.files, **fix(world, lambda world: look(world, orders), ".", unsafe=True).files}
        answers += [(fence, files[fence.name(REPORT)].decode()) for fence in example.fixed]
        _, again = checked(files, orders)
        assert not [finding for finding in again.findings if finding.fix], "a second run has to be silent"
    return answers, codes


def test_every_rule_has_its_case() -> None:
    assert {path.stem for path in (FOLDER / "rules").glob("*.md")} == set(rules())
