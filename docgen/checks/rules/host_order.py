"""Finds hosts in another order than that of the masthead.

Why it matters: governments agree on the order of hosts. A text with another order breaks an agreement that nobody
meant to touch.

Example:

    hosts: [{mission: Chile}, {mission: Ghana}, {mission: Nepal}]

    The Missions of Ghana, Chile, and Nepal        The Missions of Chile, Ghana, and Nepal
    hosted the meeting.                      →     hosted the meeting.

What to do: put them in the order of `hosts` (or of `byline`). Only lists of all the hosts are looked at, in sentences
about missions, hosting, organizing or convening; where the order is that in which people spoke, any is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Place, Stretch
from docgen.expressions import regex
from docgen.findings import Severity

_HOSTING = regex(
    r"\b(?:missions?|hosts?|hosted|hosting|co-?hosted|organi[sz]\w+|co-?organi[sz]\w+|sponsor\w*|co-?sponsor\w*"
    r"|conven(?:ed|ers?|ing)|held by|governments of|invitation of|missions? permanentes?|organisé\w*|accueilli\w*)\b",
    re.IGNORECASE,
)
_MISSIONS = regex(r"[Mm]issions? of (?P<names>.+?)(?: to (?:the )?[A-Z]| in cooperation|$)")
_BETWEEN = regex(r"(?:, (?:and |et )?| and | & | et )(?:the |la |le |les |l['’])?\Z")


@rule(Severity.WARNING, languages=("en", "fr"))
def host_order(subject: Subject) -> Iterator[Flaw]:
    """Each enumeration of all hosts in another order."""
    hosts = hosts_of(subject)
    if len(hosts) < 2 or len(set(hosts)) < len(hosts):
        return
    either = "|".join(re.escape(host) for host in sorted(hosts, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")
    for passage in subject.passages:
        if passage.place in (Place.BYLINE, Place.QUOTE) or not all(host in passage.value for host in hosts):
            continue
        for row in enumerations(passage, pattern):
            names = [one.value for one in row]
            if sorted(names) == sorted(hosts) and names != list(hosts) and speaks_of_hosting(row[0]):
                right = enumerated(hosts)
                changes = (one.replaced(host) for one, host in zip(row, hosts, strict=True) if one.value != host)
                yield Flaw(
                    row[0].to(row[-1]),
                    "the hosts stand in another order here",
                    f"the order is {right}",
                    unsafe(*changes),
                )


def hosts_of(subject: Subject) -> tuple[str, ...]:
    """The hosts in their order: declared, or as the byline enumerates missions."""
    report = subject.report
    if report.byline is None:
        return tuple(re.sub(r"^(?:the|la|le|les) ", "", host.words) for host in report.hosts)
    found = _MISSIONS.search(report.byline.value)
    return tuple(re.split(r", (?:and )?| and ", found["names"])) if found else ()


def enumerations(passage: Passage, pattern: re.Pattern[str]) -> Iterator[list[Stretch]]:
    """Hosts that stand in a row, with nothing but commas and *and* between."""
    row: list[Stretch] = []
    for one in passage.find(pattern):
        if row and not _BETWEEN.match(passage.value[row[-1].end : one.start]):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def speaks_of_hosting(stretch: Stretch) -> bool:
    """Whether the sentence is about those who hold the event."""
    sentence = next(one for one in stretch.passage.sentences if stretch.start < one.end)
    return _HOSTING.search(sentence.value) is not None


def enumerated(names: Sequence[str]) -> str:
    """*Chile, Ghana, Nepal*."""
    return ", ".join(names)
