"""Lists of words and tables that rules read: data beside this file.

The first line of each names what its entries follow. Where that is a package with a licence (SCOWL, iso-codes,
dictionary-en-gb), they are taken from it; else docgen's authors chose them after the work that is named, which they did
not copy: the line then says in what else the entries were looked up, and how many were found. A reader who finds one
to be wrong is right to say so.
"""

from __future__ import annotations

import pkgutil
from functools import cache

from docgen.records import dataclass


@cache
def words(name: str, language: str = "") -> frozenset[str]:
    """The lines of `<name>.txt`, or of `<name>.<language>.txt` for a language's tag; none where there is no such file.

    Of a tag the first part counts (`en`); lines that begin with `#` are comments.
    """
    return frozenset(_lines(f"{name}.{language.split('-')[0]}.txt" if language else f"{name}.txt"))


@dataclass(frozen=True, eq=False)
class Ordered:
    """The lines of a long list, in the order of their letters: found by halving, and never taken apart."""

    text: str

    def __contains__(self, line: str) -> bool:
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            start, end = max(low, self.text.rfind("\n", low, middle) + 1), self.text.find("\n", middle)
            found = self.text[start:end]
            if found == line:
                return True
            low, high = (end + 1, high) if found < line else (low, start)
        return False


@cache
def ordered(name: str, language: str) -> Ordered:
    """The lines of `<name>.<language>.txt`, comments at its beginning only, for a list of which few words are met."""
    text = _text(f"{name}.{language}.txt")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return Ordered(text)


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `<name>.tsv`, each as its cells; none where there is no such file."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def _text(file: str) -> str:
    try:
        return (pkgutil.get_data(__name__, file) or b"").decode("utf-8")
    except FileNotFoundError:
        return ""


def _lines(file: str) -> list[str]:
    """The lines of a list, without those that are empty or comments, of which there is hardly any but at its head."""
    text = _text(file).replace("\r\n", "\n").rstrip("\n")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    lines = text.split("\n")
    if "\n#" in text or "\n\n" in text or not text or text[0] == "\n":
        return [line for line in lines if line and line[0] != "#"]
    return lines
