"""veraPDF's verdicts, in as few words as can be."""

from __future__ import annotations

from docgen.conformance.pdf.opening import open_pdf
from docgen.conformance.pdf.verapdf import claimed
from docgen.conformance.pdf.verapdf.engine import Unfit, failures

_NAMES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a", "3a": "PDF/A-3a"}


def verdict(data: bytes, archive: str = "2a") -> str:
    """The rules of PDF/UA-1 and a part of PDF/A that a file breaks: a line a standard, nothing where it keeps all."""
    lines = (_line(data, flavour) for flavour in ("ua1", archive))
    return "".join(f"{line}\n" for line in lines if line)


def verdict_as_claimed(data: bytes) -> str:
    """The same for a file that claims PDF/UA-1 and level A of PDF/A-2 or, with attachments, PDF/A-3."""
    pdf = open_pdf("", data).file
    assert pdf is not None
    accessible, archive = claimed(pdf)
    assert accessible == "ua1"
    assert archive == ("3a" if pdf.pdf.attachments else "2a")
    return verdict(data, archive)


def _line(data: bytes, flavour: str) -> str:
    try:
        broken = sorted({f"{failure.clause}-{failure.test}" for failure in failures(data, flavour)})
    except Unfit:
        return f"{_NAMES[flavour]} cannot be read"
    return f"{_NAMES[flavour]} {' '.join(broken)}" if broken else ""
