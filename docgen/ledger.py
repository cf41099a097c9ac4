"""What docgen has written into a folder, and of which reports: so it knows which files no report makes any more.

The ledger is kept in the cache, under the folder's name. Where the cache was wiped docgen knows of no files, and lets
all be; so it does with a file that no longer holds what it wrote.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import field

from docgen.recall import digest
from docgen.records import dataclass
from docgen.world import Unreachable, World, folder_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that was written: the report it was made of, by its whole path, and the digest of what it held."""

    report: str
    digest: str


@dataclass
class Ledger:
    """The entries of one folder, by the files' names."""

    world: World
    folder: str
    entries: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, folder: str) -> Ledger:
        """The ledger that earlier runs have kept of a folder."""
        entries = {}
        with contextlib.suppress(ValueError, TypeError, AttributeError):
            told = json.loads(world.cache().recall(_key(folder)) or b"{}")
            entries = {name: Entry(str(report), str(known)) for name, (report, known) in told.items()}
        return cls(world, folder, entries)

    def note(self, report: str, files: Iterable[tuple[str, str]]) -> None:
        """Files, each with its digest, were written of a report."""
        for path, known in files:
            self.entries[os.path.basename(path)] = Entry(os.path.abspath(report), known)

    def keep(self) -> None:
        """Keep the ledger for later runs."""
        told = {name: [entry.report, entry.digest] for name, entry in sorted(self.entries.items())}
        self.world.cache().keep(_key(self.folder), json.dumps(told).encode())

    def clean(self) -> list[str]:
        """Remove the files of reports that are gone, as long as they hold what docgen wrote; which those were.

        A report is gone when it is missing in a folder that is there: a disk that is not mounted takes none away.
        """
        removed = []
        for name, entry in sorted(self.entries.items()):
            if self.world.exists(entry.report) or not self.world.exists(folder_of(entry.report)):
                continue
            path = os.path.join(self.folder, name)
            with contextlib.suppress(Unreachable):
                if digest(self.world.read(path, within=self.folder)) == entry.digest:
                    self.world.remove(path)
                    removed.append(path)
            del self.entries[name]
        return removed


def _key(folder: str) -> str:
    """What a ledger is kept under; other than what is made anew, it outlives this version of docgen."""
    return f"ledger-{hashlib.sha256(os.path.realpath(folder).encode('utf-8', 'surrogateescape')).hexdigest()}"
