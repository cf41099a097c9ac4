"""Where a language lets a word be divided by a hyphen."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

BEFORE = 2
AFTER = 3
"""How many letters of a word stay together at least, before the hyphen and after it."""

LONGEST = 64
"""How many letters a word has at most: longer ones are none."""

SOFT_HYPHEN = "\u00ad"
"""Where it is written, it says where the word may be divided; printed at a line's end, it is the hyphen added there."""

MOST_WORDS = 20_000
"""How many words are remembered at once."""

_LETTERS = re.compile(rf"[^\W\d_]{{{BEFORE + AFTER},}}")
_ADDRESS = re.compile(r"[@\\]|://|www\.|\w\.\w|\w/\w*[./]")

# Which of several dictionaries a language means where no region is given, or one without a dictionary of its own.
_COUNTRIES = {"en": "en_US", "pt": "pt_PT", "de": "de_DE"}
_BRITISH = frozenset(["AU", "BZ", "CA", "GB", "IE", "IN", "JM", "KE", "MT", "NG", "NZ", "PK", "SG", "ZA"])


@lru_cache(maxsize=MOST_WORDS)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """The offsets in `word` at which a hyphen may be added, by the dictionary of `language` (BCP 47), if there is one.

    Each part of a compound is divided by itself ("Sec-re-tary-Gen-eral"). Nothing is divided that is in capitals or
    has them inside ("WMDs"), nor addresses. Places where dividing would change the spelling are left out.
    """
    dictionary = _dictionary(language)
    if dictionary is None or _ADDRESS.search(word):
        return ()
    found = []
    for letters in _LETTERS.finditer(word):
        part = letters.group()
        if part[1:].islower() and len(part) <= LONGEST:
            found += [letters.start() + int(place) for place in dictionary.positions(part.lower()) if not place.data]
    return tuple(found)


@lru_cache(maxsize=64)
def _dictionary(language: str) -> Pyphen | None:
    # Here and not above: what sets no text should not wait for it.
    from pyphen import LANGUAGES, Pyphen

    known = {name.casefold(): name for name in LANGUAGES}
    primary, *rest = language.replace("_", "-").split("-")
    primary = primary.lower()
    if primary == "en" and any(region.upper() in _BRITISH for region in rest):
        rest = ["GB"]
    wanted = [f"{primary}_{subtag}" for subtag in rest] + [_COUNTRIES.get(primary, primary)]
    for name in wanted:
        if name.casefold() in known:
            return Pyphen(lang=known[name.casefold()], left=BEFORE, right=AFTER)
    return None
