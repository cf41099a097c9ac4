"""Blocks of a Word file, ready but for their place: what stands in the body, one below the other."""

from __future__ import annotations

from typing import TypeAlias

from docgen.document.kernel import Width
from docgen.records import dataclass
from docgen.style.model import Align
from docgen.writers.docx.wordml import run, twips

MOST_BORDER_SPACE = 31
"""How far a border may stand from its text, in pt (ECMA-376, part 1, 17.3.4)."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop `at` pt: `left`, `center` or `right`, or `clear` where the style's is not wanted."""

    kind: str
    at: float


ALIGNED = {Align.LEFT: "left", Align.JUSTIFY: "both", Align.CENTRE: "center", Align.RIGHT: "right"}
"""What Word calls how lines fill their measure (ECMA-376, part 1, 17.18.44)."""

Border: TypeAlias = tuple[str, str, float, float]
"""A border of a paragraph: its side, its colour, its thickness and its distance from the text in pt."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is behind a paragraph: a fill, and borders in the schema's order.

    Word joins paragraphs that have the same to one box.
    """

    fill: str
    borders: tuple[Border, ...]

    def xml(self) -> str:
        """The properties of a paragraph."""
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{min(round(space), MOST_BORDER_SPACE)}" '
            f'w:color="{_colour(colour)}"/>'
            for side, colour, width, space in self.borders
        )
        filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{_colour(self.fill)}"/>' if self.fill else ""
        return (f"<w:pBdr>{borders}</w:pBdr>" if borders else "") + filled


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParagraph:
    """A paragraph: its style's id, its finished runs, and what it has otherwise than its style. Lengths are pt.

    `left` and `right` are indents; `hanging` pulls the first line out to the left. `number` is the list it counts in
    and the level there. `rule_above` and `rule_below` are the distances of rules across its measure. `grows` says that
    its lines are as high as what stands in them, and words in the middle of that. `divides` says whether a section may
    end with it. `section` is the section that does. `ground` is what is behind it, in place of rules.
    """

    style: str
    content: str
    width: Width
    keep_next: bool = False
    page_break: bool = False
    column_break: bool = False
    number: tuple[int, int] | None = None
    rule_above: float | None = None
    rule_below: float | None = None
    tabs: tuple[Tab, ...] = ()
    before: float | None = None
    after: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: str = ""
    grows: bool = False
    divides: bool = True
    section: str = ""
    ground: Ground | None = None

    def xml(self) -> str:
        """The element, its properties in the schema's order."""
        properties = (
            f'<w:pStyle w:val="{self.style}"/>'
            f"{'<w:keepNext/>' if self.keep_next else ''}{'<w:pageBreakBefore/>' if self.page_break else ''}"
            f"{self._number()}{self._rules()}{self._tabs()}{self._spacing()}{self._indents()}"
        )
        if self.align:
            properties += f'<w:jc w:val="{self.align}"/>'
        if self.grows:
            properties += '<w:textAlignment w:val="center"/>'
        content = run('<w:br w:type="column"/>') + self.content if self.column_break else self.content
        return f"<w:p><w:pPr>{properties}{self.section}</w:pPr>{content}</w:p>"

    def _number(self) -> str:
        if self.number is None:
            return ""
        instance, level = self.number
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'

    def _rules(self) -> str:
        if self.ground is not None:
            return self.ground.xml()
        sides = {"top": self.rule_above, "bottom": self.rule_below}
        rules = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="{min(round(space), MOST_BORDER_SPACE)}" w:color="auto"/>'
            for side, space in sides.items()
            if space is not None
        )
        return f"<w:pBdr>{rules}</w:pBdr>" if rules else ""

    def _tabs(self) -> str:
        tabs = "".join(f'<w:tab w:val="{tab.kind}" w:pos="{twips(tab.at)}"/>' for tab in self.tabs)
        return f"<w:tabs>{tabs}</w:tabs>" if tabs else ""

    def _spacing(self) -> str:
        line = ' w:line="240" w:lineRule="auto"' if self.grows else ""
        return _element("spacing", line, before=self.before, after=self.after)

    def _indents(self) -> str:
        return _element("ind", left=self.left, right=self.right, hanging=self.hanging)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """A table, finished."""

    content: str
    width: Width

    def xml(self) -> str:
        return self.content


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """A rule across the measure, which a neighbour takes as its border; `behind_break` where a page begins with it."""

    width: Width
    behind_break: bool


Block: TypeAlias = WordParagraph | WordTable | WordRule


def _colour(value: str) -> str:
    return value[1:].upper()


def _element(name: str, more: str = "", **lengths: float | None) -> str:
    given = "".join(f' w:{key}="{twips(length)}"' for key, length in lengths.items() if length is not None) + more
    return f"<w:{name}{given}/>" if given else ""
