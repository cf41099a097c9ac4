"""Evidence for auditors: a report made in memory, verified, and put on record."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from docgen.checks.folder import Folders
from docgen.cli.telling import count
from docgen.evidence import file_record, gather
from docgen.evidence.data import data
from docgen.evidence.order import reading_order
from docgen.evidence.page import page
from docgen.evidence.record import FileRecord, Record
from docgen.evidence.verdicts import verdict_of_docgen, verdicts
from docgen.job import Job, Outcome
from docgen.pipeline import prepare, publish
from docgen.records import dataclass
from docgen.world import DiskWorld, World, folder_of, join, name_of

_CHECKED = "the rules of the proof-reader, of style and of what the report shows"

PAGE, DATA = ".evidence.html", ".evidence.json"
"""The ends of the names of what is written."""


@dataclass(frozen=True, slots=True)
class Audited:
    """What became of a report, and its record, None where it cannot be made."""

    outcome: Outcome
    record: Record | None = None


def audit(world: DiskWorld, job: Job) -> Audited:
    """Make a report in memory, hold its files against everything there is, and put on record what is known of it."""
    before = len(world.reads)
    prepare(world, job)
    inputs = tuple(_inputs(world, world.reads[before:], job.path))
    published = publish(world, job, Folders(world))
    outcome, edition, reading = published.outcome, published.edition, published.prepared.reading
    if edition is None or reading is None or reading.report is None:
        return Audited(outcome)
    made = [(os.path.basename(path), written) for path, written in outcome.files]
    record = gather(
        os.path.basename(job.path),
        edition,
        reading.report.reviewed,
        inputs,
        [file_record(name, written) for name, written in made],
        [
            verdict_of_docgen(os.path.basename(job.path), _CHECKED, "docgen check", outcome.findings),
            *(verdict for name, written in made for verdict in verdicts(name, written)),
        ],
        [met for name, written in made if name.endswith(".pdf") for met in reading_order(name, written)],
    )
    return Audited(outcome, record)


def write_evidence(world: World, job: Job, record: Record) -> tuple[str, ...]:
    """Write a record into the job's folder, as a page and as data; the paths. Raises `Unreachable`."""
    files = {join(job.folder, name_of(job.path) + end): make(record) for end, make in ((PAGE, page), (DATA, data))}
    for path, written in files.items():
        world.write(path, written)
    return tuple(files)


def left_open(record: Record) -> tuple[str, ...]:
    """What there is to say of the questions: how many are not answered, and what a review has to name."""
    asked = [question for question in record.questions if not question.needless]
    lacking = [question.key for question in asked if question.is_open]
    if not lacking:
        return (f"  all {count(len(asked), 'question')} for a person are answered, of: {record.state}",)
    return (
        f"  {len(lacking)} of {count(len(asked), 'question')} for a person are not answered: {', '.join(lacking)}",
        f"  to answer, look at the report as it is, and name that:  reviewed: {{by: …, on: …, of: {record.state}, …}}",
    )


def _inputs(world: DiskWorld, reads: Iterable[str], report: str) -> Iterator[FileRecord]:
    """The files that a report was made from, each once."""
    for path in dict.fromkeys(reads):
        yield file_record(_called(path, report), world.read(path))


def _called(path: str, report: str) -> str:
    """A file by its place beside the report, or in the folder of its style: no path of the machine goes on record."""
    beside = os.path.relpath(os.path.abspath(path), os.path.abspath(folder_of(report)))
    if not beside.startswith(os.pardir):
        return beside.replace(os.sep, "/")
    parts = os.path.abspath(path).split(os.sep)
    return "/".join(parts[parts.index("styles") :] if "styles" in parts else parts[-2:])
