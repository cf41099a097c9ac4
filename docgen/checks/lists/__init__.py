"""Lists of words and tables that rules read: data beside this file.

The first line of each names what its entries follow. Where that is a package with a licence (SCOWL, iso-codes,
dictionary-en-gb), they are taken from it; else docgen's authors chose them after the work that is named, and a reader
who finds one to be wrong is right to say so.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def words(name: str, language: str = "") -> frozenset[str]:
    """The lines of `<name>.txt`, or of `<name>.<language>.txt` for a language's tag; none where there is no such file.

    Of a tag the first part counts (`en`); lines that begin with `#` are comments.
    """
    return frozenset(_lines(f"{name}.{language.split('-')[0]}.txt" if language else f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `<name>.tsv`, each as its cells; none where there is no such file."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def _lines(file: str) -> list[str]:
    found = resources.files(__package__) / file
    lines = found.read_text("utf-8").splitlines() if found.is_file() else []
    return [line for line in lines if line.strip() and not line.startswith("#")]
