"""Which properties an element has: from its attributes, from the file's own <style>, from its `style` attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from docgen.document.svg.elements import Element, Written, leads_out
from docgen.document.svg.faults import Undrawable
from docgen.records import dataclass

MOST_RULES = 2000
MOST_MATCHES = 1_000_000
"""How many rules may be applied to all elements together, so that no file keeps docgen busy for minutes."""

_PLAIN = "write the properties at the elements, or save the drawing as PNG"
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")

PROPERTIES = frozenset(
    {
        *("baseline-shift", "clip-path", "color", "direction", "display", "dominant-baseline", "fill"),
        *("fill-opacity", "fill-rule", "filter", "font", "font-size", "font-style", "font-variant", "font-weight"),
        *("letter-spacing", "marker", "marker-end", "marker-mid", "marker-start", "mask", "mix-blend-mode"),
        *("opacity", "paint-order", "rotate", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"),
        *("stroke-opacity", "stroke-width", "text-anchor", "text-decoration", "textLength", "text-transform"),
        *("transform", "vector-effect", "visibility", "word-spacing", "writing-mode"),
    }
)
"""What changes how a drawing looks and is understood or refused; all else is left to programs that know it."""

_ATTRIBUTES = PROPERTIES - {"font", "transform", "text-transform", "mix-blend-mode"}


@dataclass(frozen=True, slots=True)
class _Rule:
    weight: tuple[int, int, int, int]
    tag: str
    names: frozenset[str]
    declarations: dict[str, Written]


@dataclass(slots=True)
class Stylesheet:
    """The rules of a file; those that could match an element are found by the last name of their selectors."""

    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _count: int = 0
    _matches: int = 0

    def read(self, element: Element) -> None:
        """Add the rules of a <style> element. Raises `Undrawable`."""
        raw = "".join(part for part in element.content if isinstance(part, str))
        sheet = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), raw)
        sheet = sheet.replace("<!--", "    ").replace("-->", "   ")
        if leads_out(sheet) or "@import" in sheet.lower():
            raise element.fault("the <style> leads out of the file", "put all that it needs into the file itself")
        if "@" in sheet or "\\" in sheet:
            raise element.fault("the <style> holds more than simple rules", _PLAIN)
        line = element.line
        *rules, rest = sheet.split("}")
        for rule in rules:
            selectors, brace, declarations = rule.partition("{")
            if not brace or "{" in declarations:
                raise element.fault("the <style> has braces that do not match", _PLAIN)
            before = len(selectors) - len(selectors.lstrip())
            self._add(selectors, declarations, line + selectors.count("\n", 0, before))
            line += rule.count("\n")
        if rest.strip():
            raise element.fault("the <style> cannot be read to its end", _PLAIN)

    def properties(self, element: Element) -> dict[str, Written]:
        """The properties of an element by name, the weightier replacing the lighter. Raises `Undrawable`."""
        found = {
            name: Written(value, f"the {name} of <{element.name}>", element.line)
            for name, value in element.attributes.items()
            if name in _ATTRIBUTES
        }
        if self._rules:
            for rule in self._matching(element):
                found |= rule.declarations
        if style := element.written("style"):
            found |= dict(_declarations(style.value, f"of <{element.name}>", element.line))
        return found

    def _add(self, selectors: str, declared: str, line: int) -> None:
        """Add a rule once for each of its selectors."""
        for selector in selectors.split(","):
            plain = selector.strip()
            found = _SELECTOR.fullmatch(plain)
            if not plain or not found:
                raise Undrawable(line, f"the rule for '{plain[:40]}' is more than docgen reads", _PLAIN)
            self._count += 1
            if self._count > MOST_RULES:
                raise Undrawable(line, f"the rules go beyond {MOST_RULES}", "simplify the drawing")
            names = re.findall(r"[.#][\w-]+", found[2])
            ids = sum(name.startswith("#") for name in names)
            tag = found[1] or "*"
            weight = (ids, len(names) - ids, int(tag != "*"), self._count)
            declarations = dict(_declarations(declared, f"for '{plain}'", line))
            self._rules.setdefault(names[-1] if names else tag, []).append(
                _Rule(weight, tag, frozenset(names), declarations)
            )

    def _matching(self, element: Element) -> list[_Rule]:
        """The rules for an element, the lighter first."""
        names = {f".{name}" for name in element.attributes.get("class", "").split()}
        if "id" in element.attributes:
            names.add(f"#{element.attributes['id']}")
        near = [rule for key in {"*", element.name, *names} for rule in self._rules.get(key, ())]
        self._matches += len(near)
        if self._matches > MOST_MATCHES:
            raise element.fault("the rules of <style> are too many to apply", "simplify the drawing")
        found = [rule for rule in near if rule.tag in ("*", element.name) and rule.names <= names]
        return sorted(found, key=lambda rule: rule.weight)


def _declarations(text: str, whose: str, line: int) -> Iterator[tuple[str, Written]]:
    """The properties of `text` that docgen knows of. Raises `Undrawable`."""
    for declaration in _COMMENT.sub(" ", text).split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        written = Written(value, f"the {name} {whose}", line)
        if not name:
            continue
        if not colon:
            raise Written(name, f"the style {whose}", line).fault(f"cannot be read: '{name[:40]}'", _PLAIN)
        if leads_out(value):
            raise written.fault(f"leads out of the file: {written.quoted}", "put all that it needs into the file")
        if "!" in value or "var(" in value or "calc(" in value:
            raise written.fault(f"is more than a plain value: {written.quoted}", _PLAIN)
        if name.lower() in PROPERTIES:
            yield name.lower(), written
