"""The page that says how docgen and its peers did: `docs/proofreading.md`."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import benchmarks.proofreading.seeding  # noqa: F401 (every class of slips is entered by it)
from benchmarks.proofreading.misspelling import CONFUSED
from benchmarks.proofreading.slips import EDITIONS, GROUPS, MAKERS
from benchmarks.proofreading.structure import NUMBERS

Figures = Mapping[str, Any]
"""What a run found, as it stands in `first.json`."""


@dataclass(frozen=True, slots=True)
class Runs:
    """What was found in a set of reports: by its first run, and by the latest after it."""

    edition: int
    first: Figures | None
    later: Figures | None


HEAD = """# What the proof-reader finds

`make bench-proofreading` remakes this page. Slips of {classes} classes were put into {reports} fictitious conference
reports, one of each class there was room for in each of {copies} copies: {slips} slips in all. The reports lie in
`benchmarks/proofreading/sets/{edition}/reports`. They were written after the rules were frozen, by somebody who had
read neither the rules nor their tests. Everything follows from a seed. Only the first run on a set counts: what it
shows is mended afterwards.
"""

SECOND = """
**Two sets.** The first set's reports and ways to make slips were written blind as well. Then its first run was read,
and the rules were mended. They were frozen again before the second set was written; whoever wrote that had not read
them either, but had seen what the first run found, class by class and rule by rule. What is the same, and what is not:

- The ways to make slips are the same, but for *real word for another*. The rules' writers had seen the confusion sets
  of Golding and Roth that the first set took (docgen's own table has them now), so the second takes {pairs} sets from
  elsewhere, chosen by somebody who had not read docgen's table; and a word that stands often has no better chance.
  All other ways to make slips of the first set the rules' writers had seen, too.
- Where missions and other bodies are hosts together, as they are in the second set only, no mission changes its place
  in *hosts in another order*.
{came}
- In the second set no slip is put into the address of a link, where no reader looks.
- Reports, people, subjects and seed are new.
- The second set's first run and the first set's later one asked a copy of docgen as it was frozen, on 2026-11-23 at
  06:57 UTC (`--docgen`). *Sources* are the first figures of a hash over its files.
"""

CAME = (
    "{new} classes came in with the second set: {names}. They were chosen before any run on it. *All classes of set 1* "
    "leaves them out."
)

MEASURE = """
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


def page(sets: Sequence[Runs]) -> str:
    """The whole page: the newest set's first run in full, then every other run, shorter."""
    measured = [runs for runs in sets if runs.first is not None]
    newest = measured[0]
    assert newest.first is not None
    facts = {key: newest.first[key] for key in ("reports", "copies", "slips", "longer")}
    head = HEAD.format(classes=len(newest.first["classes"]), edition=newest.edition, **facts)
    if newest.edition > 1:
        came = [kind for kind, edition in EDITIONS.items() if edition == newest.edition]
        names = ", ".join(f"*{kind}*" for kind in came)
        told = _wrapped("- " + CAME.format(new=_number(len(came)), names=names), "  ")
        head += SECOND.format(pairs=len(CONFUSED[newest.edition]), came=told)
    parts = [head + MEASURE.format(**facts), _run(f"Set {newest.edition}, first run: blind", newest.first)]
    for runs in measured:
        if runs is not newest and runs.first is not None:
            parts.append(_short(f"Set {runs.edition}, first run: blind at its time", runs.first))
        if runs.later is not None:
            told = "not blind: the rules were mended after what the first run showed"
            parts.append(_short(f"Set {runs.edition}, later run, {told}", runs.later))
    return "\n".join(parts)


def _overall(figures: Figures) -> list[str]:
    lines = [
        *_table(["", *figures["readers"]], [_row("spelling: slips found", figures, "spelling-recall")]),
        _joined(_row("the same, by findings on spelling", figures, "spelling-recall-alone")),
        _joined(_row("spelling: findings right", figures, "spelling-precision")),
        _joined(_row("the same, names forgiven", figures, "spelling-precision-names")),
        _joined(_row("all classes: slips found", figures, "recall")),
    ]
    if figures["readers"]["docgen"].get("recall-set-1", figures["readers"]["docgen"]["recall"])[1] < figures["slips"]:
        lines.append(_joined(_row("all classes of set 1: slips found", figures, "recall-set-1")))
    return [
        *lines,
        _joined(_row("all classes: findings right", figures, "precision")),
        _joined(_row("false findings in the clean reports", figures, "clean-false", share=False)),
    ]


def _when(figures: Figures) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in figures["versions"].items())
    return f"{figures['date']}; {versions}; {figures['slips']} slips."


def _short(title: str, figures: Figures) -> str:
    """A run without its rules, and its classes in two lines."""
    shares: dict[str, list[str]] = {}
    for kind, row in figures["classes"].items():
        shares.setdefault(_share(row["found"]["docgen"], row["slips"]), []).append(kind)
    whole = ", ".join(shares.pop("100%", []))
    rest = "; ".join(f"{kind} {share}" for share, kinds in shares.items() for kind in kinds)
    told = [_wrapped(f"docgen found all of: {whole}."), "", _wrapped(f"Of the others: {rest}.")]
    return "\n".join([f"## {title}", "", _when(figures), "", *_overall(figures), "", *told, ""])


def _run(title: str, figures: Figures) -> str:
    readers = list(figures["readers"])
    lines = [f"## {title}", "", _when(figures), "", "### Over all", "", *_overall(figures)]
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


def _wrapped(words: str, indent: str = "") -> str:
    return textwrap.fill(words, 120, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _number(number: int) -> str:
    return NUMBERS[number - 2].capitalize() if number - 2 < len(NUMBERS) else str(number)


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
