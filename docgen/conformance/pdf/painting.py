"""What pages paint, and how it is marked: content streams read operator by operator (ISO 32000-1, 8, 9 and 14.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

import pikepdf

from docgen.conformance.pdf.fonts import NO_FONT, Font, read_font
from docgen.conformance.pdf.objects import DIRECT, Key, entry, key_of, name, named, pairs, whole
from docgen.records import dataclass

ARTIFACT = "Artifact"

_TEXT = {"Tj", "TJ", "'", '"'}
_PATHS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_WANTED = " ".join(("BMC BDC EMC BT ET q Q Tf Do sh BI ID EI INLINE IMAGE", *sorted(_TEXT | _PATHS)))
_DEEPEST = 20
_MOST_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of content: the marked-content sequence of an owner (a page or a form) with a number."""

    owner: Key
    mcid: int


@dataclass(eq=False, slots=True)
class Marked:
    """A marked-content sequence. `owner` is the page or form in whose stream it stands, `page` its number from 1."""

    owner: Key
    page: int
    tag: str
    properties: dict[str, Any]
    outer: Marked | None
    mcid: int | None
    text: list[str] = field(default_factory=list)
    paints: bool = False
    pictures: bool = False

    @property
    def artifact(self) -> bool:
        """Whether it is none of the text."""
        return self.tag == ARTIFACT

    @property
    def content(self) -> Content | None:
        """What elements call it, where it has a number."""
        return None if self.mcid is None else Content(self.owner, self.mcid)

    @property
    def around(self) -> Iterator[Marked]:
        """What it stands in, from the inside out."""
        outer = self.outer
        while outer is not None:
            yield outer
            outer = outer.outer

    @property
    def settled(self) -> bool:
        """Whether what is painted in it is either content with a place in the structure, or an artifact."""
        return any(one.mcid is not None or one.artifact for one in (self, *self.around))

    @property
    def words(self) -> str:
        """What it says: its actual text, its alternative, or the words that it paints."""
        for key in ("ActualText", "Alt"):
            if isinstance(said := self.properties.get(key), pikepdf.String):
                return str(said)
        return "".join(self.text)


@dataclass(frozen=True, slots=True)
class Painting:
    """Something painted that is neither content nor artifact: which operator, in words, and the words that it shows."""

    page: int
    operator: str
    thing: str
    words: str


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with the marks of a page as such."""

    page: int
    said: str


@dataclass
class Painted:
    """Everything that the pages paint, as far as marks tell of it."""

    marked: list[Marked] = field(default_factory=list)
    bare: list[Painting] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    fonts: dict[Key, Font] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)
    """The numbers of pages whose content cannot be read to its end."""


def read_pages(pages: list[Any]) -> Painted:
    """Read the pages of a file, given as their dictionaries."""
    painted = Painted()
    for number, page in enumerate(pages, start=1):
        reader = _Reader(painted, number)
        reader.read(page, key_of(page), entry(page, "/Resources"), 0)
        reader.end()
    return painted


class _Reader:
    """Reads one page and the forms that it shows."""

    def __init__(self, painted: Painted, page: int) -> None:
        self._painted, self._page = painted, page
        self._stack: list[tuple[Marked, int]] = []
        self._font, self._outer_fonts = NO_FONT, list[Font]()
        self._direct: dict[str, Font] = {}
        self._text_object = self._text_objects = 0
        self._inside: list[Key] = []

    def read(self, stream: Any, owner: Key, resources: Any, floor: int) -> None:
        """Read one stream; it may end only what it began, and leaves `floor` sequences open."""
        try:
            instructions = pikepdf.parse_content_stream(stream, _WANTED)
        except (pikepdf.PdfError, TypeError, ValueError, AttributeError, LookupError):
            self._painted.unread.append(self._page)
            return
        for instruction in instructions:
            operator = str(instruction.operator)
            operands = list(instruction.operands)
            if operator in ("BMC", "BDC"):
                self._begin(operator, operands, owner, resources)
            elif operator == "EMC":
                self._end(floor)
            elif operator in _TEXT:
                self._show(operator, operands)
            elif operator == "Tf":
                self._font = self._find_font(named(operands[0]) if operands else "", resources)
            elif operator in ("q", "Q"):
                self._keep(operator)
            elif operator in ("BT", "ET"):
                self._text_objects += operator == "BT"
                self._text_object = self._text_objects if operator == "BT" else 0
            elif operator == "Do":
                self._form(operands, resources)
            elif operator in _PATHS:
                self._paint(operator, "a line or an area")
            else:
                self._paint(operator, "a shading" if operator == "sh" else "a picture")

    def end(self) -> None:
        """The end of the page: all that was begun has to be ended."""
        for marked, _ in self._stack:
            self._slip(f"the marked content '{marked.tag}' is begun and never ended")

    def _begin(self, operator: str, operands: list[Any], owner: Key, resources: Any) -> None:
        tag = named(operands[0]) if operands else ""
        said = operands[1] if operator == "BDC" and len(operands) > 1 else None
        if isinstance(said, pikepdf.Name):
            said = entry(resources, "/Properties", f"/{named(said)}")
        outer = self._stack[-1][0] if self._stack else None
        marked = Marked(owner, self._page, tag, pairs(said), outer, whole(said, "/MCID"))
        self._painted.marked.append(marked)
        self._stack.append((marked, self._text_object))

    def _end(self, floor: int) -> None:
        if len(self._stack) <= floor:
            self._slip("marked content is ended that was not begun")
            return
        marked, text_object = self._stack.pop()
        if text_object != self._text_object:
            said = f"the marked content '{marked.tag}' begins and ends in different text objects"
            self._slip(said)
        if marked.outer is not None:
            marked.outer.text.append(marked.words)

    def _show(self, operator: str, operands: list[Any]) -> None:
        last = operands[-1] if operands else None
        pieces = last if operator == "TJ" and isinstance(last, pikepdf.Array) else [last]
        strings = [bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String)]
        words = self._font.read(b"".join(strings), self._page)
        if self._stack:
            self._stack[-1][0].text.append(words)
        self._paint(operator, "text", words)

    def _paint(self, operator: str, thing: str, words: str = "") -> None:
        marked = self._stack[-1][0] if self._stack else None
        if marked is not None:
            for one in (marked, *marked.around):
                one.paints = True
                one.pictures = one.pictures or not words
        bare = marked is None or not marked.settled
        if bare and len(self._painted.bare) < _MOST_KEPT:
            self._painted.bare.append(Painting(self._page, operator, thing, words))

    def _form(self, operands: list[Any], resources: Any) -> None:
        form = entry(resources, "/XObject", f"/{named(operands[0])}") if operands else None
        if name(form, "/Subtype") != "Form":
            self._paint("Do", "a picture")
            return
        key = key_of(form)
        if key in self._inside or len(self._inside) >= _DEEPEST:
            self._slip("a form shows itself")
            return
        self._inside.append(key)
        font, outer, text_object = self._font, self._outer_fonts, self._text_object
        self._outer_fonts, self._text_object = [], 0
        floor = len(self._stack)
        self.read(form, key, entry(form, "/Resources") or resources, floor)
        while len(self._stack) > floor:
            self._slip(f"the marked content '{self._stack.pop()[0].tag}' is begun in a form and not ended there")
        self._font, self._outer_fonts, self._text_object = font, outer, text_object
        self._inside.pop()

    def _keep(self, operator: str) -> None:
        if operator == "q":
            self._outer_fonts.append(self._font)
        elif self._outer_fonts:
            self._font = self._outer_fonts.pop()

    def _find_font(self, resource: str, resources: Any) -> Font:
        held = entry(resources, "/Font", f"/{resource}")
        if held is None:
            return NO_FONT
        key = key_of(held)
        if key == DIRECT:
            kept = self._direct.get(resource)
            if kept is None:
                kept = self._direct[resource] = read_font(held)
                self._painted.fonts[(-1, len(self._painted.fonts))] = kept
            return kept
        if key not in self._painted.fonts:
            self._painted.fonts[key] = read_font(held)
        return self._painted.fonts[key]

    def _slip(self, said: str) -> None:
        if len(self._painted.slips) < _MOST_KEPT:
            self._painted.slips.append(Slip(self._page, said))


def said_in(marked: Marked, key: str) -> str | None:
    """A text string among the properties of marked content, such as its `Lang`."""
    found = marked.properties.get(key)
    return str(found) if isinstance(found, pikepdf.String) else None
