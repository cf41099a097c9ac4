"""Seeds slips into clean reports and holds docgen, cspell, hunspell and Harper against them.

    python -m benchmarks.proofreading           measures the newest set of reports, and writes docs/proofreading.md
    python -m benchmarks.proofreading --set 1   measures another set
    python -m benchmarks.proofreading --page    writes docs/proofreading.md from the figures there are
    python -m benchmarks.proofreading --judge   shows, without figures, what docgen says that no slip explains

A set is a folder below `sets`: `reports`, `judged.yaml`, and the figures. Those of its first run go into `first.json`,
which no later run replaces; those of the latest run after it into `later.json`. The peers are installed into
`.venv/peers`, by npm and apt-get.
"""

from __future__ import annotations

import argparse
import datetime
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Any

import yaml

from benchmarks.proofreading.proofreaders import (
    HERE,
    PROOFREADERS,
    ROOT,
    SOURCES,
    Found,
    Reports,
    digest,
    docgen,
    install,
)
from benchmarks.proofreading.report import Report
from benchmarks.proofreading.scoring import LONGER, Scored, judgements, score
from benchmarks.proofreading.seeding import Seeded, seed
from benchmarks.proofreading.slips import EDITIONS, GROUPS, MAKERS, Slip
from benchmarks.proofreading.table import Runs, page

COPIES = 3
SETS = HERE / "sets"
PAGE = ROOT / "docs" / "proofreading.md"

Numbered = Mapping[str, list[tuple[int, Slip]]]
"""Slips by report, each with its number."""

Key = tuple[str, str, str]
"""A finding as it is judged: its report, its rule, its words."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="benchmarks.proofreading", description="How good is the proof-reader?")
    parser.add_argument("--judge", action="store_true", help="show the findings that no slip explains, to be judged")
    parser.add_argument("--page", action="store_true", help="only write the page, from the figures there are")
    parser.add_argument("--details", type=Path, help="also write each slip and each finding that tells of none here")
    editions = sorted(int(folder.name) for folder in SETS.iterdir())
    parser.add_argument("--set", type=int, choices=editions, default=editions[-1], help="another set than the newest")
    parser.add_argument("--docgen", type=Path, help="a folder with another docgen in it: a copy of a frozen state")
    arguments = parser.parse_args()
    if arguments.docgen:
        SOURCES[0] = arguments.docgen.resolve()
    if arguments.page:
        write_page(editions)
        return
    home = SETS / str(arguments.set)
    reports = read_reports(home / "reports", arguments.set)
    if arguments.judge:
        show_unexplained(reports)
        return
    figures = measure(reports, install(), judgements(home / "judged.yaml"), arguments.details)
    written = home / ("later.json" if (home / "first.json").exists() else "first.json")
    written.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    write_page(editions)
    for name, figure in figures["readers"].items():
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in figure.items()))


def write_page(editions: Sequence[int]) -> None:
    """Write what all sets' runs found, the newest set first."""
    PAGE.write_text(page([read_runs(edition) for edition in reversed(editions)]), encoding="utf-8")


def read_runs(edition: int) -> Runs:
    """What was found in a set: by its first run, if there was one, and by the latest after it."""
    home = SETS / str(edition)
    first, later = (
        json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
        for path in (home / "first.json", home / "later.json")
    )
    return Runs(edition, first, later)


def read_reports(folder: Path, edition: int) -> dict[str, Report]:
    """Every report of a set, by its folder and name; what a folder shares joined to it."""
    reports = {}
    for path in sorted(folder.glob("*/2*.yaml")):
        shared = yaml.safe_load((path.parent / "docgen.yaml").read_text(encoding="utf-8"))
        name = f"{path.parent.name}/{path.name}"
        reports[name] = Report(name, path.read_text(encoding="utf-8"), shared, edition)
    return reports


def show_unexplained(reports: Reports) -> None:
    """Print what docgen says of the clean reports, and of the copies where no slip explains it, a finding a line."""
    nothing: Numbered = {name: [] for name in reports}
    versions: list[tuple[str, Reports, Numbered]] = [("clean", reports, nothing)]
    for number, copy in enumerate(seeded_copies(reports), 1):
        numbered = {name: list(enumerate(seeded.slips)) for name, seeded in copy.items()}
        versions.append((f"copy {number}", texts_of(copy, reports), numbered))
    for version, texts, slips in versions:
        with tempfile.TemporaryDirectory() as folder:
            for item in score(docgen(texts, Path(folder)), slips).unexplained:
                where = texts[item.report].text[item.places[0].start - 30 : item.places[0].end + 30]
                print(
                    f"{version}: {item.report}: {item.rule}: {item.text!r}: {item.message} [{' '.join(where.split())}]"
                )


def seeded_copies(reports: Reports) -> Iterator[dict[str, Seeded]]:
    """The reports with slips, copy by copy."""
    for copy in range(COPIES):
        yield {name: seed(report, copy) for name, report in reports.items()}


def texts_of(copy: Mapping[str, Seeded], reports: Reports) -> dict[str, Report]:
    """A copy as reports."""
    return {
        name: Report(name, seeded.text, reports[name].shared, reports[name].edition) for name, seeded in copy.items()
    }


def measure(
    reports: Reports, versions: dict[str, str], judged: Mapping[Key, bool], details: Path | None
) -> dict[str, Any]:
    """Ask every proof-reader about the clean reports and each copy, and count."""
    copies = list(seeded_copies(reports))
    slips: list[Slip] = []
    placed: list[Numbered] = []
    for copy in copies:
        numbered = {}
        for name, seeded in copy.items():
            numbered[name] = list(enumerate(seeded.slips, len(slips)))
            slips += seeded.slips
        placed.append(numbered)
    totals = Counter(slip.kind for slip in slips)
    figures: dict[str, Any] = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "versions": {"docgen": f"{metadata.version('docgen-reports')} (sources {digest()})", **versions},
        "reports": len(reports),
        "copies": COPIES,
        "slips": len(slips),
        "longer": LONGER,
        "readers": {},
        "classes": {kind: {"slips": totals[kind], "found": {}} for kind in MAKERS if totals[kind]},
        "rules": {},
    }
    log: list[dict[str, Any]] = []
    for reader, read in PROOFREADERS.items():
        scores: list[Scored] = []
        findings: list[Found] = []
        spelt: set[int] = set()
        for copy, here in zip(copies, placed, strict=True):
            with tempfile.TemporaryDirectory() as folder:
                said = read(texts_of(copy, reports), Path(folder))
            findings += said
            scores.append(score(said, here))
            spelt |= score([item for item in said if item.spelling], here).found
        with tempfile.TemporaryDirectory() as folder:
            clean = read(reports, Path(folder))
        findings += clean
        scores.append(score(clean, defaultdict(list)))
        found = frozenset[int]().union(*(item.found for item in scores))
        false = [item for scored in scores for item in scored.unexplained if not _right(item, judged)]
        unexplained = [item for item in scores[-1].unexplained if not _right(item, judged)]
        for kind, row in figures["classes"].items():
            row["found"][reader] = sum(slips[number].kind == kind for number in found)
        figures["readers"][reader] = _summary(reports, slips, found, findings, false, unexplained)
        at_spelling = [number for number in spelt if GROUPS[slips[number].kind] == "spelling"]
        figures["readers"][reader]["spelling-recall-alone"] = [len(at_spelling), _in_spelling(slips)]
        if reader == "docgen":
            figures["rules"] = _by_rule(findings, false)
        log.append({"reader": reader, "false": [_told(item) for item in false]})
        log[-1]["missed"] = [asdict(slip) for number, slip in enumerate(slips) if number not in found]
    if details:
        details.write_text(json.dumps(log, indent=1, ensure_ascii=False), encoding="utf-8")
    return figures


def _summary(
    reports: Reports,
    slips: list[Slip],
    found: frozenset[int],
    findings: list[Found],
    false: list[Found],
    clean: list[Found],
) -> dict[str, Any]:
    spelling = [number for number, slip in enumerate(slips) if GROUPS[slip.kind] == "spelling"]
    old = [number for number, slip in enumerate(slips) if EDITIONS[slip.kind] == 1]
    said = [item for item in findings if item.spelling]
    wrong = [item for item in false if item.spelling]
    unnamed = [item for item in said if not _is_name(item, reports)]
    wrong_unnamed = [item for item in wrong if not _is_name(item, reports)]
    return {
        "spelling-recall": [sum(number in found for number in spelling), len(spelling)],
        "spelling-precision": [len(said) - len(wrong), len(said)],
        "spelling-precision-names": [len(unnamed) - len(wrong_unnamed), len(unnamed)],
        "recall": [len(found), len(slips)],
        "recall-set-1": [sum(number in found for number in old), len(old)],
        "precision": [len(findings) - len(false), len(findings)],
        "clean-false": len(clean),
    }


def _in_spelling(slips: list[Slip]) -> int:
    return sum(GROUPS[slip.kind] == "spelling" for slip in slips)


def _by_rule(findings: list[Found], false: list[Found]) -> dict[str, dict[str, int]]:
    every, wrong = Counter(item.rule for item in findings), Counter(item.rule for item in false)
    return {rule: {"all": number, "right": number - wrong[rule]} for rule, number in every.items()}


def _right(item: Found, judged: Mapping[Key, bool]) -> bool:
    return judged.get((item.report, item.rule, item.text), False)


def _is_name(item: Found, reports: Reports) -> bool:
    facts = reports[item.report].facts
    declared = [who["name"] for who in reports[item.report].people.values()]
    declared += [
        f"{body['name']} {body.get('acronym', '')}" for body in facts["organisations"] if isinstance(body, dict)
    ]
    declared += [str(place) for place in facts["places"]]
    words = " ".join(declared).replace("-", " ").split()
    return item.text.split("’")[0].rstrip(".") in words


def _told(item: Found) -> dict[str, Any]:
    return {"report": item.report, "rule": item.rule, "text": item.text, "message": item.message}


if __name__ == "__main__":
    main()
