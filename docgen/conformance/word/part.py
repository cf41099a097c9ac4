"""One XML part, and where in it something stands in words that a person can look for.

Nobody sees a part's XML, so a finding is placed in its words instead: each part is a text of its own in which a line
is a paragraph (in parts that have none, an entry: a style, a relation, a setting), and places are offsets in that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from lxml import etree

from docgen.conformance.word.names import XML, local_name, name, w
from docgen.conformance.word.package import place_in
from docgen.findings import Span
from docgen.reading.text import Source

EMPTY = "¶"
PICTURE = "[picture]"

_FALLBACK = name("mc:Fallback")
_PIECES = {
    w("tab"): " ",
    w("br"): " ",
    w("cr"): " ",
    w("ptab"): " ",
    w("noBreakHyphen"): "\u2011",
    w("sym"): "□",
    w("drawing"): PICTURE,
    w("pict"): PICTURE,
    w("object"): "[object]",
}
_TELLING = (w("styleId"), w("name"), w("val"), "Id", "PartName", "Extension", "Target", w("abstractNumId"), w("numId"))
_TEXTS = (w("t"), name("m:t"))
_LONGEST_TEXT = 4000
"""How much of a paragraph is shown; nobody looks for a place by more."""


class Part:
    """A part that could be read: its name, its root, its words."""

    def __init__(self, path: str, part: str, root: etree._Element) -> None:
        self.name, self.root = part, root
        self.place = place_in(path, part)

    def walk(self, *tags: str) -> Iterator[etree._Element]:
        """Elements in order, those of the given names or all; what only old programs are to read is left out."""
        return walk(self.root, *tags) if self._has_fallbacks else self.root.iter(*(tags or ("*",)))

    @cached_property
    def _has_fallbacks(self) -> bool:
        """Whether it takes `walk`; without any, lxml goes through a part ten times as fast."""
        return next(self.root.iter(_FALLBACK), None) is not None

    @cached_property
    def paragraphs(self) -> tuple[etree._Element, ...]:
        """Its paragraphs in order, those in text boxes too."""
        return tuple(self.walk(w("p")))

    def words(self, paragraph: etree._Element) -> str:
        """What a paragraph says."""
        return "".join(text for _, text in pieces(paragraph))

    @cached_property
    def source(self) -> Source:
        """The words of the part, a paragraph or an entry to a line."""
        return Source(self.place, "\n".join(text for _, text in self._lines))

    def span(self, element: etree._Element) -> Span:
        """Where an element stands: what it says within its paragraph, or the line that it is in."""
        paragraph = next((found for found in (element, *element.iterancestors()) if found in self._numbers), None)
        if paragraph is None:
            number = self._line_of(element)
            start = self.source.line_start(number)
            return Span(self.place, start, start + len(self.source.line(number)))
        number = self._numbers[paragraph]
        start = self.source.line_start(number)
        length = len(self.source.line(number))
        begin, end = (0, length) if paragraph is element else _reach(paragraph, element)
        return Span(self.place, start + min(begin, length), start + min(end, length))

    def bookmarks_at(self, spans: Iterable[Span]) -> dict[Span, str]:
        """The bookmark that is the last to begin before or in the paragraph of each place in this part."""
        found = {}
        for span in spans:
            if span.path == self.place:
                line, _ = self.source.position(span.start)
                found[span] = self._bookmarks.get(self._lines[line - 1][0], "")
        return found

    @cached_property
    def _bookmarks(self) -> dict[etree._Element, str]:
        last, found = "", {}
        for element in self.walk(w("p"), w("bookmarkStart")):
            if element.tag == w("bookmarkStart"):
                last = element.get(w("name"), "")
                holder = next(element.iterancestors(w("p")), None)
                if holder is not None:
                    found[holder] = last
            else:
                found[element] = last
        return found

    @cached_property
    def _lines(self) -> list[tuple[etree._Element, str]]:
        if self.paragraphs:
            return [(found, _shown(self.words(found)) or EMPTY) for found in self.paragraphs]
        return [(entry, _shown(_told(entry))) for entry in self.root if local_name(entry.tag)] or [(self.root, "")]

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {element: number for number, (element, _) in enumerate(self._lines, 1)}

    def _line_of(self, element: etree._Element) -> int:
        """The line of what stands in no paragraph: the first of what it is part of, else the last before it."""
        for holder in (element, *element.iterancestors()):
            if holder.tag == w("body") or holder is self.root:
                break
            inside = next((self._numbers[found] for found in holder.iter() if found in self._numbers), None)
            if inside is not None:
                return inside
        return self._numbers_between.get(element, 1)

    @cached_property
    def _numbers_between(self) -> dict[etree._Element, int]:
        last, found = 1, {}
        for element in self.root.iter():
            last = self._numbers.get(element, last)
            found[element] = last
        return found


def walk(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """An element and all below it, in order, but for what stands in a fallback: it repeats what is there already."""
    wanted = set(tags)
    stack = [root]
    while stack:
        element = stack.pop()
        if not wanted or element.tag in wanted:
            yield element
        if element.tag != _FALLBACK:
            stack.extend(child for child in reversed(element) if isinstance(child.tag, str))


def pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """What a paragraph shows, element by element: text, blanks for tabs and breaks, a mark for each picture.

    Text boxes have paragraphs of their own, and deleted text and what fields ask for are not shown.
    """
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _TEXTS:
            yield element, element.text or ""
        elif element.tag in _PIECES:
            yield element, _PIECES[element.tag]
        elif element.tag not in (_FALLBACK, w("p"), w("pPr"), w("rPr")):
            stack.extend(child for child in reversed(element) if isinstance(child.tag, str))


def keeps_blanks(text: etree._Element) -> bool:
    """Whether blanks at the edges of a text count (XML 1.0, section 2.10); the attribute is inherited."""
    for element in (text, *text.iterancestors()):
        said = element.get(f"{{{XML}}}space")
        if said is not None:
            return bool(said == "preserve")
    return False


def _reach(paragraph: etree._Element, element: etree._Element) -> tuple[int, int]:
    """From where to where the words of `element` go within its paragraph's; an empty reach for what says nothing."""
    inside = {*element.iter(), *element.iterancestors()}  # within a picture, the picture is what is shown
    begin, end, at = None, 0, 0
    order = {found: number for number, found in enumerate(paragraph.iter())}
    for piece, text in pieces(paragraph):
        if piece in inside:
            begin = at if begin is None else begin
            end = at + len(text)
        elif begin is None and order[piece] > order[element]:
            return at, at
        at += len(text)
    return (at, at) if begin is None else (begin, end)


def _shown(text: str) -> str:
    return text[:_LONGEST_TEXT].translate(_ONE_LINE).rstrip()


_ONE_LINE = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))


def _told(entry: etree._Element) -> str:
    """An entry in a few words: what it is, and what tells it from its neighbours."""
    named = entry.find(w("name"))
    telling = named.get(w("val")) if named is not None else None
    if telling is None:
        telling = next((str(entry.get(key)) for key in _TELLING if entry.get(key) is not None), entry.text or "")
    return f"{local_name(entry.tag)} {telling.strip()}".strip()
