"""Pictures: figures with their captions, drawings, the row of logos; all inline, so that nothing floats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.document.kernel import Alignment, Drawing, Figure
from docgen.document.reproduction import LOGO_GAP, MOST_ENLARGED, Size, figure_size, fitted, logo_sizes
from docgen.style.roles import Role
from docgen.writers.docx import drawings, styles
from docgen.writers.docx.block import Block, WordParagraph
from docgen.writers.docx.captions import caption_content
from docgen.writers.docx.frame import Frame, indents, paragraph
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.runs import bookmarked
from docgen.writers.docx.wordml import NAMESPACES, attribute, emu, run, text, twips

_ALIGN = {Alignment.LEFT: "left", Alignment.CENTRE: "center", Alignment.RIGHT: "right"}

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def set_figure(figure: Figure, frame: Frame, story: Story) -> list[Block]:
    """A picture in the middle of the measure, or where it is asked for, its caption below it."""
    edition = story.ledger.edition
    style = edition.style
    captioned = bool(figure.caption) or figure.number is not None
    # As layout has it: a table's columns are shared by what stands in them.
    enlarged = 1.0 if frame.role in (Role.TABLE, Role.TABLE_HEAD) else MOST_ENLARGED
    size = figure_size(figure, edition.pictures, _room(frame), _tallest(story), enlarged)
    content = _picture(figure, size, story)
    if figure.number is None:
        content = bookmarked(figure.id, content, story)
    own: dict[str, Any] = {"keep_next": captioned, "after": 0.0 if captioned else None, **_moved_in(frame)}
    if figure.align in _ALIGN:
        own["align"] = _ALIGN[figure.align]
    shown = paragraph(styles.PICTURE, content, frame, story, **own)
    story.space = 0.0
    if not captioned:
        return [shown]
    look = style.text(Role.CAPTION)
    caption = caption_content(figure, style.wording(frame.language).figure, "Figure", look, frame, story)
    return [shown, paragraph(frame.style(Role.CAPTION), caption, frame, story, **indents(look, Role.CAPTION, frame))]


def set_drawing(drawing: Drawing, frame: Frame, story: Story) -> list[Block]:
    """A drawing in the middle of the measure; it has no words, so it is an ornament."""
    size = fitted(drawing.size, _room(frame), _tallest(story))
    content = bookmarked(drawing.id, _inline(_drawn(drawing, size, story), size, None, story), story)
    story.space = 0.0
    return [paragraph(styles.PICTURE, content, frame, story, **_moved_in(frame))]


def set_logos(figures: Sequence[Figure], frame: Frame, story: Story) -> WordParagraph:
    """Logos side by side and equally high; all smaller where the measure is too narrow."""
    edition = story.ledger.edition
    sizes = logo_sizes(figures, edition.pictures, edition.style.logo_height, frame.measure)
    between = run(text(" "), f'<w:spacing w:val="{twips(LOGO_GAP - _SPACE)}"/>')
    logos = [
        bookmarked(figure.id, _picture(figure, size, story), story) for figure, size in zip(figures, sizes, strict=True)
    ]
    return paragraph(styles.LOGOS, between.join(logos), frame, story, keep_next=True)


def logo_run(figure: Figure, size: Size, story: Story) -> str:
    """The publisher's logo in a header or footer, as a run of its text."""
    return _shown(figure, size, story)


_SPACE = 0.25
"""About the width of a space in their paragraph's style, in pt, which the gap between logos is made of."""


def _room(frame: Frame) -> float:
    return frame.measure - frame.inset - frame.inset_right


def _moved_in(frame: Frame) -> dict[str, float]:
    """The indents of a picture in a list or a quotation: it stands in the middle of what they leave."""
    own = {"left": frame.inset, "right": frame.inset_right}
    return {side: indent for side, indent in own.items() if indent}


def _tallest(story: Story) -> float:
    """What a picture may take of a page's height, so that a caption of some lines has room below it."""
    style = story.ledger.edition.style
    return style.page.height - style.page.top - style.page.bottom - 6 * style.text(Role.CAPTION).leading


def _picture(figure: Figure, size: Size, story: Story) -> str:
    """The picture's run, and whatever comments stand on it."""
    comments = None if story.furniture else story.ledger.comments
    shown = _shown(figure, size, story)
    return comments.around(figure.id, shown) if comments is not None else shown


def _shown(figure: Figure, size: Size, story: Story) -> str:
    words = None if figure.decorative or figure.alternative is None else figure.alternative.value
    if isinstance(figure.picture, Drawing):
        blip = _drawn(figure.picture, size, story)
    else:
        picture = story.ledger.edition.pictures[figure.picture.value]
        blip = _blip(story.ledger.medium(picture.data, picture.format), story)
    return _inline(blip, size, words, story)


def _drawn(drawing: Drawing, size: Size, story: Story) -> str:
    """A drawing as SVG, and as pixels for Word before 2016 and all who do not read the extension."""
    vector = story.relations.add("image", story.ledger.medium(drawings.svg(drawing), "svg"))
    extension = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{vector}"/></a:ext></a:extLst>'
    )
    return _blip(story.ledger.medium(drawings.pixels(drawing, size[0]), "png"), story, extension)


def _blip(medium: str, story: Story, extension: str = "") -> str:
    """The element that shows a picture's part; `extension` says what else it is."""
    relation = story.relations.add("image", medium)
    return f'<a:blip r:embed="{relation}">{extension}</a:blip>' if extension else f'<a:blip r:embed="{relation}"/>'


def _inline(blip: str, size: Size, words: str | None, story: Story) -> str:
    """A picture on the line."""
    return run(
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{_extent("wp:extent", size)}'
        f"{_graphic(blip, size, words, story)}</wp:inline></w:drawing>"
    )


def _graphic(blip: str, size: Size, words: str | None, story: Story) -> str:
    """A picture with what it shows in words, or marked as an ornament."""
    number = next(story.ledger.drawn)
    name = f'id="{number}" name="Picture {number}"'
    described = f'descr="{attribute(words)}"/>' if words is not None else f'descr="">{_DECORATIVE}</wp:docPr>'
    return (
        f"<wp:docPr {name} {described}"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/>{_extent("a:ext", size)}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


def _extent(name: str, size: Size) -> str:
    return f'<{name} cx="{emu(size[0])}" cy="{emu(size[1])}"/>'
