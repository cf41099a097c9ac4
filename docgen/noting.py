"""What a world was asked, and what it answered: as long as it answers alike, what was made of that is the same.

So nothing depends on knowing in advance what somebody will look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Any, TypeAlias

from docgen.cache import Cache
from docgen.records import dataclass
from docgen.world import Reason, Unreachable, World

Question: TypeAlias = tuple[str, ...]
"""What is asked of a world, and about what."""

Answer: TypeAlias = bytes | tuple[str, ...] | bool | int | Reason | None
"""What a world answers: of a file that cannot be read, why."""


def _whole(answer: Answer) -> Answer:
    return answer


@dataclass
class NotingWorld:
    """A world that notes what it was asked, and what it answered; `told` is how much of an answer it notes."""

    world: World
    told: Callable[[Answer], Any] = _whole
    answers: dict[Question, Any] = field(default_factory=dict)

    def read(self, path: str, *, within: str | None = None) -> bytes:
        asked = ("read", path) if within is None else ("read", path, within)
        try:
            data = self.world.read(path, within=within)
        except Unreachable as error:
            self.answers[asked] = self.told(error.reason)
            raise
        self.answers[asked] = self.told(data)
        return data

    def exists(self, path: str) -> bool:
        self._note(("exists", path))
        return self.world.exists(path)

    def list(self, folder: str) -> tuple[str, ...]:
        self._note(("list", folder))
        return self.world.list(folder)

    def write(self, path: str, data: bytes) -> None:
        self.world.write(path, data)

    def remove(self, path: str) -> None:
        self.world.remove(path)

    def tidy(self, folder: str) -> None:
        self.world.tidy(folder)

    def style_folders(self, beside: str) -> tuple[str, ...]:
        self._note(("style-folders", beside))
        return self.world.style_folders(beside)

    def dictionary_folders(self) -> tuple[str, ...]:
        self._note(("dictionary-folders",))
        return self.world.dictionary_folders()

    def timestamp(self) -> int | None:
        self._note(("timestamp",))
        return self.world.timestamp()

    def wants_tracebacks(self) -> bool:
        return self.world.wants_tracebacks()

    def cache(self) -> Cache:
        return self.world.cache()

    def _note(self, asked: Question) -> None:
        if asked not in self.answers:
            self.answers[asked] = self.told(answer(self.world, asked))


def answer(world: World, asked: Question) -> Answer:
    """What a world answers."""
    match asked:
        case ("read", path, *within):
            try:
                return world.read(path, within=within[0] if within else None)
            except Unreachable as error:
                return error.reason
        case ("exists", path):
            return world.exists(path)
        case ("list", folder):
            return world.list(folder)
        case ("style-folders", beside):
            return world.style_folders(beside)
        case ("dictionary-folders",):
            return world.dictionary_folders()
        case _:
            return world.timestamp()


def answers_alike(
    world: World, answers: Iterable[tuple[Question, Any]], told: Callable[[Answer], Any] = _whole
) -> bool:
    """Whether a world still answers as was noted."""
    return all(told(answer(world, asked)) == noted for asked, noted in answers)
