"""The text of a Word file at its bookmarks, as it would read with all tracked changes accepted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import field
from enum import Enum, auto

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import name, w
from docgen.records import dataclass

_UNREAD = {w("moveFrom"), w("del"), w("drawing"), w("pict"), w("object"), name("mc:AlternateContent")}
_WHITE = {w("tab"), w("br"), w("cr"), w("ptab")}
_MARK_STYLES = {"footnote reference", "endnote reference"}
_COPY = re.compile(r"(_Copy_\d+)+$")
"""What LibreOffice adds to the name of a bookmark in a copy, and, on opening, to those in notes."""

_MARKS = {w("footnoteReference"), w("endnoteReference"), w("footnoteRef"), w("endnoteRef")}


@dataclass(frozen=True, slots=True)
class Passages:
    """The text of a file. `at` has that at each bookmark that is still there, else at its copy; a paragraph a line.

    `between` are the paragraphs at no bookmark, in order, each with the name of the bookmark before it, empty where
    there is none in its part.
    """

    at: Mapping[str, str]
    between: tuple[tuple[str, str], ...]


def passages(word: WordFile, names: Container[str]) -> Passages:
    """The text at the bookmarks of `names`, and what stands between.

    That at a bookmark reaches to the ends of its paragraph, or to the next such bookmark in it, because what is typed
    at the edge of a bookmark lands outside. Numbers of captions, marks of notes, contents and what fields ask for are
    no text.
    """
    marks = {identity for identity, style in word.styles.items() if _called(style) in _MARK_STYLES}
    texts: dict[str, str] = {}
    copies: dict[str, str] = {}
    between: list[tuple[str, str]] = []
    for part in (word.document, *word.related("footnotes"), *word.related("endnotes")):
        found = _gathered(_Reader(marks, names).read(part.root))
        between += [(_COPY.sub("", named), text) for named, text in found.between]
        for named, text in found.at.items():
            original = _COPY.sub("", named)
            (texts if original == named else copies).setdefault(original, text)
    return Passages(copies | texts, tuple(between))


class _Kind(Enum):
    """What is met while a part is read: a bookmark's ends, words, the number of a caption, the end of a paragraph."""

    BEGIN = auto()
    END = auto()
    WORDS = auto()
    NUMBER = auto()
    PARAGRAPH = auto()


def _gathered(met: Iterator[tuple[_Kind, str]]) -> Passages:
    """The words of each passage. Those between two passages of a paragraph belong to the one before."""
    between: list[tuple[str, str]] = []
    latest = ""  # the passage that has begun last
    texts: dict[str, list[str]] = defaultdict(list)
    inside: list[str] = []  # passages that have begun and not ended
    last = ""  # the one that the words of this paragraph belong to where they are in none
    before: list[str] = []  # words of this paragraph before its first passage
    numbered = False  # whether they are a caption's number
    for kind, said in met:
        match kind:
            case _Kind.BEGIN:
                latest = said
                texts[said] += [] if numbered else before
                before.clear()
                inside.append(said)
                last = said
            case _Kind.END if said in inside:
                inside.remove(said)
            case _Kind.WORDS if inside:
                last = inside[-1]
                texts[last].append(said)
            case _Kind.WORDS:
                (texts[last] if last else before).append(said)
            case _Kind.NUMBER:
                numbered = True
            case _Kind.PARAGRAPH:
                for one in inside:
                    texts[one].append("\n")
                if not numbered and (alone := "".join(before).strip()):
                    between.append((latest, alone))
                last, numbered = "", False
                before.clear()
            case _:
                pass
    return Passages({one: "".join(pieces).strip() for one, pieces in texts.items()}, tuple(between))


@dataclass
class _Reader:
    """Reads one part. `fields` are what the fields around ask for, `names` the bookmarks' by their ids."""

    marks: Container[str]
    wanted: Container[str]
    fields: list[str] = field(default_factory=list)
    names: dict[str | None, str] = field(default_factory=dict)

    def read(self, root: etree._Element) -> Iterator[tuple[_Kind, str]]:
        """What is met, in reading order."""
        pending: list[tuple[etree._Element, bool]] = [(root, True)]
        while pending:
            element, entered = pending.pop()
            if not entered:
                yield from self._left(element)
            elif element.tag not in _UNREAD and not self._is_mark(element) and not _is_separator(element):
                yield from self._met(element)
                pending.append((element, False))
                pending.extend((child, True) for child in reversed(element))

    def _met(self, element: etree._Element) -> Iterator[tuple[_Kind, str]]:
        tag = element.tag
        if tag == w("bookmarkStart"):
            named = element.get(w("name"), "")
            if _COPY.sub("", named) in self.wanted:
                self.names[element.get(w("id"))] = named
                yield _Kind.BEGIN, named
        elif tag == w("bookmarkEnd") and element.get(w("id")) in self.names:
            yield _Kind.END, self.names[element.get(w("id"))]
        elif tag == w("fldSimple"):
            self.fields.append(element.get(w("instr"), ""))
        elif tag == w("fldChar") and element.get(w("fldCharType")) == "begin":
            self.fields.append("")
        elif tag == w("fldChar") and element.get(w("fldCharType")) == "end":
            yield from self._ended()
        elif tag == w("instrText") and self.fields:
            self.fields[-1] += element.text or ""
        elif not any(asked.split()[:1] in (["NOTEREF"], ["TOC"]) for asked in self.fields):
            yield from _words(element)

    def _left(self, element: etree._Element) -> Iterator[tuple[_Kind, str]]:
        if element.tag == w("p"):
            yield _Kind.PARAGRAPH, ""
        elif element.tag == w("fldSimple"):
            yield from self._ended()

    def _ended(self) -> Iterator[tuple[_Kind, str]]:
        if self.fields and self.fields.pop().split()[:1] == ["SEQ"]:
            yield _Kind.NUMBER, ""

    def _is_mark(self, element: etree._Element) -> bool:
        """Whether it is a run that holds the mark of a note."""
        if element.tag != w("r"):
            return False
        style = element.find(f"{w('rPr')}/{w('rStyle')}")
        return (style is not None and style.get(w("val")) in self.marks and element.find(w("t")) is not None) or any(
            child.tag in _MARKS for child in element
        )


def _is_separator(element: etree._Element) -> bool:
    """Whether it is the line above the notes, which is kept as a note of its own kind."""
    return element.tag in (w("footnote"), w("endnote")) and element.get(w("type"), "normal") != "normal"


def _words(element: etree._Element) -> Iterator[tuple[_Kind, str]]:
    if element.tag == w("t"):
        yield _Kind.WORDS, element.text or ""
    elif element.tag == w("noBreakHyphen"):
        yield _Kind.WORDS, "\u2011"
    elif element.tag in _WHITE and (parent := element.getparent()) is not None and parent.tag == w("r"):
        yield _Kind.WORDS, " "


def _called(style: etree._Element) -> str:
    named = style.find(w("name"))
    return named.get(w("val"), "").lower() if named is not None else ""
