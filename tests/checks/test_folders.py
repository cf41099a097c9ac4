"""What reports of a folder tell each other: kept by what the files hold, and the same whichever are named."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from docgen.checks.facts import Facts, facts_of
from docgen.checks.folder import Folders
from docgen.checks.settling.orders import Orders
from docgen.findings import Finding
from docgen.job import Job
from docgen.pipeline import check
from docgen.reading.limits import Limits
from docgen.report.reading import read_report
from docgen.world import MemoryWorld
from tests.checks.subjects import HEAD, body
from tests.test_documents import style_files

LIMITS = Limits()
FILES = {
    "r/docgen.yaml": b"venue: River House, Geneva\n",
    "r/words.txt": "Tarnów\nunneeded\n".encode(),
    "r/a.yaml": (HEAD + body("In Tarnów it was the the first.")).encode(),
    "r/b.yaml": (HEAD.replace("River", "Lake") + body("It was the second.").replace("Panel", "Closing")).encode(),
    "r/c.yaml": b"title: broken\n",
    "r/.d.yaml": b"title: hidden\n",
}


def world() -> MemoryWorld:
    return MemoryWorld({**style_files(), **FILES})


def test_a_report_tells_its_folder_what_others_ask_of_it() -> None:
    report = read_report(world(), "r/b.yaml", LIMITS).report
    assert report is not None
    facts = facts_of(report, "b.yaml")
    assert facts == Facts(
        file="b.yaml",
        title="A Day on Water",
        headings=(("closing", "Closing"),),
        hosts=("the Lake Institute",),
        venue="River House, Geneva",
        words=facts.words,
    )
    assert {"second", "Closing", "Lake"} <= set(facts.words)
    assert Facts.from_json(facts.to_json()) == facts


def test_sisters_are_the_other_reports_that_can_be_read() -> None:
    assert [facts.file for facts in Folders(world()).sisters("r/a.yaml", LIMITS)] == ["b.yaml"]


def test_facts_are_kept_by_what_the_files_hold() -> None:
    here = world()
    first = Folders(here).reports("r", LIMITS)
    reads = len(here.reads)
    assert Folders(here).reports("r", LIMITS) == first
    again = here.reads[reads:]
    assert again.count("r/a.yaml") == 1, "it is read for its digest, and its facts are recalled"
    here.files["r/docgen.yaml"] = b"venue: Lake House, Geneva\n"
    assert {facts.venue for facts in Folders(here).reports("r", LIMITS)} == {"Lake House, Geneva"}


def test_a_damaged_cache_counts_as_none() -> None:
    here = world()
    first = Folders(here).reports("r", LIMITS)
    here.kept.kept = dict.fromkeys(here.kept.kept, b'{"file": 1, "colour": "red"}')
    assert Folders(here).reports("r", LIMITS) == first


def test_findings_do_not_depend_on_what_is_named_nor_in_which_order() -> None:
    names = ("r/a.yaml", "r/b.yaml", "r/c.yaml")
    orders = Orders(select=("all",))
    alone = {name: told(Job(name, orders=orders)) for name in names}
    assert any(finding.code == "unused-word" for finding in alone["r/a.yaml"])
    for order in permutations(names):
        here = world()
        folders = Folders(here)
        assert {name: check(here, Job(name, orders=orders), folders).findings for name in order} == alone


def told(job: Job) -> tuple[Finding, ...]:
    here = world()
    return check(here, replace(job), Folders(here)).findings
