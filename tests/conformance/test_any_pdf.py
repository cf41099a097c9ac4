"""PDFs from anybody: whatever is in them, they are looked at and told of, and nothing breaks."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from docgen.conformance.pdf import examine, kind
from docgen.conformance.pdf.fonts import read_map
from docgen.conformance.pdf.metadata import read_metadata
from docgen.conformance.pdf.tree import MOST_LEVELS
from tests.conformance.sample import sound_pdf

ENTRIES = [
    b"5",
    b"-1",
    b"(x)",
    b"/N",
    b"/#A9#FF",
    b"[]",
    b"<<>>",
    b"true",
    b"1.5",
    b"[1 2 3]",
    b"[[[]]]",
    b"99999999999",
]
PIECES = (
    *(b"BDC", b"EMC", b"BT", b"ET", b"q", b"Q", b"/P", b"<</MCID 1>>", b"<</MCID -5>>", b"<</MCID /x>>", b"Tj", b"TJ"),
    *(b"[", b"]", b"(abc)", b"5", b"Do", b"/Fm", b"BI", b"EI", b"ID", b"sh", b"Tf", b"'", b'"', b"<<", b">>", b"BMC"),
)


def look_at(data: bytes) -> None:
    examine("x.pdf", data)
    kind.outline("x.pdf", data)


def saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def entries(held: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to everything that an object holds."""
    keys = held.keys() if isinstance(held, pikepdf.Dictionary | pikepdf.Stream) else range(min(len(held), 6))
    for key in keys:
        yield (*path, key)
        value = held[key]
        if isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect:
            yield from entries(value, (*path, key))


@pytest.mark.parametrize("seed", range(60))
def test_any_entry_may_be_anything(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    with pikepdf.open(io.BytesIO(sound_pdf())) as pdf:
        objects = [held for held in pdf.objects if isinstance(held, pikepdf.Dictionary | pikepdf.Array)]
        for _ in range(chance.choice((1, 2, 4))):
            holder: Any = chance.choice(objects)
            *path, last = chance.choice(list(entries(holder)) or [("/X",)])
            for key in path:
                holder = holder[key]
            holder[last] = chance.choice([*map(pikepdf.Object.parse, ENTRIES), *objects])
        look_at(saved(pdf))


@pytest.mark.parametrize("seed", range(60))
def test_pages_may_paint_anything(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    with pikepdf.open(io.BytesIO(sound_pdf())) as pdf:
        page = pdf.pages[0]
        pieces = page.Contents.read_bytes().split(b"\n")
        for _ in range(5):
            pieces[chance.randrange(len(pieces))] = chance.choice(PIECES)
        page.Contents = pdf.make_stream(b"\n".join(pieces))
        font = page.Resources.Font["/F1"]
        meaning = bytearray(font.ToUnicode.read_bytes())
        meaning[chance.randrange(len(meaning))] = chance.randrange(256)
        font.ToUnicode = pdf.make_stream(bytes(meaning))
        look_at(saved(pdf))


@pytest.mark.parametrize("seed", range(60))
def test_a_file_may_be_damaged_anywhere(seed: int) -> None:
    chance, data = random.Random(seed), bytearray(sound_pdf())  # noqa: S311
    for _ in range(chance.choice((1, 3, 20))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    look_at(bytes(data))


def test_a_structure_may_hold_itself_or_go_down_without_end() -> None:
    with pikepdf.open(io.BytesIO(sound_pdf())) as pdf:
        root = pdf.Root.StructTreeRoot
        root.K.K.append(root.K)
        holder = root.K
        for _ in range(2 * MOST_LEVELS):
            holder.K = pikepdf.Array([*holder.get("/K", []), pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div))])
            holder = holder.K[-1]
        data = saved(pdf)
    said = [finding.message for finding in examine("x.pdf", data).findings if finding.code == "broken-structure"]
    assert said == [
        "the element 'Document' stands in the structure twice",
        f"the structure is deeper than {MOST_LEVELS} levels or has too many elements",
    ]
    assert kind.outline("x.pdf", data)


def test_a_form_may_show_itself() -> None:
    with pikepdf.open(io.BytesIO(sound_pdf())) as pdf:
        form = pdf.make_stream(b"/Me Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))
        page = pdf.pages[0]
        page.Resources.XObject["/Me"] = form
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Artifact BMC /Me Do EMC")
        data = saved(pdf)
    assert [finding.message for finding in examine("x.pdf", data).findings] == ["a form shows itself"]


def test_what_a_form_paints_is_looked_at_where_it_is_shown() -> None:
    with pikepdf.open(io.BytesIO(sound_pdf())) as pdf:
        page = pdf.pages[0]
        form = pdf.make_stream(b"0 0 9 9 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        page.Resources.XObject["/Fm"] = form
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Artifact BMC /Fm Do EMC")
        inside = saved(pdf)
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Fm Do")
        outside = saved(pdf)
    assert examine("x.pdf", inside).findings == ()
    assert [finding.code for finding in examine("x.pdf", outside).findings] == ["unmarked-content"]


@pytest.mark.parametrize(
    ("meaning", "mapped"),
    [
        (b"beginbfchar <01> <0041> <02> <D83DDE00> endbfchar", {1: "A", 2: "😀"}),
        (b"beginbfrange <0001> <0003> <0041> endbfrange", {1: "A", 2: "B", 3: "C"}),
        (b"beginbfrange <01> <02> [<0041> <00660069>] <05> <05> <0042> endbfrange", {1: "A", 2: "fi", 5: "B"}),
        (b"beginbfrange <01> <FFFFFFFF> <0041>", {}),
        (b"nothing", {}),
    ],
)
def test_what_letters_shapes_stand_for_is_read(meaning: bytes, mapped: dict[int, str]) -> None:
    assert read_map(meaning) == mapped


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"<x",
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/",
        b'<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>',
        b" " * 5_000_000,
    ],
    ids=["empty", "cut", "cut later", "with entities", "too long"],
)
def test_metadata_that_cannot_be_read_are_none(packet: bytes) -> None:
    with pikepdf.new() as pdf:
        pdf.Root.Metadata = pdf.make_stream(packet)
        metadata = read_metadata(pdf.Root)
    assert metadata is None or metadata.text("dc:title") == ""
