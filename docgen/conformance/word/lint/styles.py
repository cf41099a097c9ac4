"""Finds styles that are asked for and missing, of the wrong kind, there twice, or based on themselves.

Why it matters: text in a style that is not there falls back to Normal without a word, whatever it was to look like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part
from docgen.findings import Finding

_ASKING = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_LINKS = {w("basedOn"): "is based on", w("next"): "is followed by", w("link"): "is linked with"}
_APPLY = "in Word, apply a style that is there"


def find(word: WordFile) -> Iterator[Finding]:
    """Styles that text and lists ask for, then the styles themselves."""
    asking = list(word.each(*_ASKING))
    numbering, part = word.only("numbering"), word.only("styles")
    if numbering is not None:
        asking += [(numbering, asked) for asked in numbering.walk(*_ASKING)]
    for place, asked in asking:
        style, kind = word.styles.get(asked.get(w("val"), "")), _ASKING[asked.tag]
        if style is None:
            said = f"this is in the {kind} style '{asked.get(w('val'))}', which is not in the file"
            yield Finding.error(place.span(asked), "style-missing", said, _APPLY)
        elif style.get(w("type")) != kind:
            said = f"'{asked.get(w('val'))}' is no {kind} style, but a {style.get(w('type'))} style"
            yield Finding.error(place.span(asked), "style-kind", said, _APPLY)
    if part is not None:
        yield from _twins(part)
        for style in part.walk(w("style")):
            yield from _links(part, style, word)


def _twins(part: Part) -> Iterator[Finding]:
    ids, names = Counter[str](), Counter[str]()
    for style in part.walk(w("style")):
        ids[style.get(w("styleId"), "")] += 1
        named = style.find(w("name"))
        names[named.get(w("val"), "").lower() if named is not None else ""] += 1
        if ids[style.get(w("styleId"), "")] == 2:
            said = f"two styles have the id '{style.get(w('styleId'))}'"
            yield Finding.error(part.span(style), "style-twice", said)
        if named is None or not named.get(w("val"), "").strip():
            yield Finding.error(part.span(style), "style-unnamed", f"the style '{style.get(w('styleId'))}' has no name")
        elif names[named.get(w("val"), "").lower()] == 2:
            yield Finding.error(part.span(style), "style-twice", f"two styles are called '{named.get(w('val'))}'")
    defaults = Counter(
        style.get(w("type")) for style in part.walk(w("style")) if style.get(w("default")) in {"1", "true"}
    )
    for kind, times in defaults.items():
        if times > 1:
            said = f"{times} {kind} styles are each said to be the usual one"
            yield Finding.error(part.span(part.root), "style-defaults", said)


def _links(part: Part, style: etree._Element, word: WordFile) -> Iterator[Finding]:
    identity, kind = style.get(w("styleId"), ""), style.get(w("type"))
    for link in style.iterchildren(*_LINKS):
        to = link.get(w("val"), "")
        other = word.styles.get(to)
        if other is None:
            said = f"the style '{identity}' {_LINKS[link.tag]} '{to}', which is not in the file"
            yield Finding.error(part.span(link), "style-link-missing", said)
        elif (other.get(w("type")) == kind) is (link.tag == w("link")):
            said = f"the {kind} style '{identity}' {_LINKS[link.tag]} the {other.get(w('type'))} style '{to}'"
            yield Finding.error(part.span(link), "style-link-kind", said)
        elif link.tag == w("link") and _value(other, "link") != identity:
            said = f"the style '{identity}' is linked with '{to}', but '{to}' not with it"
            yield Finding.error(part.span(link), "style-link-one-way", said)
    seen, ancestor = {identity}, _value(style, "basedOn")
    while ancestor and ancestor in word.styles:
        if ancestor in seen:
            said = f"the style '{identity}' is based, step by step, on itself"
            yield Finding.error(part.span(style), "style-circle", said)
            return
        seen.add(ancestor)
        ancestor = _value(word.styles[ancestor], "basedOn")


def _value(style: etree._Element, local: str) -> str | None:
    found = style.find(w(local))
    return found.get(w("val")) if found is not None else None
