"""From a style's name to a `Style`: its folder found, its `style.yaml` bound, its faces read."""

from __future__ import annotations

import difflib
import types
from typing import Any

from docgen.cache import DiskCache, Recent
from docgen.findings import Finding, Severity, Span, worst
from docgen.noting import NotingWorld, Question, answers_alike
from docgen.reading.binding import Binder
from docgen.reading.nodes import Mapping, Node, Scalar, parse
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.style.colour import Colour
from docgen.style.contrast import LEAST, PAPER, contrast
from docgen.style.extending import extend
from docgen.style.families import read_family
from docgen.style.grounds import check_panels
from docgen.style.model import Style, TextStyle, WordBase
from docgen.style.palette import paint
from docgen.style.places import check_places
from docgen.style.roles import LIKE, Role
from docgen.style.sheet import Sheet
from docgen.style.wording import reworded, wordings
from docgen.world import Unreachable, World, folder_of, join

FILE = "style.yaml"
BASE = "base.docx"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A style, or None and the findings that say why; `sources` are the files it was read from, `root` joins them."""

    style: Style | None
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()
    root: Node | None = None


_LATELY: Recent[tuple[Loaded, tuple[tuple[Question, Any], ...]]] = Recent(8)
"""Usable styles, each with what the world was asked for it, and answered."""


def load_style(world: World, name: str, beside: str, asked: Span) -> Loaded:
    """Load the style `name` for content in the folder `beside`; `asked` is where the name was written.

    Styles are looked for in `World.style_folders`, the nearest first. A style that extends another takes from it
    whatever it does not say itself, at every level. One that was loaded before is the same as long as the world gives
    the same files for it.
    """
    cache = world.cache()
    key = (name, beside, cache if isinstance(cache, DiskCache) else None)  # the style's faces hold it
    before = _LATELY.recall(key)
    if before is not None and answers_alike(world, before[1]):
        return before[0]
    noted = NotingWorld(world)
    loaded = _load(noted, name, beside, asked)
    if loaded.style is not None:
        _LATELY.keep(key, (loaded, tuple(noted.answers.items())))
    return loaded


def _load(world: World, name: str, beside: str, asked: Span) -> Loaded:
    written = _read(world, name, beside, asked, ())
    binder = Binder(written.broken)
    binder.report(*written.findings)
    if written.root is None:
        return Loaded(None, tuple(binder.findings), written.sources)
    sheet = binder.attempt(paint(written.root), Sheet)
    folders = tuple(folder_of(source.path) for source in written.sources)
    style = _style(world, name, sheet, folders, binder) if sheet is not None else None
    usable = worst(binder.findings) is not Severity.ERROR
    return Loaded(style if usable else None, tuple(binder.findings), written.sources, written.root)


@dataclass(frozen=True, slots=True)
class _Written:
    """A style's `style.yaml`, joined with those that it extends."""

    root: Node | None
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...] = ()
    broken: frozenset[str] = frozenset()


def _read(world: World, name: str, beside: str, asked: Span, below: tuple[str, ...]) -> _Written:
    if name in below:
        message = f"the style '{name}' extends itself" + (f" through {', '.join(below[1:])}" if below[1:] else "")
        return _Written(None, (Finding.error(asked, "circular-style", message, "let it extend another style"),))
    path = _locate(world, name, beside)
    if path is None:
        return _Written(None, (_not_found(world, name, beside, asked),))
    try:
        parsed = parse(path, world.read(path, within=folder_of(path)))
    except Unreachable as error:
        return _Written(None, (Finding.error(asked, "unreadable-style", f"the style's file {error}"),))
    own = _Written(parsed.root, parsed.findings, (parsed.source,), parsed.broken)
    extended = _extended(parsed.root)
    if parsed.root is None or extended is None:
        return own
    other = _read(world, extended.value, beside, extended.span, (*below, name))
    return _Written(
        extend(parsed.root, other.root) if other.root is not None else None,
        (*own.findings, *other.findings),
        (*own.sources, *other.sources),
        own.broken | other.broken,
    )


def _extended(root: Node | None) -> Scalar | None:
    """The name of the style that a sheet extends."""
    named = root.get("extends") if isinstance(root, Mapping) else None
    return named if isinstance(named, Scalar) else None


def _style(world: World, name: str, sheet: Sheet, folders: tuple[str, ...], binder: Binder) -> Style | None:
    family = read_family(world, sheet.family, binder)
    base = _base(world, sheet, folders, binder)
    roles = _roles(sheet, binder)
    binder.report(*check_panels(sheet, roles))
    for key, colour in sheet.palette:
        if key.value == "link" and contrast(colour, PAPER) < LEAST:
            binder.report(_too_light(key.span(), "links", colour))
    binder.report(*check_places(sheet))
    own = {tag: words for tag, node in sheet.wording.languages if (words := reworded(tag, node, binder))}
    if family is None:
        return None
    return Style(
        name=name,
        page=sheet.page.page,
        columns=sheet.columns,
        family=family,
        roles=types.MappingProxyType(roles),
        first_page=sheet.first_page,
        other_pages=sheet.other_pages,
        logo=sheet.logo,
        logo_height=sheet.logo_height,
        masthead=sheet.masthead,
        prints_people=sheet.prints_people,
        pdf=sheet.pdf,
        wordings=types.MappingProxyType({**wordings(), **own}),
        notes=sheet.notes,
        palette=types.MappingProxyType({key.value: colour for key, colour in sheet.palette}),
        panels=types.MappingProxyType({key.value: panel for key, panel in sheet.panels if panel.is_seen}),
        base=base,
    )


def _base(world: World, sheet: Sheet, folders: tuple[str, ...], binder: Binder) -> WordBase | None:
    """The Word template in the style's folder, or in that of the nearest style it extends."""
    mapped = sheet.word.styles if sheet.word else ()
    for folder in folders:
        path = join(folder, BASE)
        if world.exists(path):
            from docgen.style.word.brought import bring  # reads XML, which styles without a template can do without

            try:
                brought = bring(path, world.read(path, within=folder), mapped)
            except Unreachable as error:
                binder.report(Finding.error(Span(path, 0, 0), "unusable-template", f"the Word template {error}"))
                return None
            binder.report(*brought.findings)
            return brought.base
    for key, _ in mapped:
        message = "this style has no base.docx whose styles could be named"
        binder.report(Finding.error(key.span(), "no-template", message, f"put a Word template, {BASE}, beside it"))
        break
    return None


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


def _roles(sheet: Sheet, binder: Binder) -> dict[str, TextStyle]:
    known = {role.value for role in Role}
    roles = {key.value: style for key, style in sheet.roles}
    for key, style in sheet.roles:
        if key.value not in known:
            near = difflib.get_close_matches(key.value, known, 1)
            advice = f"did you mean '{near[0]}'?" if near else f"the roles are: {', '.join(sorted(known))}"
            binder.report(Finding.error(key.span(), "unknown-role", f"there is no role '{key.value}'", advice))
        if contrast(style.colour, PAPER) < LEAST:
            binder.report(_too_light(key.span(), f"'{key}'", style.colour))
    for role, like in LIKE.items():
        if role not in roles and like in roles:
            roles[role.value] = roles[like.value]
    missing = sorted(known - roles.keys() - {role.value for role in LIKE})
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


def _too_light(place: Span, what: str, colour: Colour) -> Finding:
    found = contrast(colour, PAPER)
    return Finding.error(
        place,
        "low-contrast",
        f"the colour {colour} of {what} is too light to be read: its contrast with the paper is {found:.1f}:1",
        f"choose a darker one, of {LEAST}:1 at least",
    )
