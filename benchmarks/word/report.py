"""The report that every tool writes: that of 2013, with what reports of this kind also hold.

Added to its text are a table of contents, a footnote, two numbered lists, a table with a reference to it, a picture.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent.parent
CONTENT = ROOT / "content"
NAME = "2013-turtle-bay-roundtable"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `*so*` is emphasis. `note` is its footnote, `refers` says that it ends with the table's number."""

    text: str
    note: str = ""
    refers: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """A numbered list, which begins at 1."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its first row is its head."""

    rows: tuple[tuple[str, ...], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as PNG, what it shows, and its caption."""

    png: bytes
    alternative: str
    caption: str


Block: TypeAlias = Text | Steps | Grid | Shown


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole."""

    label: str
    title: str
    byline: str
    date: str
    place: str
    introduction: str
    sections: tuple[Section, ...]


NOTE = "Participants spoke in a personal capacity."
FIRST = Steps(("Sanctions are put into national law.", "Traders learn of them.", "Breaches are followed up."))
SECOND = Steps(("Customs officers are trained.", "Risk is assessed before goods arrive.", "Findings are shared."))
TABLE = Grid(
    (
        ("Session", "Chair", "Speakers"),
        ("Breeding Insecurity", "George A. Lopez", "3"),
        ("Mechanics", "Brian Finlay", "3"),
    ),
    "The sessions of the day",
)


def report() -> Report:
    """The report; the same at every call."""
    shared = yaml.safe_load((CONTENT / "docgen.yaml").read_text("utf-8"))
    own = yaml.safe_load((CONTENT / f"{NAME}.yaml").read_text("utf-8"))
    sections = [Section(one["heading"], tuple(_texts(one["body"]))) for one in own["sections"]]
    sections[0] = _with(sections[0], 0, note=NOTE)
    sections[1] = Section(
        sections[1].heading,
        (*sections[1].blocks, FIRST, TABLE, Text("Who chaired and who spoke is shown in", refers=True)),
    )
    picture = Shown(_picture(), "The river at the foot of the building", "The river, seen from the hall.")
    sections[2] = Section(sections[2].heading, (*sections[2].blocks, SECOND, picture))
    return Report(
        label=own.get("label") or shared["label"],
        title=own["title"],
        byline="An event hosted by the Permanent Missions of Japan, Poland, and Turkey to the United Nations",
        date="January 18, 2013",
        place=own.get("venue") or shared["venue"],
        introduction=" ".join(own["introduction"].split()),
        sections=tuple(sections),
    )


def emphasised(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, and whether each is emphasised."""
    for number, piece in enumerate(text.split("*")):
        if piece:
            yield piece, number % 2 == 1


def _texts(body: Any) -> Iterator[Text]:
    return (Text(" ".join(part.split())) for part in re.split(r"\n\s*\n", body) if part.strip())


def _with(section: Section, number: int, note: str) -> Section:
    blocks = list(section.blocks)
    noted = blocks[number]
    if isinstance(noted, Text):
        blocks[number] = Text(noted.text, note)
    return Section(section.heading, tuple(blocks))


def _picture() -> bytes:
    image = Image.new("RGB", (600, 300), (180, 205, 222))
    image.paste((52, 96, 120), (0, 180, 600, 300))
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()
