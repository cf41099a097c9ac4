"""The manual of a rule: its module's docstring, in the four parts that every one has."""

from __future__ import annotations

import re
from typing import Self

from docgen.expressions import regex
from docgen.records import dataclass

_PART = regex(r"^(Why it matters|Example|What to do):\s*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule does, why that matters, an example (before and after), and what to do about a finding."""

    what: str
    why: str
    example: str
    todo: str

    @classmethod
    def read(cls, text: str) -> Self:
        """The parts of a docstring: what it does comes first, the others begin with `Why it matters:` and so on."""
        what, *rest = _PART.split(text)
        parts = {name: part.strip("\n").rstrip() for name, part in zip(rest[::2], rest[1::2], strict=True)}
        return cls(
            what.strip(),
            parts.get("Why it matters", "").strip(),
            parts.get("Example", ""),
            parts.get("What to do", "").strip(),
        )

    @property
    def summary(self) -> str:
        """The first sentence, in one line."""
        return " ".join(self.what.split("\n\n")[0].split())

    @property
    def is_whole(self) -> bool:
        """Whether every part says something."""
        return all((self.what, self.why, self.example, self.todo))
