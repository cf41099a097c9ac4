"""A picture with its caption.

- figure:
    picture: pictures/podium.jpg
    alt: Three ambassadors at the podium
    caption: Ambassador Lee opens the roundtable.
    width: page
    id: podium
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from docgen.document.block import Lowering, block
from docgen.document.kernel import Figure, Node, Width
from docgen.document.markup import Markup
from docgen.findings import Finding, Span
from docgen.reading.shapes import Key
from docgen.reading.text import Prose, Text
from docgen.records import dataclass
from docgen.report.body import CaptionLine
from docgen.report.label import Label


@block("figure")
@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBlock:
    """A picture from the content's folder, with what it shows in words."""

    span: Span
    picture: Annotated[Text, Key("the image file, below the folder of the report", ("pictures/podium.jpg",))]
    alt: Annotated[Prose | None, Key("what it shows, for who cannot see it", ("Three people at a podium",))] = None
    decorative: Annotated[bool, Key("true for an ornament that says nothing")] = False
    caption: Annotated[CaptionLine | None, Key("the line under it", ("Ambassador Lee opens the roundtable.",))] = None
    width: Annotated[Width, Key("how wide it stands: column or page", ("page",))] = Width.COLUMN
    id: Annotated[Label | None, Key("what cross-references call it", ("podium",))] = None

    def check(self) -> Iterator[Finding]:
        """A picture says what it shows, or that it shows nothing."""
        if self.alt is None and not self.decorative:
            yield Finding.error(
                self.picture.span(),
                "missing-alt",
                "nobody who cannot see this picture will know what it shows",
                "add a line:  alt: …  that says what it shows (or decorative: true for an ornament)",
            )
        if self.alt is not None and self.decorative:
            yield Finding.error(
                self.alt.span(),
                "decorative-alt",
                "this picture is called decorative and described all the same",
                "take one of alt and decorative out",
            )

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One figure, and the notes of its caption."""
        figure = Figure(
            picture=self.picture,
            alternative=self.alt,
            decorative=self.decorative,
            caption=self.caption.runs if self.caption else (),
            label=self.id.value if self.id else None,
            width=self.width,
            span=self.span,
        )
        return context.markup(Markup((figure,), self.caption.notes if self.caption else (), ()))
