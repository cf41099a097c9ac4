"""Fixing: the edits of findings made in the files, looked at again before they stand.

Edits are of the YAML text; whatever no edit touches stays as it is, byte for byte. A fix that would leave a mistake of
reading behind is not made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Generic, Protocol, TypeVar

from docgen.cache import Cache
from docgen.checks.registry import rules
from docgen.findings import Edit, Finding, Fix, Safety
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.world import Unreachable, World, is_below

MOST_ROUNDS = 10
"""How often a report is looked at again: a fix may bring to light what another hid, and fixes that meet wait."""


class Looked(Protocol):
    """What came of a look at a report."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found in it."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files it stands in."""


Sight = TypeVar("Sight", bound=Looked)


@dataclass(frozen=True, slots=True)
class Fixed(Generic[Sight]):
    """What fixing comes to: the files that change, what is still found in them, and how many fixes were made."""

    files: Mapping[str, bytes]
    left: Sight
    fixes: int


def fix(world: World, look: Callable[[World], Sight], beside: str, *, unsafe: bool = False) -> Fixed[Sight]:
    """Make the fixes of a report that `look` looks at, in files below the folder `beside`; nothing is written.

    Safe ones only, or unsafe ones as well. Of fixes that meet in one place the first is made, the other in a later
    round if it is still called for.
    """
    draft, looked, refused, made = Draft(world), look(world), set[Fix](), 0
    styles = world.style_folders(beside)
    for _ in range(MOST_ROUNDS):
        wanted = [one for one in _fixes(looked, unsafe=unsafe) if one not in refused and _within(one, beside, styles)]
        chosen = _apart(wanted)
        if not chosen:
            break
        after, seen = _made(draft, looked, chosen, look)
        if _worse(looked, seen):
            after, seen, chosen, harmful = _one_by_one(draft, looked, chosen, look)
            refused |= harmful
        made += len(chosen)
        draft, looked = after, seen
    return Fixed(draft.changed, looked, made)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits, none of which overlaps another; of those in one empty place the first comes first."""
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    for edit in reversed(ordered):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@dataclass
class Draft:
    """A world in which some files hold something else."""

    world: World
    changed: dict[str, bytes] = field(default_factory=dict)

    def read(self, path: str, *, within: str | None = None) -> bytes:
        data = self.world.read(path, within=within)
        return self.changed.get(path, data)

    def exists(self, path: str) -> bool:
        return self.world.exists(path)

    def list(self, folder: str) -> tuple[str, ...]:
        return self.world.list(folder)

    def write(self, path: str, data: bytes) -> None:
        self.changed[path] = data

    def remove(self, path: str) -> None:
        self.world.remove(path)

    def tidy(self, folder: str) -> None:
        self.world.tidy(folder)

    def style_folders(self, beside: str) -> tuple[str, ...]:
        return self.world.style_folders(beside)

    def dictionary_folders(self) -> tuple[str, ...]:
        return self.world.dictionary_folders()

    def timestamp(self) -> int | None:
        return self.world.timestamp()

    def wants_tracebacks(self) -> bool:
        return self.world.wants_tracebacks()

    def cache(self) -> Cache:
        return self.world.cache()


def _fixes(looked: Looked, *, unsafe: bool) -> list[Fix]:
    """The fixes to make, the first finding's first, each once."""
    found = (one.fix for one in looked.findings if one.fix is not None)
    return list(dict.fromkeys(fix for fix in found if unsafe or fix.safety is Safety.SAFE))


def _within(fix: Fix, beside: str, styles: tuple[str, ...]) -> bool:
    """Whether a fix changes but the report, and what stands in its folder and below; styles are other people's."""
    paths = {edit.span.path for edit in fix.edits}
    return all(is_below(path, beside) and not any(is_below(path, folder) for folder in styles) for path in paths)


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made together: none of their edits meets another."""
    chosen: list[Fix] = []
    taken: list[Edit] = []
    for fix in fixes:
        new = [edit for edit in fix.edits if edit not in taken]
        if not any(_meet(edit, other) for number, edit in enumerate(new) for other in (*taken, *new[:number])):
            chosen.append(fix)
            taken.extend(new)
    return chosen


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits have a place in common; those in one empty place have, unless each adds lines there."""
    a, b = one.span, other.span
    if a == b and _adds_lines(one) and _adds_lines(other):
        return False
    return a.path == b.path and (a.start == b.start or (a.start < b.end and b.start < a.end))


def _adds_lines(edit: Edit) -> bool:
    """Whether an edit puts new lines below a line, as new entries of a list are."""
    return edit.span.start == edit.span.end and edit.replacement.startswith(("\n", "\r"))


def _made(draft: Draft, looked: Looked, fixes: Iterable[Fix], look: Callable[[World], Sight]) -> tuple[Draft, Sight]:
    """The draft after some fixes, and what is found in it."""
    edits: dict[str, list[Edit]] = {}
    for edit in dict.fromkeys(edit for fix in fixes for edit in fix.edits):
        edits.setdefault(edit.span.path, []).append(edit)
    after = Draft(draft.world, dict(draft.changed))
    sources = {source.path: source for source in looked.sources}
    for path, made in edits.items():
        data = _encoded(sources[path], sources[path].text) if path in sources else b""
        if _read(draft, path) == data:  # a file in another encoding, or one that was mended to be read, is left alone
            after.write(path, _encoded(sources[path], applied(sources[path].text, made)))
    return after, look(after)


def _one_by_one(
    draft: Draft, looked: Sight, fixes: Iterable[Fix], look: Callable[[World], Sight]
) -> tuple[Draft, Sight, list[Fix], set[Fix]]:
    """Of fixes of which one does harm: the draft after the first that does none, and those that do."""
    refused: set[Fix] = set()
    for one in fixes:
        after, seen = _made(draft, looked, [one], look)
        if not _worse(looked, seen):
            return after, seen, [one], refused
        refused.add(one)
    return draft, looked, [], refused


def _worse(before: Looked, after: Looked) -> bool:
    """Whether there are mistakes of reading that were not there before."""
    return bool(_mistakes(after) - _mistakes(before))


def _mistakes(looked: Looked) -> Counter[str]:
    known = rules()
    return Counter(one.code for one in looked.findings if one.code not in known and one.code != "unused-ignore")


def _read(world: World, path: str) -> bytes | None:
    try:
        return world.read(path)
    except Unreachable:
        return None


def _encoded(source: Source, text: str) -> bytes:
    return (("\ufeff" if source.bom else "") + text).encode("utf-8")
