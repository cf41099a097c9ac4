"""The paragraphs that every system sets: those of the two originals, the rest from Debian's handbook."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

from docgen.style.fonts import Face

ORIGINALS = Path(__file__).resolve().parents[2] / "tests" / "originals"
HANDBOOK = Path("/usr/share/doc/debian-handbook/html/en-US")

COUNT = 400
SHORTEST = 250
"""In characters: shorter paragraphs have few lines to judge."""


class HandbookMissing(Exception):
    """The package with most of the paragraphs is not installed."""


def paragraphs(face: Face) -> list[str]:
    """All of the originals' paragraphs, and as many of the handbook's as make `COUNT`, chosen by their hashes."""
    own = [paragraph for path in sorted(ORIGINALS.glob("*.txt")) for paragraph in _of_original(path)]
    if not HANDBOOK.is_dir():
        raise HandbookMissing("most paragraphs are the handbook's: apt-get install debian-handbook")
    others = {paragraph for path in sorted(HANDBOOK.glob("*.html")) for paragraph in _of_handbook(path)}
    chosen = sorted(others.difference(own), key=digest)[: COUNT - len(own)]
    return [paragraph for paragraph in [*own, *chosen] if all(face.has(character) for character in paragraph)]


def digest(paragraph: str) -> str:
    """The SHA-256 of a paragraph, in hexadecimal."""
    return hashlib.sha256(paragraph.encode()).hexdigest()


def set_aside(paragraph: str) -> bool:
    """Whether a paragraph belongs to the half that nothing is tuned on."""
    return int(digest(paragraph)[-1], 16) % 2 == 1


def _of_original(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    parted = [re.sub(r"\s+", " ", re.sub(r"[*#\[\]]", "", part)).strip() for part in re.split(r"\n\s*\n", text)]
    return [part for part in parted if len(part) >= SHORTEST]


def _of_handbook(path: Path) -> list[str]:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return [part for part in reader.paragraphs if len(part) >= SHORTEST]


class _Reader(HTMLParser):
    """Keeps the paragraphs that hold nothing but text: no code, no lists, no tables."""

    PLAIN = frozenset({"a", "em", "strong", "span", "i", "b"})

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._text: list[str] | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div" and dict(attrs).get("class") == "para":
            self._text, self._depth = [], 1
        elif self._text is not None and tag not in self.PLAIN:
            self._text = None

    def handle_endtag(self, tag: str) -> None:
        if self._text is not None and tag == "div":
            self.paragraphs.append(re.sub(r"\s+", " ", "".join(self._text)).strip())
            self._text = None

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)
