"""Languages as Word names them: with a country, where it asks for one."""

from __future__ import annotations

_COUNTRIES = {
    "ar": "SA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "fi": "FI", "fr": "FR",
    "he": "IL", "hi": "IN", "hu": "HU", "it": "IT", "ja": "JP", "ko": "KR", "nb": "NO", "nl": "NL", "pl": "PL",
    "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sv": "SE", "tr": "TR", "uk": "UA", "zh": "CN",
}  # fmt: skip


def word_language(tag: str) -> str:
    """A BCP 47 tag as Word's dictionaries are named: `fr` becomes `fr-FR`; what has a country stays."""
    country = _COUNTRIES.get(tag)
    return f"{tag}-{country}" if country else tag
