"""With which letters a match of a regular expression can begin or end, so that few of many have to be built.

To build an expression takes as long as to search a report with it. Most tables of them have words at their edges, and
at most places in a text none of these words stands.
"""

from __future__ import annotations

import re
from functools import cache

from docgen.expressions import regex

_PLAIN = r"[^\\()\[\]|?*+{}.^$]"
_BEGINS = r"(?:^|\|)(?!\(\?:)|\(\?:(?!\(\?:)|\)[?*]|\)\{[^}]*\}"
_FIRST = regex(rf"(?:{_BEGINS})(?:\[([^\]\\^-]+)\]|({_PLAIN}*)([?*{{]?))")
"""What stands where an alternative can begin: at all depths, because it does no harm to name too many."""

_LATER = regex(r"(?<=[^\\]) \((?:[^()\\]|\\.)*\)(?:[?*+]|\{[^}]*\})?")
"""A group behind a blank, with which nothing can begin."""

_LAST = regex(rf"(?:(?<!{_PLAIN})|(?<=\\))({_PLAIN}*)(\??)(?=[|)]|$)")


@cache
def first_letters(expression: str) -> tuple[str, ...]:
    """What every match begins with, one or the other; an empty string where that cannot be told."""
    found: list[str] = []
    plain = expression.replace(r"\b", "")
    while (shorter := _LATER.sub(" ", plain)) != plain:
        plain = shorter
    for signs, letters, may_lack in _FIRST.findall(plain):
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


_NOT = "(?!(?:"


@cache
def never_first(expression: str) -> frozenset[str]:
    """Words with which no match begins, of an expression that begins by saying so: `(?!(?:is|was)\\b)`."""
    end, bound = _group_end(expression), r"\b)"
    if not expression.startswith(_NOT) or not expression[:end].endswith(rf"){bound}"):
        return frozenset()
    inner, rest = expression[len(_NOT) : end - len(rf"){bound}")].replace("(?:", "("), expression[end:]
    if re.search(r"[^|(]\(|\)[^|)]", inner) or _has_alternatives(rest):
        return frozenset()
    return frozenset(word for word in re.split(r"[|()]", inner) if word.isalpha())


def _group_end(expression: str) -> int:
    """Where the group with which an expression begins is closed."""
    depth = 0
    for sign in re.finditer(r"(?<!\\)[()]", expression):
        depth += 1 if sign[0] == "(" else -1
        if depth == 0:
            return sign.end()
    return len(expression)


def _has_alternatives(expression: str) -> bool:
    """Whether an expression is one or the other, groups aside."""
    plain = expression
    while (shorter := re.sub(r"\((?:[^()\\]|\\.)*\)", "", plain)) != plain:
        plain = shorter
    return "|" in plain
