"""How near docgen's measure comes to the originals': do its columns end where theirs did?

    python -m benchmarks.column_ends

The published pages are lost, but their text, as extracted, is cut wherever a column ended inside a paragraph: the
words around such a cut prove a column's end. Here the originals are set with their faults, the cuts mended, and every
proven end is looked up: how many lines is it from the nearest end of a column of docgen's? The order of page 1, the
sizes and the measures are those that the cut lines let one conclude (`LOOKS`); where pictures stood the text shows by
runs of blank lines, but not how large they were. So that is guessed, in several ways (`GUESSES`), grey pictures stand
in, and all figures are reported: they are no limits.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from PIL import Image

from docgen.job import Job
from docgen.layout import lay_out
from docgen.layout.grid import Grid
from docgen.layout.page import Page, PictureBox, TextLine
from docgen.pipeline import prepare
from docgen.style.model import Style
from docgen.style.roles import Role
from docgen.world import DiskWorld

ROOT = Path(__file__).resolve().parent.parent

RUNNING = frozenset({Role.BODY, Role.HEADING_1})
"""What stands in columns."""

GREY = 190
GREY_PICTURE = "grey.png"

NEAR = 2
"""Lines from a column's end within which a proven end counts as met."""

PIXELS = 1024
"""How wide the grey pictures are: at 150 dpi more than any measure, so that they fill it."""


@dataclass(frozen=True, slots=True)
class End:
    """A column's end: the words before the cut and after it, as they stand in the text; whether a picture followed."""

    before: str
    after: str
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How an original was set, as far as its text proves it.

    `text` is the size of its text and its leading, `side` its margins left and right in pt, `logos` the widths of the
    pictures above the title as multiples of their height, `spaced` how headings begin above which a run of three or
    more blank lines may stand for a lost picture.
    """

    name: str
    ends: tuple[End, ...]
    text: str
    side: float
    hyphenated: bool
    logos: tuple[float, ...]
    spaced: tuple[str, ...]


LOOKS = (
    Look(
        "2013-turtle-bay-roundtable",
        (
            End("consequences, their", "potential"),
            End("WMD prolif-", "eration"),
            End("disconnect between agencies,", "states"),
            End("may not be as effective on", "others", picture=True),
            End("and vice versa.", "Participants", picture=True),
        ),
        text="10/11.5",
        side=72.0,
        hyphenated=True,
        logos=(1.5,) * 4,
        spaced=("BREEDING INSECURITY",),
    ),
    Look(
        "2011-un-nuclear-challenge",
        (
            End("creating a", "nonproliferation and disarmament forum"),
            End("work in the", "field must be transnational"),
            End("but also more", "responsibilities. The Resolution"),
            End("safe", "and secure. To advance"),
            End("methods with which", "to effectively reach out", picture=True),
        ),
        text="11/12.65",
        side=62.6,
        hyphenated=False,
        logos=(11.0,),
        spaced=("A GLOBAL VIEW", "KEYNOTE ADDRESS"),
    ),
)


@dataclass(frozen=True, slots=True)
class Guess:
    """Where pictures stood and how large: their width over their height, None for none at all.

    `everywhere` is where blank lines above a heading may stand for one, too, not only where a column's end proves it.
    """

    name: str
    ratio: float | None
    page_wide: bool = False
    everywhere: bool = False


GUESSES = (
    Guess("none", None),
    Guess("4:3, column-wide, after proven ends", 4 / 3),
    Guess("5:2, page-wide, after proven ends", 5 / 2, page_wide=True),
    Guess("4:3, column-wide, at all blank runs", 4 / 3, everywhere=True),
)


@dataclass(frozen=True, slots=True)
class Column:
    """The lines of text in a column: each with its number, blank lines counted, from the first one, which is 1."""

    page: int
    number: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Met:
    """Where the last word before a proven end stands: page, column, line; `off` lines from the nearest column's end.

    Positive, it stands below the end of the column before; negative, above the end of its own. `since` is how many
    lines of columns, blank ones counted, lie between the last proven end, or the beginning of the columns, and this.
    """

    page: int
    column: int
    line: int
    off: int
    since: int


def texts(look: Look) -> tuple[dict[str, Any], list[tuple[int, str]], list[int], list[int]]:
    """The original as a content file without its sections' texts, and these: all paragraphs, each with its section.

    With them the paragraphs before which pictures stood: those that a column's end proves, and others.
    """
    report = yaml.safe_load((ROOT / "tests" / "originals" / f"{look.name}.yaml").read_text("utf-8"))
    paragraphs: list[tuple[int, str]] = []
    proven, possible, missed = [], [], set(look.ends)
    for number, section in enumerate(report["sections"]):
        section.pop("level", None)  # levels of the source that say nothing about the look: its headings are all alike
        if section["heading"].startswith(look.spaced):
            possible.append(len(paragraphs))
        for paragraph in section["body"].strip().split("\n\n"):
            end = next((end for end in missed if paragraph.startswith(end.after)), None)
            if end is None:
                paragraphs.append((number, paragraph))
                continue
            missed.remove(end)
            begun = paragraphs[-1][1]
            assert begun.endswith(end.before), begun
            mended = begun[:-1] + paragraph if begun.endswith("-") else f"{begun} {paragraph}"
            paragraphs[-1] = (number, mended)
            if end.picture:
                proven.append(len(paragraphs) - 1)
    assert not missed, missed
    return dict(report), paragraphs, proven, possible


def set_report(look: Look, guess: Guess, anchors: Sequence[int]) -> tuple[Style, tuple[Page, ...]]:
    """The original's pages, pictures before the paragraphs `anchors`; the last column ends where it ends, unbalanced.

    Headings are alike, and the hosts, for the byline is written, are only there for their logos.
    """
    report, paragraphs, *_ = texts(look)
    report["hosts"] = [{"name": "Host", "logo": f"logo-{ratio:g}.png", "alt": "grey"} for ratio in look.logos]
    report["style"] = {"name": "classic", "text": look.text}
    width = "page" if guess.page_wide else "column"
    for number, section in enumerate(report["sections"]):
        section["body"] = []
        for at, (of, paragraph) in enumerate(paragraphs):
            if of == number:
                figure = {"figure": {"picture": GREY_PICTURE, "decorative": True, "width": width}}
                section["body"] += [figure] * anchors.count(at) + [paragraph]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "original.yaml")
        path.write_text(yaml.safe_dump(report, allow_unicode=True, width=10**6), "utf-8")
        for name, ratio in [*((f"logo-{ratio:g}", ratio) for ratio in look.logos), ("grey", guess.ratio or 1.0)]:
            Image.new("L", (PIXELS, round(PIXELS / ratio)), GREY).save(path.with_name(f"{name}.png"))
        prepared = prepare(DiskWorld(), Job(str(path)))
    document, style, pictures = prepared.document, prepared.style, prepared.pictures
    if document is None or style is None or pictures is None:
        raise RuntimeError(prepared.findings)
    sheet, columns = replace(style.page, left=look.side, right=look.side), replace(style.columns, balance=False)
    body = replace(style.text(Role.BODY), hyphenate=look.hyphenated)
    style = replace(style, page=sheet, columns=columns, roles=MappingProxyType({**style.roles, Role.BODY: body}))
    return style, lay_out(document, style, pictures).pages


def set_headed(look: Look, guess: Guess) -> tuple[Style, tuple[Page, ...]]:
    """The original's pages, each picture at the head of a column or page: moved to the nearest paragraph that does it.

    Where none nearby does, it stands where it comes.
    """
    _, paragraphs, proven, possible = texts(look)
    anchors: list[int] = []
    for wanted in sorted(proven + possible * guess.everywhere) if guess.ratio else ():
        tried = [[*anchors, wanted + by] for by in (0, 1, -1, 2, -2, 3, -3) if 0 <= wanted + by < len(paragraphs)]
        anchors = next((some for some in tried if _headed(*set_report(look, guess, some), len(some))), tried[0])
    return set_report(look, guess, anchors)


def _headed(style: Style, pages: Sequence[Page], count: int) -> bool:
    """Whether there are `count` pictures and the last of them has no text of its columns above it."""
    shown = [
        (page, box)
        for page in pages
        for box in page.boxes
        if isinstance(box, PictureBox) and box.picture == GREY_PICTURE
    ]
    if len(shown) < count:
        return False
    page, picture = shown[-1]
    middle = style.page.width / 2
    wide = picture.x < middle < picture.x + picture.width
    above = [line for line in _running(page) if line.y > picture.y]
    return not any(wide or (line.fragments[0].x < middle) == (picture.x < middle) for line in above)


def _running(page: Page) -> Iterator[TextLine]:
    """The lines of text in the page's columns; what runs over the page is left out."""
    for box in page.boxes:
        if isinstance(box, TextLine) and box.role in RUNNING and box.fragments and not box.furniture:
            yield box


def columns_of(style: Style, pages: Sequence[Page]) -> list[Column]:
    """The columns that have text, in reading order."""
    leading = style.text(Role.BODY).leading
    found: dict[tuple[int, int], list[TextLine]] = {}
    for page in pages:
        for line in _running(page):
            column = 1 + (line.fragments[0].x > style.page.width / 2)
            found.setdefault((page.number, column), []).append(line)
    columns = []
    for (number, column), lines in found.items():
        rows = [round((lines[0].y - line.y) / leading) + 1 for line in lines]
        written = ["".join(part.written or part.text for part in line.fragments) for line in lines]
        columns.append(Column(number, column, tuple(zip(rows, written, strict=True))))
    return columns


def find_ends(look: Look, columns: Sequence[Column]) -> list[Met]:
    """Where each proven end stands. Raises `ValueError` for one whose words are not there."""
    text = ""  # all lines in one, without spaces and hyphens; of each letter the column and line
    places: list[tuple[int, int]] = []
    for at, column in enumerate(columns):
        for number, written in column.lines:
            letters = _letters(written)
            text += letters
            places += [(at, number)] * len(letters)
    depths = [column.lines[-1][0] for column in columns]
    found: list[Met] = []
    last = 0
    for end in look.ends:
        begun = text.index(_letters(end.before + end.after))
        at, line = places[begun + len(_letters(end.before)) - 1]
        below, above = line if at else depths[at], line - depths[at]
        total = sum(depths[:at]) + line
        column = columns[at]
        found.append(Met(column.page, column.number, line, min(below, above, key=abs), total - last))
        last = total
    return found


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _near(ends: Sequence[Met]) -> int:
    return sum(abs(end.off) <= NEAR for end in ends)


def main() -> int:
    """Print the proven ends under the first guess with pictures, then how many are met under each."""
    made = {guess: [find_ends(look, columns_of(*set_headed(look, guess))) for look in LOOKS] for guess in GUESSES}
    rows = " and ".join(str(Grid.of(set_report(look, GUESSES[0], ())[0]).rows) for look in LOOKS)
    shown = GUESSES[1]
    bare = made[GUESSES[0]]
    print(f"Pictures: {shown.name}. Columns hold {rows} lines.\n")
    print("| column end | page, column, line | off | lines since the last |\n|---|---|--:|--:|")
    for look, ends, plain in zip(LOOKS, made[shown], bare, strict=True):
        for end, met, alone in zip(look.ends, ends, plain, strict=True):
            words = f"{look.name[:4]}: {end.before} \\| {end.after}"
            print(f"| {words} | {met.page}, {met.column}, {met.line} | {met.off:+d} | {alone.since} |")
    print(f"\n| pictures | {' | '.join(look.name[:4] for look in LOOKS)} | within {NEAR} lines |\n|---|--:|--:|--:|")
    for guess, both in made.items():
        counts = [_near(ends) for ends in both]
        print(f"| {guess.name} | {' | '.join(map(str, counts))} | {sum(counts)} of {sum(map(len, both))} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
