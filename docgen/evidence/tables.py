"""The pieces that the page is made of: sections, tables with heads, words in a language of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.evidence.markup import Element, Held, element


def section(identity: str, title: str, *held: Held) -> Element:
    """A section under a heading of the second level, which names it."""
    heading = element("h2", title, id=f"{identity}-title")
    return element("section", heading, *held, id=identity, aria_labelledby=f"{identity}-title")


def paragraph(*held: Held) -> Element:
    """A paragraph."""
    return element("p", *held)


def code(words: str) -> Element:
    """Digits or signs that are to be copied."""
    return element("code", words)


def in_language(words: str, language: str) -> Held:
    """Words of the report, which are in a language of their own."""
    return element("span", words, lang=language or None)


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Held]]) -> Element:
    """A table: a head for each column, and in each row a first cell that names it."""
    head = element("tr", *(element("th", words, scope="col") if words else element("td") for words in heads))
    return element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", *(element("tr", *map(_cell, row)) for row in rows)),
    )


def _cell(held: Held) -> Element:
    return element("td", held)
