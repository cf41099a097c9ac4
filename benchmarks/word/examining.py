"""What a Word file holds, whether it is sound, and what is shown of it."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from openxml_audit import OpenXmlValidator

from benchmarks.word.report import FIRST, SECOND, Report
from docgen.conformance.word import examine
from tests.conformance import shown
from tests.conformance.sdk import sdk_errors
from tests.libreoffice import convert

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def sdk(data: bytes) -> int:
    """How many errors the validator of the Open XML SDK finds."""
    with tempfile.TemporaryDirectory() as folder:
        (found,) = sdk_errors([data], Path(folder))
        return len(found)


def audit(data: bytes) -> int:
    """How many errors `openxml-audit` finds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(data)
        return len(OpenXmlValidator().validate(path).errors)


def barriers(data: bytes) -> list[str]:
    """What stands in the way of somebody who cannot see the file, by docgen's own rules: the code of each finding."""
    found = examine("report.docx", data, folders=("accessibility",)).findings
    return [finding.code for finding in found]


def footnotes(data: bytes) -> int:
    """Word's own footnotes."""
    root = _part(data, "word/footnotes.xml")
    return sum(1 for note in root.iter(f"{_W}footnote") if f"{_W}type" not in note.attrib) if root is not None else 0


def references(data: bytes) -> str:
    """How the table is referred to: by a field that Word renews, by a link, or by a number that was typed."""
    root = _part(data, "word/document.xml")
    codes = " ".join("".join(code.itertext()) for code in root.iter(f"{_W}instrText")) if root is not None else ""
    if re.search(r"\bREF\b", codes):
        return "field"
    anchors = [link.get(f"{_W}anchor") for link in root.iter(f"{_W}hyperlink")] if root is not None else []
    return "link" if "sessions" in anchors else "typed"


def embedded_faces(data: bytes) -> int:
    """The font files that come with it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return sum(name.endswith(".odttf") for name in package.namelist())


def contents_right(data: bytes, report: Report) -> int:
    """For how many sections the contents say the page on which LibreOffice shows them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(data)
        (pdf,) = convert([path], "pdf", Path(folder))
        text = "".join(_letters("".join(line)) for line in shown.text(pdf, 66, 720))
        pages = {_letters(entry.title): entry.page for entry in shown.outline(pdf)}
    right = 0
    at = text.find("contents")
    for section in report.sections:
        heading = _letters(section.heading)
        found = re.compile(rf"{re.escape(heading)}(\d+)").search(text, at)
        right += found is not None and int(found[1]) == pages.get(heading)
    return right


def lists_restart(data: bytes) -> bool:
    """Whether LibreOffice shows both numbered lists to begin at 1."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(data)
        (plain,) = convert([path], "txt:Text (encoded):UTF8", Path(folder))
        lines = plain.read_text("utf-8-sig").splitlines()
    return all(
        any(re.fullmatch(rf"\s*1\.\s+{re.escape(one.items[0])}", line) for line in lines) for one in (FIRST, SECOND)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _part(data: bytes, name: str) -> ElementTree.Element | None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(name)) if name in package.namelist() else None  # noqa: S314
