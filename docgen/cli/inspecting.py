"""Finished files, and reports made in memory, held against what they are to conform to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.batch import internal_error
from docgen.checks.settling.orders import Orders
from docgen.conformance import kind_of
from docgen.conformance.kind import Examined, Kind
from docgen.document.tree import walk
from docgen.findings import Finding, Severity, Span, in_order, worst
from docgen.job import Exit, Job, Outcome
from docgen.pipeline import Published, publish
from docgen.reading.limits import Limits
from docgen.records import dataclass
from docgen.world import Unreachable, World
from docgen.writers import names, writer


@dataclass(frozen=True, slots=True)
class Inspected:
    """What became of one file or report, and what it was not held against."""

    outcome: Outcome
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Orderly:
    """How to inspect: what exits with 1, whether comments belong to the files, how large a report may be."""

    fail_on: Severity
    in_review: bool
    limits: Limits


def inspect_file(world: World, path: str, kind: Kind, orderly: Orderly) -> Inspected:
    """Hold a finished file against everything there is."""
    try:
        data = world.read(path)
    except Unreachable as error:
        return Inspected(Outcome(path, Exit.CONTENT, (_unreadable(path, error),)))
    try:
        return _judged(path, kind.examine(path, data, in_review=orderly.in_review), orderly)
    except Exception as fault:
        return Inspected(Outcome(path, Exit.INTERNAL, (internal_error(world, path, fault),)))


def inspect_report(world: World, path: str, orderly: Orderly) -> Inspected:
    """Make a report's files in memory, and hold them against everything; findings lead to where it was written."""
    try:
        published = made(world, path, orderly.limits)
        if not published.outcome.files:
            return Inspected(published.outcome)
        examined = [_examined(published, name, data) for name, data in published.outcome.files]
        joined = Examined(
            tuple(finding for one in examined for finding in one.findings),
            tuple(dict.fromkeys((*published.outcome.sources, *(source for one in examined for source in one.sources)))),
            tuple(note for one in examined for note in one.notes),
        )
        return _judged(path, joined, orderly)
    except Exception as fault:
        return Inspected(Outcome(path, Exit.INTERNAL, (internal_error(world, path, fault),)))


def made(world: World, path: str, limits: Limits) -> Published:
    """A report's files in every format that can be inspected, in memory; they are named as if they lay beside it."""
    formats = tuple(name for name in names() if kind_of(writer(name).extension) is not None)
    return publish(world, Job(path, formats, folder="", limits=limits, orders=Orders(skip=True)))


def outline_of_file(world: World, path: str, kind: Kind) -> str | None:
    """What a screen reader would meet in a file; None where docgen cannot tell. Raises `Unreachable`."""
    return kind.outline(path, world.read(path))


def outlines_of_report(published: Published) -> Iterator[str]:
    """What a screen reader would meet in the files of a report, of each that docgen can tell of."""
    for name, data in published.outcome.files:
        kind = kind_of(name)
        told = kind.outline(name, data) if kind else None
        if told is not None:
            yield told


def _examined(published: Published, name: str, data: bytes) -> Examined:
    """What was found in one of a report's files, with the places in the report."""
    kind = kind_of(name)
    if kind is None:
        return Examined()
    examined = kind.examine(name, data, in_review=False)
    edition = published.edition
    if not examined.findings or edition is None:
        return examined
    maker = next(one for one in map(writer, names()) if name.endswith(one.extension))
    nodes, spans = maker.blocks(edition), {part.id: part.span for part in walk(edition.document) if hasattr(part, "id")}
    found = []
    for finding in examined.findings:
        written = spans.get(nodes.get(examined.blocks.get(finding.span, ""), ""))
        found.append(replace(finding, also=(written, *finding.also)) if written else finding)
    return replace(examined, findings=tuple(found))


def _judged(path: str, examined: Examined, orderly: Orderly) -> Inspected:
    gravest = worst(examined.findings)
    exit_code = Exit.CONTENT if gravest is not None and gravest >= orderly.fail_on else Exit.DONE
    return Inspected(Outcome(path, exit_code, in_order(examined.findings), examined.sources), examined.notes)


def _unreadable(path: str, error: Unreachable) -> Finding:
    return Finding.error(Span(path, 0, 0), "unreadable-file", error.reason.value)
