"""From a style's name to a `Style`: its folder found, its `style.yaml` bound, its faces read."""

from __future__ import annotations

import difflib
import types
from dataclasses import dataclass
from typing import Annotated

from docgen.findings import Finding, Span
from docgen.reading.binding import Binder
from docgen.reading.nodes import parse
from docgen.reading.shapes import Key, Keyed
from docgen.reading.text import Name, Source, Text
from docgen.style.fonts import Face, UnusableFont
from docgen.style.model import Columns, Family, FurnitureText, PageSize, Style, TextStyle
from docgen.style.roles import Role
from docgen.style.wording import wordings
from docgen.world import Unreachable, World, folder_of, join

FILE = "style.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The family as `style.yaml` names it: font files beside it, and what Word calls the family."""

    span: Span
    name: Annotated[Name, Key("the family's name", ("Tinos",))]
    word_name: Annotated[Name, Key("a family with the same widths on machines with Word", ("Times New Roman",))]
    regular: Annotated[Text, Key("the upright face", ("fonts/Tinos-Regular.ttf",))]
    bold: Annotated[Text, Key("the bold face", ("fonts/Tinos-Bold.ttf",))]
    italic: Annotated[Text, Key("the italic face", ("fonts/Tinos-Italic.ttf",))]
    bold_italic: Annotated[Text, Key("the bold italic face", ("fonts/Tinos-BoldItalic.ttf",))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`style.yaml` as written."""

    span: Span
    docgen_style: Annotated[int, Key("version of the style's format", ("1",))]
    name: Annotated[Name, Key("the style's name", ("classic",))]
    page: Annotated[PageSize, Key("sheet and margins in pt")]
    columns: Annotated[Columns, Key("the columns of the running text")]
    family: Annotated[Files, Key("the text family")]
    roles: Annotated[Keyed[TextStyle], Key("how each role looks")]
    first_page: Annotated[FurnitureText, Key("header and footer of the first page")]
    other_pages: Annotated[FurnitureText, Key("header and footer of all other pages")]
    logo_height: Annotated[float, Key("height of the hosts' logos", ("42",))]
    prints_people: Annotated[bool, Key("whether sections name their speakers")] = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A style, or None and the findings that say why; `source` is its `style.yaml` where one was found."""

    style: Style | None
    findings: tuple[Finding, ...] = ()
    source: Source | None = None


def load_style(world: World, name: str, beside: str, asked: Span) -> Loaded:
    """Load the style `name` for content in the folder `beside`; `asked` is where the name was written.

    Styles are looked for in `World.style_folders`, the nearest first.
    """
    path = _locate(world, name, beside)
    if path is None:
        return Loaded(None, (_not_found(world, name, beside, asked),))
    try:
        parsed = parse(path, world.read(path))
    except Unreachable as error:
        return Loaded(None, (Finding.error(asked, "style-unreadable", f"the style's file {error}"),))
    binder = Binder(parsed.broken)
    binder.report(*parsed.findings)
    sheet = binder.attempt(parsed.root, Sheet) if parsed.root is not None else None
    if sheet is None:
        return Loaded(None, tuple(binder.findings), parsed.source)
    family = _family(world, sheet.family, folder_of(path), binder)
    roles = _roles(sheet, binder)
    if family is None or binder.findings:
        return Loaded(None, tuple(binder.findings), parsed.source)
    style = Style(
        name=name,
        page=sheet.page,
        columns=sheet.columns,
        family=family,
        roles=types.MappingProxyType(roles),
        first_page=sheet.first_page,
        other_pages=sheet.other_pages,
        logo_height=sheet.logo_height,
        prints_people=sheet.prints_people,
        wordings=wordings(),
    )
    return Loaded(style, (), parsed.source)


def style_names(world: World, beside: str) -> tuple[str, ...]:
    """The names of all styles that content in `beside` could ask for, sorted."""
    return tuple(
        sorted(
            {
                name
                for folder in world.style_folders(beside)
                for name in world.list(folder)
                if world.exists(join(join(folder, name), FILE))
            }
        )
    )


def _locate(world: World, name: str, beside: str) -> str | None:
    if "/" in name or "\\" in name or name.startswith("."):
        return None
    for folder in world.style_folders(beside):
        path = join(join(folder, name), FILE)
        if world.exists(path):
            return path
    return None


def _not_found(world: World, name: str, beside: str, asked: Span) -> Finding:
    names = style_names(world, beside)
    near = difflib.get_close_matches(name, names, 1)
    there_are = f"the styles there are: {', '.join(names)}" if names else "no styles were found at all"
    return Finding.error(
        asked, "unknown-style", f"there is no style '{name}'", f"did you mean '{near[0]}'?" if near else there_are
    )


def _family(world: World, files: Files, folder: str, binder: Binder) -> Family | None:
    faces = [
        _face(world, written, folder, binder)
        for written in (files.regular, files.bold, files.italic, files.bold_italic)
    ]
    regular, bold, italic, bold_italic = faces
    if regular is None or bold is None or italic is None or bold_italic is None:
        return None
    return Family(files.name.value, files.word_name.value, regular, bold, italic, bold_italic)


def _face(world: World, written: Text, folder: str, binder: Binder) -> Face | None:
    try:
        path = join(folder, written.value)
        face = Face(path, world.read(path, within=folder))
        face.has("a")
    except (Unreachable, UnusableFont) as error:
        reason = error.reason.value if isinstance(error, Unreachable) else str(error)
        binder.report(
            Finding.error(
                written.span(),
                "unusable-font",
                f"the font file '{written.value}' cannot be used: {reason}",
                "put a TrueType font into the style's folder, and its name here",
            )
        )
        return None
    return face


def _roles(sheet: Sheet, binder: Binder) -> dict[str, TextStyle]:
    known = {role.value for role in Role}
    roles = {key.value: style for key, style in sheet.roles}
    for key, _ in sheet.roles:
        if key.value not in known:
            near = difflib.get_close_matches(key.value, known, 1)
            advice = f"did you mean '{near[0]}'?" if near else f"the roles are: {', '.join(sorted(known))}"
            binder.report(Finding.error(key.span(), "unknown-role", f"there is no role '{key.value}'", advice))
    missing = sorted(known - roles.keys())
    if missing:
        binder.report(
            Finding.error(
                sheet.span.first(),
                "missing-role",
                f"this style does not say how these look: {', '.join(missing)}",
                "add each under roles, with size and leading at least",
            )
        )
    return roles
