"""A style adapted to one report: another sheet, another type size."""

from __future__ import annotations

import types
from dataclasses import replace

from docgen.style.model import Style, TextStyle
from docgen.style.roles import Role
from docgen.style.sheet import Paper, TypeSize


def adapt(style: Style, paper: Paper | None, text: TypeSize | None) -> Style:
    """The style on another sheet, with the same margins, and with its body in another size.

    All roles but those of header and footer grow with the body: sizes and indents as its size does, leadings and
    spaces as its leading does.
    """
    if paper is not None:
        width, height = paper.size
        style = replace(style, page=replace(style.page, width=width, height=height))
    if text is None:
        return style
    body = style.text(Role.BODY)
    roles = {
        name: _scaled(role, text.size / body.size, text.leading / body.leading) for name, role in style.roles.items()
    }
    return replace(style, roles=types.MappingProxyType(roles))


def _scaled(role: TextStyle, size: float, leading: float) -> TextStyle:
    return replace(
        role,
        size=_rounded(role.size * size),
        leading=_rounded(role.leading * leading),
        before=_rounded(role.before * leading),
        after=_rounded(role.after * leading),
        indent=_rounded(role.indent * size),
    )


def _rounded(length: float) -> float:
    """To a thousandth of a point, so that no length carries the noise of a division."""
    return round(length, 3)
