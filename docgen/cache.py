"""What one run may leave for the next: bytes that are dear to make and depend on nothing but their key.

A cache only ever saves time. It may be empty, full, unwritable or wiped at any moment, and no output differs by it.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import field
from typing import Generic, Protocol, TypeVar

from docgen import __version__
from docgen.installed import packages
from docgen.records import dataclass

MOST_KEPT = 64_000_000
"""How many bytes a folder keeps; beyond it the files that were longest unused go."""

ROOMY = 0.75
"""What part of it is left full then, so that there is room for a while."""

_DIGEST = hashlib.sha256().digest_size
_SELDOM = 4
"""In how many of 256 cases it is looked whether there is room: where the digest of what is kept begins below this."""


class Cache(Protocol):
    """Where bytes are kept by key."""

    def recall(self, key: str) -> bytes | None:
        """What was kept under `key`, None where there is nothing."""

    def keep(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`, if it can be; that it cannot is no error."""


def cache_key(kind: str, *facts: str) -> str:
    """The key for a thing of some kind that depends on `facts` and on docgen itself; it is a file's name."""
    told = "\0".join((_edition(), *facts))
    return f"{kind}-{hashlib.sha256(told.encode()).hexdigest()}"


@functools.cache
def _edition() -> str:
    """Which docgen this is, and among which packages: versions; in a source tree the moments its files changed, too."""
    package = os.path.dirname(os.path.abspath(__file__))
    told = [__version__, *packages()]
    if os.path.exists(os.path.join(os.path.dirname(package), "pyproject.toml")):
        told += sorted(_changes(package))
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _changes(folder: str) -> Iterator[str]:
    """Every file below a folder with the moment that it changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _changes(entry.path)
            else:
                yield f"{entry.path} {entry.stat().st_mtime_ns}"


@dataclass
class MemoryCache:
    """A cache that ends with its process."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def recall(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def keep(self, key: str, data: bytes) -> None:
        self.kept[key] = data


@dataclass(frozen=True)
class DiskCache:
    """A folder of one file a key. Each begins with the digest of the rest, so that a damaged one counts as none."""

    folder: str

    def recall(self, key: str) -> bytes | None:
        path = os.path.join(self.folder, key)
        try:
            with open(path, "rb") as file:
                digest, data = file.read(_DIGEST), file.read()
            if hashlib.sha256(data).digest() != digest:
                return None
            os.utime(path)
        except OSError:
            return None
        return data

    def keep(self, key: str, data: bytes) -> None:
        temporary = os.path.join(self.folder, f".{os.urandom(8).hex()}")
        digest = hashlib.sha256(data).digest()
        with contextlib.suppress(OSError):
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            try:
                with open(temporary, "wb") as file:
                    file.write(digest + data)
                os.replace(temporary, os.path.join(self.folder, key))
            finally:  # an interruption leaves nothing behind either
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(temporary)
            if digest[0] < _SELDOM:
                self.make_room()

    def make_room(self) -> None:
        """Let go of what was longest unused, where more is kept than shall be."""
        files = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):  # another process has just removed it
                    held = entry.stat()
                    files.append((held.st_mtime_ns, held.st_size, entry.path))
        kept = sum(size for _, size, _ in files)
        if kept <= MOST_KEPT:
            return
        for _, size, path in sorted(files):
            with contextlib.suppress(OSError):
                os.unlink(path)
            kept -= size
            if kept <= ROOMY * MOST_KEPT:
                break


Kept = TypeVar("Kept")


class Recent(Generic[Kept]):
    """What a process has made of late, by key: so many things, then the longest unused goes. Threads share it."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, threading.Lock()
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()

    def recall(self, key: Hashable) -> Kept | None:
        """What was kept under `key`, None where there is nothing."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, made: Kept) -> None:
        """Keep something under `key`."""
        with self._lock:
            self._kept[key] = made
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
