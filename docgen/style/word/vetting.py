"""What of a Word template may come along, and what must not: macros, objects, links to elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.style.word.package import SAVE_AGAIN, Link, Package, R, UnusableTemplate, W, is_on, said, w

_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

_UNSAFE = "unsafe-template"
_SAFE_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)
_FETCHING = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|EMBED)\b", re.IGNORECASE
)
_SMALL = re.compile(r"\d{1,8}", re.ASCII)
_FOREIGN = {
    "oleObject": "embedded objects",
    "package": "embedded objects",
    "control": "ActiveX controls",
    "aFChunk": "embedded documents",
    "subDocument": "documents elsewhere",
    "attachedTemplate": "a link to another template",
    "mailMergeSource": "a link to a mailing list",
    "frame": "web frames",
}
_IN_WORDS = {"header": "header", "footer": "footer"}

Furniture = tuple[str, str, str]
"""A header or footer: `header` or `footer`; `default`, `first` or `even`; the name of its part."""


def vet(package: Package) -> tuple[str, ...]:
    """What is left out of a template, in words. Raises `UnusableTemplate` where it should not be taken at all."""
    kind = package.type_of(package.main)
    macros = [name for name in package.parts if name.lower().endswith("vbaproject.bin")]
    if "macroEnabled" in kind or macros:
        raise UnusableTemplate("it holds macros", "save it in Word as Word Document (.docx), without macros", _UNSAFE)
    if kind not in (_DOCUMENT, _TEMPLATE):
        raise UnusableTemplate("it is not a Word file", "save it in Word as Word Document (.docx)")
    _vet_structure(package)
    for place, _, name in furniture(package):
        _vet_furniture(package, _IN_WORDS[place], name)
    return tuple(dict.fromkeys(_left_out(package)))


def furniture(package: Package) -> tuple[Furniture, ...]:
    """The headers and footers of the first section that has any."""
    targets = {link.id: link.target for link in package.relations(package.main) if not link.external}
    for section in package.xml(package.main).iter(w("sectPr")):
        found = []
        for place in ("header", "footer"):
            for reference in section.iterfind(w(f"{place}Reference")):
                name = targets.get(reference.get(f"{{{R}}}id", ""), "")
                if name in package.parts:
                    found.append((place, reference.get(w("type"), "default"), name))
        if found:
            return tuple(found)
    return ()


def differs_on_first(package: Package) -> bool:
    """Whether the first page of a template has a header and footer of its own."""
    for section in package.xml(package.main).iter(w("sectPr")):
        if section.find(w("headerReference")) is not None or section.find(w("footerReference")) is not None:
            return is_on(section, "titlePg")
    return False


def _vet_structure(package: Package) -> None:
    """There are styles, and lists are numbered by numbers, so that both can be led over into a report."""
    parts = {link.kind: link.target for link in package.relations(package.main) if not link.external}
    if parts.get("styles") not in package.parts:
        raise UnusableTemplate("it has no styles", SAVE_AGAIN)
    names = [parts.get(kind, "") for kind in ("styles", "numbering", "theme")]
    names += [name for _, _, name in furniture(package)]
    for name in (name for name in names if name in package.parts):
        root = package.xml(name)
        if root.tag.startswith(f"{{{W}}}") and root.prefix != "w":
            raise UnusableTemplate(f"its part {name} is written in a way that Word does not write", SAVE_AGAIN)
        numbers = [found.get(w("val"), "") for found in root.iter(w("numId"), w("abstractNumId"))]
        numbers += [found.get(w("numId"), "") for found in root.iter(w("num"))]
        numbers += [found.get(w("abstractNumId"), "") for found in root.iter(w("abstractNum"))]
        if not all(_SMALL.fullmatch(each) for each in numbers):
            raise UnusableTemplate(f"the lists in its part {name} are damaged", SAVE_AGAIN)
        for link in package.relations(name):
            if link.kind == "image" and not link.external and link.target not in package.parts:
                raise UnusableTemplate(f"a picture of its part {name} is missing", SAVE_AGAIN)


def _vet_furniture(package: Package, place: str, name: str) -> None:
    for link in package.relations(name):
        if link.kind == "hyperlink" and (not link.external or _SAFE_ADDRESS.match(link.target)):
            continue
        if link.kind != "image" or link.external:
            what = f"leads to {link.target}" if link.external else f"holds {_FOREIGN.get(link.kind, link.kind)}"
            advice = "take that out of the template; pictures go in with Insert, not with Link to File"
            raise UnusableTemplate(f"its {place} {what}", advice, _UNSAFE)
    root = package.xml(name)
    instructions = "".join(found.text or "" for found in root.iter(w("instrText")))
    instructions += " ".join(found.get(w("instr"), "") for found in root.iter(w("fldSimple")))
    if fetched := _FETCHING.search(instructions):
        raise UnusableTemplate(
            f"its {place} has a field that fetches or runs something: {fetched[0].upper()}",
            "take the field out of the template",
            _UNSAFE,
        )


def _left_out(package: Package) -> Iterator[str]:
    links: list[Link] = [*package.relations(package.main)]
    settings = next((link.target for link in links if link.kind == "settings" and not link.external), "")
    for link in (*links, *package.relations(settings)):
        if link.kind in _FOREIGN:
            yield _FOREIGN[link.kind]
        elif link.external and link.kind != "hyperlink":
            yield f"a link to {link.target}"
    if settings in package.parts and said(package.xml(settings), "documentProtection", "edit") is not None:
        yield "a protection against editing"
