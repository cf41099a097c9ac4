"""`docgen style`: brands, from a Word template or from nothing, and whether they can be used."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable

import click

from docgen.cli.telling import LEVELS, Teller, count
from docgen.document.illustrations import check_logo
from docgen.findings import Finding, Span, in_order, worst
from docgen.job import Exit, Outcome
from docgen.pipeline import DEFAULT_STYLE
from docgen.records import dataclass
from docgen.style.loading import BASE, FILE, Loaded, load_style
from docgen.style.model import Style
from docgen.world import DiskWorld, Unreachable, World, folder_of, join


@dataclass
class _StyleWorld(DiskWorld):
    """The real world, in which styles are looked for in one folder first."""

    first: str = ""

    def style_folders(self, beside: str) -> tuple[str, ...]:
        """That folder, and where styles are looked for otherwise."""
        return (*([self.first] if self.first else []), *super().style_folders(beside))


@click.group("style", short_help="Begin a style, from a Word template if you like; check it.")
def command() -> None:
    """Begin a style, or check one.

    A style is a folder with a style.yaml, fonts, and, if the brand has one, a Word template called base.docx, whose
    styles, headers, footers and theme the Word files then have.

    \b
    docgen style new ours --from-docx template.docx   writes styles/ours
    docgen style check ours                           tells whether it can be used
    """


@command.command("new", short_help="Write a style to go on from.")
@click.argument("name", metavar="NAME")
@click.option("-o", "--output", "folder", default="styles", show_default=True, help="Folder of styles.")
@click.option("--from-docx", "template", metavar="FILE", help="A Word template to read the style from.")
@click.option("--fonts", metavar="FOLDER", help="Where the .ttf files of the template's font are.")
@click.option(
    "--keep-base", is_flag=True, help="Keep the template as base.docx: Word files have its headers and so on."
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there already.")
def new(name: str, folder: str, template: str | None, fonts: str | None, keep_base: bool, overwrite: bool) -> None:
    """Write the style NAME to go on from.

    From a Word template: its page, margins, columns, font, sizes, spaces, colours and logo. Without one it is as the
    usual style until you say otherwise. A file that is there already is replaced only where --overwrite says so.
    """
    if not re.fullmatch(r"\w[\w.-]*", name):
        raise click.UsageError(f"'{name}' cannot be the name of a style; take letters, digits and hyphens")
    if template is None and (fonts or keep_base):
        raise click.UsageError("--fonts and --keep-base belong to a template: name it with --from-docx")
    world = DiskWorld()
    place = join(folder, name)
    files, findings = _contents(world, name, template, fonts)
    if keep_base and template is not None:
        files[BASE] = world.read(template)
    there = [path for path in (join(place, file) for file in files) if world.exists(path)]
    if there and not overwrite:
        raise click.UsageError(f"{there[0]} is there already; choose another name, or say --overwrite")
    try:
        for file, data in files.items():
            world.write(join(place, file), data)
    except Unreachable as error:
        click.echo(f"{error.path}: {error.reason.value} ({error.detail})", err=True)
        raise SystemExit(Exit.ENVIRONMENT) from None
    Teller(to_error=True).tell(Outcome(place, Exit.DONE, in_order(findings)))
    click.echo(f"{join(place, FILE)} is written; look at it with:  docgen style check {shlex.quote(place)}", err=True)


def _contents(
    world: World, name: str, template: str | None, fonts: str | None
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The files of a new style by their names in its folder, and what is to be said of them."""
    if template is None:
        from docgen.style.word.writing import plain_style

        return {FILE: plain_style(name, DEFAULT_STYLE)}, ()
    from docgen.style.word.brought import look_through
    from docgen.style.word.package import UnusableTemplate
    from docgen.style.word.writing import write_style

    usual = _usual(world)
    try:
        read, _ = look_through(world.read(template))
        written = write_style(name, template, read, usual, _font_files(world, fonts))
    except Unreachable as error:
        raise click.UsageError(str(error)) from None
    except UnusableTemplate as fault:
        message = f"this Word template cannot be used: {fault.why}"
        finding = Finding.error(Span(template, 0, 0), fault.code, message, fault.advice)
        Teller(to_error=True).tell(Outcome(template, Exit.CONTENT, (finding,)))
        raise SystemExit(Exit.CONTENT) from None
    return dict(written.files), written.findings


def _usual(world: World) -> Style:
    loaded = load_style(world, DEFAULT_STYLE, ".", Span(DEFAULT_STYLE, 0, 0))
    if loaded.style is None:
        _tell(DEFAULT_STYLE, loaded, loaded.findings)
        raise SystemExit(Exit.ENVIRONMENT)
    return loaded.style


def _font_files(world: World, folder: str | None) -> dict[str, bytes]:
    if folder is None:
        return {}
    names = [name for name in world.list(folder) if name.lower().endswith(".ttf")]
    if not names:
        raise click.UsageError(f"{folder}: there is no .ttf file in this folder")
    return {name: world.read(join(folder, name)) for name in names}


@command.command("check", short_help="Say whether a style can be used, and where it differs from its base.docx.")
@click.argument("style", metavar="STYLE")
@click.option(
    "--fail-on", type=click.Choice(sorted(LEVELS)), default="warning", show_default=True, help="What exits with 1."
)
def check(style: str, fail_on: str) -> None:
    """Say whether STYLE, a name or a folder, can be used.

    Where the style brings a Word template, base.docx, it is told where that one looks otherwise than style.yaml says:
    Word files follow the template, the PDF follows style.yaml.
    """
    world, name = _meant(style)
    loaded = load_style(world, name, ".", Span(style, 0, 0))
    logo = check_logo(world, loaded.style) if loaded.style is not None else ()
    findings = (*loaded.findings, *logo, *_differences(loaded))
    _tell(style, loaded, findings)
    if loaded.style is None:
        click.echo(f"{style}: cannot be used", err=True)
        raise SystemExit(Exit.ENVIRONMENT)
    gravest = worst(findings)
    click.echo(f"{style}: can be used; {count(len(findings), 'finding') if findings else 'nothing found'}", err=True)
    raise SystemExit(Exit.CONTENT if gravest is not None and gravest >= LEVELS[fail_on] else Exit.DONE)


def _meant(style: str) -> tuple[World, str]:
    """The name of a style and where to find it: below any folder of styles, or where its own folder is said to be."""
    path = os.path.normpath(style)
    if path == style and os.path.basename(path) == path and not os.path.isfile(os.path.join(path, FILE)):
        return _StyleWorld(), style
    if os.path.basename(path) in (os.curdir, os.pardir):
        path = os.path.abspath(path)
    return _StyleWorld(first=folder_of(path)), os.path.basename(path)


def _differences(loaded: Loaded) -> Iterable[Finding]:
    if loaded.style is None or loaded.style.base is None or loaded.root is None:
        return ()
    from docgen.style.word.brought import look_through
    from docgen.style.word.comparing import differences

    template, _ = look_through(loaded.style.base.data)
    return differences(loaded.style, template, loaded.root)


def _tell(style: str, loaded: Loaded, findings: Iterable[Finding]) -> None:
    Teller(to_error=False).tell(Outcome(style, Exit.DONE, in_order(findings), loaded.sources))
