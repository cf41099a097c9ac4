"""Languages as Word names them: with a country, where it asks for one."""

from __future__ import annotations

from docgen.writers.docx.wordml import attribute

_COUNTRIES = {
    "ar": "SA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "fi": "FI", "fr": "FR",
    "he": "IL", "hi": "IN", "hu": "HU", "it": "IT", "ja": "JP", "ko": "KR", "nb": "NO", "nl": "NL", "pl": "PL",
    "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sv": "SE", "tr": "TR", "uk": "UA", "zh": "CN",
}  # fmt: skip

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


def word_language(tag: str) -> str:
    """A BCP 47 tag as Word's dictionaries are named: `fr` becomes `fr-FR`; what has a country stays."""
    country = _COUNTRIES.get(tag)
    return f"{tag}-{country}" if country else tag


def spoken(tag: str) -> str:
    """The run property that names a language, also where the text's script asks for it (ECMA-376, 17.3.2.20)."""
    name = attribute(word_language(tag))
    primary = tag.split("-")[0]
    script = "eastAsia" if primary in _EAST_ASIAN else "bidi" if primary in _RIGHT_TO_LEFT else ""
    return f'<w:lang w:val="{name}" w:{script}="{name}"/>' if script else f'<w:lang w:val="{name}"/>'
