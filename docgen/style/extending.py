"""A style that extends another: what of that one it has."""

from __future__ import annotations

from docgen.reading.joining import join
from docgen.reading.nodes import Mapping, Node

LOGO = "logo"


def extend(own: Node, other: Node) -> Node:
    """A sheet with what it lacks of the one it extends, at every level.

    A logo with a picture of its own is another logo: what the extended style says of its own one is not true of it.
    """
    logo = own.get(LOGO) if isinstance(own, Mapping) else None
    other_logo = isinstance(logo, Mapping) and logo.get("picture") is not None
    return join(own, other, lambda key: not (other_logo and key == LOGO))
