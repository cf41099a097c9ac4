"""What a Word template looks like: its page, columns, fonts, colours, and each of its styles as Word shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from docgen.records import dataclass
from docgen.style.colour import BLACK, Colour
from docgen.style.model import Align, Columns, PageSize, TextStyle
from docgen.style.word.fonts import natural_leading
from docgen.style.word.package import A, Package, R, is_on, number, points, said, w
from docgen.style.word.vetting import differs_on_first, furniture

_ALIGNMENTS = {
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
}
_THEME_NAMES = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2", "dark2": "dk2",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_EMU = 12_700  # to the point
_TOP, _BOTTOM, _SIDE = 72.0, 72.0, 72.0
_DEEPEST = 20  # styles that are based on each other; more are a circle


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks, and in which font."""

    font: str
    text: TextStyle


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture that a template has as its logo: its bytes, its file's ending, its height in pt, what it shows.

    `pages` are those whose header it stands in, `default` for all but the first; none where it stands in the text.
    """

    data: bytes = field(repr=False)
    extension: str
    height: float
    shows: str
    pages: tuple[str, ...]
    align: Align


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template, read. `looks` are its paragraph styles by name in lower case, `colours` its theme's by theirs.

    `header` and `footer` are their distances from the edges of the sheet in pt.
    """

    page: PageSize
    columns: Columns
    header: float
    footer: float
    font: str
    heading_font: str
    colours: Mapping[str, str]
    looks: Mapping[str, Look]
    emblem: Emblem | None


def read_template(package: Package) -> WordTemplate:
    """Read a template. Raises `UnusableTemplate` where a part is damaged."""
    links = {link.kind: link.target for link in package.relations(package.main) if not link.external}
    theme = _Theme.read(package, links.get("theme"))
    sheet = _Styles(package, links, theme)
    looks = {name: sheet.look(style) for name, style in sheet.paragraphs.items()}
    page, header, footer = _page(package)
    body = looks.get("body text") or looks.get("normal") or sheet.look(None)
    heading = looks.get("heading 1", body)
    return WordTemplate(
        page, _columns(package, page), header, footer, body.font, heading.font, theme.colours, looks, _emblem(package)
    )


def _page(package: Package) -> tuple[PageSize, float, float]:
    """The sheet of the first section that has one, and where its header and footer stand."""
    for section in package.xml(package.main).iter(w("sectPr")):
        size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
        if size is None or margins is None:
            continue

        def margin(name: str, otherwise: float, margins: etree._Element = margins) -> float:
            length = points(margins.get(w(name)))
            return otherwise if length is None else abs(length)  # a negative one lets nothing push it down

        width, height = points(size.get(w("w"))) or 612.0, points(size.get(w("h"))) or 792.0
        page = PageSize(
            width, height, margin("top", _TOP), margin("right", _SIDE), margin("bottom", _BOTTOM),
            margin("left", _SIDE) + margin("gutter", 0.0),
        )  # fmt: skip
        return page, margin("header", _TOP / 2), margin("footer", _BOTTOM / 2)
    return PageSize(612.0, 792.0, _TOP, _SIDE, _BOTTOM, _SIDE), _TOP / 2, _BOTTOM / 2


def _columns(package: Package, page: PageSize) -> Columns:
    """The columns of the section that has most of them."""
    found = [(1, 36.0)]
    for columns in package.xml(package.main).iter(w("cols")):
        wanted = number(columns.get(w("num"))) or 1
        gap = points(columns.get(w("space"), "720"))
        own = [points(each.get(w("space"))) for each in columns.iterfind(w("col"))]
        found.append((int(wanted), (own[0] if own else gap) or 0.0))
    count, gutter = max(found, key=lambda one: one[0])
    count = max(1, min(count, int(page.measure // 100) or 1))
    return Columns(count, gutter)


@dataclass(frozen=True, slots=True)
class _Theme:
    colours: Mapping[str, str]
    fonts: Mapping[str, str]

    @classmethod
    def read(cls, package: Package, name: str | None) -> _Theme:
        if name not in package.parts:
            return cls({}, {})
        root = package.xml(str(name))
        colours: dict[str, str] = {}
        for scheme in root.iter(f"{{{A}}}clrScheme"):
            for entry in scheme:
                value = entry[0].get("lastClr") or entry[0].get("val") if len(entry) else None
                if value and len(value) == 6:
                    colours[etree.QName(entry).localname] = f"#{value.lower()}"
        fonts = {
            kind: latin.get("typeface", "")
            for kind in ("major", "minor")
            for latin in root.iterfind(f".//{{{A}}}{kind}Font/{{{A}}}latin")
        }
        return cls(colours, fonts)

    def colour(self, element: etree._Element) -> str:
        """The colour that `w:color` means; a theme's goes before the value beside it, unless that is a shade of it."""
        value, named = element.get(w("val"), "auto"), element.get(w("themeColor"))
        shaded = element.get(w("themeTint")) or element.get(w("themeShade"))
        if named and not shaded and (found := self.colours.get(_THEME_NAMES.get(named, named))):
            return found
        return f"#{value.lower()}" if len(value) == 6 else "#000000"


class _Styles:
    """The styles of a template, each with those that it is based on."""

    def __init__(self, package: Package, links: Mapping[str, str], theme: _Theme) -> None:
        self.theme = theme
        name = links.get("styles", "")
        root = package.xml(name) if name in package.parts else etree.Element(w("styles"))
        self._defaults = root.find(w("docDefaults"))
        self._by_id = {style.get(w("styleId"), ""): style for style in root.iterfind(w("style"))}
        paragraphs = [style for style in self._by_id.values() if style.get(w("type")) == "paragraph"]
        self.paragraphs = {(said(style, "name") or "").casefold(): style for style in paragraphs}
        numbering = links.get("numbering", "")
        self._lists = package.xml(numbering) if numbering in package.parts else None

    def look(self, style: etree._Element | None) -> Look:
        """How a style looks, with all that it is based on."""
        runs = list(self._properties(style, "rPr"))
        layout = list(self._properties(style, "pPr"))
        size = (number(_last(runs, "sz")) or 20) / 2
        font = self._font(runs)
        colour = next(reversed(_all(runs, "color")), None)
        return Look(
            font,
            TextStyle(
                size=size,
                leading=_leading(layout, size, font),
                bold=_switched(runs, "b"),
                italic=_switched(runs, "i"),
                align=_ALIGNMENTS.get(_last(layout, "jc") or "", Align.LEFT),
                before=points(_last(layout, "spacing", "before")) or 0.0,
                after=points(_last(layout, "spacing", "after")) or 0.0,
                indent=self._indent(layout),
                keep_with_next=_switched(layout, "keepNext"),
                capitals=_switched(runs, "caps"),
                hyphenate=not _switched(layout, "suppressAutoHyphens"),
                colour=BLACK if colour is None else Colour(self.theme.colour(colour)),
            ),
        )

    def _properties(self, style: etree._Element | None, kind: str) -> Iterator[etree._Element]:
        """The properties that hold, the nearer the later."""
        default = None if self._defaults is None else self._defaults.find(f"{w(f'{kind}Default')}/{w(kind)}")
        chain = [] if style is None else [style]
        while chain and len(chain) < _DEEPEST:
            above = self._by_id.get(said(chain[-1], "basedOn") or "")
            if above is None:
                break
            chain.append(above)
        yield from [default] if default is not None else []
        yield from _all(chain[::-1], kind)

    def _font(self, runs: list[etree._Element]) -> str:
        named = "Times New Roman"
        for fonts in _all(runs, "rFonts"):
            themed = self.theme.fonts.get((fonts.get(w("asciiTheme")) or "")[:5])
            named = themed or fonts.get(w("ascii")) or named
        return named

    def _indent(self, layout: list[etree._Element]) -> float:
        own = _last(layout, "ind", "left") or _last(layout, "ind", "start")
        bound = next(reversed(_all(layout, "numPr")), None)
        if own is None and bound is not None and self._lists is not None:
            own = _level_indent(self._lists, said(bound, "numId") or "")
        return max(0.0, points(own) or 0.0)


def _level_indent(lists: etree._Element, wanted_list: str) -> str | None:
    for instance in lists.iterfind(w("num")):
        if instance.get(w("numId")) == wanted_list:
            wanted = said(instance, "abstractNumId")
            for definition in lists.iterfind(w("abstractNum")):
                if definition.get(w("abstractNumId")) == wanted:
                    found = definition.find(f"{w('lvl')}/{w('pPr')}/{w('ind')}")
                    return None if found is None else found.get(w("left")) or found.get(w("start"))
    return None


def _emblem(package: Package) -> Emblem | None:
    """The first picture of a header, the first page's before the others', or else of the text."""
    headers = {page: name for place, page, name in furniture(package) if place == "header"}
    if not differs_on_first(package):
        headers.pop("first", None)
    for pages, name in (
        (("first", "default"), headers.get("default", "") if "first" not in headers else ""),
        (("first",), headers.get("first", "")),
        (("default",), headers.get("default", "")),
        ((), package.main),
    ):
        if name in package.parts and (found := _first_picture(package, name, pages)) is not None:
            return found
    return None


def _first_picture(package: Package, name: str, pages: tuple[str, ...]) -> Emblem | None:
    targets = {link.id: link.target for link in package.relations(name) if link.kind == "image"}
    for paragraph in package.xml(name).iter(w("p")):
        for drawing in paragraph.iter(w("drawing")):
            blip = next(drawing.iter(f"{{{A}}}blip"), None)
            target = targets.get(blip.get(f"{{{R}}}embed", ""), "") if blip is not None else ""
            extent, described = next(drawing.iter("{*}extent"), None), next(drawing.iter("{*}docPr"), None)
            height = number(extent.get("cy")) if extent is not None else None
            if target in package.parts and height:
                side = said(paragraph.find(w("pPr")), "jc") or ""
                return Emblem(
                    package.parts[target],
                    target.rpartition(".")[2].lower(),
                    round(height / _EMU, 1),
                    (described.get("descr") or "") if described is not None else "",
                    pages,
                    _ALIGNMENTS.get(side, Align.LEFT),
                )
    return None


def _leading(layout: list[etree._Element], size: float, font: str) -> float:
    line, rule = _last(layout, "spacing", "line"), _last(layout, "spacing", "lineRule") or "auto"
    if line is not None and rule in ("exact", "atLeast"):
        return points(line) or size
    return round(size * natural_leading(font) * (number(line) or 240) / 240, 1)


def _all(parts: list[etree._Element], name: str) -> list[etree._Element]:
    return [found for part in parts if (found := part.find(w(name))) is not None]


def _last(parts: list[etree._Element], name: str, attribute: str = "val") -> str | None:
    return next((value for part in reversed(parts) if (value := said(part, name, attribute)) is not None), None)


def _switched(parts: list[etree._Element], name: str) -> bool:
    return next((is_on(part, name) for part in reversed(parts) if part.find(w(name)) is not None), False)
