"""The few words in which cases say how a sound PDF is broken.

A fence `change` has a line for each change. Places are `catalog`, `info`, `tree`, `page 1`, `link 2` (an annotation),
`font 1`, or a structure element by its type and number in reading order, `TR 2`; keys follow:

    delete Figure /Alt                    take an entry out
    set H2 /S = /H3                       give it a value, as PDF writes it
    set link 1 /Dest = @page 1            or another object
    add Link /K = 3                       put a value at the end of an array
    new Sect /K = <</S/P>>                put a new element at the end of one, which it names as its parent
    reverse Document /K                   turn an array round
    write page 1: OLD -> NEW              change what a page paints; `xmp` is the metadata, `cmap 1` what a font means
    paint page 1: 0 0 9 9 re f            paint more
    embed notes.txt                       put a file in
    encrypt                               lock the file
    damage OLD -> NEW                     change bytes of the finished file
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from tests.cases import Fence

_LINE = re.compile(r"(?P<verb>\w+)(?: (?P<place>[\w.]+(?: \d+)?)(?P<keys>(?: ?/[\w/]+)?)(?: = |: )?(?P<rest>.*))?")


def broken_pdf(sound: bytes, fences: Iterable[Fence]) -> bytes:
    """The file with the changes that fences tell; other fences tell nothing."""
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        lines = [line for fence in fences if fence.kind == "change" for line in fence.body.splitlines()]
        for line in lines:
            _change(pdf, line)
        locked = "encrypt" in lines
        buffer = io.BytesIO()
        lock = pikepdf.Encryption(owner="owner", user="") if locked else None
        pdf.save(buffer, static_id=not locked, encryption=lock or False)
        data = buffer.getvalue()
    for line in lines:
        if line.startswith("damage "):
            old, new = (part.strip().encode("latin-1") for part in line.removeprefix("damage ").split("->"))
            assert len(old) == len(new), "nothing may move"
            assert old in data, f"there is no {old!r}"
            data = data.replace(old, new, 1)
    return data


def _change(pdf: pikepdf.Pdf, line: str) -> None:
    found = _LINE.fullmatch(line)
    assert found, f"nobody understands: {line}"
    verb, place, rest = found["verb"], found["place"] or "", found["rest"] or ""
    keys = [key for key in (found["keys"] or "").strip().split("/") if key]
    if verb == "write":
        old, new = rest.replace("\\n", "\n").split("->")
        _write(pdf, place, old.strip().encode("latin-1"), new.strip().encode("latin-1"))
    elif verb == "paint":
        page = _object(pdf, place)
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + rest.encode("ascii"))
    elif verb == "embed":
        pdf.attachments[place] = pikepdf.AttachedFileSpec(pdf, b"Some notes.", filename=place)
    elif verb not in ("encrypt", "damage"):
        *path, last = keys
        _entry(pdf, verb, _walk(_object(pdf, place), path), last, rest)


def _entry(pdf: pikepdf.Pdf, verb: str, holder: Any, key: str, rest: str) -> None:
    index: Any = int(key) if key.isdecimal() else f"/{key}"
    if verb == "delete":
        del holder[index]
    elif verb == "set":
        holder[index] = _value(pdf, rest)
    elif verb == "add":
        holder[index].append(_value(pdf, rest))
    elif verb == "new":
        element = pdf.make_indirect(_value(pdf, rest))
        element.P = holder
        holder[index].append(element)
    elif verb == "reverse":
        holder[index] = pikepdf.Array(reversed(list(holder[index])))
    else:
        raise AssertionError(f"there is no word '{verb}'")


def _value(pdf: pikepdf.Pdf, said: str) -> Any:
    return _object(pdf, said[1:]) if said.startswith("@") else pikepdf.Object.parse(said.encode("latin-1"))


def _walk(holder: Any, path: Iterable[str]) -> Any:
    for key in path:
        holder = holder[int(key)] if key.isdecimal() else holder[f"/{key}"]
    return holder


def _write(pdf: pikepdf.Pdf, place: str, old: bytes, new: bytes) -> None:
    kind, _, number = place.partition(" ")
    holder, key = {
        "page": lambda: (_object(pdf, place), "/Contents"),
        "xmp": lambda: (pdf.Root, "/Metadata"),
        "cmap": lambda: (_object(pdf, f"font {number}"), "/ToUnicode"),
    }[kind]()
    data = holder[key].read_bytes()
    assert old in data, f"there is no {old!r}"
    entries = {name: value for name, value in holder[key].items() if name not in ("/Length", "/Filter")}
    holder[key] = pdf.make_stream(data.replace(old, new, 1), entries)


def _object(pdf: pikepdf.Pdf, place: str) -> Any:
    kind, _, said = place.partition(" ")
    number = int(said or "1") - 1
    if kind == "catalog":
        return pdf.Root
    if kind == "info":
        return pdf.trailer.Info
    if kind == "tree":
        return pdf.Root.StructTreeRoot
    if kind == "page":
        return pdf.pages[number].obj
    if kind == "link":
        return [one for page in pdf.pages for one in page.obj.get("/Annots", [])][number]
    if kind == "font":
        fonts = pdf.pages[0].obj.Resources.Font
        return fonts[sorted(fonts.keys())[number]]
    return [element for element in _elements(pdf.Root.StructTreeRoot) if element.get("/S") == f"/{kind}"][number]


def _elements(holder: Any) -> Iterator[Any]:
    below = holder.get("/K", [])
    for kid in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)
