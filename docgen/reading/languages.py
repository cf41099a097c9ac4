"""The names of languages in a report: tags, as BCP 47 has them."""

from __future__ import annotations

from itertools import pairwise

from docgen.expressions import regex

_TAG = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def language_tag(written: str) -> str | None:
    """A tag such as `en`, `pt-BR` or `zh-Hant-TW` as it is usually written; None for what cannot be one.

    Dictionaries, PDF readers and Word compare tags letter by letter, while people write `FR` and `en-us`: the language
    gets small letters, a script a capital first one, a region capitals (RFC 5646, section 2.1.1).
    """
    if not _TAG.fullmatch(written):
        return None
    parts = written.lower().split("-")
    return "-".join([parts[0], *(_subtag(part, before) for before, part in pairwise(parts))])


def _subtag(part: str, before: str) -> str:
    """A part of a tag that is all small letters; behind a single letter parts have no meaning of their own."""
    if len(before) == 1:
        return part
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 and part.isalpha() else part
