"""Lists of words and tables that rules read: data beside this file, its source named in the first line."""

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
