"""The page that says how docgen and its peers did: `docs/proofreading.md`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import benchmarks.proofreading.seeding  # noqa: F401 (every class of slips is entered by it)
from benchmarks.proofreading.slips import GROUPS, MAKERS

Figures = Mapping[str, Any]
"""What a run found, as it stands in `first.json`."""

HEAD = """# What the proof-reader finds

`make bench-proofreading` remakes this page. Slips of {classes} classes were put into {reports} fictitious conference
reports, one of each class there was room for in each of {copies} copies: {slips} slips in all. The reports lie in
`benchmarks/proofreading/reports`. They were written after the rules were frozen, and the ways to make slips about
then, by somebody who had read neither the rules nor their tests. Everything follows from a seed.

A slip is **found** where a finding overlaps its words and is at most {longer} characters longer; for what concerns a
paragraph, a heading or a whole name, also where a finding begins there that is about no other slip. A finding is
**right** that tells of a slip, or that a person judged right (`judged.yaml`, with reasons); every other one counts as
false, in the seeded copies and in the clean reports, each time it is made. **Classes** are what was done to the text,
not docgen's rules: any rule may find them.

The peers get the same words as plain text, in the right English, with what they have on by themselves. They know
nothing of the event and are not meant for most classes: hold them against docgen on spelling only. A reader that
reports every name and every acronym finds the misspelt ones, too; its false findings show it. Spelling is measured
twice: slips found by any finding, and by findings on spelling, which are those of six of docgen's rules and of seven of
Harper's kinds. Only the latter count in *findings right*.
"""


def page(first: Figures, now: Figures | None) -> str:
    """The whole page: the first run's figures, and those of a later one if there was one."""
    facts = {key: first[key] for key in ("reports", "copies", "slips", "longer")}
    parts = [HEAD.format(classes=len(first["classes"]), **facts), _run("First run", first)]
    if now is not None:
        parts.append(_run("Later run, not blind: the rules may have been changed after what the first one showed", now))
    return "\n".join(parts)


def _run(title: str, figures: Figures) -> str:
    readers = list(figures["readers"])
    versions = ", ".join(f"{name} {version}" for name, version in figures["versions"].items())
    lines = [f"## {title}", "", f"{figures['date']}; {versions}.", "", "### Over all", ""]
    lines += [
        *_table(["", *readers], [_row("spelling: slips found", figures, "spelling-recall")]),
        _joined(_row("the same, by findings on spelling", figures, "spelling-recall-alone")),
        _joined(_row("spelling: findings right", figures, "spelling-precision")),
        _joined(_row("the same, names forgiven", figures, "spelling-precision-names")),
        _joined(_row("all classes: slips found", figures, "recall")),
        _joined(_row("all classes: findings right", figures, "precision")),
        _joined(_row("false findings in the clean reports", figures, "clean-false", share=False)),
    ]
    lines += [
        "",
        "*Names forgiven* leaves out findings on words of declared names, as if each reader had been told them.",
        "",
        "### By class: slips found",
        "",
    ]
    rows = []
    group = ""
    for kind in MAKERS:
        row = figures["classes"].get(kind)
        if row is None:
            continue
        if GROUPS[kind] != group:
            group = GROUPS[kind]
            rows.append([f"**{group}**", *[""] * (len(readers) + 1)])
        cells = [_share(row["found"][name], row["slips"]) for name in readers]
        rows.append([kind, str(row["slips"]), *cells])
    lines += _table(["class", "slips", *readers], rows)
    lines += ["", "### docgen by rule", ""]
    rules = sorted(figures["rules"].items())
    lines += _table(
        ["rule", "findings", "right"],
        [[name, str(item["all"]), _share(item["right"], item["all"])] for name, item in rules],
    )
    return "\n".join([*lines, ""])


def _row(name: str, figures: Figures, key: str, *, share: bool = True) -> list[str]:
    cells = []
    for figure in figures["readers"].values():
        value = figure[key]
        cells.append(f"{_share(*value)} ({value[0]} of {value[1]})" if share else str(value))
    return [name, *cells]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole and part in (0, whole) else f"{part / whole:.1%}" if whole else "–"


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    return [_joined(head), _joined(["---", *["--:"] * (len(head) - 1)]).replace(" ", ""), *map(_joined, rows)]


def _joined(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
