"""The settings."""

from __future__ import annotations

from docgen.writers.docx.wordml import attribute, root

_COMPATIBILITY = {
    "compatibilityMode": 15,  # Word 2013 and later: no compatibility mode in the title bar
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
_COLOURS = (
    'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" '
    'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"'
)
_COMPAT = "<w:compat>"


def settings(language: str, *, embeds: bool = False, even_pages: bool = False) -> str:
    """The settings part. `embeds` says that the file brings its fonts, `even_pages` that these have their own headers.

    Embedded fonts are saved whole, as they came: whoever edits the file needs letters that are not in it yet.
    """
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return root(
        "settings",
        f'<w:zoom w:percent="100"/>{"<w:embedTrueTypeFonts/>" if embeds else ""}'
        '<w:defaultTabStop w:val="720"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="283"/><w:doNotHyphenateCaps/>'
        f"{'<w:evenAndOddHeaders/>' if even_pages else ''}"
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        # without it Word stretches a line that ends in a forced break across its justified column
        f"{_COMPAT}<w:doNotExpandShiftReturn/>{compatibility}</w:compat>"
        f'<w:themeFontLang w:val="{attribute(language)}"/><w:clrSchemeMapping {_COLOURS}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def with_notes(part: str, notes: str) -> str:
    """A settings part in which the separators of the file's notes are named."""
    return part.replace(_COMPAT, notes + _COMPAT, 1)
