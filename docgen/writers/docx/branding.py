"""A style's own Word template as the ground of its reports: its styles, theme, lists, headers and footers.

Only these come along, and what they show. Styles that stand for docgen's get docgen's ids, which nobody sees, so that
the text names the same ids whatever the template; the names in Word's menus stay the template's. Its lists make room
for docgen's in the same way.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from docx import Document
from lxml import etree

from docgen.records import dataclass
from docgen.style.model import WordBase
from docgen.style.word.package import Package, is_on, open_package, said, w
from docgen.style.word.vetting import Furniture, differs_on_first, furniture
from docgen.writers.docx import numbering
from docgen.writers.docx.package import Part, Relation
from docgen.writers.docx.styles import CHARACTER_STYLES, LEVELS, LOGOS, PICTURE, SECTION_END, TABLE
from docgen.writers.docx.wordml import NAMESPACES

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KEPT_IDS: Mapping[str, str] = {
    "normal": "Normal",
    "default paragraph font": "DefaultParagraphFont",
    "normal table": "TableNormal",
    "no list": "NoList",
    "annotation text": "CommentText",
    "annotation reference": "CommentReference",
    "report table": TABLE,
    "picture": PICTURE,
    "logos": LOGOS,
    "section end": SECTION_END,
    **{style.name.casefold(): style.id for style in CHARACTER_STYLES},
}
"""The ids of styles that are docgen's, or every file's, by their names in lower case."""
_KINDS = ("paragraph", "character", "table", "numbering")
_NAMING = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
"""Elements whose value is a style's id."""
_ROOM, _DEFINITIONS = 10_000, len(numbering.BY_STYLE)
"""By how much the template's lists and drawings, and the definitions of lists, are numbered higher than docgen's."""


@dataclass(frozen=True, slots=True)
class Brand:
    """What comes along of a template. `parts` are headers, footers and pictures."""

    styles: bytes
    theme: Part | None
    numbering: Part
    furniture: tuple[Furniture, ...]
    even_pages: bool
    parts: tuple[Part, ...]


def brand(base: WordBase, indent: float, logo: str) -> Brand:
    """What comes along of a template that was found harmless; lists that it lacks are indented by `indent` pt.

    Of a picture in its headers that does not say what it shows, `logo` is said, where it is not empty.
    """
    package = open_package(base.data)
    links = {link.kind: link.target for link in package.relations(package.main) if not link.external}
    styles = package.xml(links["styles"])
    lists = package.xml(links["numbering"]) if links.get("numbering") in package.parts else None
    for style in styles.findall(w("style")):
        if not (style.get(w("styleId")) and style.get(w("type")) in _KINDS and said(style, "name")):
            styles.remove(style)
    ids = _ids(styles, dict(base.styles))
    carrier = _Carrier(package, ids, logo)
    settings = package.xml(links["settings"]) if links.get("settings") in package.parts else None
    _rename(styles, ids)
    _complete(styles)
    made = _lists(styles, lists, ids, indent)
    pictures = carrier.relations(links["numbering"]) if lists is not None else ()
    theme = links.get("theme", "")
    return Brand(
        styles=etree.tostring(styles),
        theme=carrier.part(theme, "word/theme/theme1.xml") if theme in package.parts else None,
        numbering=Part("word/numbering.xml", made, f"{_WORD}.numbering+xml", pictures),
        furniture=tuple(carrier.furniture()),
        even_pages=settings is not None and is_on(settings, "evenAndOddHeaders"),
        parts=tuple(carrier.parts.values()),
    )


def opened(own: Brand) -> Any:
    """A python-docx document with the template's styles and no more."""
    made = Document()
    held = io.BytesIO()
    made.save(held)
    bare = io.BytesIO()
    with zipfile.ZipFile(held) as there, zipfile.ZipFile(bare, "w") as archive:
        for name in there.namelist():
            archive.writestr(name, own.styles if name == "word/styles.xml" else there.read(name))
    return Document(bare)


class _Carrier:
    """Carries parts over, with the pictures that they show, under names that no part of a report has."""

    def __init__(self, package: Package, ids: Mapping[str, str], logo: str) -> None:
        self.parts: dict[str, Part] = {}
        self._package, self._ids, self._logo = package, ids, logo
        self._names: dict[str, str] = {}
        self._drawings = 0

    def furniture(self) -> Iterator[Furniture]:
        """The headers and footers; where the first page has none of its own in the template, it has the others'."""
        found = furniture(self._package)
        for place, page, name in found:
            yield place, page, self._furnish(place, name)
        for place in ("header", "footer"):
            pages = {page: name for known, page, name in found if known == place}
            if "default" in pages and "first" not in pages and not differs_on_first(self._package):
                yield place, "first", self._furnish(place, pages["default"])

    def _furnish(self, place: str, name: str) -> str:
        number = 1 + sum(1 for there in self.parts if there.startswith(f"word/{place}"))
        part = self.part(name, f"word/{place}{number}.xml")
        self.parts[part.name] = part
        return part.name

    def part(self, name: str, new: str) -> Part:
        """A part under a new name, its styles called by their new ids."""
        root = self._package.xml(name)
        _rename_named(root, self._ids)
        _renumber(root)
        for drawing in root.iter(f"{{{NAMESPACES['wp']}}}docPr"):
            self._drawings += 1
            drawing.set("id", str(_ROOM + self._drawings))
            if self._logo and not drawing.get("descr") and not _is_decorative(drawing):
                drawing.set("descr", self._logo)
        for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):  # they, too, are numbered through the file
            _remove(mark)
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return Part(new, data, self._package.type_of(name), self.relations(name))

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The relations of a part to its pictures, which are carried over, and to addresses."""
        depth = "../" if "/theme" in name else ""
        return tuple(
            Relation(link.id, link.kind, link.target, external=True)
            if link.external
            else Relation(link.id, link.kind, depth + self._picture(link.target).removeprefix("word/"))
            for link in self._package.relations(name)
            if link.kind == "image" or (link.kind == "hyperlink" and link.external)
        )

    def _picture(self, name: str) -> str:
        if name not in self._names:
            new = f"word/media/base{len(self._names) + 1}.{name.rpartition('.')[2].lower()}"
            self._names[name] = new
            self.parts[new] = Part(new, self._package.parts[name], self._package.type_of(name))
        return self._names[name]


def _ids(styles: etree._Element, matched: Mapping[str, str]) -> dict[str, str]:
    """The new id of every style by its old one."""
    wanted: dict[str, str] = {**_KEPT_IDS, **{name: identity for identity, name in matched.items()}}
    reserved, given = {*wanted.values()}, set[str]()
    new: dict[str, str] = {}
    for style in styles.iterfind(w("style")):
        old, name = style.get(w("styleId"), ""), (said(style, "name") or "").casefold()
        identity = wanted.get(name, "")
        if not identity or identity in given:
            identity = old
            while identity in reserved or identity in given:
                identity += "Base"
        given.add(identity)
        new[old] = identity
    return new


def _rename(styles: etree._Element, ids: Mapping[str, str]) -> None:
    for style in styles.iterfind(w("style")):
        style.set(w("styleId"), ids[style.get(w("styleId"), "")])
        for language in list(style.iter(w("lang"))):  # the report says what language it is in
            _remove(language)
    _rename_named(styles, ids)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _is_decorative(drawing: etree._Element) -> bool:
    """Whether a picture is marked as an ornament, as Word has done since 2019."""
    marks = (found for found in drawing.iter() if str(found.tag).endswith("}decorative"))
    return any(mark.get("val") in ("1", "true") for mark in marks)


def _rename_named(root: etree._Element, ids: Mapping[str, str]) -> None:
    for found in root.iter(*map(w, _NAMING)):
        found.set(w("val"), ids.get(found.get(w("val"), ""), found.get(w("val"), "")))


def _renumber(root: etree._Element) -> None:
    for found in root.iter(w("numId")):
        if found.get(w("val"), "0") != "0":  # which takes a paragraph out of all lists
            found.set(w("val"), str(_ROOM + int(found.get(w("val"), "0"))))


def _complete(styles: etree._Element) -> None:
    """Add what every file has to have and a template may lack."""
    there = {style.get(w("styleId")) for style in styles.iterfind(w("style"))}
    for kind, name, identity in (
        ("paragraph", "Normal", "Normal"),
        ("character", "Default Paragraph Font", "DefaultParagraphFont"),
        ("table", "Normal Table", "TableNormal"),
        ("numbering", "No List", "NoList"),
    ):
        if identity not in there:
            added = etree.SubElement(styles, w("style"), {w("type"): kind, w("styleId"): identity, w("default"): "1"})
            etree.SubElement(added, w("name"), {w("val"): name})


def _lists(styles: etree._Element, lists: etree._Element | None, ids: Mapping[str, str], indent: float) -> bytes:
    """The numbering part: docgen's two kinds of lists, marked as the template's list styles are, then its own lists."""
    own = lists if lists is not None else etree.Element(w("numbering"), nsmap={"w": NAMESPACES["w"]})
    _rename_named(own, ids)
    of_number = {found.get(w("numId")): said(found, "abstractNumId") for found in own.iterfind(w("num"))}
    by_style = {style.get(w("styleId")): style for style in styles.iterfind(w("style"))}
    taken: dict[str, int] = {}
    for identity, number in numbering.BY_STYLE.items():
        bound = by_style[identity].find(f"{w('pPr')}/{w('numPr')}") if identity in by_style else None
        kind = of_number.get(said(bound, "numId"))
        if kind is not None and kind not in taken:
            taken[kind] = number - 1
    _renumber(styles)
    for found in own.iterfind(w("num")):
        found.set(w("numId"), str(_ROOM + int(found.get(w("numId"), "0"))))
    for found, name in (
        *((found, w("abstractNumId")) for found in own.iterfind(w("abstractNum"))),
        *((found, w("val")) for found in own.iter(w("abstractNumId"))),
    ):
        old = found.get(name, "")
        found.set(name, str(taken.get(old, _DEFINITIONS + int(old))))
    for left in own.findall(w("numIdMacAtCleanup")):
        own.remove(left)
    _add_lists(own, by_style, indent)
    return etree.tostring(own, xml_declaration=True, encoding="UTF-8", standalone=True)


def _add_lists(own: etree._Element, by_style: Mapping[str | None, etree._Element], indent: float) -> None:
    """Add docgen's lists, or the levels that the template's lack, and bind the list styles to them."""
    there = {found.get(w("abstractNumId")): found for found in own.iterfind(w("abstractNum"))}
    at = len(own.findall(w("numPicBullet"))) + len(there)
    for identity, number in numbering.BY_STYLE.items():
        made = etree.fromstring(_in_word(numbering.definition(number - 1, indent)))
        usual = made[0]
        template = there.get(str(number - 1))
        if template is None:
            own.insert(at, usual)
            at += 1
        else:
            levels = {level.get(w("ilvl")) for level in template.iterfind(w("lvl"))}
            template.extend([level for level in usual.iterfind(w("lvl")) if level.get(w("ilvl")) not in levels])
            kind = template.find(w("multiLevelType"))
            if kind is not None and len(levels) < LEVELS:
                kind.set(w("val"), "hybridMultilevel")
        instance = etree.SubElement(own, w("num"), {w("numId"): str(number)})
        etree.SubElement(instance, w("abstractNumId"), {w("val"): str(number - 1)})
        bound = by_style[identity].find(f"{w('pPr')}/{w('numPr')}/{w('numId')}") if identity in by_style else None
        if bound is not None:
            bound.set(w("val"), str(number))


def _in_word(inner: str) -> str:
    return f'<w:numbering xmlns:w="{NAMESPACES["w"]}">{inner}</w:numbering>'
