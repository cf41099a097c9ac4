"""`docgen verify`: whether finished files are sound, and what in them keeps people from reading them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import click

from docgen.cli.inspecting import Orderly, inspect_file, inspect_report, made, outline_of_file, outlines_of_report
from docgen.cli.paths import limits, max_size_option
from docgen.cli.telling import LEVELS, Teller, count
from docgen.conformance import kind_of, kinds
from docgen.conformance.kind import Kind
from docgen.job import Exit, Job, Outcome
from docgen.records import dataclass
from docgen.report.files import is_report
from docgen.world import DiskWorld, Unreachable, World, join, name_of

_NOT_FILES = (".", "~$")  # hidden, or what Word writes while a file is open


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be verified: a file of some kind, or a report, which is of none."""

    path: str
    kind: Kind | None


@click.command("verify", short_help="Say what is wrong with finished files; gather evidence.")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--outline", is_flag=True, help="Print what a screen reader would meet in each PDF, in turn, instead.")
@click.option("--evidence", metavar="DIR", help="Also write what an auditor asks for of each report, into this folder.")
@click.option("--in-review", is_flag=True, help="The files go round: comments and tracked changes belong to them.")
@click.option(
    "--fail-on", type=click.Choice(sorted(LEVELS)), default="warning", show_default=True, help="What exits with 1."
)
@max_size_option
def command(
    paths: tuple[str, ...], outline: bool, evidence: str | None, in_review: bool, fail_on: str, max_size: float
) -> None:
    """Say whether finished files are sound, and what in them keeps people from reading them.

    PATHS are PDFs and Word files, whoever made them, reports, whose files are made in memory for it, or folders of
    such; of a folder with both the finished files. Nothing is written but what --evidence asks for.

    Findings are placed in what is read: `report.pdf/page 3:4:1` is line 4 of what is read of page 3, the way to it
    through the structure before its words; `report.docx/word/document.xml:12:1` is the twelfth paragraph. With a
    report, they name its line, too.

    PDFs are held against docgen's own rules, and by veraPDF against the standards that they claim: PDF/UA and PDF/A.
    It comes with  pip install 'docgen-reports[verify]'.
    """
    world = DiskWorld()
    subjects = _find_subjects(world, paths)
    orderly = Orderly(LEVELS[fail_on], in_review, limits(max_size))
    if evidence is not None and any(subject.kind for subject in subjects):
        raise click.UsageError("--evidence is of reports, which know their pictures and answers: name .yaml files")
    called = [name_of(subject.path) for subject in subjects]
    if evidence is not None and len(set(called)) < len(called):
        raise click.UsageError("two of these reports have one name, and so would their evidence: verify them in turn")
    if outline:
        raise SystemExit(max(_outline(world, subject, orderly) for subject in subjects))
    teller = Teller(to_error=False)
    codes, notes = [], dict[str, None]()
    for subject in subjects:
        if subject.kind is None:
            inspected = inspect_report(world, subject.path, orderly)
        else:
            inspected = inspect_file(world, subject.path, subject.kind, orderly)
        teller.tell(inspected.outcome)
        codes.append(inspected.outcome.exit)
        notes |= dict.fromkeys(inspected.notes)
        if evidence is not None and inspected.outcome.exit <= Exit.CONTENT:
            codes.append(_put_on_record(world, subject.path, orderly, evidence))
    for note in notes:
        click.echo(note, err=True)
    click.echo(f"{count(len(subjects), 'file')} verified: {len(teller.told) or 'nothing'} found", err=True)
    raise SystemExit(max(codes))


def _put_on_record(world: DiskWorld, path: str, orderly: Orderly, folder: str) -> Exit:
    """Write the evidence of one report, and tell what is left to answer; or what keeps the report from being made."""
    from docgen.cli.auditing import audit, left_open, write_evidence  # here, because most runs do without

    job = Job(path, folder=folder, limits=orderly.limits)
    audited = audit(world, job)
    if audited.record is None:
        return _told_instead(audited.outcome)
    try:
        written = write_evidence(world, job, audited.record)
    except Unreachable as error:
        click.echo(f"{error.path}: {error.reason.value}", err=True)
        return Exit.ENVIRONMENT
    for line in (f"{path}: the evidence is in {' and '.join(written)}", *left_open(audited.record)):
        click.echo(line, err=True)
    return Exit.DONE


def _outline(world: World, subject: Subject, orderly: Orderly) -> Exit:
    """Print what is read of one file."""
    if subject.kind is None:
        published = made(world, subject.path, orderly.limits)
        for told in outlines_of_report(published):
            click.echo(told, nl=False)
        return _told_instead(published.outcome) if not published.outcome.files else Exit.DONE
    try:
        told_of = outline_of_file(world, subject.path, subject.kind)
    except Unreachable as error:
        raise click.UsageError(f"{subject.path}: {error.reason.value}") from None
    if told_of is None and subject.kind.extensions != (".pdf",):
        click.echo(f"{subject.path}: docgen tells what is read of PDFs only", err=True)
        return Exit.CONTENT
    if told_of is None:
        return _told_instead(inspect_file(world, subject.path, subject.kind, orderly).outcome)
    click.echo(told_of, nl=False)
    return Exit.DONE


def _told_instead(outcome: Outcome) -> Exit:
    """What stands in the way of an outline, or of evidence."""
    Teller(to_error=True).tell(outcome)
    return max(outcome.exit, Exit.CONTENT)


def _find_subjects(world: World, paths: Sequence[str]) -> tuple[Subject, ...]:
    """What is meant by files and folders, each once. Raises `click.UsageError`."""
    found: dict[str, Subject] = {}
    for path in paths:
        if not world.exists(path):
            raise click.UsageError(f"{path}: there is no such file or folder")
        meant = list(_inside(world, path)) if os.path.isdir(path) else [_subject(path)]
        if not meant:
            raise click.UsageError(f"{path}: there is no file in this folder that docgen verifies: {_known()}")
        for subject in meant:
            found.setdefault(os.path.realpath(subject.path), subject)
    return tuple(found.values())


def _inside(world: World, folder: str) -> Iterator[Subject]:
    """The finished files of a folder; where it has none, its reports."""
    files = [join(folder, name) for name in world.list(folder) if not name.startswith(_NOT_FILES)]
    finished = [Subject(path, kind) for path in files if (kind := kind_of(path))]
    yield from finished or (Subject(path, None) for path in files if is_report(os.path.basename(path)))


def _subject(path: str) -> Subject:
    kind = kind_of(path)
    if kind is None and not is_report(os.path.basename(path)):
        raise click.UsageError(f"{path}: docgen verifies {_known()}, and this is none by its name")
    return Subject(path, kind)


def _known() -> str:
    finished = ", ".join(f"{kind.name}s ({', '.join(kind.extensions)})" for kind in kinds())
    return f"{finished} and reports (.yaml)"
