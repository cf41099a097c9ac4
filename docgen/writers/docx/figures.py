"""Pictures: figures with their captions, drawings, the row of logos; all inline, so that nothing floats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from docgen.document.kernel import Drawing, Figure
from docgen.document.paths import Cap, ClosePath, CurveTo, Join, LineTo, MoveTo, Shape, Step
from docgen.layout.picture import DENSITY, LOGO_GAP, fitted
from docgen.style.roles import Role
from docgen.writers.docx import styles
from docgen.writers.docx.block import Block, WordParagraph
from docgen.writers.docx.captions import caption_content
from docgen.writers.docx.frame import Frame, indents, paragraph
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.runs import bookmarked
from docgen.writers.docx.wordml import NAMESPACES, attribute, emu, run, text, twips

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def set_figure(figure: Figure, frame: Frame, story: Story) -> list[Block]:
    """A picture in the middle of the measure, its caption below it."""
    style = story.ledger.edition.style
    captioned = bool(figure.caption) or figure.number is not None
    content = _picture(figure, _size(figure, frame, story), story)
    if figure.number is None:
        content = bookmarked(figure.id, content, story)
    own = {"left": frame.inset} if frame.inset else {}
    story.space = 0.0
    own |= {"after": 0.0} if captioned else {}
    shown = paragraph(styles.PICTURE, content, frame, story, keep_next=captioned, **own)
    if not captioned:
        return [shown]
    look = style.text(Role.CAPTION)
    caption = caption_content(figure, style.wording(frame.language).figure, "Figure", look, frame, story)
    return [shown, paragraph(frame.style(Role.CAPTION), caption, frame, story, **indents(look, Role.CAPTION, frame))]


def set_drawing(drawing: Drawing, frame: Frame, story: Story) -> list[Block]:
    """A drawing in the middle of the measure; it has no words, so it is an ornament."""
    size = fitted(drawing.size, frame.measure - frame.inset, _tallest(story))
    content = bookmarked(drawing.id, _inline(_shapes(drawing, size), size, None, story), story)
    story.space = 0.0
    return [paragraph(styles.PICTURE, content, frame, story)]


def set_logos(figures: Sequence[Figure], frame: Frame, story: Story) -> WordParagraph:
    """Logos side by side and equally high; all smaller where the measure is too narrow."""
    sizes = [_natural_size(figure, story) for figure in figures]
    height = story.ledger.edition.style.logo_height
    widths = [height * wide / high for wide, high in sizes]
    gaps = LOGO_GAP * (len(figures) - 1)
    scale = min(1.0, (frame.measure - gaps) / sum(widths))
    between = run(text(" "), f'<w:spacing w:val="{twips(LOGO_GAP - _SPACE)}"/>')
    logos = [
        bookmarked(figure.id, _picture(figure, (width * scale, height * scale), story), story)
        for figure, width in zip(figures, widths, strict=True)
    ]
    return paragraph(styles.LOGOS, between.join(logos), frame, story, keep_next=True)


_SPACE = 2.5
"""About the width of a space in body text, in pt, which the gap between logos is made of."""


def _size(figure: Figure, frame: Frame, story: Story) -> tuple[float, float]:
    """As large as it is, reduced to the frame and to the height that it may have."""
    height = min(_tallest(story), figure.height) if figure.height else _tallest(story)
    return fitted(_natural_size(figure, story), frame.measure - frame.inset, height)


def _natural_size(figure: Figure, story: Story) -> tuple[float, float]:
    if isinstance(figure.picture, Drawing):
        return figure.picture.size
    picture = story.ledger.edition.pictures[figure.picture.value]
    return picture.width * 72 / DENSITY, picture.height * 72 / DENSITY


def _tallest(story: Story) -> float:
    """What a picture may take of a page's height, so that a caption of some lines has room below it."""
    style = story.ledger.edition.style
    return style.page.height - style.page.top - style.page.bottom - 6 * style.text(Role.CAPTION).leading


def _picture(figure: Figure, size: tuple[float, float], story: Story) -> str:
    words = None if figure.decorative or figure.alternative is None else figure.alternative.value
    if isinstance(figure.picture, Drawing):
        return _inline(_shapes(figure.picture, size), size, words, story)
    medium = story.ledger.medium(story.ledger.edition.pictures[figure.picture.value])
    relation = story.relations.add("image", medium)
    graphic = (
        f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="{medium.removeprefix("media/")}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/>{_extent("a:ext", size)}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    )
    return _inline(graphic, size, words, story)


def _inline(graphic: str, size: tuple[float, float], words: str | None, story: Story) -> str:
    """A graphic on the line, with what it shows in words, or marked as an ornament."""
    number = next(story.ledger.drawn)
    described = f'<wp:docPr id="{number}" name="Picture {number}"'
    if words is None:
        described += f' descr="">{_DECORATIVE}</wp:docPr>'
    else:
        described += f' descr="{attribute(words)}"/>'
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{_extent("wp:extent", size)}{described}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f"<a:graphic>{graphic}</a:graphic></wp:inline></w:drawing>"
    )
    if NAMESPACES["wpg"] in graphic:
        drawing = f'<mc:AlternateContent><mc:Choice Requires="wpg">{drawing}</mc:Choice></mc:AlternateContent>'
    return run(drawing)


def _shapes(drawing: Drawing, size: tuple[float, float]) -> str:
    """A drawing as a group of Word's own shapes, each in the frame of the whole."""
    frame = f'<a:off x="0" y="0"/>{_extent("a:ext", size)}'
    inside = f'<a:chOff x="0" y="0"/>{_extent("a:chExt", size)}'
    scale = size[0] / drawing.size[0]
    shapes = "".join(
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>{frame}</a:xfrm>'
        f"{_geometry(shape, size, scale)}{_paint(shape, scale)}</wps:spPr><wps:bodyPr/></wps:wsp>"
        for number, shape in enumerate(drawing.shapes, 1)
    )
    return (
        f'<a:graphicData uri="{NAMESPACES["wpg"]}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}{inside}'
        f"</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData>"
    )


def _geometry(shape: Shape, size: tuple[float, float], scale: float) -> str:
    steps = "".join(_step(step, size[1], scale) for step in shape.steps)
    filled = "" if shape.fill else ' fill="none"'
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(size[0])}" h="{emu(size[1])}"{filled}>{steps}</a:path></a:pathLst></a:custGeom>'
    )


def _step(step: Step, height: float, scale: float) -> str:
    """One step of a path; Word counts downwards from the upper edge."""

    def point(x: float, y: float) -> str:
        return f'<a:pt x="{emu(x * scale)}" y="{emu(height - y * scale)}"/>'

    match step:
        case MoveTo():
            return f"<a:moveTo>{point(step.x, step.y)}</a:moveTo>"
        case LineTo():
            return f"<a:lnTo>{point(step.x, step.y)}</a:lnTo>"
        case CurveTo():
            control = point(step.x1, step.y1) + point(step.x2, step.y2)
            return f"<a:cubicBezTo>{control}{point(step.x, step.y)}</a:cubicBezTo>"
        case ClosePath():
            return "<a:close/>"
        case _:
            assert_never(step)


_CAPS: Mapping[Cap, str] = {"butt": "flat", "round": "rnd", "square": "sq"}
_JOINS: Mapping[Join, str] = {"miter": '<a:miter lim="400000"/>', "round": "<a:round/>", "bevel": "<a:bevel/>"}


def _paint(shape: Shape, scale: float) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{shape.fill[1:].upper()}"/></a:solidFill>' if shape.fill else "<a:noFill/>"
    if not shape.stroke:
        return f"{fill}<a:ln><a:noFill/></a:ln>"
    colour = f'<a:solidFill><a:srgbClr val="{shape.stroke[1:].upper()}"/></a:solidFill>'
    ends = f'w="{emu(shape.stroke_width * scale)}" cap="{_CAPS[shape.cap]}"'
    return f"{fill}<a:ln {ends}>{colour}{_JOINS[shape.join]}</a:ln>"


def _extent(name: str, size: tuple[float, float]) -> str:
    return f'<{name} cx="{emu(size[0])}" cy="{emu(size[1])}"/>'
