"""From the bytes of a file to its characters, and to a draft that the YAML parser can take."""

from __future__ import annotations

import codecs
import re
import unicodedata

from docgen.expressions import regex
from docgen.findings import Finding, Span
from docgen.reading.draft import Draft
from docgen.reading.text import Source
from docgen.records import dataclass

FOREIGN = {
    b"PK\x03\x04": "a Word document, a spreadsheet or another zip file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"%PDF": "a PDF",
    b"{\\rtf": "a rich text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
"""How files begin that are no text, and what they are called."""

WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""Byte order marks of the encodings that take more than a byte for each letter; the longer marks come first."""

SAVE_AS = "save the file again as UTF-8: in Word and in Notepad the encoding is a choice in Save As"

CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""The characters YAML 1.1 takes for no text (section 5.1)."""

SEPARATOR = regex("\r(?!\n)|[\x85\u2028\u2029]")
"""The line ends that editors do not show as such; YAML 1.1 breaks the line there (section 5.4)."""

UNREADABLE = regex(f"{CONTROL.pattern}|[\x85\u2028\u2029]")
"""What a file is refused for, one by one; line ends of old Macintoshes are left alone."""

NAMES = {
    "\x00": "NUL",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next-line character",
    "\r": "carriage return",
}
"""What the characters are called that Unicode gives no name."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the draft to parse (None where there is no point in parsing), and what is wrong so far."""

    source: Source
    draft: Draft | None
    findings: tuple[Finding, ...]


def decode(path: str, data: bytes, most: int) -> Decoded:
    """Decode one file of at most `most` bytes; a file in another encoding is read as what it most likely is."""
    for start, kind in FOREIGN.items():
        if data.startswith(start):
            return _refused(path, "not-text", f"this is {kind}, not a text file", "give docgen the report's YAML file")
    if len(data) > most:
        return _too_large(path, data, most)
    for mark, encoding, name in WIDE:
        if data.startswith(mark):
            return _wide(path, data[len(mark) :], encoding, name)
    bom = data.startswith(codecs.BOM_UTF8)
    content = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        return _cleaned(Source(path, content.decode("utf-8"), bom), ())
    except UnicodeDecodeError as error:
        guess = _wide_without_mark(content)
        if guess:
            return _wide(path, content, guess, "UTF-16")
        return _narrow(path, content, bom, error.start)


def character_name(character: str) -> str:
    """A character as a message names it: `a no-break space (U+00A0)`."""
    name = NAMES.get(character) or unicodedata.name(character, "control character").lower()
    return f"{'an' if name[0] in 'aeio' else 'a'} {name} (U+{ord(character):04X})"


def _refused(path: str, code: str, message: str, advice: str) -> Decoded:
    return Decoded(Source(path, ""), None, (Finding.error(Span(path, 0, 0), code, message, advice),))


def _too_large(path: str, data: bytes, most: int) -> Decoded:
    source = Source(path, data[:most].decode("utf-8", "replace"))
    last = source.line_start(source.line_count)
    message = f"this file has {_millions(len(data))} MB, and docgen reads up to {_millions(most)} MB; here it stops"
    advice = "keep pictures and data in files of their own, split the report, or allow more with --max-size"
    return Decoded(source, None, (Finding.error(Span(path, last, last), "file-too-large", message, advice),))


def _millions(size: int) -> str:
    return f"{size / 1_000_000:.3g}"


def _wide_without_mark(content: bytes) -> str:
    """The UTF-16 encoding in which every other byte of the first letters is zero, or none."""
    beginning = content[:200]
    if beginning[1::2].count(0) > len(beginning) // 4:
        return "utf-16-le"
    return "utf-16-be" if beginning[::2].count(0) > len(beginning) // 4 else ""


def _wide(path: str, content: bytes, encoding: str, name: str) -> Decoded:
    source = Source(path, content.decode(encoding, "replace"))
    message = f"this file is written in {name}; docgen reads UTF-8"
    return _cleaned(source, (Finding.error(Span(path, 0, 0), "not-utf-8", message, SAVE_AS),))


def _narrow(path: str, content: bytes, bom: bool, place: int) -> Decoded:
    """A file in which a byte is no UTF-8: most likely Windows-1252, whole or pasted in."""
    source = Source(path, content.decode("utf-8", _AS_WINDOWS), bom)
    at = len(content[:place].decode("utf-8"))
    letter, byte = source.text[at], f"the byte {content[place]:02X} is no UTF-8"
    message = f"{byte}; it is {letter} in Windows-1252, the likely encoding of the file"
    if letter == "\ufffd":
        message = f"{byte}, and no letter in Windows-1252 either; nothing tells which letter was meant"
    return _cleaned(source, (Finding.error(Span(path, at, at + 1), "not-utf-8", message, SAVE_AS),))


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """An error handler for `bytes.decode` that reads the bytes above 127 from the wrong one on as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    found = re.compile(rb"[\x00-\x7f]").search(error.object, error.start)
    stop = found.start() if found else len(error.object)
    return error.object[error.start : stop].decode("cp1252", "replace"), stop


_AS_WINDOWS = "docgen-windows-1252"
codecs.register_error(_AS_WINDOWS, _as_windows)


def _cleaned(source: Source, findings: tuple[Finding, ...]) -> Decoded:
    """The draft without characters that YAML does not take, or takes for line ends nobody sees."""
    found = [*findings]
    draft = source.text
    for pattern, code, what, advice in (
        (CONTROL, "control-character", "which cannot be printed", "delete it; it is often pasted in unseen"),
        (
            SEPARATOR,
            "line-separator",
            "which ends a line without showing it",
            "put a space or an ordinary line end there",
        ),
    ):
        first = pattern.search(source.text)
        if first:
            others = sum(1 for _ in pattern.finditer(source.text)) - 1
            more = f"; {others} more {'follows' if others == 1 else 'follow'}" if others else ""
            message = f"here stands {character_name(first.group())}, {what}{more}"
            found.append(Finding.error(Span(source.path, *first.span()), code, message, advice))
            draft = pattern.sub(_stand_in, draft)
    return Decoded(source, Draft(draft), tuple(found))


def _stand_in(found: re.Match[str]) -> str:
    """What the parser sees in the place of a character it should not see."""
    if found.group() == "\r":
        return "\n"
    return " " if found.re is SEPARATOR else "\ufffd"
