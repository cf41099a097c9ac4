"""Cases: Markdown files that are documentation and tests at once.

A case has a title, words for whoever reads it, and fences. What goes in comes first and what must come out follows, as
often as the case has examples:

    # unquoted-colon
    A colon in a title.
    ```yaml
    title: A: B
    ```
    ```findings
    report.yaml:1:8: error[unquoted-colon] …
    ```

The first word behind the ticks says what a fence holds; a word with a dot in it names the file, and `escaped` says that
`\t`, `\xe9` and `\u00a0` stand for bytes and characters that Markdown cannot show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "cases"

_FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=ticks)$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([nrt0\\])|x([0-9a-f]{2})|u([0-9a-f]{4}))")
_LETTERS = {"n": b"\n", "r": b"\r", "t": b"\t", "0": b"\0", "\\": b"\\"}


@dataclass(frozen=True)
class Fence:
    """One fence of a case: the words behind its ticks, its text, and where the text stands in the file."""

    words: tuple[str, ...]
    body: str
    start: int

    @property
    def kind(self) -> str:
        return self.words[0] if self.words else ""

    def name(self, otherwise: str) -> str:
        """The file it stands for."""
        return next((word for word in self.words[1:] if "." in word), otherwise)

    @property
    def data(self) -> bytes:
        """Its text as the bytes of a file; of an escaped fence the line ends are those written in it, `\\n`."""
        if "escaped" not in self.words:
            return self.body.encode()
        pieces, done = [], 0
        for found in _ESCAPE.finditer(self.body):
            letter, byte, character = found.groups()
            pieces.append(self.body[done : found.start()].encode())
            pieces.append(
                _LETTERS[letter] if letter else bytes.fromhex(byte) if byte else chr(int(character, 16)).encode()
            )
            done = found.end()
        return b"".join([*pieces, self.body[done:].encode()])


@dataclass(frozen=True)
class Example:
    """What goes in, and what must come out."""

    given: tuple[Fence, ...]
    expected: Fence


@dataclass(frozen=True)
class Case:
    """One case file."""

    path: Path
    text: str

    @classmethod
    def read(cls, path: Path) -> Case:
        return cls(path, path.read_text(encoding="utf-8"))

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0].lstrip("# ")

    @property
    def fences(self) -> tuple[Fence, ...]:
        return tuple(
            Fence(tuple(found["info"].split()), found["body"], found.start("body"))
            for found in _FENCE.finditer(self.text)
        )

    def examples(self, kind: str) -> Iterator[Example]:
        """Each fence of a kind, with the fences since the one before it."""
        given: list[Fence] = []
        for fence in self.fences:
            if fence.kind == kind:
                yield Example(tuple(given), fence)
                given = []
            else:
                given.append(fence)

    def settle(self, kind: str, answers: Iterable[str], *, update: bool) -> None:
        """Compare what came out with what the fences of a kind expect, or, with `update`, write it into them."""
        examples = tuple(self.examples(kind))
        assert examples, f"{self.path} expects no {kind}"
        self.write(
            [(example.expected, answer) for example, answer in zip(examples, answers, strict=True)], update=update
        )

    def write(self, answers: Iterable[tuple[Fence, str]], *, update: bool) -> None:
        """Compare what came out with what fences expect, or, with `update`, write it into them."""
        text = self.text
        for fence, answer in sorted(answers, key=lambda pair: -pair[0].start):
            if not update:
                assert answer == fence.body
            text = text[: fence.start] + answer + text[fence.start + len(fence.body) :]
        if update and text != self.text:
            self.path.write_text(text, encoding="utf-8")


def find_cases(folder: str) -> list[object]:
    """The cases of a folder below `tests/cases`, as parameters of a test."""
    return [pytest.param(path, id=path.stem) for path in sorted((FOLDER / folder).glob("*.md"))]
