"""Ties: spaces at which typesetters end no line, so that what belongs together stands together."""

from __future__ import annotations

import re
from functools import lru_cache

MOST_PAIRS = 20_000
"""How many pairs of words are remembered at once."""

# By primary language; None is for all. Forms of address and titles, before a name.
_TITLES: dict[str | None, str] = {
    None: "Dr. Prof.",
    "en": "Mr. Mrs. Ms. Mx. Messrs. St. Amb. Gen. Col. Capt. Lt. Sen. Rep. Hon. Rev. Ambassador Professor Minister "
    "President Chancellor Senator General Colonel Captain Judge Justice Sir Dame Lord Lady",
    "fr": "M. MM. Mme Mmes Mlle Me Mgr S.E. Ambassadeur Professeur Président",
    "de": "Herr Herrn Frau Botschafter Botschafterin Professor Minister Ministerin St.",
    "es": "Sr. Sra. Srta. D. Dña. Emb. Embajador Embajadora Profesor",
    "pl": "Pan Pani p. prof. dr amb. Ambasador",
    "tr": "Sayın Bay Bayan Büyükelçi",
}

# Before a number.
_COUNTED: dict[str | None, str] = {
    None: "§ §§ № # p. pp. vol. Vol. no. No. nos. Nos. nr. Nr. fig. Fig. art. Art. ca. c. ±",
    "en": "ch. Ch. para. paras. sec. Sec. Resolution Article Chapter Section Figure Table Room Floor Page UNSCR",
    "fr": "n° N° chap. Figure Tableau Article",
    "de": "S. Bd. Abs. Kap. Abb. Tab. Abbildung Tabelle Artikel",
    "es": "n.º núm. pág. cap. Figura Tabla Artículo",
    "pl": "nr ust. poz. rys. tab. str.",
    "tr": "s. Şekil Tablo Madde",
}

# After a number.
_UNITS: dict[str | None, str] = {
    None: "% ‰ ° °C °F € $ £ m cm mm km nm km² m² m³ g kg mg t kt Mt s h min Hz kHz MHz GHz W kW MW GW kWh MWh V kV A "
    "J kJ K Pa hPa l L ha Bq Sv mSv",
    "en": "percent percentage million billion trillion thousand a.m. p.m. am pm kilotons megatons",
    "fr": "millions milliards million milliard heures",
    "de": "Prozent Millionen Milliarden Million Milliarde Uhr",
    "es": "millones millón mil",
    "pl": "mln mld tys. zł",
    "tr": "milyon milyar bin",
}

_LONELY = frozenset({"pl", "cs", "sk"})
"""The languages in which a word of one letter ends no line."""

_INITIALS = re.compile(r"[(“\"‘']*(?:[^\W\d_]\.-?)+")
_INITIAL = re.compile(r"[^\W\d_]\.[,;:]?")
_GIVEN = re.compile(r"[^\W\d_]{2,}(?:[-‐][^\W\d_]+)*")
_NUMBER = re.compile(r"[(“\"‘'$€£~≈<>≤≥+−–-]*\d[\d.,:/\u2009\u202f–-]*")
_CLOSING = re.compile(r"[–—?!:;»›…]+.?")
_BEFORE_WORD = " ([{“„«‹‘\"'"
_AFTER_WORD = " .,;:!?)]}”“»›’\"'"


@lru_cache(maxsize=MOST_PAIRS)
def middle_initial(before: str, after: str, language: str) -> bool:
    """Whether `after` is the initial behind somebody's given name: "Maria C. Costa" is parted, if at all, behind it."""
    opened = before.lstrip(_BEFORE_WORD)
    return (
        opened[:1].isupper()
        and after[:1].isupper()
        and _INITIAL.fullmatch(after) is not None
        and _GIVEN.fullmatch(opened) is not None
        and opened not in _set(_titles, language.split("-")[0].lower())
    )


@lru_cache(maxsize=MOST_PAIRS)
def tied(before: str, after: str, language: str) -> bool:
    """Whether no line should end between two words of `language` (BCP 47), given with their punctuation.

    A title and a name, initials and a name (see `middle_initial` for those behind a given name), a number and its unit,
    a sign or word for numbering and its number; a dash (or French punctuation) and what it follows; opening guillemets
    and what they open.
    """
    primary = language.split("-")[0].lower()
    if _CLOSING.fullmatch(after) or before in ("«", "‹"):
        return True
    first = after.lstrip(_BEFORE_WORD)[:1]
    opened = before.lstrip(_BEFORE_WORD)
    if primary in _LONELY and len(opened) == 1 and opened.isalpha():
        return True
    if first.isupper():
        return opened in _set(_titles, primary) or bool(_INITIALS.fullmatch(before))
    if first.isdigit():
        return opened in _set(_counted, primary)
    units = _set(_units, primary)
    return bool(_NUMBER.fullmatch(before)) and (after in units or after.rstrip(_AFTER_WORD) in units)


def _parsed(words: dict[str | None, str]) -> dict[str | None, frozenset[str]]:
    shared = words[None].split()
    return {language: frozenset([*shared, *own.split()]) for language, own in words.items()}


def _set(words: dict[str | None, frozenset[str]], language: str) -> frozenset[str]:
    return words.get(language) or words[None]


_titles, _counted, _units = _parsed(_TITLES), _parsed(_COUNTED), _parsed(_UNITS)
