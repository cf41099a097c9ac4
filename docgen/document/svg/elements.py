"""The elements of an SVG file, each with its line, read without following anything that leads out of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TypeAlias
from xml.parsers import expat

from docgen.document.svg.faults import AS_PNG, Undrawable
from docgen.records import dataclass

MOST_BYTES = 2_000_000
MOST_ELEMENTS = 50_000
DEEPEST = 50
"""How deep elements may stand in each other, those reached through <use> included."""

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_PREFIXES = {_XLINK: "", _XML: "xml:"}

_SKIPPED = frozenset({"metadata", "title", "desc"})
_REFUSED = {
    "script": ("a script, which docgen never runs", "save the drawing without scripts"),
    "foreignObject": ("<foreignObject>, which holds other than a drawing", AS_PNG),
    "image": ("an <image>, a picture inside the drawing", "leave it out, or save the whole drawing as PNG"),
    **{
        name: (f"an animation, <{name}>", "save the drawing as it stands still")
        for name in ("animate", "animateColor", "animateMotion", "animateTransform", "set")
    },
}
_INSIDE = "put all that it needs into the file itself, or save the drawing as PNG"


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it stands in the file: its characters, what it is called, and the line."""

    value: str
    name: str
    line: int

    def fault(self, what: str, advice: str = AS_PNG) -> Undrawable:
        """The error that this value is; `what` follows its name."""
        return Undrawable(self.line, f"{self.name} {what}", advice)

    @property
    def quoted(self) -> str:
        """Its characters as a message shows them, cut where they are many."""
        return _short(" ".join(self.value.split()))


@dataclass(eq=False, slots=True)
class Element:
    """One element; `content` holds the elements and characters in it, in order."""

    name: str
    attributes: dict[str, str]
    line: int
    content: list[Content] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Element]:
        return (part for part in self.content if isinstance(part, Element))

    def written(self, name: str) -> Written | None:
        """An attribute, or None."""
        value = self.attributes.get(name)
        return None if value is None else Written(value, f"the {name} of <{self.name}>", self.line)

    def reference(self) -> str | None:
        """The id that `href` leads to, which stands in the same file."""
        value = self.attributes.get("href")
        return None if value is None else value.strip().removeprefix("#")

    def fault(self, what: str, advice: str = AS_PNG) -> Undrawable:
        """The error that this element is."""
        return Undrawable(self.line, what, advice)


Content: TypeAlias = Element | str


def parse(data: bytes) -> Element:
    """The root element of an SVG file. Raises `Undrawable`.

    Entities are never expanded, a DOCTYPE may name the SVG DTD and no more, and nothing else is fetched or opened.
    Elements of other programs' namespaces and descriptions are left out, as every reader of SVG leaves them out.
    """
    if len(data) > MOST_BYTES:
        raise Undrawable(1, f"it begins a file of more than {MOST_BYTES // 1_000_000} MB", "simplify the drawing")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except Undrawable:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:
        line = getattr(error, "lineno", 1)
        raise Undrawable(line, "it is not well-formed XML", "save the drawing anew from its program") from None
    if reader.root is None:
        raise Undrawable(1, "there is no <svg> element")
    return reader.root


class _Reader:
    """Collects elements from the events of an XML parser."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.SkippedEntityHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self._open: list[Element] = []
        self._count = 0
        self._skipping = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping:
            self._skipping += 1
            return
        space, local = _split(name)
        line = self.parser.CurrentLineNumber
        if not self._open and (local != "svg" or space not in (SVG, "")):
            raise Undrawable(line, f"it begins with <{local}>, so it is no SVG drawing", "save it as SVG or PNG")
        if space not in (SVG, "") or local in _SKIPPED:
            self._skipping = 1
            return
        self._count += 1
        if len(self._open) >= DEEPEST:
            raise Undrawable(line, f"elements stand more than {DEEPEST} deep in each other", "ungroup some of them")
        if self._count > MOST_ELEMENTS:
            raise Undrawable(line, f"the drawing goes beyond {MOST_ELEMENTS} elements", "simplify the drawing")
        element = Element(local, dict(_attributes(attributes)), line)
        _examine(element)
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._open.pop()

    def _characters(self, text: str) -> None:
        if not self._skipping and self._open[-1].name in ("text", "tspan", "style"):
            self._open[-1].content.append(text)

    def _doctype(self, name: str, system: str | None, public: str | None, declares: bool) -> None:
        if declares:
            line = self.parser.CurrentLineNumber
            what = "the DOCTYPE declares entities or other XML of its own"
            raise Undrawable(line, what, "save the drawing as plain SVG, or as PNG")

    def _entity(self, name: str, is_parameter: bool) -> None:
        line = self.parser.CurrentLineNumber
        raise Undrawable(line, f"there is the entity &{name};, which is not known", "write the character itself")

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            raise Undrawable(self.parser.CurrentLineNumber, "a style sheet outside the file is asked for", _INSIDE)


def _split(name: str) -> tuple[str, str]:
    """A namespace and the name in it."""
    space, _, local = name.rpartition(" ")
    return space, local


def _attributes(given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The attributes that mean something in SVG; those of other programs are left out."""
    for name, value in given.items():
        space, local = _split(name)
        if not space:
            yield local, value
        elif space in _PREFIXES and _PREFIXES[space] + local not in given:
            yield _PREFIXES[space] + local, value


def _examine(element: Element) -> None:
    """Refuse what no drawing may hold, shown or not."""
    if element.name in _REFUSED:
        what, advice = _REFUSED[element.name]
        raise element.fault(f"there is {what}", advice)
    for name, value in element.attributes.items():
        if name.startswith("on"):
            raise element.fault(f"<{element.name}> has a script, {name}", "save the drawing without scripts")
        if name == "href" and not value.strip().startswith("#"):
            raise element.fault(f"<{element.name}> leads out of the file, to {_short(value)}", _INSIDE)
        if leads_out(value):
            raise element.fault(f"the {name} of <{element.name}> leads out of the file: {_short(value)}", _INSIDE)


def leads_out(value: str) -> bool:
    """Whether a value of CSS names something by `url(…)` that is not in the file."""
    _, *addresses = value.lower().split("url(")
    return any(not address.lstrip(" \t\r\n'\"").startswith("#") for address in addresses)


def _short(value: str) -> str:
    return f"'{value}'" if len(value) <= 40 else f"'{value[:39]}…'"
