"""Finds a heading that is not worded as the house, or the sister reports, word it for that kind of section.

Why it matters: readers of a series look for *Closing Remarks* where they found them last time. *Final Words* in one
report and *Conclusion* in the next make three things out of one.

Example:

    docgen.yaml    headings: {closing: Closing Remarks}

    - heading: Final Words             →         - heading: Closing Remarks

What to do: settle the wording by `headings` in docgen.yaml (`docgen headings` proposes it), and use it; the fix is a
proposal. Where nothing is settled, opening, closing and other recurring sections are compared with those of the other
reports in the folder that share a host. Words after a colon are free: *Keynote Address: Ms. Moreau*.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.facts import Facts
from docgen.checks.kinds import kind_of_heading
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Part, Subject
from docgen.checks.wordings import proposals
from docgen.findings import Severity
from docgen.report.model import Kind

TALKS = frozenset({Kind.DISCUSSION, Kind.ROUNDTABLE})
"""What is headed by its subject more often than not."""


@rule(Severity.WARNING)
def heading_wording(subject: Subject) -> Iterator[Flaw]:
    """By what is settled; for other kinds by the folder."""
    wordings = {key.value: words.value for key, words in subject.report.headings}
    settled = {kind: wordings[kind.value] for kind in Kind if kind.value in wordings}
    usual = by_folder(subject, settled)
    for part in subject.parts:
        if part.kind in settled:
            yield from differing(part, settled[part.kind], f"sections of this kind are headed '{settled[part.kind]}'")
        elif part.kind in usual and part.above is None:
            wording, file = usual[part.kind]
            yield from differing(part, wording, f"such a section is headed '{wording}' in {file}")


def by_folder(subject: Subject, settled: dict[Kind, str]) -> dict[Kind, tuple[str, str]]:
    """The wording of kinds that nobody has settled, and a report that has it; none where this report has it, too."""
    hosts = {host.words for host in subject.report.hosts}
    series = tuple(one for one in subject.sisters if set(one.hosts) & hosts or not (one.hosts or hosts))
    if not series or subject.root is None:
        return {}
    headings = tuple((part.kind.value if part.kind else "", part.section.heading.words) for part in subject.parts)
    own = Facts(file=subject.root.span.path.rpartition("/")[2], headings=headings)
    found = {}
    for one in proposals((own, *series)):
        files = [file for words, named in one.files if words == one.wording for file in named if file != own.file]
        is_told = kind_of_heading(one.wording, subject.language) is not None and one.kind not in TALKS
        if files and is_told and one.kind not in settled:
            found[one.kind] = (one.wording, files[-1])
    return found


def differing(part: Part, wording: str, why: str) -> Iterator[Flaw]:
    """A heading that does not begin with the words it should."""
    if part.heading is None:
        return
    value = part.heading.value
    own = value.partition(":")[0].strip()
    if " ".join(own.split()).casefold() == wording.partition(":")[0].strip().casefold():
        return
    right = wording.upper() if own.isupper() else wording
    at = part.heading.stretch(0, len(own))
    yield Flaw(at, why, f"write '{right}'", unsafe(at.replaced(right)))
