"""What Word files are made of, so that few of them show a validator everything that is in many."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Hashable, Sequence
from functools import lru_cache

from lxml import etree

_NAMED = re.compile(r"[a-z][A-Za-z]{0,24}")
"""Values that a schema lists, as far as they can be told from names and text."""

_COUNTED = re.compile(r"[-+0-9.:TZ%]+")
"""Numbers, dates, lengths."""


@lru_cache(maxsize=1024)
def features(data: bytes) -> frozenset[Hashable]:
    """The kinds of parts; each element in its place, and what it follows; each attribute, and the kind of its value."""
    found: set[Hashable] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            kind = re.sub(r"\d+", "", name)
            found.add(kind)
            if name.endswith((".xml", ".rels")):
                for element in etree.fromstring(archive.read(name)).iter():
                    parent, before = element.getparent(), element.getprevious()
                    around = tuple(None if one is None else one.tag for one in (parent, before))
                    found.add((kind, *around, element.tag))
                    found |= {(kind, element.tag, key, _shape(str(value))) for key, value in element.attrib.items()}
                    if kind.startswith("docProps"):
                        found.add((kind, element.tag, _shape(element.text or "")))
    return frozenset(found)


def _shape(value: str) -> str:
    """A value as far as a schema looks at it: which it is of a list, how a number is written."""
    if _NAMED.fullmatch(value):
        return value
    return re.sub(r"\d+", lambda digits: "9" if len(digits[0]) > 1 else "1", value) if _COUNTED.fullmatch(value) else ""


def distinct(files: Sequence[bytes]) -> list[int]:
    """The first of each kind of file: all others have the features of one that was before them, no more and no less."""
    return sorted({features(data): at for at, data in reversed(list(enumerate(files)))}.values())


def representatives(files: Sequence[bytes]) -> list[int]:
    """Which of some files, taken together, have every feature that any of them has; as few as can easily be found."""
    has = [features(data) for data in files]
    lacking = set[Hashable]().union(*has)
    chosen: list[int] = []
    while lacking:
        chosen.append(max(range(len(has)), key=lambda at: len(has[at] & lacking)))
        lacking -= has[chosen[-1]]
    return sorted(chosen)
