"""What validators say of a finished file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen import __version__
from docgen.conformance import pdf, word
from docgen.conformance.pdf.opening import open_pdf
from docgen.conformance.pdf.verapdf import claimed, engine
from docgen.conformance.pdf.verapdf.wording import word as in_words
from docgen.evidence.record import Complaint, Verdict
from docgen.findings import Finding

_VERIFY = "docgen verify"

_WORD = {
    "lint": "ECMA-376, as far as docgen knows what Word takes",
    "accessibility": "rules after Word’s Accessibility Checker",
}
_STRUCTURE = "ISO 32000-1, 14.7 and 14.8: pages, structure and what leads from one to the other"
_ISO = {"ua": "ISO 14289", "1": "ISO 19005-1", "2": "ISO 19005-2", "3": "ISO 19005-3"}
_NOT_INSTALLED = "veraPDF is not installed; it comes with docgen-reports[verify]"


def verdicts(name: str, data: bytes) -> Iterator[Verdict]:
    """The verdicts on one file; what it is shows in its name."""
    if name.endswith(".docx"):
        for folder, standard in _WORD.items():
            yield verdict_of_docgen(name, standard, _VERIFY, word.examine(name, data, folders=(folder,)).findings)
    if name.endswith(".pdf"):
        yield verdict_of_docgen(name, _STRUCTURE, _VERIFY, pdf.examine(name, data).findings)
        yield from (_by_verapdf(name, data, flavour) for flavour in _flavours(name, data))


def verdict_of_docgen(name: str, standard: str, command: str, findings: tuple[Finding, ...]) -> Verdict:
    """What one of docgen's own commands says of a file: it passes where nothing is found."""
    said = Counter((one.code, one.message) for one in findings)
    return Verdict(name, standard, command, __version__, not findings, _complaints(said))


def _flavours(name: str, data: bytes) -> tuple[str, ...]:
    """What a PDF is held against: what it says it is, and PDF/UA-1 in any case."""
    opened = open_pdf(name, data).file
    return tuple(dict.fromkeys(("ua1", *(claimed(opened) if opened else ()))))


def _by_verapdf(name: str, data: bytes, flavour: str) -> Verdict:
    standard = _standard(flavour)
    try:
        failed = engine.failures(data, flavour)
        version = engine.version()
    except engine.NotInstalled:
        return Verdict(name, standard, "veraPDF", "", None, missing=_NOT_INSTALLED)
    except engine.Unfit as fault:
        return Verdict(name, standard, "veraPDF", engine.version(), False, (Complaint("unreadable", str(fault)),))
    said = Counter((f"{one.clause}-{one.test}", in_words(one).words) for one in failed)
    return Verdict(name, standard, "veraPDF", version, not failed, _complaints(said))


def _standard(flavour: str) -> str:
    """What a flavour is called: `2a` is PDF/A-2a."""
    part = flavour.removeprefix("ua")
    said = f"PDF/UA-{part}" if flavour != part else f"PDF/A-{flavour}"
    return f"{said} ({_ISO['ua' if flavour != part else part[0]]})"


def _complaints(said: Counter[tuple[str, str]]) -> tuple[Complaint, ...]:
    """What was said, in order, with how often."""
    return tuple(Complaint(code, message, count) for (code, message), count in sorted(said.items()))
