"""The forms of a dictionary's words, worked out from its stems and affixes as hunspell(5) has them.

As far as the English dictionaries go: affixes of one level, prefixes and suffixes crossed, no compounds of letters.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

POSSESSIVE = "'s"
CAPITALS_ONLY = "!"
"""What stands behind a form that is known in capitals only: MCDERMOTT."""


class Affixes:
    """What an affix file says of prefixes and suffixes."""

    def __init__(self, lines: list[str]) -> None:
        self.rules: dict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
        self.sorts: dict[str, str] = {}
        self.crossed: set[str] = set()
        self.only_in_compounds = "".join(line.split()[1] for line in lines if line.startswith("ONLYINCOMPOUND "))
        for sort, flag, *rest in (line.split() for line in lines if line.startswith(("PFX ", "SFX "))):
            if flag not in self.sorts:
                self.sorts[flag] = sort
                self.crossed |= {flag} if rest[0] == "Y" else set()
                continue
            strip, added, condition = ("" if part == "0" else part for part in rest[:3])
            pattern = f"^(?:{condition})" if sort == "PFX" else f"(?:{condition})$"
            self.rules[flag].append((strip, added, re.compile(pattern)))

    def forms(self, stem: str, flags: str) -> Iterator[str]:
        """A stem in all its forms."""
        if set(flags) & set(self.only_in_compounds):
            return
        yield stem
        yield from self._with_suffixes(stem, flags)
        for flag in flags:
            if self.sorts.get(flag) == "PFX":
                for strip, added, condition in self.rules[flag]:
                    if condition.search(stem):
                        yield added + stem.removeprefix(strip)
                        if flag in self.crossed:
                            crossed = "".join(other for other in flags if other in self.crossed)
                            yield from (added + form.removeprefix(strip) for form in self._with_suffixes(stem, crossed))

    def _with_suffixes(self, stem: str, flags: str) -> Iterator[str]:
        for flag in flags:
            if self.sorts.get(flag) == "SFX":
                for strip, added, condition in self.rules[flag]:
                    if condition.search(stem):
                        yield stem[: len(stem) - len(strip)] + added


def forms_of(folder: str, name: str) -> set[str]:
    """All forms of the words of a dictionary; with digits only the short ones, of which rules make the others."""
    affix = Path(folder, f"{name}.aff").read_bytes()
    encoding = "utf-8" if affix.startswith(b"SET UTF-8") else "latin-1"
    affixes = Affixes(affix.decode(encoding).splitlines())
    lines = Path(folder, f"{name}.dic").read_text(encoding).split("\n")[1:]
    stems = [re.split(r"\s+\w\w:|\t|\s*$", line)[0].partition("/")[::2] for line in lines if line]
    written = {stem for stem, _ in stems}
    forms = {form for stem, flags in stems for form in affixes.forms(stem, flags)}
    hidden: dict[str, str] = {}  # the flags of the first stem that is written so
    for stem, flags in stems:
        if stem[1:] != stem[1:].lower() and (flags or stem != stem.upper()) and stem.capitalize() not in written:
            hidden.setdefault(stem.capitalize(), flags)
    in_capitals = {form for stem, flags in hidden.items() for form in affixes.forms(stem, flags)}
    forms |= {form + CAPITALS_ONLY for form in in_capitals - forms}
    return {form for form in forms if not any(letter.isdigit() for letter in form) or len(form) < 4}


def written(forms: set[str], source: str, digest: str) -> str:
    """The forms as `docgen/checks/spelling/data` has them: by their first three letters, `+` for a possessive, too."""
    heads: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms):
        stem = form.removesuffix(POSSESSIVE)
        if stem == form or stem not in forms:
            heads[form[:3]].append(form[3:] + ("+" if form + POSSESSIVE in forms else ""))
    lines = [f"{head},{','.join(rest)}," for head, rest in sorted(heads.items())]
    return "\n".join([f"# {source}", f"# {digest}", *lines, ""])


def digest_of(folder: str, name: str) -> str:
    """The digest of a dictionary's two files."""
    return hashlib.sha256(b"".join(Path(folder, name + end).read_bytes() for end in (".aff", ".dic"))).hexdigest()
