"""The rules of the inline parser that are docgen's own; the others are markdown-it's.

A rule is tried at a character it may begin with, and moves `state.pos` behind what it has read.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from docgen.document.markup.attributes import find_braces
from docgen.expressions import regex

_BLANKS = regex(r"[ \t]*")
_NOTE = regex(r"\[\^([^\s\[\]]++)\]")
_PICTURE = regex(r"!\[[^\[\]]*+\]\([^()]*+\)")
_LINK = regex(r"\[[^\[\]]*+\]\(\s*+<?(?:https?:|mailto:|#)[^()]*+\)", re.IGNORECASE)


def line_end(state: StateInline, silent: bool) -> bool:
    """The end of a line inside a paragraph: forced by two blanks before it, else as good as a blank."""
    if not silent:
        forced = state.src.endswith("  ", 0, state.pos)
        state.push("hardbreak" if forced else "softbreak", "", 0)
    behind = _BLANKS.match(state.src, state.pos + 1, state.posMax)
    state.pos = behind.end() if behind else state.pos + 1
    return True


def note_mark(state: StateInline, silent: bool) -> bool:
    """`[^label]`, whether there is such a note or not: a mark without a note is a fault, not text."""
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta["label"] = found[1]
    state.pos = found.end()
    return True


def span(state: StateInline, silent: bool) -> bool:
    """`[words]{lang=fr}`: words and what is to be known of them."""
    words, outer = state.pos + 1, state.posMax
    close = state.md.helpers.parseLinkLabel(state, state.pos, False)
    braces = find_braces(state.src, close + 1, outer) if close >= 0 else None
    if braces is None:
        return False
    if not silent:
        state.pos, state.posMax = words, close
        state.push("span_open", "", 1).meta["braces"] = [braces]
        state.md.inline.tokenize(state)
        state.push("span_close", "", -1)
    state.pos, state.posMax = braces.end, outer
    return True


def attributes(state: StateInline, silent: bool) -> bool:
    """Attributes right behind a picture belong to it; anywhere else they belong to nothing."""
    braces = find_braces(state.src, state.pos, state.posMax)
    if braces is None:
        return False
    if not silent:
        before = state.tokens[-1] if state.tokens else None
        if before is not None and before.type == "image" and before.map and before.map[1] == state.pos:
            before.meta.setdefault("braces", []).append(braces)
        else:
            state.push("stray_attributes", "", 0).meta["braces"] = [braces]
    state.pos = braces.end
    return True


def not_a_picture(state: StateInline, silent: bool) -> bool:
    """What was meant for a picture and is none, mostly for a blank in the path; it stays text."""
    return _misread(state, silent, _PICTURE, "not_a_picture")


def not_a_link(state: StateInline, silent: bool) -> bool:
    """What was meant for a link and is none, mostly for a blank in the address; it stays text."""
    return _misread(state, silent, _LINK, "not_a_link")


def _misread(state: StateInline, silent: bool, shape: re.Pattern[str], name: str) -> bool:
    found = shape.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push(name, "", 0)
    state.pos = found.end()
    return True
