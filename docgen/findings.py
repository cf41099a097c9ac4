"""What docgen has to say about a source: findings, where they stand, and the edits that would mend them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, IntEnum

from docgen.records import dataclass


class Severity(IntEnum):
    """How much a finding matters, in rising order."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in one source file.

    `start` and `end` count characters (not bytes) of the decoded text, a byte order mark left out.
    A span names its file because a report draws on several: its own, its folder's `docgen.yaml`, a style's.
    """

    path: str
    start: int
    end: int

    def __or__(self, other: Span) -> Span:
        """The smallest span that covers both; both must stand in the same file."""
        if self.path != other.path:
            raise ValueError(f"spans in two files cannot be joined: {self.path}, {other.path}")
        return Span(self.path, min(self.start, other.start), max(self.end, other.end))

    def first(self) -> Span:
        """The empty span at its start."""
        return Span(self.path, self.start, self.start)


@dataclass(frozen=True, slots=True)
class Edit:
    """The replacement of one span of the source by other text."""

    span: Span
    replacement: str


class Safety(Enum):
    """What a user stands to lose by a fix: nothing, or perhaps the meaning."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that together remove a finding."""

    edits: tuple[Edit, ...]
    safety: Safety

    @classmethod
    def safe(cls, *edits: Edit) -> Fix:
        return cls(edits, Safety.SAFE)

    @classmethod
    def unsafe(cls, *edits: Edit) -> Fix:
        return cls(edits, Safety.UNSAFE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say: where, how bad, which kind, in plain words, and what to do about it.

    `code` names the fault in lower case and hyphens (`unknown-key`); `advice` is a sentence or a line of YAML to
    copy, without a full stop; it may be empty where the message says it all. `also` are the other places where the
    same is to be said; `word` is what a list of known words would have to hold for the finding to go.
    """

    span: Span
    severity: Severity
    code: str
    message: str
    advice: str = ""
    fix: Fix | None = None
    also: tuple[Span, ...] = ()
    word: str = ""

    @classmethod
    def error(cls, span: Span, code: str, message: str, advice: str = "", fix: Fix | None = None) -> Finding:
        return cls(span, Severity.ERROR, code, message, advice, fix)

    @classmethod
    def warning(cls, span: Span, code: str, message: str, advice: str = "", fix: Fix | None = None) -> Finding:
        return cls(span, Severity.WARNING, code, message, advice, fix)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they are shown: by file and place, the graver first, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda found: (found.span, -found.severity, found.code, found.message)))


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among `findings`, None where there are none."""
    return max((found.severity for found in findings), default=None)
