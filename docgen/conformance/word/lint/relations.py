"""Finds relations that lead nowhere, and places that ask for a relation that is not there.

Why it matters: a picture, a header or a link without its relation makes Word call the file unreadable.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import NAMESPACES, local_name, name, w
from docgen.conformance.word.package import Relation
from docgen.conformance.word.part import Part, walk
from docgen.findings import Finding

_KINDS = {
    w("headerReference"): "header",
    w("footerReference"): "footer",
    w("hyperlink"): "hyperlink",
    name("a:blip"): "image",
    name("asvg:svgBlip"): "image",
    name("v:imagedata"): "image",
    **{w(f"embed{face}"): "font" for face in ("Regular", "Bold", "Italic", "BoldItalic")},
}
"""What kind of relation an element asks for."""

_ASKED_FOR = set(_KINDS.values())
_HARMFUL = {"javascript", "vbscript", "data", "file"}
_R = f"{{{NAMESPACES['r']}}}"


def find(word: WordFile) -> Iterator[Finding]:
    """Relations to nothing and of one id, then what asks for them, then those that nobody asks for."""
    seen: set[tuple[str, str]] = set()
    for relation in word.package.relations:
        yield from _relation_itself(word, relation, seen)
    asked: set[tuple[str, str]] = set()
    for part_name in word.package.trees:
        part = word.part(part_name)
        if part is not None and not part_name.endswith(".rels"):
            yield from _asking(word, part, asked)
    for relation in word.package.relations:
        if relation.kind in _ASKED_FOR and (relation.part, relation.id) not in asked:
            said = f"nothing in {relation.part} uses its {relation.kind} {relation.target}"
            advice = "open the file in Word and save it anew"
            yield _at(word, relation, Finding.warning(word.whole, "unused-relation", said, advice))


def _relation_itself(word: WordFile, relation: Relation, seen: set[tuple[str, str]]) -> Iterator[Finding]:
    if (relation.part, relation.id) in seen:
        said = f"two relations of {relation.part or 'the file'} have the id {relation.id}"
        yield _at(word, relation, Finding.error(word.whole, "relation-twice", said))
    seen.add((relation.part, relation.id))
    if relation.part and relation.part not in word.package.data:
        said = f"these relations are of {relation.part}, which is not in the file"
        yield _at(word, relation, Finding.error(word.whole, "relations-of-nothing", said))
    if relation.external:
        scheme = _scheme(relation.target)
        if scheme in _HARMFUL or scheme is None:
            said = f"a link leads to '{relation.target}', which is no address that readers could follow"
            yield _at(word, relation, Finding.error(word.whole, "bad-address", said, "correct the link"))
        elif relation.kind != "hyperlink":
            said = f"the file fetches its {relation.kind} from elsewhere when it is opened: {relation.target}"
            advice = "put it into the file itself"
            yield _at(word, relation, Finding.error(word.whole, "fetched-part", said, advice))
    elif relation.kind == "hyperlink":
        said = f"a link leads to a part of the file, {relation.target}, and not to an address"
        yield _at(word, relation, Finding.error(word.whole, "link-inside", said, "correct the link"))
    elif relation.target not in word.package.data:
        said = f"the file wants its part {relation.target}, which is not there"
        yield _at(word, relation, Finding.error(word.whole, "missing-part", said))


def _asking(word: WordFile, part: Part, asked: set[tuple[str, str]]) -> Iterator[Finding]:
    known = word.relations.get(part.name, {})
    for element in part.root.iter(etree.Element):
        for key, value in element.attrib.items():
            if not str(key).startswith(_R):
                continue
            asked.add((part.name, str(value)))
            relation, wanted = known.get(str(value)), _KINDS.get(element.tag)
            if relation is None:
                said = f"'{local_name(element.tag)}' asks for the relation '{value!s}', which {part.name} does not have"
                yield Finding.error(part.span(element), "dangling-relation", said)
            elif wanted and relation.kind != wanted:
                said = f"'{local_name(element.tag)}' wants a {wanted} and is given a {relation.kind}"
                yield Finding.error(part.span(element), "wrong-relation", said)


def _scheme(address: str) -> str | None:
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return None


def _at(word: WordFile, relation: Relation, finding: Finding) -> Finding:
    """The finding where the relation is listed."""
    part = word.part(relation.listed_in)
    if part is None:
        return finding
    entries = list(walk(part.root, name("rel:Relationship")))
    return Finding(part.span(entries[relation.number]), finding.severity, finding.code, finding.message, finding.advice)
