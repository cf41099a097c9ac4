"""The text that is handed to the YAML parser: the source, with the mistakes found so far mended."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from docgen.findings import Finding, Span
from docgen.records import dataclass


class Mend(NamedTuple):
    """The replacement of the draft's characters from `start` up to `end`, in draft offsets."""

    start: int
    end: int
    replacement: str


class Step(NamedTuple):
    """From `draft` on, the draft's characters stand at `source` and following."""

    draft: int
    source: int


_UNMOVED = (Step(0, 0),)


@dataclass(frozen=True, slots=True)
class Draft:
    """A working copy of a source and the way back from its offsets.

    After a mistake the parser can only go on if the mistake is gone, so it is given a copy in which it is; places
    always lead back to what the writer wrote. `mended` holds the source offsets at which something was changed.
    """

    text: str
    steps: tuple[Step, ...] = _UNMOVED
    mended: tuple[int, ...] = ()

    def to_source(self, offset: int) -> int:
        """The source offset of a draft offset; that of an inserted character is where it was inserted."""
        if self.steps == _UNMOVED:
            return offset
        at = bisect_right(self.steps, offset, key=lambda step: step.draft) - 1
        found = self.steps[at].source + offset - self.steps[at].draft
        return min(found, self.steps[at + 1].source) if at + 1 < len(self.steps) else found

    def is_mended_in(self, start: int, end: int) -> bool:
        """Whether something was changed between two source offsets."""
        at = bisect_left(self.mended, start)
        return at < len(self.mended) and self.mended[at] < end

    def with_mends(self, mends: Iterable[Mend]) -> Draft:
        """The draft after some replacements, which do not overlap."""
        ordered = sorted(mends)
        places = [self.to_source(mend.start) for mend in ordered]
        pieces: list[str] = []
        steps: list[Step] = list(self.steps)
        done = 0
        for mend in ordered:
            pieces += [self.text[done : mend.start], mend.replacement]
            done = mend.end
        for mend in reversed(ordered):
            if len(mend.replacement) != mend.end - mend.start:
                steps = _shifted(steps, mend, self.to_source(mend.end))
        text = "".join([*pieces, self.text[done:]])
        return Draft(text, tuple(steps), tuple(sorted({*self.mended, *places})))

    def blanked(self, start: int, end: int) -> Draft:
        """The draft with the lines from one offset up to another turned into a single blank one."""
        return Draft(self.text[:start] + " " * (end - start - 1) + "\n" + self.text[end:], self.steps, self.mended)


def _shifted(steps: list[Step], mend: Mend, source_end: int) -> list[Step]:
    """The steps after a replacement of another length; the text behind it still stands where it stood."""
    grown = mend.start + len(mend.replacement)
    before = [step for step in steps if step.draft < grown and step.draft <= mend.start]
    after = [Step(step.draft + grown - mend.end, step.source) for step in steps if step.draft > mend.end]
    return [*before, Step(grown, source_end), *after]


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong with the YAML of a file: its place in the draft, what to say, and how the draft is mended."""

    start: int
    end: int
    code: str
    message: str
    advice: str
    mends: tuple[Mend, ...] = ()

    def finding(self, path: str, draft: Draft) -> Finding:
        """The mistake as a finding in the source."""
        start = draft.to_source(min(self.start, len(draft.text)))
        span = Span(path, start, max(start, draft.to_source(min(self.end, len(draft.text)))))
        return Finding.error(span, self.code, self.message, self.advice)
