"""Finds elements that Word does not know, and extensions that a file does not announce.

Why it matters: an element that is neither in the schema nor in a namespace the file declares as ignorable
(`mc:Ignorable`, ECMA-376 part 3) makes Word call the file unreadable.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import NAMESPACES, XML, local_name, name, namespace_of, w
from docgen.conformance.word.part import Part
from docgen.conformance.word.schema import elements
from docgen.findings import Finding

_IGNORABLE = name("mc:Ignorable")
_PLAIN = {NAMESPACES[prefix] for prefix in ("w", "r", "wp", "a", "pic", "m", "v", "o", "mc")} | {XML, ""}
"""Namespaces that every Word since 2007 reads."""

_EXTENSIBLE = {w("sdtPr"), w("customXmlPr")}
_FREE = {name("a:ext"), name("a:graphicData"), name("mc:Choice"), name("mc:Fallback")}
"""Within these anything may stand: what they hold is told by an address of its own."""


def find(word: WordFile) -> Iterator[Finding]:
    """Unknown elements, and names from namespaces that are not announced."""
    for named in word.package.trees:
        part = word.part(named)
        if part is not None and namespace_of(part.root.tag) == NAMESPACES["w"]:
            yield from _announced(part)
            yield from _unknown(part, part.root, _PLAIN | _ignorable(part.root))


def _ignorable(element: etree._Element) -> set[str]:
    return {element.nsmap.get(prefix, "") for prefix in element.get(_IGNORABLE, "").split()}


def _announced(part: Part) -> Iterator[Finding]:
    """Prefixes that are called ignorable or required, and mean nothing."""
    for element in part.root.iter(etree.Element):
        for key in (_IGNORABLE, "Requires") if element.tag == name("mc:Choice") else (_IGNORABLE,):
            for prefix in element.get(key, "").split():
                if prefix not in element.nsmap:
                    said = f"the file names the extension '{prefix}' without saying what it is"
                    yield Finding.error(part.span(element), "extension-undeclared", said)


def _unknown(part: Part, element: etree._Element, known: set[str]) -> Iterator[Finding]:
    stack = [(element, known)]
    while stack:
        element, known = stack.pop()
        space = namespace_of(element.tag)
        if element.get(_IGNORABLE):
            known = known | _ignorable(element)
        if space == NAMESPACES["w"] and local_name(element.tag) not in elements():
            said = f"Word knows nothing called '{local_name(element.tag)}'"
            yield Finding.error(part.span(element), "unknown-element", said)
        elif space not in known:
            said = f"'{local_name(element.tag)}' is of an extension that the file does not announce: {space}"
            yield Finding.error(part.span(element), "extension-unannounced", said)
            continue
        for key in element.attrib:
            if namespace_of(key) not in known:
                said = f"'{local_name(key)}' is of an extension that the file does not announce: {namespace_of(key)}"
                yield Finding.error(part.span(element), "extension-unannounced", said)
        if element.tag not in _FREE or element.tag == name("mc:Fallback"):
            stack.extend((child, known) for child in reversed(element) if isinstance(child.tag, str))
