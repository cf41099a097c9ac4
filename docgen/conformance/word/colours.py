"""Colours as they are shown: by value, by name, or of the theme, lightened or darkened."""

from __future__ import annotations

import colorsys
import re
from functools import cached_property

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.conformance.word.names import ON, local_name, name, w

Element = etree._Element

WHITE, BLACK = "#ffffff", "#000000"

_VALUE = re.compile(r"[0-9A-Fa-f]{6}")
_MAPPED = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
_USUAL = {"t1": "dark1", "t2": "dark2", "bg1": "light1", "bg2": "light2"}
_SCHEME = {
    "dark1": "dk1",
    "dark2": "dk2",
    "light1": "lt1",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_HIGHLIGHTS = {
    "black": BLACK,
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "green": "#00ff00",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "yellow": "#ffff00",
    "white": WHITE,
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "darkGray": "#808080",
    "lightGray": "#c0c0c0",
}


class Colours:
    """The colours of a file's text and of what is behind it, as `#rrggbb`."""

    def __init__(self, word: WordFile, look: Look) -> None:
        self._word, self._look = word, look

    def of_text(self, run: Element) -> str | None:
        """The colour of a run; None where Word takes black or white, whichever can be read."""
        said = self._look.of_run(run, "color")
        return self._resolved(said, "val", "theme") if said is not None else None

    def behind(self, run: Element) -> str:
        """The colour behind a run: its highlighting, its own shading, its paragraph's, its cell's, the page's."""
        highlight = self._look.of_run(run, "highlight")
        if highlight is not None and highlight.get(w("val")) in _HIGHLIGHTS:
            return _HIGHLIGHTS[highlight.get(w("val"), "")]
        paragraph = next(run.iterancestors(w("p")), None)
        shades = [self._look.of_run(run, "shd")]
        if paragraph is not None:
            shades.append(self._look.of_paragraph(paragraph, "shd"))
            shades += [self._look.of_cell(cell, "shd") for cell in paragraph.iterancestors(w("tc"))]
        found = (self._shade(shade) for shade in shades if shade is not None)
        return next((colour for colour in found if colour), None) or self._page

    def _shade(self, shade: Element) -> str | None:
        if shade.get(w("val")) == "solid":
            return self._resolved(shade, "color", "theme") or BLACK
        return self._resolved(shade, "fill", "themeFill")

    @cached_property
    def _page(self) -> str:
        """The page's colour, white unless the file has a background and shows it."""
        settings, background = self._word.only("settings"), self._word.document.root.find(w("background"))
        shown = settings.root.find(w("displayBackgroundShape")) if settings else None
        if background is None or shown is None or shown.get(w("val")) not in ON:
            return WHITE
        return self._resolved(background, "color", "theme") or WHITE

    def _resolved(self, said: Element, plain: str, theme: str) -> str | None:
        """A colour from its attributes; a theme's colour goes before a plain one. None for `auto`."""
        prefix = "theme" if theme == "theme" else theme
        named = said.get(w("themeColor" if theme == "theme" else theme))
        if named and (colour := self._of_theme(named)):
            tint, shade = said.get(w(f"{prefix}Tint")), said.get(w(f"{prefix}Shade"))
            return _toned(colour, _share(tint), _share(shade))
        value = said.get(w(plain), "")
        return f"#{value.lower()}" if _VALUE.fullmatch(value) else None

    def _of_theme(self, named: str) -> str | None:
        if named in _MAPPED:
            settings, short = self._word.only("settings"), _MAPPED[named]
            mapping = settings.root.find(w("clrSchemeMapping")) if settings else None
            named = (mapping.get(w(short)) if mapping is not None else None) or _USUAL[short]
        return self._theme.get(_SCHEME.get(named, named))

    @cached_property
    def _theme(self) -> dict[str, str]:
        """The colours of the theme by their short names."""
        part = self._word.only("theme")
        scheme = next(part.root.iter(name("a:clrScheme")), None) if part else None
        found = {}
        for entry in scheme if scheme is not None else ():
            for colour in entry:
                value = colour.get("lastClr") if local_name(colour.tag) == "sysClr" else colour.get("val")
                if value and _VALUE.fullmatch(value):
                    found[local_name(entry.tag)] = f"#{value.lower()}"
        return found


def _share(said: str | None) -> float | None:
    """A share as the theme's tints and shades have it: two hexadecimal digits, of 255."""
    return int(said, 16) / 255 if said and re.fullmatch("[0-9A-Fa-f]{2}", said) else None


def _toned(colour: str, tint: float | None, shade: float | None) -> str:
    """A colour of which a share stays and the rest goes towards white (tint) or black (shade), in HSL."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if tint is not None:
        light = light * tint + 1 - tint
    if shade is not None:
        light *= shade
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))
