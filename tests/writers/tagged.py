"""Tagged PDF as others read it: its structure tree by pikepdf, the words of its content by pdfium and poppler.

Nothing of docgen takes part.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from ctypes import c_ushort
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tests.programs import require

DIVIDED = re.compile("[\u00ad\ufffe]\\s*")
"""Where a line ends inside a word: a soft hyphen, which pdfium shows as U+FFFE if it was printed."""


def words(text: str) -> list[str]:
    """The words of what a program read, divided ones put together."""
    return DIVIDED.sub("", text).split()


def extracted(data: bytes, folder: Path, *options: str) -> str:
    """What poppler reads in a file."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    command = [require("pdftotext"), "-enc", "UTF-8", *options, path, "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def told_by_structure(data: bytes, folder: Path) -> str:
    """What poppler reads in a file in the order of its structure. It prints capitals as they are printed."""
    path = folder / "told.pdf"
    path.write_bytes(data)
    command = [require("pdfinfo"), "-struct-text", path]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return "\n".join(re.findall(r'^ *"(.*)"$', told, re.MULTILINE))


def read_by_pdfium(data: bytes) -> str:
    """What pdfium reads in a file."""
    with pypdfium2.PdfDocument(data) as file:
        return "\n".join(page.get_textpage().get_text_range() for page in file)


def readings(data: bytes, folder: Path) -> tuple[str, str, str]:
    """A file's text without its artifacts: by poppler, as it stands and in the columns that it sees; by pdfium."""
    text = without_artifacts(data)
    return extracted(text, folder, "-raw"), extracted(text, folder), read_by_pdfium(text)


def without_artifacts(data: bytes) -> bytes:
    """The same file without what is marked as an artifact: running heads, folios, rules, heads of tables set again."""
    with pikepdf.open(BytesIO(data)) as file:
        for page in file.pages:
            page.Contents = file.make_stream(pikepdf.unparse_content_stream(list(_kept(page))))
        out = BytesIO()
        file.save(out)
    return out.getvalue()


def _kept(page: pikepdf.Page) -> Iterator[pikepdf.ContentStreamInstruction]:
    """A page's operators, those that paint artifacts left out; what they set stays set."""
    open_marks: list[str] = []
    for found in pikepdf.parse_content_stream(page):
        operator = str(found.operator)
        if operator in ("BDC", "BMC"):
            open_marks.append(str(found.operands[0]))
        if "/Artifact" not in open_marks or operator not in ("TJ", "Tj", "f", "S", "Do"):
            yield found
        if operator == "EMC":
            open_marks.pop()


def outline_of(data: bytes) -> str:
    """The structure tree, an element a line and indented below its parent, with the words that pdfium reads in it."""
    said = _said(data)
    with pikepdf.open(BytesIO(data)) as file:
        pages = {page.objgen: number for number, page in enumerate(file.pages)}
        kids = kids_of(file.Root.StructTreeRoot)
        return "".join(f"{line}\n" for kid in kids for line in _lines(kid, None, pages, said))


def _said(data: bytes) -> dict[tuple[int, int], str]:
    """The words of each marked-content sequence, by the index of its page and its number."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    with pypdfium2.PdfDocument(data) as file:
        for number, page in enumerate(file):
            text = page.get_textpage()
            for shown in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                length = pdfium.FPDFTextObj_GetText(shown.raw, text.raw, None, 0)
                buffer = (c_ushort * (length // 2))()
                pdfium.FPDFTextObj_GetText(shown.raw, text.raw, buffer, length)
                said = bytes(buffer).decode("utf-16-le").rstrip("\0")
                found[number, pdfium.FPDFPageObj_GetMarkedContentID(shown.raw)] += said
    return found


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """What an element holds: other elements, numbers of marked-content sequences, references to either or to links."""
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _lines(
    element: pikepdf.Object,
    page: pikepdf.Object | None,
    pages: dict[tuple[int, int], int],
    said: dict[tuple[int, int], str],
) -> Iterator[str]:
    """An element and what it holds; its words on its own line where it holds nothing else."""
    page = element.get("/Pg", page)
    parts: list[str | pikepdf.Object] = []
    for kid in kids_of(element):
        if isinstance(kid, int) or kid.get("/Type") == pikepdf.Name.MCR:
            place, number = (page, kid) if isinstance(kid, int) else (kid.get("/Pg", page), int(kid.MCID))
            text = said[pages[place.objgen], int(number)]
            if parts and isinstance(parts[-1], str):
                text = f"{parts.pop()}{text}"
            if text.strip():
                parts.append(text)
        elif kid.get("/Type") != pikepdf.Name.OBJR:
            parts.append(kid)
    head = " ".join((str(element.S)[1:], *_facts(element)))
    if len(parts) == 1 and isinstance(parts[0], str):
        yield f"{head} {_quoted(parts[0])}"
        return
    yield head
    for part in parts:
        inside = [_quoted(part)] if isinstance(part, str) else _lines(part, page, pages, said)
        yield from (f"  {line}" for line in inside)


def _quoted(text: str) -> str:
    """Words as one line, divided ones put together."""
    return f'"{" ".join(words(text))}"'


def _facts(element: pikepdf.Object) -> Iterator[str]:
    """What is said of an element: its language, its alternative text, its attributes, where it leads."""
    for key, name in (("/Lang", "lang"), ("/ID", "id"), ("/Alt", "alt")):
        if key in element:
            yield f"{name}={str(element[key])!r}"
    for key, value in element.get("/A", {}).items():
        if key not in ("/O", "/BBox"):
            yield f"{key[1:]}={str(value)[1:]}"
    areas = [kid.Obj for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
    for called in dict.fromkeys(str(area.Contents) for area in areas):
        yield f"contents={called!r}"
    for address in dict.fromkeys(str(area.A.URI) for area in areas if "/A" in area):
        yield f"address={address}"
