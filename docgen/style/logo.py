"""The publisher's logo: a picture in the style's own folder, and the places a style gives it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated

from docgen.findings import Finding, Span
from docgen.reading.shapes import Key
from docgen.reading.text import Prose, Text
from docgen.records import dataclass

SMALLEST = 4.0
"""The least height and width of a logo, in pt."""


class Side(Enum):
    """Where a logo stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Margin(Enum):
    """The margin that a page's logo stands in."""

    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginLogo:
    """The publisher's logo in the header or footer of a page, in the middle of that margin's height."""

    span: Span
    in_: Annotated[Margin, Key("the margin it stands in: header or footer", ("header",))]
    align: Annotated[Side, Key("where it stands between the margins: left, centre or right", ("right",))] = Side.LEFT
    height: Annotated[float, Key("its height", ("20",))] = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The publisher's logo.

    `height` and `width` are the most that it takes in the masthead, in pt; where neither is given, the height of the
    hosts' logos. It is never distorted.
    """

    span: Span
    picture: Annotated[Text, Key("an image file in the folder of the style", ("logo.svg",))]
    alt: Annotated[Prose | None, Key("what it shows, for who cannot see it", ("The River Institute",))] = None
    decorative: Annotated[bool, Key("true for an ornament that says nothing")] = False
    height: Annotated[float | None, Key("its height in the masthead", ("40",))] = None
    width: Annotated[float | None, Key("its width in the masthead", ("120",))] = None
    align: Annotated[Side, Key("where it stands in the masthead: left, centre or right", ("left",))] = Side.CENTRE

    def check(self) -> Iterator[Finding]:
        """It says what it shows, or that it shows nothing; it can be seen."""
        if self.alt is None and not self.decorative:
            yield Finding.error(
                self.picture.span(),
                "missing-alt",
                "nobody who cannot see this logo will know whose it is",
                "add  alt: …  with the publisher's name (or decorative: true where the text says it)",
            )
        if self.alt is not None and self.decorative:
            yield Finding.error(
                self.alt.span(),
                "decorative-alt",
                "this logo is called decorative and described all the same",
                "take one of alt and decorative out",
            )
        if any(size is not None and size < SMALLEST for size in (self.height, self.width)):
            yield Finding.error(
                self.span,
                "out-of-range",
                "nobody can see so small a logo",
                f"give it a height or a width of {SMALLEST:g} pt at least",
            )
