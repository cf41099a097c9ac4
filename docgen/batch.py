"""Many jobs: each rendered and written on its own, so that one that fails takes nothing with it.

Who does the work is anybody's `Executor`. What comes of it does not depend on who that is: the same bytes, and the same
outcomes in the order of the jobs.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from docgen.cache import Recent, cache_key
from docgen.checks.folder import Folders
from docgen.checks.settling.vocabulary import FILE as WORDS
from docgen.findings import Finding, Severity, Span
from docgen.job import Exit, Job, Outcome
from docgen.noting import NotingWorld
from docgen.reading.text import Source
from docgen.recall import digest, in_few_letters, recalled
from docgen.records import dataclass
from docgen.report.files import SHARED
from docgen.unchanged import Memory, Standing, key_of
from docgen.world import Reason, Unreachable, World, folder_of, join

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from docgen.checks.mending.fixing import Fixed


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one job, the files that there are of it, by path with their SHA-256, and how many seconds it took.

    The outcome's `files` are gone, and of its `sources` those are left that findings stand in, so that thousands of
    them can be kept, and sent from one process to another. An `unchanged` report was not made again: its files stand.
    """

    outcome: Outcome
    files: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    unchanged: bool = False

    @property
    def written(self) -> tuple[str, ...]:
        return tuple(path for path, _ in self.files)


def run(
    world: World,
    jobs: Iterable[Job],
    executor: Executor | None = None,
    watch: Callable[[Done], None] = lambda _: None,
    *,
    force: bool = False,
) -> Iterator[Done]:
    """Render and write each job, here or by `executor`; what became of each, in the order of the jobs.

    A fault of docgen itself is a finding of its file, and so is the loss of the process that was at it; the rest goes
    on. What stands unchanged since an earlier run is not made again, unless by `force`. `watch` hears of each as soon
    as it is done, in the order that they end, in the thread that asks for the next.

    An executor's processes get a copy of `world`, which must be one that can be copied: a `DiskWorld`. Whoever leaves
    before the end has to stop the executor.
    """
    memory = Memory.of(world)
    recall: Callable[[Job, str], Done | None] = (lambda *_: None) if force else partial(_standing, memory)
    if executor is None:
        for job in jobs:
            key = key_of(job)
            done = recall(job, key) or make(world, job, key, memory)
            watch(done)
            yield done
        return
    from docgen.workers import answered, answers  # here, because it loads slowly, and most runs have one report

    name = os.urandom(8).hex()

    def hand_out(job: Job) -> Future[Done]:
        key = key_of(job)
        done = recall(job, key)
        return executor.submit(_make_there, world, job, key, name) if done is None else answered(done)

    yield from answers(jobs, hand_out, partial(_failed, world), watch)


def _standing(memory: Memory, job: Job, key: str) -> Done | None:
    begun = time.perf_counter()
    standing = memory.standing(job, key)
    if standing is None:
        return None
    return Done(standing.outcome, standing.files, time.perf_counter() - begun, unchanged=True)


def _failed(world: World, job: Job, fault: Exception) -> Done:
    """What became of a job that nobody brought to its end."""
    from docgen.workers import Lost

    if not isinstance(fault, Lost):
        return Done(Outcome(job.path, Exit.INTERNAL, (internal_error(world, job.path, fault),)))
    finding = Finding.error(
        Span(job.path, 0, 0),
        "worker-lost",
        f"the process that was making this report was ended before it was done{fault.how}",
        "run docgen again; where a system ends what takes too much memory, with fewer reports at once: -j 1",
    )
    return Done(Outcome(job.path, Exit.ENVIRONMENT, (finding,)))


_MEMORIES: Recent[Memory] = Recent(2)
"""What a process knows of the world, by run."""


def _make_there(world: World, job: Job, key: str, name: str) -> Done:
    """`make` in a process or thread of its own; `name` is the run's."""
    memory = _MEMORIES.recall(name)
    if memory is None:
        memory = Memory.of(world)
        _MEMORIES.keep(name, memory)
    return make(world, job, key, memory)


def make(world: World, job: Job, key: str, memory: Memory) -> Done:
    """Render one job, write its files, and remember that under `key`."""
    begun = time.perf_counter()
    noted = NotingWorld(world, in_few_letters)
    outcome = guarded(noted, job, memory.folders)
    if job.verify:
        outcome = proved(world, outcome)
    outcome, files = _write(world, outcome, {asked[1] for asked in noted.answers if asked[0] == "read"})
    told = {finding.span.path for finding in outcome.findings}
    sources = tuple(source for source in outcome.sources if source.path in told)
    outcome = replace(outcome, files=(), sources=sources)
    memory.keep(job, key, noted.answers, Standing(outcome, files))
    return Done(outcome, files, time.perf_counter() - begun)


def tidy(world: World, jobs: Iterable[Job]) -> None:
    """Remove what runs that were killed have left half-written where jobs write."""
    for folder in sorted({job.folder for job in jobs}):
        world.tidy(folder)


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


def clashes(jobs: Sequence[Job]) -> list[str]:
    """What is wrong with where jobs write, a sentence each: two reports in one file, or one over what is read.

    Names that differ in case only clash, too.
    """
    from docgen.pipeline import output_path
    from docgen.writers import writer  # here, because checking needs none

    inputs = {_place(path): path for job in jobs for path in (job.path, *_beside(job))}
    taken: dict[str, str] = {}
    found = []
    for job in jobs:
        for name in job.formats:
            target = output_path(job, writer(name).extension)
            place = _place(target)
            if place in inputs:
                found.append(f"{job.path} would be written over {inputs[place]}; choose another folder with -o")
            elif taken.setdefault(place, job.path) != job.path:
                found.append(f"{taken[place]} and {job.path} would both be written to {target}; rename one of them")
    return found


def _beside(job: Job) -> Iterator[str]:
    """What is read of a report's folder besides the report."""
    return (join(folder_of(job.path), name) for name in (SHARED, WORDS))


def _place(path: str) -> str:
    """Where a file would stand, links to its folder followed, in letters that are alike where systems take them so."""
    folder, name = os.path.split(path)
    return os.path.normcase(os.path.join(os.path.realpath(folder), name)).casefold()


def _write(world: World, outcome: Outcome, read: Iterable[str]) -> tuple[Outcome, tuple[tuple[str, str], ...]]:
    """Write the files of an outcome, unless one would stand in the place of what it was made from."""
    written: list[tuple[str, str]] = []
    inputs = {_place(path) for path in read} if outcome.files else set()
    for path, _ in outcome.files:
        if _place(path) in inputs:
            return replace(outcome, exit=Exit.ENVIRONMENT, findings=(*outcome.findings, _overwriting(path))), ()
    for path, data in outcome.files:
        try:
            world.write(path, data)
        except Unreachable as error:
            findings = (*outcome.findings, _unwritten(error))
            return replace(outcome, exit=Exit.ENVIRONMENT, findings=findings), tuple(written)
        written.append((path, digest(data)))
    return outcome, tuple(written)


def _overwriting(path: str) -> Finding:
    said = "the report would be written over a file that it is made from"
    return Finding.error(Span(path, 0, 0), "overwrites-source", said, "choose another folder with -o")


def _unwritten(error: Unreachable) -> Finding:
    code, said, advice = "not-writable", f"{error.reason.value}: {error.detail}", "choose another folder with -o"
    if error.reason is Reason.LOCKED:
        code, said = "file-locked", "another program, such as Word, holds this file open"
        advice = "close it there and run docgen again"
    elif error.reason is Reason.FULL:
        code, said = "disk-full", f"{error.reason.value}; what stood there before is unharmed"
        advice = "make room there, or choose another folder with -o, and run docgen again"
    return Finding.error(Span(error.path, 0, 0), code, said, advice)
