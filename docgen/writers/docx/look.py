"""What of a style its Word template depends on, and nothing else: templates are kept by it."""

from __future__ import annotations

from docgen.records import dataclass
from docgen.style.colour import Colour
from docgen.style.model import Columns, PageSize, Style, TextStyle, WordBase


@dataclass(frozen=True, slots=True)
class Look:
    """A style as Word files show it. `font` is what Word calls the family, `other_font` what the style calls it.

    `logo` says what the publisher's logo shows.
    """

    page: PageSize
    columns: Columns
    font: str
    other_font: str
    embedded: bool
    roles: tuple[tuple[str, TextStyle], ...]
    palette: tuple[tuple[str, Colour], ...]
    link: Colour | None
    language: str
    base: WordBase | None
    logo: str

    @classmethod
    def of(cls, style: Style, language: str) -> Look:
        """The look of a style in a language as Word calls it (`en-US`)."""
        family = style.family
        return cls(
            page=style.page,
            columns=style.columns,
            font=family.word_name,
            other_font=family.name,
            embedded=family.embedded,
            roles=tuple(sorted(style.roles.items())),
            palette=tuple(style.palette.items()),
            link=style.link,
            language=language,
            base=style.base,
            logo=style.logo.alt.value if style.logo is not None and style.logo.alt is not None else "",
        )

    def text(self, role: str) -> TextStyle:
        """How `role` looks."""
        return dict(self.roles)[role]
