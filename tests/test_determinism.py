"""The same report gives the same bytes, whoever renders it, when and where."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

REPORT = """\
docgen: 1
title: The Turtle Bay Security Roundtable
label: Conference Summary Report
hosts:
  - mission: Japan
    logo: pictures/flag.png
  - mission: Poland
date: 2013-01-18
venue: Japan Society, 333 East 47th Street, New York, NY
introduction: |
  Delegates met at the *Japan Society*, which the Mission of Japan had opened[^1] to them.

  [^1]: In its own words: “with pleasure”.
sections:
  - heading: Opening Remarks
    body: |
      Ambassador Müftüoğlu thanked [the hosts](https://www.un.org/) and spoke of **two** things.

      ![Three ambassadors at a podium](pictures/podium.jpg "Ambassador Nishida opens the roundtable.")

      | State  | Year |
      | ------ | ---: |
      | Japan  | 2013 |
      | Poland | 2011 |

      - first
      - second
"""

SOMEONE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C", "HOME": "/", "USER": "someone"}
SOMEONE_ELSE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",  # 14 hours ahead
    "LC_ALL": "C.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "HOME": "/home/else",
    "USER": "else",
    "PYTHONUTF8": "1",
    "RL_pageCompression": "0",  # so one tells reportlab how to write
    "RL_defaultPageSize": "A5",
}
VARIED = {*SOMEONE, *SOMEONE_ELSE, "SOURCE_DATE_EPOCH"}


@pytest.fixture(scope="module")
def pictures() -> dict[str, bytes]:
    """A photograph and an emblem, made here."""
    made = {}
    photograph = Image.linear_gradient("L").resize((320, 200)).convert("RGB")
    emblem = Image.new("RGBA", (60, 40), (255, 255, 255, 0))
    emblem.paste((188, 0, 45, 255), (20, 10, 40, 30))
    for name, picture, kind in (("podium.jpg", photograph, "JPEG"), ("flag.png", emblem, "PNG")):
        data = io.BytesIO()
        picture.save(data, kind)
        made[name] = data.getvalue()
    return made


def render(folder: Path, pictures: dict[str, bytes], named: Path, cwd: Path, **environment: str) -> dict[str, bytes]:
    """The outputs by name, of a report laid into `folder` and rendered in a process of its own."""
    (folder / "pictures").mkdir(parents=True)
    (folder / "report.yaml").write_text(REPORT, "utf-8")
    for name, data in pictures.items():
        (folder / "pictures" / name).write_bytes(data)
    ran = subprocess.run(
        [sys.executable, "-c", "from docgen.cli import main; main()", "render", named, "-o", folder / "output"],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name not in VARIED} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return {path.name: path.read_bytes() for path in sorted((folder / "output").iterdir())}


def test_two_people_make_the_same_bytes(tmp_path: Path, pictures: dict[str, bytes]) -> None:
    """Another hash seed, time zone, language, home, umask, folder and moment, and the report named another way."""
    start = time.monotonic()
    here = tmp_path / "here"
    first = render(here, pictures, here / "report.yaml", tmp_path, **SOMEONE)

    there = tmp_path / "a longer way" / "to the “same” report"
    there.mkdir(parents=True)
    time.sleep(max(0.0, 2.1 - (time.monotonic() - start)))  # a zip file tells every other second
    before = os.umask(0o077)
    try:
        second = render(there, pictures, Path("report.yaml"), there, **SOMEONE_ELSE)
    finally:
        os.umask(before)

    assert list(first) == ["report.docx", "report.pdf"]
    assert list(second) == list(first)
    assert parts(first["report.docx"]) == parts(second["report.docx"])
    for name, data in first.items():
        assert data == second[name], f"{name} differs"


def test_outputs_tell_nothing_of_where_they_were_made(tmp_path: Path, pictures: dict[str, bytes]) -> None:
    made = render(tmp_path / "report", pictures, Path("report/report.yaml"), tmp_path, **SOMEONE)
    year = str(time.gmtime().tm_year)
    for part, data in {**parts(made["report.docx"]), "the PDF": made["report.pdf"]}.items():
        assert str(tmp_path).encode() not in data, part
        assert not re.search(rb"(D:|\b)%s-?(0\d|1[0-2])-?[0-3]\dT?\d\d" % year.encode(), data), f"a clock in {part}"


def test_the_date_inside_is_the_reports_own(tmp_path: Path, pictures: dict[str, bytes]) -> None:
    made = render(tmp_path / "report", pictures, Path("report/report.yaml"), tmp_path, **SOMEONE)
    assert dates(made) == ("2013-01-18T00:00:00Z", "20130118000000")


def test_source_date_epoch_is_honoured(tmp_path: Path, pictures: dict[str, bytes]) -> None:
    """https://reproducible-builds.org/specs/source-date-epoch/"""
    epoch = {**SOMEONE, "SOURCE_DATE_EPOCH": "1000000000"}
    made = render(tmp_path / "report", pictures, Path("report/report.yaml"), tmp_path, **epoch)
    assert dates(made) == ("2001-09-09T01:46:40Z", "20010909014640")


def parts(word: bytes) -> dict[str, bytes]:
    """The parts of a Word file, and of each its date, by which the zip file tells."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return {f"{info.filename} {info.date_time}": archive.read(info) for info in archive.infolist()}


def dates(made: dict[str, bytes]) -> tuple[str, str]:
    """When the Word file and the PDF say they were created; the PDF's time zone is left off."""
    with zipfile.ZipFile(io.BytesIO(made["report.docx"])) as archive:
        core = archive.read("docProps/core.xml").decode()
    (created,) = re.findall(r"<dcterms:created[^>]*>([^<]*)<", core)
    with pikepdf.open(io.BytesIO(made["report.pdf"])) as pdf:
        return created, str(pdf.docinfo["/CreationDate"]).removeprefix("D:")[:14]
