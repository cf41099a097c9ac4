"""Pages as they are shown: what poppler and the PDF itself tell of their words, lines, outline, colours, pictures."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from PIL import Image

from tests.programs import require

_HTML = "{http://www.w3.org/1999/xhtml}"
_PAINT_TEXT = {"Tj", "TJ", "'", '"'}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text between `left` and `right`, in pt; `top` is its distance from the sheet's upper edge."""

    page: int
    left: float
    right: float
    top: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the outline, which every heading has."""

    level: int
    title: str
    page: int


def lines(path: Path) -> list[Line]:
    """The lines of all pages, in the order in which poppler reads them."""
    return [
        Line(number, *(float(line.attrib[key]) for key in ("xMin", "xMax", "yMin")), tuple(_words(line)))
        for number, page in enumerate(_told(path).iter(f"{_HTML}page"), 1)
        for line in page.iter(f"{_HTML}line")
    ]


def text(path: Path, head: int, foot: int) -> list[tuple[str, ...]]:
    """The words of each line between `head` and `foot` pt from the sheet's upper edge, in the order of the content."""
    window = ["-x", "0", "-y", str(head), "-W", "10000", "-H", str(foot - head)]
    command = [require("pdftotext"), "-raw", "-enc", "UTF-8", *window, path, "-"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return [tuple(line.split()) for line in told.splitlines() if line.split()]


def count_pages(path: Path) -> int:
    """How many pages there are."""
    with pikepdf.open(path) as document:
        return len(document.pages)


def outline(path: Path) -> list[Entry]:
    """The headings and their pages."""
    with pikepdf.open(path) as document, document.open_outline() as found:
        numbers = {tuple(page.obj.objgen): number for number, page in enumerate(document.pages, 1)}

        def entries(items: list[pikepdf.OutlineItem], level: int) -> Iterator[Entry]:
            for item in items:
                target = item.destination if item.destination is not None else item.action.D  # type: ignore[union-attr]
                yield Entry(level, " ".join(item.title.split()), numbers[target[0].objgen])
                yield from entries(item.children, level + 1)

        return list(entries(found.root, 1))


def text_colours(path: Path) -> set[str]:
    """The colours that text is printed in, as `#rrggbb`."""
    found: set[str] = set()
    with pikepdf.open(path) as document:
        for page in document.pages:
            colour, outer = "#000000", []
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                if operator == "q":
                    outer.append(colour)
                elif operator == "Q":
                    colour = outer.pop()
                elif operator in ("rg", "g"):
                    parts = [float(part) for part in instruction.operands]
                    colour = "#" + "".join(f"{round(part * 255):02x}" for part in (parts * 3)[:3])
                elif operator in _PAINT_TEXT:
                    found.add(colour)
    return found


def pictures(path: Path, dots: int = 40) -> list[Image.Image]:
    """Every page in grey, `dots` to the inch."""
    stem = path.with_suffix(".page")
    subprocess.run([require("pdftoppm"), "-gray", "-r", str(dots), path, stem], check=True)
    found = []
    for page in sorted(path.parent.glob(f"{stem.name}-*.pgm")):
        with Image.open(page) as image:
            found.append(image.copy())
        page.unlink()
    return found


def _told(path: Path) -> ElementTree.Element:
    command = [require("pdftotext"), "-bbox-layout", path, "-"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return ElementTree.fromstring(told)  # noqa: S314  poppler wrote it


def _words(line: ElementTree.Element) -> Iterator[str]:
    for word in line.iter(f"{_HTML}word"):
        if word.text:
            yield word.text
