"""Many jobs: each rendered and written on its own, so that one that fails takes nothing with it."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.cache import cache_key
from docgen.checks.folder import Folders
from docgen.checks.mending.fixing import Fixed, fix
from docgen.checks.registry import packages
from docgen.findings import Finding, Span
from docgen.job import Exit, Job, Outcome
from docgen.pipeline import check, output_path, render
from docgen.recall import recalled
from docgen.style.fonts import UnusableFont
from docgen.world import Reason, Unreachable, World, folder_of


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
        outcome, written = _write(world, outcome)
        yield Done(outcome, written, time.perf_counter() - begun)


def guarded(world: World, job: Job, folders: Folders | None = None) -> Outcome:
    """`render`, with every fault of docgen itself as a finding."""
    try:
        return render(world, job, folders)
    except UnusableFont as fault:
        finding = Finding.error(Span(job.path, 0, 0), "unusable-font", f"a font of the style cannot be used: {fault}")
        return Outcome(job.path, Exit.ENVIRONMENT, (finding,))
    except Exception as fault:
        return Outcome(job.path, Exit.INTERNAL, (internal_error(world, job.path, fault),))


def checked(world: World, job: Job, folders: Folders | None = None) -> Outcome:
    """`check`, from memory where nothing has changed, and with every fault of docgen itself as a finding."""
    try:
        folders = folders or Folders(world)
        key = cache_key("check", repr(job), repr(packages()), folders.digest(job.path, job.limits))
        return recalled(world, key, lambda noted: check(noted, job, folders))
    except Exception as fault:
        return Outcome(job.path, Exit.INTERNAL, (internal_error(world, job.path, fault),))


def mended(world: World, job: Job, *, unsafe: bool) -> Fixed[Outcome]:
    """The files of a report with its fixes made, the unsafe ones too where wanted; nothing is written."""

    def look(draft: World) -> Outcome:
        try:
            return check(draft, job)
        except Exception as fault:
            return Outcome(job.path, Exit.INTERNAL, (internal_error(world, job.path, fault),))

    return fix(world, look, folder_of(job.path), unsafe=unsafe)


def internal_error(world: World, path: str, fault: Exception) -> Finding:
    """The finding for a fault of docgen: where in docgen, and how to see more."""
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
