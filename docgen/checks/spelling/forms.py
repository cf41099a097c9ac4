"""The words that a dictionary knows, in all their forms, ready to be looked up.

Loading Hunspell takes longer than all else that a short report needs. So for the English dictionaries `data/` has what
Hunspell makes of them: a line for the first three letters of some forms, then how each goes on, between commas; `+`
stands behind a form that has a possessive, too, `!` behind one that is known in capitals only.

`tests/checks/test_forms.py` makes these files (`pytest --update`) and holds what is said here against Hunspell. Of
another edition of a dictionary than the one they were made of, they say nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import pkgutil
import re
from collections.abc import Callable, Mapping

from docgen.expressions import regex
from docgen.records import dataclass

_POSSESSIVE = "'s"
_DIGIT = regex(r"\d")
_NUMBERED = regex(r"(\d*)(\d[a-z]{1,2})", re.ASCII)
_WORD = regex(r"[^\W_](?:[^\W_]|['.-](?=[^\W_]))*['.]?")
_LONGEST = 60
"""How many letters are looked at; Hunspell has bounds of its own, farther off."""


@dataclass(frozen=True, eq=False)
class Forms:
    """The forms of a dictionary's words, by their first three letters."""

    lines: Mapping[str, str]

    def spells(self, word: str) -> bool | None:
        """What Hunspell would say of a word written with the typewriter's apostrophe; None where it must be asked."""
        if len(word) > _LONGEST or _WORD.fullmatch(word) is None:
            return None
        word = word.rstrip(".")
        return self._spells_parts(word) if "-" in word and not self._has_cased(word) else self._spells_whole(word)

    def _spells_parts(self, word: str) -> bool | None:
        """Whether a word can be cut at a hyphen into such as are known (`BREAK` of hunspell(5), which nobody sets)."""
        said: bool | None = False
        for at, sign in enumerate(word):
            if sign == "-":
                parts = self.spells(word[:at]), self.spells(word[at + 1 :])
                if all(parts):
                    return True
                said = said if False in parts else None
        return said

    def _spells_whole(self, word: str) -> bool | None:
        if _DIGIT.search(word) is None:
            return self._has_cased(word)
        numbered = _NUMBERED.fullmatch(word)
        return self._is_numbered(*numbered.groups()) if numbered else True if word.isdecimal() else None

    def _has_cased(self, word: str) -> bool:
        """Whether a form stands here as it is written, or in the capitals of a heading or a sentence's beginning."""
        if self._has(word):
            return True
        lower = word.lower()
        if word == lower:
            return False
        if word[0].isupper() and word[1:] == lower[1:]:
            return self._has(lower)
        if word != word.upper():
            return False
        head, mark, tail = lower.partition("'")
        split = head + mark + tail[:1].upper() + tail[1:]
        forms = split, _capital(split), _capital(lower), lower, f"{_capital(lower)}!"
        return any(self._has(form) for form in forms)

    def _has(self, form: str) -> bool:
        """Whether a form stands here as it is."""
        line = self.lines.get(form[:3])
        if line is not None and (f",{form[3:]}," in line or f",{form[3:]}+," in line):
            return True
        if not form.endswith(_POSSESSIVE):
            return False
        stem = form.removesuffix(_POSSESSIVE)
        return f",{stem[3:]}+," in self.lines.get(stem[:3], "")

    def _is_numbered(self, lead: str, last: str) -> bool | None:
        """Whether digits go with an ending, as in *21st* and *1990s*: the compound rules of English dictionaries."""
        if last[1:] not in ("st", "nd", "rd", "th", "s"):
            return None
        if lead.endswith("1"):  # 11th, 12th, 13th
            return last.endswith("th") or (last == "0s" and self._has(last))
        return self._has(last)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def shipped_forms(folder: str, name: str, package: str) -> Forms | None:
    """The forms of the dictionary `name` that a package has in a folder; None where `data/` has none of these files."""
    try:
        held = pkgutil.get_data(__name__, f"data/{name}.forms") or b""
        made_of = hashlib.sha256(b"".join(_data(package, f"{folder}/{name}{end}") for end in (".aff", ".dic")))
    except OSError:
        return None
    _source, digest, *lines = held.decode("utf-8").splitlines()
    if digest != f"# {made_of.hexdigest()}":
        return None
    return Forms({line[: line.index(",")]: line for line in lines})


def _data(package: str, path: str) -> bytes:
    """A file of a package that need not be loaded for it. Raises `OSError`."""
    spec = importlib.util.find_spec(package)
    read: Callable[[str], bytes] | None = getattr(spec.loader, "get_data", None) if spec else None  # PEP 302
    if read is None:
        raise FileNotFoundError(path)
    return read(path)
