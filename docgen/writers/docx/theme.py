"""The theme: the style's family as the fonts for headings and body, its palette as the colours of Word's menus.

A theme is DrawingML (ECMA-376, part 1, 14.2.7). Charts and shapes that staff add later take their colours from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.style.colour import BLACK, Colour
from docgen.writers.docx.look import Look
from docgen.writers.docx.wordml import DECLARATION, NAMESPACES, attribute

_ACCENTS = 6
_SPARE = ("#1f3864", "#7b2d26", "#2f6b4f", "#7a5c12", "#4b3f72", "#55606a")
"""What fills the accents up that the palette does not; each is dark enough to be read on paper."""
_LINK, _VISITED = "#0b4f9e", "#5f3b76"

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = '<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">' + _FILL + '<a:prstDash val="solid"/></a:ln>'
_FORMATS = (
    '<a:fmtScheme name="docgen">'
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{''.join(_LINE.format(width=width) for width in (6350, 12700, 19050))}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme(look: Look) -> str:
    """The theme part, of formats without shadows and gradients."""
    font = f'<a:latin typeface="{attribute(look.font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>' for name, colour in scheme(look).items()
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{NAMESPACES["a"]}" name="docgen"><a:themeElements>'
        f'<a:clrScheme name="docgen">{colours}</a:clrScheme><a:fontScheme name="docgen">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f"{_FORMATS}</a:themeElements></a:theme>"
    )


def scheme(look: Look) -> Mapping[str, str]:
    """The twelve colours by their names in the theme, in the schema's order."""
    own = [colour for name, colour in look.palette if name != "link" and colour != BLACK]
    own += [text.colour for _, text in look.roles if text.colour != BLACK]
    accents = list(dict.fromkeys((*own, *_SPARE)))[:_ACCENTS]
    return {
        "dk1": BLACK,
        "lt1": "#ffffff",
        "dk2": accents[0],
        "lt2": "#f2f2f2",
        **{f"accent{number}": colour for number, colour in enumerate(accents, 1)},
        "hlink": look.link or _LINK,
        "folHlink": look.link or _VISITED,
    }


def accent(colour: Colour, look: Look) -> int | None:
    """Which accent of the theme a colour is, from 1; None where it is none."""
    accents = [value for name, value in scheme(look).items() if name.startswith("accent")]
    return accents.index(colour) + 1 if colour in accents else None
