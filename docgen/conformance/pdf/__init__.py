"""PDFs: whether what they paint is bound to a structure, whether that can be read, and what they say of themselves.

`opening` reads the file, `painting` what its pages show, `tree` its structure, `file` where in it something stands.
The rules are the modules of three folders: each has a `find` that is given the file and yields findings, and a
docstring that is its manual. `verapdf` holds a file against the standards that it claims, by the validator of an extra;
`outline` tells what a screen reader would meet. A PDF is ISO 32000-1, an accessible one ISO 14289-1 (PDF/UA-1;
"Matterhorn" is the PDF Association's protocol of its failures), one for archives ISO 19005.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from docgen.conformance.kind import Examined
from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.opening import open_pdf
from docgen.conformance.pdf.outline import met_in
from docgen.conformance.pdf.verapdf import NotInstalled, validate
from docgen.findings import Finding, in_order

Rule = Callable[[PdfFile], Iterator[Finding]]

FOLDERS = ("content", "structure", "document")

_NOT_INSTALLED = "PDFs were not held against veraPDF, which is not installed:  pip install 'docgen-reports[verify]'"

MOST_FINDINGS = 1000
"""How many findings of one rule are kept; a file with more is wrong in one way throughout."""


class _Pdfs:
    """The kind."""

    name = "PDF"
    extensions = (".pdf",)

    def examine(self, path: str, data: bytes, *, in_review: bool = False) -> Examined:
        return examine(path, data, validated=True)

    def check_soundness(self, path: str, data: bytes) -> Examined:
        return examine(path, data)

    def outline(self, path: str, data: bytes) -> str | None:
        opened = open_pdf(path, data)
        return "".join(f"{met}\n" for met in met_in(opened.file)) if opened.file and opened.file.elements else None


kind = _Pdfs()


def examine(path: str, data: bytes, *, folders: tuple[str, ...] = FOLDERS, validated: bool = False) -> Examined:
    """Hold a PDF against the rules of some of the folders, or of all; with `validated` against veraPDF's, too."""
    opened = open_pdf(path, data)
    pdf = opened.file
    if pdf is None:
        return Examined(in_order(opened.findings))
    found, notes = list(opened.findings), list[str]()
    for folder in folders:
        for rule in rules(folder).values():
            found.extend(finding for finding, _ in zip(rule(pdf), range(MOST_FINDINGS), strict=False))
    if validated:
        try:
            found.extend(validate(pdf, data, found))
        except NotInstalled:
            notes.append(_NOT_INSTALLED)
    findings = in_order(found)
    places = {span.path for finding in findings for span in (finding.span, *finding.also)}
    blocks = {span: str(number) for span, number in pdf.numbers.items()}
    return Examined(findings, pdf.sources(places), tuple(notes), blocks)


@cache
def rules(folder: str) -> dict[str, Rule]:
    """The rules of a folder by the names of their modules."""
    package = importlib.import_module(f"{__name__}.{folder}")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return {name: importlib.import_module(f"{package.__name__}.{name}").find for name in names}
