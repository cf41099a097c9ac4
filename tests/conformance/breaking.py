"""The few words in which cases say how a sound Word file is broken.

A fence `change <part>` has a line for each change; an XPath names the element, the first that it finds:

    delete //w:bookmarkEnd                        take the element out
    set //w:jc @w:val = sideways                  give it an attribute; with nothing behind the sign, take it away
    say //w:t = other words                       give it a text
    before //w:pStyle <w:jc w:val="both"/>        put an element before it; `after`, `into` (at its end), `replace`
    move //w:abstractNum to the end               of its parent's children, or `to the front`
    write OLD -> NEW                              change the bytes, for what is no XML any more

A fence `put <part>` holds a whole part, `remove <part>` takes one out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from lxml import etree

from docgen.conformance.word.names import NAMESPACES, XML
from tests.cases import Fence

KINDS = {"change", "put", "remove"}

_EVERYWHERE = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())


def broken(sound: bytes, fences: Iterable[Fence]) -> bytes:
    """The file with the changes that fences tell; other fences tell nothing."""
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for fence in fences:
        if fence.kind == "put":
            parts[fence.words[1]] = etree.tostring(element(fence.body), encoding="UTF-8", xml_declaration=True)
        elif fence.kind == "remove":
            del parts[fence.words[1]]
        elif fence.kind == "change":
            for line in fence.body.splitlines():
                parts[fence.words[1]] = _changed(parts[fence.words[1]], line)
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Parts as a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def element(xml: str) -> etree._Element:
    """An element written with the usual prefixes."""
    return etree.fromstring(f"<all {_EVERYWHERE}>{xml.strip()}</all>")[0]


def _changed(data: bytes, line: str) -> bytes:
    verb, _, said = line.partition(" ")
    if verb == "write":
        old, new = said.split(" -> ")
        assert old.encode() in data, f"there is no {old}"
        return data.replace(old.encode(), new.encode(), 1)
    root = etree.fromstring(data)
    _CHANGES[verb](root, said)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _found(root: etree._Element, path: str) -> etree._Element:
    found = root.xpath(path.strip(), namespaces=NAMESPACES)
    assert isinstance(found, list), path
    assert found, f"there is no {path}"
    assert isinstance(found[0], etree._Element), path
    return found[0]


def _parent(child: etree._Element) -> etree._Element:
    parent = child.getparent()
    assert parent is not None
    return parent


def _delete(root: etree._Element, said: str) -> None:
    found = _found(root, said)
    _parent(found).remove(found)


def _set(root: etree._Element, said: str) -> None:
    path, _, rest = said.rpartition(" @")
    key, _, value = rest.partition(" =")
    prefix, _, local = key.rpartition(":")
    space = XML if prefix == "xml" else NAMESPACES.get(prefix)
    name = f"{{{space}}}{local}" if space else local
    if value.strip():
        _found(root, path).set(name, value.strip())
    else:
        del _found(root, path).attrib[name]


def _say(root: etree._Element, said: str) -> None:
    path, _, words = said.partition(" =")
    _found(root, path).text = words.removeprefix(" ")


def _put(root: etree._Element, said: str, where: str) -> None:
    path, _, xml = said.partition(" <")
    found, added = _found(root, path), element(f"<{xml}")
    if where == "before":
        found.addprevious(added)
    elif where == "after":
        found.addnext(added)
    elif where == "into":
        found.append(added)
    else:
        _parent(found).replace(found, added)


def _move(root: etree._Element, said: str) -> None:
    path, _, where = said.rpartition(" to the ")
    found = _found(root, path)
    parent = _parent(found)
    parent.remove(found)
    parent.insert({"front": 0, "end": len(parent)}[where], found)


_CHANGES = {
    "delete": _delete,
    "set": _set,
    "say": _say,
    "move": _move,
    "before": lambda root, said: _put(root, said, "before"),
    "after": lambda root, said: _put(root, said, "after"),
    "into": lambda root, said: _put(root, said, "into"),
    "replace": lambda root, said: _put(root, said, "replace"),
}
