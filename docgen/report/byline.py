"""The line that names hosts and partners, made from the wording of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from docgen.document import tree
from docgen.document.runs import Run, TextRun
from docgen.findings import Finding, Span
from docgen.reading.text import Text, Title
from docgen.report.model import Host, Report
from docgen.style.wording import Wording

Runs = tuple[Run, ...]


def byline(report: Report, wording: Wording) -> Runs:
    """The hosts' line: as written, or made from hosts and partners."""
    if report.byline is not None:
        return (TextRun(report.byline),)
    if not report.hosts:
        return ()
    span = report.hosts[0].span | report.hosts[-1].span if _one_file(report.hosts) else report.hosts[0].span
    hosts = enumerate_names(_gathered(report.hosts, wording), wording, span)
    if not report.partners:
        return fill(wording.byline_alone, span, hosts=hosts)
    return fill(
        wording.byline, span, hosts=hosts, partners=enumerate_names(_gathered(report.partners, wording), wording, span)
    )


def unworded_missions(report: Report, wording: Wording) -> Iterable[Finding]:
    """Findings on missions in a language that would inflect the country's name."""
    if wording.missions or report.byline is not None:
        return
    for host in (*report.hosts, *report.partners):
        if host.mission is not None:
            yield Finding.error(
                host.mission.span(),
                "unworded-mission",
                f"docgen cannot put '{host.mission}' into a sentence in this language",
                "write name: with the mission's full name, article included, in place of mission:",
            )


def formal_name(host: Host, wording: Wording) -> str:
    """A host's whole name outside a sentence, for the metadata: without the article it has inside one."""
    named = tree.plain(_missions([host], wording)) if host.mission and wording.missions else host.words
    return named.removeprefix(wording.article)


def enumerate_names(names: Sequence[Runs], wording: Wording, span: Span) -> Runs:
    """Names as one enumeration in the language's form: *A*, *A and B*, *A, B, and C*."""

    def between(words: str) -> Runs:
        return (TextRun(Title.generated(words, span)),)

    if len(names) < 2:
        return names[0] if names else ()
    if len(names) == 2:
        return (*names[0], *between(wording.last_of_two), *names[1])
    rest = [run for name in names[1:-1] for run in (*between(wording.comma), *name)]
    return (*names[0], *rest, *between(wording.last_of_many), *names[-1])


def fill(pattern: str, span: Span, **parts: Runs) -> Runs:
    """A pattern with the names in its braces replaced by runs; what is filled in is not looked at again."""
    filled: list[Run] = []
    for piece in re.split(r"(\{[a-z-]+\})", pattern):
        if piece.startswith("{"):
            filled.extend(parts[piece[1:-1]])
        elif piece:
            filled.append(TextRun(Title.generated(piece, span)))
    return tuple(filled)


def _gathered(hosts: Sequence[Host], wording: Wording) -> list[Runs]:
    """The hosts' names; consecutive missions to the same body as one."""
    gathered: list[Runs] = []
    for body, group in groupby(hosts, key=_body):
        members = list(group)
        if body is None:
            gathered.extend((TextRun(host.name),) for host in members if host.name)
        else:
            gathered.append(_missions(members, wording))
    return gathered


def _body(host: Host) -> str | None:
    """What groups a mission with its neighbours: the body it is accredited to; None for what is no mission."""
    if host.mission is None:
        return None
    return host.to.value if host.to else ""


def _missions(hosts: Sequence[Host], wording: Wording) -> Runs:
    span, first = hosts[0].span, hosts[0]
    names: list[Runs] = [(TextRun(host.mission),) for host in hosts if host.mission]
    to: Text = first.to if first.to else Title.generated(wording.missions_body, span)
    pattern = wording.mission if len(hosts) == 1 else wording.missions
    return fill(pattern, span, names=enumerate_names(names, wording, span), body=(TextRun(to),))


def _one_file(hosts: Sequence[Host]) -> bool:
    return hosts[0].span.path == hosts[-1].span.path
