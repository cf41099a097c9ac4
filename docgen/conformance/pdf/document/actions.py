"""Finds files that do something: run programs, open others, send, or play.

Why it matters: a report is read. What acts on its own surprises who cannot see it; no archive takes it, and mail
filters stop it.

ISO 19005-2, 6.5; ISO 14289-1, 7.19; ISO 32000-1, 12.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import entry, in_tree, name
from docgen.findings import Finding, Span

_HARMLESS = {"GoTo", "GoToR", "URI", "Named", "Thread"}
_TAKE_OUT = "take it out"


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Scripts, actions, and forms that are programs."""
    yield from _trigger(pdf.whole, entry(pdf.catalog, "/OpenAction"), "when it is opened")
    if entry(pdf.catalog, "/AA") is not None:
        yield Finding.error(pdf.whole, "action", "this file does something of its own accord", _TAKE_OUT)
    if any(True for _ in in_tree(entry(pdf.catalog, "/Names", "/JavaScript"), "/Names")):
        yield Finding.error(pdf.whole, "script", "this file has scripts in it", _TAKE_OUT)
    if entry(pdf.catalog, "/AcroForm", "/XFA") is not None:
        yield Finding.error(pdf.whole, "script", "this file is a form that is a program (XFA)", _TAKE_OUT)
    for sheet in pdf.sheets:
        if entry(sheet.held, "/AA") is not None:
            yield Finding.error(pdf.on(sheet.number), "action", "this page does something of its own accord", _TAKE_OUT)
    for sheet, held in pdf.annotations:
        yield from _trigger(pdf.on(sheet.number), entry(held, "/A"), "when it is followed")
        if entry(held, "/AA") is not None and name(held, "/Subtype") != "Widget":
            yield Finding.error(pdf.on(sheet.number), "action", "a link of this page does more than lead", _TAKE_OUT)


def _trigger(place: Span, action: Any, when: str) -> Iterator[Finding]:
    kind = name(action, "/S") if isinstance(action, pikepdf.Dictionary) else ""
    if kind == "JavaScript":
        yield Finding.error(place, "script", f"a script is run {when}", _TAKE_OUT)
    elif kind and kind not in _HARMLESS:
        yield Finding.error(
            place, "action", f"something other than leading to a place happens {when} ({kind})", _TAKE_OUT
        )
