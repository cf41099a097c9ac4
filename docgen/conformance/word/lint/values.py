"""Finds attributes that say what they cannot say, or that are missing.

Why it matters: a value that the schema does not know makes Word call the file unreadable, or is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import NAMESPACES, local_name, namespace_of, w
from docgen.conformance.word.part import Part
from docgen.conformance.word.schema import Values, values
from docgen.findings import Finding

_OWN = w("")
_KINDS = {
    "<any>": re.compile(r".*", re.DOTALL),
    "<number>": re.compile(r"-?\d+"),
    "<count>": re.compile(r"\d+"),
    "<colour>": re.compile(r"[0-9A-Fa-f]{6}|auto"),
    "<switch>": re.compile("0|1|true|false|on|off"),
    "<measure>": re.compile(r"-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi|%)?"),
    "<theme>": re.compile(
        "dark1|light1|dark2|light2|accent[1-6]|hyperlink|followedHyperlink|none|background[12]|text[12]"
    ),
}
_PARENTS = {"type": "sectPr", "start": "lvl", "name": "style", "pos": "", "spacing": "pPr", "tab": "tabs"}
"""Elements of which there are several by one name, and the parent of the one that is meant."""


def find(word: WordFile) -> Iterator[Finding]:
    """Values that are none, and attributes that must be there and are not."""
    for named in word.package.trees:
        part = word.part(named)
        if part is None or namespace_of(part.root.tag) != NAMESPACES["w"]:
            continue
        for element in part.root.iter(f"{_OWN}*"):
            known = values().get(local_name(element.tag))
            if known and _meant(element):
                for attribute, allowed in known.items():
                    yield from _attribute(part, element, attribute, allowed)


def _meant(element: etree._Element) -> bool:
    parent, wanted = element.getparent(), _PARENTS.get(local_name(element.tag))
    return wanted is None or (parent is not None and local_name(parent.tag) == wanted)


def _attribute(part: Part, element: etree._Element, attribute: str, allowed: Values) -> Iterator[Finding]:
    said, called = element.get(w(attribute)), local_name(element.tag)
    if said is None:
        if allowed.required:
            message = f"'{called}' does not say its '{attribute}'"
            yield Finding.error(part.span(element), "missing-value", message)
    elif said not in allowed.words if allowed.words else not _KINDS[allowed.kind].fullmatch(said):
        yield Finding.error(part.span(element), "unknown-value", f"the '{attribute}' of '{called}' cannot be '{said}'")
