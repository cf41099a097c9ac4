"""With which letters a match of a regular expression can begin or end, so that few of many have to be built.

To build an expression takes as long as to search a report with it. Most tables of them have words at their edges, and
at most places in a text none of these words stands.
"""

from __future__ import annotations

import re
from functools import cache

_PLAIN = r"[^\\()\[\]|?*+{}.^$]"
_BEGINS = r"(?:^|\|)(?!\(\?:)|\(\?:(?!\(\?:)|\)[?*]|\)\{[^}]*\}"
_FIRST = re.compile(rf"(?:{_BEGINS})(?:\[([^\]\\^-]+)\]|({_PLAIN}*)([?*{{]?))")
"""What stands where an alternative can begin: at all depths, because it does no harm to name too many."""

_LAST = re.compile(rf"(?:(?<!{_PLAIN})|(?<=\\))({_PLAIN}*)(\??)(?=[|)]|$)")


@cache
def first_letters(expression: str) -> tuple[str, ...]:
    """What every match begins with, one or the other; an empty string where that cannot be told."""
    found: list[str] = []
    for signs, letters, may_lack in _FIRST.findall(expression.replace(r"\b", "")):
        found += signs or [letters[:-1] if may_lack else letters]
    return tuple(dict.fromkeys(found))


@cache
def last_letters(expression: str) -> tuple[str, ...]:
    """What every match ends with, one or the other; an empty string where that cannot be told."""
    plain = expression.replace(r"\b", "").replace("(?:", "(")
    if "(?" in plain:
        return ("",)
    found: list[str] = []
    told = -1
    for match in _LAST.finditer(plain):
        before, (letters, may_lack) = plain[: match.start()][-1:], match.groups()
        if before == "\\":
            letters = letters[1:]
        if letters or may_lack or (before != ")" and match.start() != told):
            found += [letters[:-1], letters] if may_lack else [letters]
        told = match.end()
    return tuple(dict.fromkeys(found))
