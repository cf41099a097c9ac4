"""Finds references, page references and links to bookmarks that are not there.

Why it matters: when Word updates its fields, at the latest when it prints, "Error! Reference source not found."
stands where the reference was; a link to nowhere does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.findings import Finding

_ASKING = re.compile(r'\s*(REF|PAGEREF|NOTEREF)\s+"?([^\s"]+)', re.IGNORECASE)
_LINKING = re.compile(r'\s*HYPERLINK\b.*?\\l\s+"?([^\s"]+)', re.IGNORECASE)
_ALWAYS_THERE = {"_top"}  # the beginning of the document, as Word's own dialogue offers it


def find(word: WordFile) -> Iterator[Finding]:
    """Fields and links whose bookmark is missing."""
    known = word.bookmarks | _ALWAYS_THERE
    for part, element in word.each(w("hyperlink"), w("fldSimple"), w("fldChar")):
        asked = _asked(element)
        if asked is None or asked.lower() in known:
            continue
        if element.tag == w("hyperlink"):
            said = f"this link leads to the bookmark '{asked}', which is not in the file"
            advice = "in Word, remove the link, or let it lead to a heading that is there"
        else:
            said = f"a reference asks for the bookmark '{asked}', which is not in the file"
            advice = "in Word, delete the reference and insert it anew under References, Cross-reference"
        yield Finding.error(part.span(element), "dangling-reference", said, advice)


def _asked(element: etree._Element) -> str | None:
    """The bookmark that something refers to, None where it refers to none."""
    if element.tag == w("hyperlink"):
        return str(element.get(w("anchor"))) if element.get(w("anchor")) else None
    if element.tag == w("fldSimple"):
        code = str(element.get(w("instr"), ""))
    elif element.get(w("fldCharType")) == "begin":
        code = _code(element)
    else:
        return None
    found = _ASKING.match(code)
    if found:
        return found[2]
    found = _LINKING.match(code)
    return found[1] if found else None


def _code(begin: etree._Element) -> str:
    """What the field that begins here asks for: the codes up to its separator or end, or a field within."""
    run, code = begin.getparent(), ""
    while run is not None:
        run = run.getnext()
        for element in run.iter(w("instrText"), w("fldChar")) if run is not None else ():
            if element.tag == w("fldChar"):
                return code
            code += element.text or ""
    return code
