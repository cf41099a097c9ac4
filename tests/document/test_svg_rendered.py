"""A drawing in a report, looked at as a reader sees it: the PDF as pixels, the Word file as SVG and as pixels."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from docgen.pipeline import Exit, Job, render
from docgen.world import DiskWorld
from tests.programs import require

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="400" height="200">
  <rect width="200" height="100" fill="#ffffcc"/>
  <circle cx="50" cy="50" r="40" fill="#ff0000"/>
  <path fill-rule="evenodd" fill="#0000ff" d="M110 10h80v80h-80z m20 20h40v40h-40z"/>
  <path d="M0 97h200" stroke="#008000" stroke-width="6"/>
  <g transform="translate(150 50) rotate(45)"><rect x="-8" y="-8" width="16" height="16"/></g>
  <rect x="190" y="-50" width="500" height="60" fill="#ff00ff"/>
</svg>
"""
REPORT = """\
docgen: 1
title: A Day on Water
date: 2024-05-06
venue: River House, Geneva
hosts: [{name: the River Institute}]
introduction: |
  The day was about water.
sections:
  - heading: Opening
    body:
      - figure: {picture: pictures/mark.svg, alt: A mark, width: page}
"""

SEEN = {
    "frame": ((2, 2), (255, 255, 204)),
    "circle": ((50, 50), (255, 0, 0)),
    "beside the circle": ((15, 15), (255, 255, 204)),
    "circle's edge": ((50, 88), (255, 0, 0)),
    "square": ((120, 50), (0, 0, 255)),
    "hole in the square": ((135, 35), (255, 255, 204)),
    "turned square": ((150, 59), (0, 0, 0)),
    "turned away": ((157, 57), (255, 255, 204)),
    "line": ((100, 97), (0, 128, 0)),
    "corner": ((197, 3), (255, 0, 255)),
    "beyond the frame": ((204, 3), (255, 255, 255)),
}
"""What stands where, in the drawing's own units."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("report")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "mark.svg").write_text(SVG, "utf-8")
    (folder / "report.yaml").write_text(REPORT, "utf-8")
    made = {}
    outcome = render(DiskWorld(), Job(str(folder / "report.yaml"), folder=str(folder)))
    assert outcome.exit is Exit.DONE, outcome.findings
    for path, data in outcome.files:
        made[Path(path).suffix] = Path(path)
        Path(path).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def page(files: dict[str, Path]) -> Image.Image:
    """The first page of the PDF, from the upper left corner of the drawing's frame.

    The drawing is 468 pt wide in the middle of the page; with these dots to the inch a unit of it is 3 pixels. Its
    ground is of a colour that is nowhere else.
    """
    target = files[".pdf"].with_suffix("")
    command = [require("pdftoppm"), "-r", str(600 * 72 / 468), "-png", "-singlefile", files[".pdf"], target]
    subprocess.run(command, check=True, capture_output=True)
    seen = Image.open(target.with_suffix(".png")).convert("RGB")
    left = (seen.width - 600) // 2
    top = next(y for y in range(seen.height) if seen.getpixel((left + 30, y)) == (255, 255, 204))
    return seen.crop((left, top, seen.width, seen.height))


@pytest.mark.parametrize("what", SEEN)
def test_every_shape_is_seen_in_its_place_and_colour(page: Image.Image, what: str) -> None:
    (x, y), colour = SEEN[what]
    assert page.getpixel((x * 3, y * 3)) == colour


@pytest.mark.parametrize("what", SEEN.keys() - {"beyond the frame"})
def test_a_word_file_shows_it_alike_where_word_does_not_know_svg(files: dict[str, Path], what: str) -> None:
    with ZipFile(files[".docx"]) as package:
        (name,) = (name for name in package.namelist() if name.endswith(".png"))
        with Image.open(BytesIO(package.read(name))) as image:
            (x, y), colour = SEEN[what]
            unit = image.width / 200
            seen = image.convert("RGB").getpixel((round(x * unit), round(y * unit)))
    assert seen == colour


def test_a_word_file_has_the_drawing_as_svg_of_docgen_s_own(files: dict[str, Path]) -> None:
    with ZipFile(files[".docx"]) as package:
        body = package.read("word/document.xml").decode()
        (name,) = (name for name in package.namelist() if name.endswith(".svg"))
        drawn = package.read(name).decode()
    assert 'descr="A mark"' in body
    assert drawn.count("<path") == 6
    assert "rotate" not in drawn  # every shape is brought to where it stands
