"""Many jobs: each rendered and written on its own, so that one that fails takes nothing with it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from docgen.cache import cache_key
from docgen.checks.folder import Folders
from docgen.findings import Finding, Severity, Span
from docgen.job import Exit, Job, Outcome
from docgen.reading.text import Source
from docgen.recall import recalled
from docgen.records import dataclass
from docgen.world import Reason, Unreachable, World, folder_of

if TYPE_CHECKING:
    from docgen.checks.mending.fixing import Fixed


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one job, what was written where, and how long it took in seconds."""

    outcome: Outcome
    written: tuple[str, ...]
    seconds: float


def run(world: World, jobs: Iterable[Job]) -> Iterator[Done]:
    """Render and write each job in turn. A fault of docgen itself is a finding of its file, and the rest goes on."""
    folders = Folders(world)
    for job in jobs:
        begun = time.perf_counter()
        outcome = guarded(world, job, folders)
        if job.verify:
            outcome = proved(world, outcome)
        outcome, written = _write(world, outcome)
        yield Done(outcome, written, time.perf_counter() - begun)


def guarded(world: World, job: Job, folders: Folders | None = None) -> Outcome:
    """`render`, with every fault of docgen itself as a finding."""
    from docgen.pipeline import render
    from docgen.style.fonts import UnusableFont

    try:
        return render(world, job, folders)
    except UnusableFont as fault:
        finding = Finding.error(Span(job.path, 0, 0), "unusable-font", f"a font of the style cannot be used: {fault}")
        return Outcome(job.path, Exit.ENVIRONMENT, (finding,))
    except Exception as fault:
        return Outcome(job.path, Exit.INTERNAL, (internal_error(world, job.path, fault),))


def proved(world: World, outcome: Outcome) -> Outcome:
    """An outcome whose files are sound; that one is not is a fault of docgen itself, and then none is left."""
    from docgen.conformance import kind_of

    findings: list[Finding] = []
    sources: list[Source] = []
    try:
        for path, data in outcome.files:
            if kind := kind_of(path):
                examined = kind.check_soundness(path, data)
                findings += [finding for finding in examined.findings if finding.severity is Severity.ERROR]
                sources += examined.sources
    except Exception as fault:
        findings = [internal_error(world, outcome.path, fault)]
        return replace(outcome, exit=Exit.INTERNAL, findings=(*outcome.findings, *findings), files=())
    if not findings:
        return outcome
    said = "docgen made a file of this report that is not sound, and wrote none; what is wrong with it is told below"
    advice = "this is a fault of docgen itself; please report it with the file"
    failure = Finding.error(Span(outcome.path, 0, 0), "unsound-file", said, advice)
    return replace(
        outcome,
        exit=Exit.INTERNAL,
        findings=(*outcome.findings, failure, *findings),
        sources=(*outcome.sources, *sources),
        files=(),
    )


def checked(world: World, job: Job, folders: Folders | None = None) -> Outcome:
    """`check`, from memory where nothing has changed, and with every fault of docgen itself as a finding."""
    try:
        folders = folders or Folders(world)
        key = cache_key("check", repr(job), folders.digest(job.path, job.limits))
        return recalled(world, key, partial(_checked_anew, job=job, folders=folders))
    except Exception as fault:
        return Outcome(job.path, Exit.INTERNAL, (internal_error(world, job.path, fault),))


def _checked_anew(world: World, job: Job, folders: Folders) -> Outcome:
    from docgen.pipeline import check  # here, because it draws in every rule, and what is recalled needs none

    return check(world, job, folders)


def mended(world: World, job: Job, *, unsafe: bool) -> Fixed[Outcome]:
    """The files of a report with its fixes made, the unsafe ones too where wanted; nothing is written."""

    from docgen.checks.mending.fixing import fix
    from docgen.pipeline import check

    def look(draft: World) -> Outcome:
        try:
            return check(draft, job)
        except Exception as fault:
            return Outcome(job.path, Exit.INTERNAL, (internal_error(world, job.path, fault),))

    return fix(world, look, folder_of(job.path), unsafe=unsafe)


def internal_error(world: World, path: str, fault: Exception) -> Finding:
    """The finding for a fault of docgen: where in docgen, and how to see more."""
    import traceback  # seldom wanted, one hopes

    if world.wants_tracebacks():
        traceback.print_exception(fault)
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{os.path.basename(last.filename)}, line {last.lineno}"
    return Finding.error(
        Span(path, 0, 0),
        "internal-error",
        f"docgen itself failed on this file: {type(fault).__name__}: {fault} ({where})",
        "please report this with the file; DOCGEN_DEBUG=1 in the environment shows more",
    )


def clashes(jobs: Sequence[Job]) -> list[tuple[str, str, str]]:
    """Pairs of reports that would be written to one file, and that file; names that differ in case only clash too."""
    from docgen.pipeline import output_path
    from docgen.writers import writer  # here, because checking needs none

    taken: dict[str, str] = {}
    found = []
    for job in jobs:
        for name in job.formats:
            target = output_path(job, writer(name).extension)
            key = os.path.normcase(os.path.abspath(target)).casefold()
            if taken.setdefault(key, job.path) != job.path:
                found.append((taken[key], job.path, target))
    return found


def _write(world: World, outcome: Outcome) -> tuple[Outcome, tuple[str, ...]]:
    written: list[str] = []
    for path, data in outcome.files:
        try:
            world.write(path, data)
        except Unreachable as error:
            findings = (*outcome.findings, _unwritten(error))
            return replace(outcome, exit=Exit.ENVIRONMENT, findings=findings), tuple(written)
        written.append(path)
    return outcome, tuple(written)


def _unwritten(error: Unreachable) -> Finding:
    locked = error.reason is Reason.LOCKED
    return Finding.error(
        Span(error.path, 0, 0),
        "file-locked" if locked else "not-writable",
        "another program, such as Word, holds this file open" if locked else f"{error.reason.value}: {error.detail}",
        "close it there and run docgen again" if locked else "choose another folder with -o",
    )
