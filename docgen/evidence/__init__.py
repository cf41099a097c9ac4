"""Evidence: what an auditor asks for of one report, as a page and as data. Values in, bytes out.

`record` is what there is to be known, `gather` puts it together from an edition, its files and what validators said;
`page` and `data` write it down. Nothing here says that a report is accessible: it says what docgen does by
construction and what was checked by whom, and asks a person for the rest (`docs/accessibility.md`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from docgen import __version__
from docgen.document.digest import content_digest
from docgen.evidence.colours import contrasts
from docgen.evidence.pictures import shown_pictures
from docgen.evidence.questions import ask
from docgen.evidence.record import FileRecord, Met, Record, Verdict
from docgen.evidence.words import languages, links
from docgen.report.review import Reviews
from docgen.writers.writer import Edition


def file_record(name: str, data: bytes) -> FileRecord:
    """What is put on record of a file."""
    return FileRecord(name, len(data), hashlib.sha256(data).hexdigest())


def gather(
    report: str,
    edition: Edition,
    reviews: Reviews | None,
    inputs: Iterable[FileRecord],
    outputs: Iterable[FileRecord],
    verdicts: Iterable[Verdict],
    order: Iterable[Met],
) -> Record:
    """The record of a report, known by its file's name.

    `order` is what a screen reader meets in its PDF, in turn. Equal values give an equal record: no clock is asked.
    """
    document = edition.document
    state = content_digest(document, edition.pictures)
    return Record(
        report=report,
        title=document.properties.title,
        language=document.language,
        docgen=__version__,
        moment=edition.moment.isoformat(),
        state=state,
        inputs=tuple(sorted(inputs, key=lambda file: file.name)),
        outputs=tuple(outputs),
        verdicts=tuple(verdicts),
        questions=ask(document, reviews, state),
        pictures=shown_pictures(edition),
        order=tuple(order),
        contrasts=contrasts(edition.pages, edition.style) if edition.pages else (),
        links=links(document),
        languages=languages(document),
    )
