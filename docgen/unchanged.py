"""Reports whose files stand: nothing that they were made from has changed since, nor have they.

What making a report asked of the world is kept with the answers, the outcome, and the digests of the files that were
written. Where the world answers alike, and the files still hold what was written, nothing is made again.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import field, replace

from docgen.cache import cache_key
from docgen.checks.folder import Folders
from docgen.job import Exit, Job, Outcome
from docgen.noting import Question, answer
from docgen.reading.limits import Limits
from docgen.recall import in_few_letters, packed, source, unpacked
from docgen.records import dataclass
from docgen.report.files import SHARED
from docgen.world import World, folder_of, join


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a job when it was done, and the files that stand since, by path, with their digests."""

    outcome: Outcome
    files: tuple[tuple[str, str], ...]


@dataclass
class Memory:
    """What is known of a world, for the length of a run in which no file changes but those that are written."""

    world: World
    folders: Folders
    _answers: dict[Question, str] = field(default_factory=dict)
    _around: dict[tuple[str, Limits], str] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World) -> Memory:
        """A memory that knows nothing yet."""
        return cls(world, Folders(world))

    def standing(self, job: Job, key: str) -> Standing | None:
        """What stands of a job; None where it has to be done."""
        try:
            answers, told, files, around = json.loads(self.world.cache().recall(key) or b"null")
            outcome, sources = unpacked(told)
            if not all(self._told(tuple(asked)) == known for asked, known in answers):
                return None
            if around != self.around(job) or not all(self._holds(path, known) for path, known in files):
                return None
            found = replace(outcome, sources=tuple(source(self.world, path) for path in sources))
        except Exception:  # what another docgen kept, or a fault that will be told of when the report is made
            return None
        return Standing(found, tuple((path, known) for path, known in files))

    def keep(self, job: Job, key: str, answers: Mapping[Question, str], standing: Standing) -> None:
        """Remember a job that is done, what it asked, and what it came to. What failed is done again every time."""
        outcome = standing.outcome
        if outcome.exit not in (Exit.DONE, Exit.CONTENT):
            return
        with contextlib.suppress(Exception):  # a fault in another report of the folder is told of there
            told = [list(answers.items()), packed(outcome), standing.files, self.around(job)]
            self.world.cache().keep(key, json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def around(self, job: Job) -> str:
        """What a job takes from the reports of its folder, in few letters; nothing where no rule looks at them."""
        if job.orders.skip:
            return ""
        place = folder_of(job.path), job.limits
        if place not in self._around:
            self._around[place] = self.folders.digest(join(place[0], SHARED), job.limits)
        return self._around[place]

    def _told(self, asked: Question) -> str:
        if asked not in self._answers:
            self._answers[asked] = in_few_letters(answer(self.world, asked))
        return self._answers[asked]

    def _holds(self, path: str, known: str) -> bool:
        return in_few_letters(answer(self.world, ("read", path))) == known


def key_of(job: Job) -> str:
    """What a job is kept under: it, where its paths lead from, and this docgen."""
    return cache_key("render", os.getcwd(), repr(job))
