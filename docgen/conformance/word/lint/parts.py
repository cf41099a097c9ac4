"""Finds parts that the package does not account for.

Why it matters: Word opens no file in which a part has no type or a wrong one, and offers to "recover" it; a part that
nothing leads to is carried along for ever, and may hold what its author believes deleted.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import name
from docgen.conformance.word.package import CONTENT_TYPES
from docgen.findings import Finding, Span

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    "officeDocument": {f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"},
    **{
        kind: {f"{_WORD}{kind}+xml"}
        for kind in ("styles", "numbering", "settings", "fontTable", "header", "footer", "footnotes", "endnotes")
    },
    "comments": {f"{_WORD}comments+xml"},
    "webSettings": {f"{_WORD}webSettings+xml"},
    "theme": {"application/vnd.openxmlformats-officedocument.theme+xml"},
    "core-properties": {"application/vnd.openxmlformats-package.core-properties+xml"},
    "extended-properties": {"application/vnd.openxmlformats-officedocument.extended-properties+xml"},
    "customXmlProps": {"application/vnd.openxmlformats-officedocument.customXmlProperties+xml"},
    "font": {"application/vnd.openxmlformats-officedocument.obfuscatedFont", "application/x-fontdata"},
}
"""The types of the parts that relations of a kind lead to (ECMA-376 part 1, sections 11 and 15.2)."""

_MANY = {"header", "footer", "image", "hyperlink", "font", "customXml", "customXmlProps"}


def find(word: WordFile) -> Iterator[Finding]:
    """Parts without a type, of a wrong type, without a part or a relation to them, and parts there twice."""
    yield from _types_of_nothing(word)
    for part in word.package.data:
        if part != CONTENT_TYPES and word.package.content_type(part) is None:
            said = f"the file does not say what kind of part {part} is"
            yield Finding.error(_place(word, part), "untyped-part", said)
    for relation in word.package.relations:
        kind = word.package.content_type(relation.target)
        if relation.external or relation.target not in word.package.data or kind is None:
            continue
        if relation.kind == "image" and not kind.startswith("image/"):
            yield _wrong_type(word, relation.target, "a picture", kind)
        elif relation.kind in _TYPES and kind not in _TYPES[relation.kind]:
            yield _wrong_type(word, relation.target, f"the {relation.kind} part", kind)
    yield from _orphans(word)
    yield from _twins(word)


def _types_of_nothing(word: WordFile) -> Iterator[Finding]:
    held = {part.lower() for part in word.package.data}
    types = word.part(CONTENT_TYPES)
    for entry in types.root.iter(name("ct:Override")) if types else ():
        part = entry.get("PartName", "")
        if types and part.lstrip("/").lower() not in held:
            said = f"a part is announced that is not in the file: {part}"
            yield Finding.error(types.span(entry), "announced-part-missing", said)


def _wrong_type(word: WordFile, part: str, wanted: str, kind: str) -> Finding:
    said = f"{part} is used as {wanted}, but the file says that it is '{kind}'"
    return Finding.error(_place(word, part), "wrong-part-type", said)


def _orphans(word: WordFile) -> Iterator[Finding]:
    """Parts that no chain of relations from the package leads to."""
    reached, following = set[str](), [""]
    while following:
        for relation in word.relations.get(following.pop(), {}).values():
            if not relation.external and relation.target not in reached:
                reached.add(relation.target)
                following.append(relation.target)
    for part in word.package.data:
        if part != CONTENT_TYPES and part not in reached and not part.endswith(".rels"):
            said = f"nothing in the file leads to its part {part}"
            advice = "open it in Word and save it anew; look whether it holds what should not be passed on"
            yield Finding.warning(_place(word, part), "orphan-part", said, advice)


def _twins(word: WordFile) -> Iterator[Finding]:
    """Parts of which a document has one, and that it has twice."""
    seen: dict[str, str] = {}
    for relation in word.relations.get(word.document.name, {}).values():
        if relation.kind in _TYPES and relation.kind not in _MANY and not relation.external:
            first = seen.setdefault(relation.kind, relation.target)
            if first != relation.target:
                said = f"the document has two parts of one kind, {first.rpartition('/')[2]} and "
                said += relation.target.rpartition("/")[2]
                yield Finding.error(_place(word, relation.target), "part-of-one-kind-twice", said)


def _place(word: WordFile, part: str) -> Span:
    found = word.part(part)
    return Span(found.place if found else f"{word.package.path}/{part}", 0, 0)
