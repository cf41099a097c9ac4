"""The words that a style and a folder declare to be right: one a line in `words.txt`.

    # names of programmes
    Kraków
    containerization

An entry is taken letter by letter. One in small letters is also right at the beginning of a sentence and in capitals;
one with capitals is right as it stands, and in capitals altogether; both with a possessive ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property

from docgen.expressions import regex
from docgen.findings import Finding, Span
from docgen.reading.text import Source
from docgen.records import dataclass

FILE = "words.txt"

_ENTRY = regex(r"^[ \t]*([^\s#][^\n\r#]*?)[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_POSSESSIVE = regex(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


@dataclass(frozen=True)
class Vocabulary:
    """Words with the places where they are declared: `own` are the folder's, `inherited` the style's.

    `ends` are the offsets at which the lines of the folder's entries end, line ends included.
    """

    own: Mapping[str, Span] = field(default_factory=dict)
    inherited: Mapping[str, Span] = field(default_factory=dict)
    ends: Mapping[str, int] = field(default_factory=dict)

    def __contains__(self, word: object) -> bool:
        """Whether a word, as it stands in a text, is declared."""
        return isinstance(word, str) and self.entry(word) is not None

    def entry(self, word: str) -> str | None:
        """The entry by which a word is right, None where there is none."""
        for form in (word, _POSSESSIVE.sub("", word)):
            if form in self._forms:
                return self._forms[form]
        return None

    @cached_property
    def _forms(self) -> dict[str, str]:
        """Every form in which an entry is right, and the entry."""
        found: dict[str, str] = {}
        for word in (*self.own, *self.inherited):
            found.setdefault(word.upper(), word)
            if word.islower():
                found.setdefault(word[0].upper() + word[1:], word)
        return {**found, **{word: word for word in (*self.own, *self.inherited)}}


def line_ends(source: Source, words: Mapping[str, Span]) -> dict[str, int]:
    """The offset at which the line of each word ends, its line end included."""
    found = {word: source.text.find("\n", span.end) + 1 for word, span in words.items()}
    return {word: end or len(source.text) for word, end in found.items()}


def read_words(source: Source) -> tuple[dict[str, Span], tuple[Finding, ...]]:
    """The words that a file declares, and what is wrong with it."""
    words: dict[str, Span] = {}
    findings: list[Finding] = []
    for found in _ENTRY.finditer(source.text):
        word, span = found.group(1), Span(source.path, *found.span(1))
        if re.search(r"\s", word):
            message = f"'{word}' is more than one word"
            findings.append(Finding.warning(span, "bad-word", message, "write each word on a line of its own"))
        elif word in words:
            findings.append(Finding.warning(span, "bad-word", f"'{word}' stands here twice", "take one of them out"))
        else:
            words[word] = span
    return words, tuple(findings)


def with_words(data: bytes, words: Iterable[str]) -> bytes:
    """A file of words with further ones below, each on a line; the file's own line ends are kept."""
    text = data.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    start = "" if not text or text.endswith("\n") else end
    return (text + start + "".join(f"{word}{end}" for word in words)).encode()
