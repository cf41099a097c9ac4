"""Capitals as a language writes them."""

from __future__ import annotations

import unicodedata

_DOTTED = {"i": "İ", "ı": "I"}
_DOTTED_LANGUAGES = frozenset({"tr", "az"})
_TONOS = "\u0301"


def capitalise(text: str, language: str) -> str:
    """`text` in capitals by the rules of `language` (BCP 47), character by character.

    Turkish and Azerbaijani keep the dot of their i; Greek capitals drop the tonos and keep the diaeresis; ß becomes SS.
    Unicode, SpecialCasing.txt.
    """
    primary = language.split("-")[0].lower()
    if primary in _DOTTED_LANGUAGES:
        return "".join([_DOTTED.get(character) or character.upper() for character in text])
    if primary == "el":
        parted = unicodedata.normalize("NFD", text.upper())
        return unicodedata.normalize("NFC", parted.replace(_TONOS, ""))
    return text.upper()
