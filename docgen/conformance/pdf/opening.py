"""Opening a PDF: its objects where they can be read, and what there is to say where not."""

from __future__ import annotations

import io
import logging

import pikepdf

from docgen.conformance.pdf.file import PdfFile
from docgen.findings import Finding, Span
from docgen.records import dataclass

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it warns of is among the findings

_SAVE_ANEW = "if a viewer opens it, print or save it there as a new PDF"
_ASK = "ask whoever made it for a copy without a password"


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF, or None where it cannot be read, and what there is to say about it."""

    file: PdfFile | None
    findings: tuple[Finding, ...] = ()


def open_pdf(path: str, data: bytes) -> Opened:
    """Read a file as far as the pages in it can be told."""
    whole = Span(path, 0, 0)
    try:
        pdf = pikepdf.open(io.BytesIO(data))
        pages = [page.obj for page in pdf.pages]
    except pikepdf.PasswordError:
        return Opened(None, (Finding.error(whole, "locked-file", "this file is locked with a password", _ASK),))
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, TypeError, ValueError, AttributeError, KeyError):
        return Opened(None, (Finding.error(whole, "damaged-file", "this is no PDF, or it is damaged", _SAVE_ANEW),))
    findings = []
    if pdf.is_encrypted:
        said = "this file is encrypted, so that programs that read aloud may be kept out, and archives do not take it"
        findings.append(Finding.error(whole, "encrypted-file", said, _ASK))
    if pdf.get_warnings():
        said = "this file is damaged, and was read as well as could be"
        findings.append(Finding.error(whole, "damaged-file", said, _SAVE_ANEW))
    if not pages:
        return Opened(None, (*findings, Finding.error(whole, "no-pages", "this file has no page", _SAVE_ANEW)))
    return Opened(PdfFile(path, pdf, pages), tuple(findings))
