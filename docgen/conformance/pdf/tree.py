"""The structure tree: elements in reading order, with what they hold (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, TypeAlias

import pikepdf

from docgen.conformance.pdf.objects import DIRECT, Key, entry, in_tree, items, key_of, name, named, pairs, text, whole
from docgen.conformance.pdf.painting import Content
from docgen.records import dataclass

MOST_ELEMENTS = 200_000
MOST_LEVELS = 200

STANDARD = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
        *("Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH"),
        *("TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
"""The standard structure types (ISO 32000-1, 14.8.4)."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An object in an element, such as the annotation of a link; `page` is the page that it says it is on."""

    key: Key
    held: Any
    page: Key


@dataclass(eq=False, slots=True)
class Element:
    """A structure element. `tag` is its type as written, `role` the standard type that the role map leads it to.

    `number` counts elements in reading order from 1. `held` is its dictionary. `stated` is the key of the parent that
    it names, `language` its own.
    """

    number: int
    tag: str
    role: str
    key: Key
    held: Any
    parent: Element | None
    stated: Key
    language: str | None
    kids: list[Kid] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        """The elements right below it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def contents(self) -> list[Content]:
        """The pieces of content that are its own."""
        return [kid for kid in self.kids if isinstance(kid, Content)]

    @property
    def references(self) -> list[Reference]:
        """The objects that are its own."""
        return [kid for kid in self.kids if isinstance(kid, Reference)]

    @property
    def ancestors(self) -> Iterator[Element]:
        """What it is part of, from the nearest on."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def walk(self) -> Iterator[Element]:
        """It and all below it, in reading order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.elements))

    def text(self, key: str) -> str | None:
        """One of its text strings, such as `/Alt`."""
        return text(self.held, key)

    def attribute(self, owner: str, key: str) -> Any:
        """An attribute of it (ISO 32000-1, 14.7.5); None where it has none."""
        for attributes in items(self.held, "/A"):
            if name(attributes, "/O") == owner and (found := entry(attributes, key)) is not None:
                return found
        return None


Kid: TypeAlias = Element | Content | Reference


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the tree that no reader can make sense of, below an element or at the root."""

    element: Element | None
    said: str


@dataclass
class Tree:
    """The structure of a file. `parents` is the parent tree, by number what it leads to."""

    held: Any
    elements: list[Element] = field(default_factory=list)
    top: list[Element] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    parents: Mapping[int, Any] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)


def read_tree(root: Any) -> Tree | None:
    """The tree of a file, given its catalog; None where it has none."""
    held = entry(root, "/StructTreeRoot")
    if not isinstance(held, pikepdf.Dictionary):
        return None
    mapped = {source: named(target) for source, target in pairs(held, "/RoleMap").items() if named(target)}
    tree = Tree(held, roles=mapped)
    tree.parents = {key: value for key, value in in_tree(entry(held, "/ParentTree"), "/Nums") if isinstance(key, int)}
    _Grower(tree).grow()
    return tree


def standard_role(tag: str, roles: Mapping[str, str]) -> str:
    """The standard type that a type stands for, by way of the role map; the type itself where none does."""
    found, seen = tag, set[str]()
    while found not in STANDARD and found in roles and found not in seen:
        seen.add(found)
        found = roles[found]
    return found


class _Grower:
    """Reads the tree without recursion, for anybody may have written it."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._seen: set[Key] = set()

    def grow(self) -> None:
        """Read everything below the root."""
        tree = self._tree
        stack = [(kid, None, DIRECT, 1) for kid in reversed(items(tree.held, "/K"))]
        waiting: list[tuple[Any, Element | None, Key, int]] = list(stack)
        while waiting:
            kid, parent, page, level = waiting.pop()
            if isinstance(kid, int) and not isinstance(kid, bool):
                self._content(parent, page, kid)
            elif name(kid, "/Type") == "MCR":
                self._part(parent, page, kid)
            elif name(kid, "/Type") == "OBJR":
                self._reference(parent, page, kid)
            elif element := self._element(parent, kid, level):
                own = key_of(entry(kid, "/Pg"))
                below = items(kid, "/K")
                waiting.extend((one, element, own if own != DIRECT else page, level + 1) for one in reversed(below))

    def _element(self, parent: Element | None, held: Any, level: int) -> Element | None:
        tree = self._tree
        if not isinstance(held, pikepdf.Dictionary):
            self._fault(parent, "something that is no structure element stands among the elements")
            return None
        key = key_of(held)
        if key != DIRECT and key in self._seen:
            self._fault(parent, f"the element '{name(held, '/S')}' stands in the structure twice")
            return None
        if len(tree.elements) >= MOST_ELEMENTS or level > MOST_LEVELS:
            self._fault(parent, f"the structure is deeper than {MOST_LEVELS} levels or has too many elements")
            return None
        self._seen.add(key)
        tag = name(held, "/S")
        element = Element(
            number=len(tree.elements) + 1,
            tag=tag,
            role=standard_role(tag, tree.roles),
            key=key,
            held=held,
            parent=parent,
            stated=key_of(entry(held, "/P")),
            language=text(held, "/Lang"),
        )
        tree.elements.append(element)
        (parent.kids if parent else tree.top).append(element)
        return element

    def _content(self, parent: Element | None, owner: Key, mcid: int) -> None:
        if parent is None:
            self._fault(None, "content stands at the root of the structure, in no element")
        elif owner == DIRECT:
            self._fault(parent, "content is named here without its page")
        else:
            parent.kids.append(Content(owner, mcid))

    def _part(self, parent: Element | None, page: Key, held: Any) -> None:
        owner = key_of(entry(held, "/Stm"))
        own = key_of(entry(held, "/Pg"))
        mcid = whole(held, "/MCID")
        if mcid is None:
            self._fault(parent, "content is named here without its number")
        else:
            self._content(parent, next((key for key in (owner, own, page) if key != DIRECT), DIRECT), mcid)

    def _reference(self, parent: Element | None, page: Key, held: Any) -> None:
        found = entry(held, "/Obj")
        if parent is None or found is None:
            self._fault(parent, "an object is named here that is not in the file")
        else:
            own = key_of(entry(held, "/Pg"))
            parent.kids.append(Reference(key_of(found), found, own if own != DIRECT else page))

    def _fault(self, element: Element | None, said: str) -> None:
        self._tree.faults.append(Fault(element, said))
