"""veraPDF: a file held against the standards that it claims, by the validator that archives use.

`engine` runs it, `places` finds where in the file a failure is, `wording` says it in plain words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.metadata import read_metadata
from docgen.conformance.pdf.verapdf.engine import FLAVOURS, Failure, NotInstalled, Unfit, failures, version
from docgen.conformance.pdf.verapdf.places import Places
from docgen.conformance.pdf.verapdf.wording import Wording, word
from docgen.findings import Finding, Severity

__all__ = ["NotInstalled", "claimed", "validate", "version"]


def claimed(pdf: PdfFile) -> tuple[str, ...]:
    """The flavours that a file says it is of (keys of `engine.FLAVOURS`); accessible ones where it says nothing."""
    metadata = read_metadata(pdf.catalog)
    if metadata is None:
        return ("ua1",)
    archive = f"{metadata.text('pdfaid:part')}{metadata.text('pdfaid:conformance').lower()}"
    found = [flavour for flavour in (f"ua{metadata.text('pdfuaid:part')}", archive) if flavour in FLAVOURS]
    return tuple(found) or ("ua1",)


def validate(pdf: PdfFile, data: bytes, known: Collection[Finding] = ()) -> tuple[Finding, ...]:
    """What veraPDF finds in a file and is not among what is `known` already: one finding a rule, with all its places.

    Raises `NotInstalled` where veraPDF is not there.
    """
    told = {(finding.code, finding.span.path) for finding in known}
    found: list[Finding] = []
    for flavour in claimed(pdf):
        try:
            failed = failures(data, flavour)
        except Unfit as fault:
            said = f"veraPDF cannot read this file: {fault}"
            return (Finding.error(pdf.whole, "verapdf-unreadable", said, "make the file again"),)
        for finding in _worded(pdf, failed):
            fresh = [span for span in (finding.span, *finding.also) if (finding.code, span.path) not in told]
            if fresh:
                found.append(replace(finding, span=fresh[0], also=tuple(fresh[1:])))
        told |= {(finding.code, span.path) for finding in found for span in (finding.span, *finding.also)}
    return tuple(found)


def _worded(pdf: PdfFile, failed: Iterable[Failure]) -> Iterator[Finding]:
    """Failures in words, those that say the same as one."""
    places, same = Places(pdf), dict[tuple[Wording, str, str], list[Failure]]()
    for failure in failed:
        same.setdefault((word(failure), failure.specification, failure.clause), []).append(failure)
    for (wording, specification, clause), failures_alike in same.items():
        first, *others = sorted({places.find(failure.context) for failure in failures_alike})
        message = f"{wording.words} ({specification}, {clause})"
        yield Finding(first, Severity.ERROR, wording.code, message, wording.advice, also=tuple(others))
