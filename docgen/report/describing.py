"""What is said about a document: what staff write under `publication`, and what follows from the rest of the report."""

from __future__ import annotations

from docgen.document.properties import Properties
from docgen.document.tree import told
from docgen.report.byline import formal_name
from docgen.report.model import Report
from docgen.style.wording import Wording


def describe(report: Report, wording: Wording) -> Properties:
    """The properties of a report's document: authors are the hosts, subject its label, unless it says otherwise."""
    written = report.publication
    hosts = dict.fromkeys(formal_name(host, wording) for host in report.hosts)
    label = report.label.value if report.label else ""
    return Properties(
        title=told(report.title.words),
        authors=tuple(map(told, (name.value for name in written.authors) if written and written.authors else hosts)),
        subject=told(written.subject.value if written and written.subject else label),
        date=report.date.first,
        publisher=told(written.publisher.value) if written and written.publisher else "",
        keywords=tuple(told(word.value) for word in written.keywords) if written else (),
        isbn=written.isbn.digits if written and written.isbn else "",
        doi=written.doi.name if written and written.doi else "",
    )
