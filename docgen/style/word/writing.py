"""A Word template written down as a style: `style.yaml`, font files and logo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, fields, replace
from enum import Enum

from docgen.findings import Finding, Severity, Span
from docgen.records import dataclass
from docgen.style.adapting import adapt
from docgen.style.colour import BLACK, Colour
from docgen.style.contrast import LEAST, contrast
from docgen.style.identity import COMPATIBLE, identify
from docgen.style.model import Align, PageSize, Style, TextStyle
from docgen.style.roles import Role
from docgen.style.sheet import Paper, TypeSize
from docgen.style.word.fonts import open_font
from docgen.style.word.names import PARAGRAPH_STYLES
from docgen.style.word.template import Emblem, WordTemplate

_PAPER = "#ffffff"
_LEAST_ROOM = 144.0  # between margins, in pt
_FACES = {
    "regular": ("Regular", "Book", "Normal", "Roman"),
    "bold": ("Bold",),
    "italic": ("Italic", "Oblique", "Book Oblique"),
    "bold-italic": ("Bold Italic", "Bold Oblique"),
}
_PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "svg")
_PALETTE = {
    "dk2": "dark",
    **{f"accent{number}": f"accent-{number}" for number in range(1, 7)},
    "hlink": "link",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A style's files by their names in its folder, and what is to be said of them."""

    files: Mapping[str, bytes] = field(repr=False)
    findings: tuple[Finding, ...]


def plain_style(name: str, usual: str) -> bytes:
    """A style that is as another until something is written into it."""
    return f"""\
# {name}: as {usual}, but for what is said here. All lengths are points (72 to the inch).
# `docgen style check {name}` tells whether it can be used.
docgen-style: 1
name: {name}
extends: {usual}

# page: {{paper: a4, top: 72, right: 72, bottom: 72, left: 72}}
# columns: {{count: 1, gutter: 25}}
# palette: {{accent: "#1f3864"}}
# roles:
#   title: {{size: 20, leading: 24, bold: true, colour: accent}}
#   heading-1: {{size: 11, leading: 13, bold: true, colour: accent}}

# Fonts: four TrueType files below this folder, of a licence that lets you pass them on.
# family:
#   name: Carlito
#   regular: fonts/Carlito-Regular.ttf
#   bold: fonts/Carlito-Bold.ttf
#   italic: fonts/Carlito-Italic.ttf
#   bold-italic: fonts/Carlito-BoldItalic.ttf
""".encode()


def write_style(name: str, path: str, template: WordTemplate, usual: Style, fonts: Mapping[str, bytes]) -> Written:
    """The style that the template at `path` shows, as an extension of `usual`. `fonts` are font files by name."""
    writing = _Writing(name, path, template, usual, fonts)
    text = "\n".join(writing.lines())
    return Written({"style.yaml": f"{text}\n".encode(), **writing.files}, tuple(writing.findings))


class _Writing:
    def __init__(self, name: str, path: str, template: WordTemplate, usual: Style, fonts: Mapping[str, bytes]) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Finding] = []
        self._name, self._path, self._template, self._usual, self._fonts = name, path, template, usual, fonts
        self._colours = {new: colour for old, new in _PALETTE.items() if (colour := template.colours.get(old))}
        link = self._colours.get("link")
        if link is not None and contrast(link, _PAPER) < LEAST:
            self._say(Severity.WARNING, "low-contrast", f"the colour {link} of its links is too light to be read")
            del self._colours["link"]

    def lines(self) -> Iterator[str]:
        source = self._path.replace("\\", "/").rpartition("/")[2]
        yield f"# {self._name}: read from {_commented(source)}. What is not said here is as in {self._usual.name}."
        yield "# All lengths are points (72 to the inch); a role's leading is the distance from baseline to baseline."
        yield from ("docgen-style: 1", f"name: {_quoted(self._name)}", f"extends: {_quoted(self._usual.name)}")
        yield from self._page()
        yield from self._family()
        yield from self._logo()
        if self._colours:
            yield "# The colours of the template's theme, to be named wherever a colour is wanted."
            yield "palette:"
            yield from (f'  {name}: "{colour}"' for name, colour in self._colours.items())
        yield "roles:"
        yield from self._roles()

    def _page(self) -> Iterator[str]:
        page, columns = self._template.page, self._template.columns
        sides = [page.top, page.right, page.bottom, page.left]
        if page.measure < _LEAST_ROOM or page.height - page.top - page.bottom < _LEAST_ROOM:
            self._say(Severity.WARNING, "template-margins", "its margins leave no room for text; the usual ones stay")
        else:
            top, right, bottom, left = map(_number, sides)
            yield f"page: {{{_sheet(page)}, top: {top}, right: {right}, bottom: {bottom}, left: {left}}}"
        gutter = columns.gutter if columns.count > 1 else self._usual.columns.gutter
        yield f"columns: {{count: {columns.count}, gutter: {_number(gutter)}}}"

    def _family(self) -> Iterator[str]:
        """The font: the usual one where it is as wide, files that were brought, or the usual one and what to bring."""
        font, usual = self._template.font, self._usual.family
        if self._template.heading_font != font:
            message = f"its headings are set in {self._template.heading_font}; a style has one family, here {font}"
            self._say(Severity.HINT, "two-families", message)
        if font in (usual.word_name, usual.name):
            if font != usual.name:
                yield f"# The template's font, {_commented(font)}, is as wide as {usual.name}, which is used here."
            return
        for family in dict.fromkeys((open_font(font), font)):
            found = self._faces(family)
            if len(found) == len(_FACES):
                yield from ("family:", f"  name: {_quoted(family)}")
                if family != font and COMPATIBLE.get(family) != font:
                    yield f"  word-name: {_quoted(font)}"
                for kind in _FACES:
                    name, data = found[kind]
                    self.files[f"fonts/{name}"] = data
                    yield f"  {kind}: {_quoted(f'fonts/{name}')}"
                return
            if found:
                missing = ", ".join(kind for kind in _FACES if kind not in found)
                self._say(Severity.WARNING, "font-missing", f"of the font {family} these faces are missing: {missing}")
        yield from self._font_wanted(font)

    def _font_wanted(self, font: str) -> Iterator[str]:
        family, usual = open_font(font), self._usual.family.name
        what = f"{family}, which is open and as wide" if family != font else f"{font}, if its licence lets you"
        message = f"the template is set in {font}, of which there are no files here; {usual} takes its place"
        advice = f"take the four .ttf files of {what}; then, with the folder that they are in:\n--fonts FOLDER"
        self._say(Severity.WARNING, "font-missing", message, advice)
        yield f"# The template is set in {_commented(font)}; {usual} takes its place until four .ttf files stand here,"
        yield f"# of {_commented(what)}."
        yield "# family:"
        yield f"#   name: {_commented(family)}"
        for kind in _FACES:
            face = kind.title().replace("-", "")
            yield f"#   {kind}: fonts/{_commented(family).replace(' ', '')}-{face}.ttf"

    def _faces(self, family: str) -> dict[str, tuple[str, bytes]]:
        found: dict[str, tuple[str, bytes]] = {}
        for name, data in sorted(self._fonts.items()):
            own = identify(data)
            for kind, names in _FACES.items():
                if own.family == family and own.face in names:
                    found.setdefault(kind, (name, data))
        return found

    def _logo(self) -> Iterator[str]:
        emblem = self._template.emblem
        if emblem is None:
            return
        if emblem.extension not in _PICTURES:
            message = f"its logo is a .{emblem.extension} picture, which docgen does not show"
            self._say(Severity.WARNING, "logo-unusable", message, "save it as SVG or PNG, and add it as logo")
            return
        picture = f"logo.{emblem.extension}"
        self.files[picture] = emblem.data
        if not emblem.shows:
            self._say(Severity.HINT, "logo-alt", "its logo does not say whose it is", "write that behind alt")
        shows = _quoted(emblem.shows or self._name)
        yield f"logo: {{picture: {picture}, alt: {shows}, height: {_number(max(4.0, emblem.height))}}}"
        yield from self._logo_places(emblem)

    def _logo_places(self, emblem: Emblem) -> Iterator[str]:
        height = min(emblem.height, self._template.page.top)
        if not emblem.pages or height < _SMALLEST_IN_MARGIN:
            parts = ("logo", *(part.value for part in self._usual.masthead if part.value != "logo"))
            yield f"masthead: [{', '.join(parts)}]"
            return
        # in the middle it would stand where the running title does
        align = "right" if emblem.align is Align.RIGHT else "left"
        for page, key in (("first", "first-page"), ("default", "other-pages")):
            if page in emblem.pages:
                yield f"{key}: {{logo: {{in: header, align: {align}, height: {_number(height)}}}}}"

    def _roles(self) -> Iterator[str]:
        looks, usual = self._template.looks, self._usual
        body = looks.get("body text") or looks.get("normal")
        scaled = usual
        if body is not None:
            size = TypeSize(body.text.size, body.text.leading, Span(self._path, 0, 0))
            scaled = adapt(usual, None, size)
        seen = set()
        for known in PARAGRAPH_STYLES:
            if known.role in seen:
                continue
            seen.add(known.role)
            look = body if known.role == Role.BODY else looks.get(known.name.casefold())
            text = self._legible(known.role, look.text) if look is not None else scaled.text(known.role)
            keys = self._keys(_kept_together(text, usual.text(known.role)), usual.text(known.role))
            yield f"  {known.role}: {{{keys}}}{'' if look is not None else '  # in proportion to the body'}"

    def _legible(self, role: str, text: TextStyle) -> TextStyle:
        if contrast(text.colour, _PAPER) >= LEAST:
            return text
        message = f"the colour {text.colour} of its '{role}' is too light to be read; it is black here"
        self._say(Severity.WARNING, "low-contrast", message, f"choose one of a contrast of {LEAST}:1 at least")
        return replace(text, colour=BLACK)

    def _keys(self, text: TextStyle, usual: TextStyle) -> str:
        """Size and leading, and what is otherwise than usual."""
        names = {colour: name for name, colour in reversed(self._colours.items())}
        written = []
        for each in fields(text):
            value = getattr(text, each.name)
            if each.name in ("size", "leading") or value != getattr(usual, each.name):
                shown = names.get(value, f'"{value}"') if isinstance(value, Colour) else _value(value)
                written.append(f"{each.name.replace('_', '-')}: {shown}")
        return ", ".join(written)

    def _say(self, severity: Severity, code: str, message: str, advice: str = "") -> None:
        self.findings.append(Finding(Span(self._path, 0, 0), severity, code, message, advice))


_SMALLEST_IN_MARGIN = 4.0


def _kept_together(text: TextStyle, usual: TextStyle) -> TextStyle:
    """Few templates say what is not to be divided or parted from what follows; the usual style does."""
    return replace(text, hyphenate=usual.hyphenate, keep_with_next=usual.keep_with_next or text.keep_with_next)


def _sheet(page: PageSize) -> str:
    for paper in Paper:
        width, height = paper.size
        if abs(width - page.width) < 1 and abs(height - page.height) < 1:
            return f"paper: {paper.value}"
    return f"width: {_number(page.width)}, height: {_number(page.height)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value) if isinstance(value, Enum) else _number(float(str(value)))


def _number(length: float) -> str:
    return f"{round(length, 2):g}"


def _quoted(text: str) -> str:
    """A text in YAML's double quotes."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _commented(text: str) -> str:
    """A text in a comment, which it cannot end."""
    return "".join(character if character.isprintable() else " " for character in text)
