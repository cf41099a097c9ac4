"""The family of a style: its four font files read, and what becomes of them in Word files."""

from __future__ import annotations

from dataclasses import replace

from docgen.findings import Finding
from docgen.reading.binding import Binder
from docgen.reading.text import Name, Text
from docgen.style.fonts import Face, UnusableFont
from docgen.style.identity import COMPATIBLE, identify
from docgen.style.model import Family
from docgen.style.sheet import FontFiles
from docgen.world import Unreachable, World, folder_of, join


def read_family(world: World, files: FontFiles, binder: Binder) -> Family | None:
    """The faces of a family; None where one of them cannot be used, which `binder` is told."""
    written = (files.regular, files.bold, files.italic, files.bold_italic)
    faces = [_face(world, one, binder) for one in written]
    regular, bold, italic, bold_italic = faces
    if regular is None or bold is None or italic is None or bold_italic is None:
        return None
    named: dict[str, Face] = {}
    for one, face in zip(written, (regular, bold, italic, bold_italic), strict=True):
        if named.setdefault(face.name, face).data != face.data:
            message = f"the font file '{one}' calls itself {face.name}, as another of these files does"
            advice = "take files with names of their own inside: a PDF tells its fonts apart by them"
            binder.report(Finding.error(one.span(), "unusable-font", message, advice))
    word_name = _word_name(files, regular)
    family = Family(files.name.value, word_name, regular, bold, italic, bold_italic)
    if files.word_name is not None or word_name in COMPATIBLE.values() or not files.embed:
        return family
    forbidden = {reason for face in faces if face and (reason := identify(face.data).forbids)}
    if forbidden:
        binder.report(_not_embeddable(files.name, word_name, ", ".join(sorted(forbidden))))
        return family
    return replace(family, embedded=True)


def _word_name(files: FontFiles, regular: Face) -> str:
    """What Word calls the family: what the style says, else a known family of its widths, else what its file says."""
    if files.word_name is not None:
        return files.word_name.value
    own = identify(regular.data).family or files.name.value
    return COMPATIBLE.get(own, own)


def _not_embeddable(name: Name, word_name: str, why: str) -> Finding:
    return Finding.warning(
        name.span(),
        "font-not-embeddable",
        f"the font {word_name} does not go into Word files: {why}",
        "where it is not installed Word shows another; name one that Word has and that is as wide with word-name,\n"
        "take a font with an open licence, or say  embed: false  here if it is installed wherever reports are opened",
    )


def _face(world: World, written: Text, binder: Binder) -> Face | None:
    """A font file, named from the folder of the style that names it."""
    folder = folder_of(written.whole.path)
    try:
        path = join(folder, written.value)
        face = Face(path, world.read(path, within=folder), world.cache())
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
