"""A style beside the Word template that it brings: where they differ, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Span
from docgen.reading.nodes import Mapping, Node
from docgen.style.model import Align, Style, TextStyle
from docgen.style.word.names import PARAGRAPH_STYLES
from docgen.style.word.template import Look, WordTemplate

_NEAR = 0.26  # pt; Word keeps lengths in twentieths, sizes in halves of a point
_NEAR_LEADING = 0.6  # pt; automatic leading depends on the font file that Word finds
_ADVICE = "set both alike: in style.yaml, or in base.docx in Word"
_SIDES = {Align.LEFT: "left", Align.JUSTIFY: "justified", Align.CENTRE: "centred", Align.RIGHT: "right"}


def differences(style: Style, template: WordTemplate, root: Node) -> Iterator[Finding]:
    """What looks otherwise in Word files, which have the template's styles, than in the PDF.

    `root` is `style.yaml` as it was read, with what it extends.
    """
    for key, compared in (("page", _page), ("columns", _columns), ("family", _font)):
        for said in compared(style, template):
            yield _differs(_place(root, key), said)
    matched = dict(style.base.styles) if style.base else {}
    roles = root.get("roles") if isinstance(root, Mapping) else None
    seen = set()
    for known in PARAGRAPH_STYLES:
        name = matched.get(known.id)
        if name is None or known.role in seen:
            continue
        seen.add(known.role)
        told = list(_text(style.text(known.role), template.looks[name], template.font))
        if told:
            message = f"'{known.role}' and the template's style '{name}' differ: {'; '.join(told)}"
            yield _differs(_place(roles or root, known.role), message)


def _place(node: Node, key: str) -> Span:
    """Where a key is written; where it is not, the beginning of what it would stand in."""
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((name.span for name, _ in entries if name.value == key), node.span.first())


def _differs(span: Span, said: str) -> Finding:
    return Finding.warning(span, "base-differs", said, _ADVICE)


def _page(style: Style, template: WordTemplate) -> Iterator[str]:
    for name in ("width", "height"):
        own, other = getattr(style.page, name), getattr(template.page, name)
        if abs(own - other) > 1:
            yield f"the sheet's {name} is {own:g} pt here and {other:g} pt in the template"
    for name in ("top", "right", "bottom", "left"):
        own, other = getattr(style.page, name), getattr(template.page, name)
        if abs(own - other) > _NEAR:
            yield f"the {name} margin is {own:g} pt here and {other:g} pt in the template"


def _columns(style: Style, template: WordTemplate) -> Iterator[str]:
    own, other = style.columns, template.columns
    if own.count != other.count:
        yield f"the text has {own.count} columns here and {other.count} in the template"
    elif own.count > 1 and abs(own.gutter - other.gutter) > _NEAR:
        yield f"the space between columns is {own.gutter:g} pt here and {other.gutter:g} pt in the template"


def _font(style: Style, template: WordTemplate) -> Iterator[str]:
    own = style.family
    if template.font not in (own.word_name, own.name):
        yield f"the font is {own.name} here, {own.word_name} in Word, and {template.font} in the template"


def _text(own: TextStyle, look: Look, font: str) -> Iterator[str]:
    """How a role and a style of the template differ."""
    other = look.text
    if look.font != font:
        yield f"its font is {look.font}, another than the text's"
    lengths = [("size", _NEAR), ("leading", _NEAR_LEADING), ("before", _NEAR), ("after", _NEAR), ("indent", _NEAR)]
    for name, near in lengths:
        here, there = getattr(own, name), getattr(other, name)
        if abs(here - there) > near:
            yield f"{_IN_WORDS.get(name, name)} {here:g} pt here, {there:g} pt there"
    for name in ("bold", "italic", "capitals"):
        if getattr(own, name) is not getattr(other, name):
            yield f"{name} {'here, not there' if getattr(own, name) else 'there, not here'}"
    if own.align is not other.align:
        yield f"{_SIDES[own.align]} here, {_SIDES[other.align]} there"
    if own.colour != other.colour:
        yield f"colour {own.colour} here, {other.colour} there"


_IN_WORDS = {"before": "space above", "after": "space below"}
