"""Where links may lead, and the addresses given apart from them."""

from __future__ import annotations

import re

from markdown_it.common import normalize_url
from markdown_it.token import Token

from docgen.document.markup import faults
from docgen.document.markup.body import Body
from docgen.expressions import regex
from docgen.reading.text import Text

_LABEL = regex(r"#([\w:-]+)")
_SAFE = regex(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@[^\s@])[^\x00-\x1f\x7f]*", re.IGNORECASE)
_ASCII = regex(r"[\w.~:/?#\[\]@!$&'()*+,;=-]*", re.ASCII)


def label(address: str) -> str | None:
    """The label in `#label`."""
    found = _LABEL.fullmatch(address)
    return found[1] if found else None


def web_address(address: str) -> str | None:
    """An address as PDF and Word want it, in ASCII (RFC 3986); None for one a report may not link to."""
    if not _SAFE.fullmatch(address):
        return None
    if _ASCII.fullmatch(address):
        return address
    try:
        return normalize_url.normalizeLink(address)
    except ValueError:
        return None


def check_definitions(body: Body, prose: Text, tokens: list[Token]) -> None:
    """Report addresses (`[name]: https://…`) that are given twice, or that nothing in the body uses."""
    seen: set[str] = set()
    for token in tokens:
        name = token.meta["id"]
        span = prose.span(*token.meta["range"])
        if name in seen:
            body.report(faults.duplicate_definition(span, token.meta["label"]))
        elif name not in body.linked:
            body.report(faults.unused_definition(span, token.meta["label"]))
        seen.add(name)
